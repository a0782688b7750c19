export { AccountsModule } from './accounts.module';
export { Sessions } from './session/sessions';
export { SignedIn } from './session/signed-in';
export { WhoseRound } from './session/whose-round';
export { LINK_HOURS, OneTimeLinks } from './sign-in/one-time-links';
