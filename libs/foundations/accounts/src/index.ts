export { AccountsModule } from './accounts.module';
export { ResetSecondFactor } from './second-factor/reset-second-factor';
export { CountedRefusals } from './session/counted-refusals';
export { Sessions } from './session/sessions';
export { SignedIn } from './session/signed-in';
export { WhoseRound } from './session/whose-round';
export { LINK_HOURS, OneTimeLinks } from './sign-in/one-time-links';
