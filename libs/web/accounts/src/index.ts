export { accountsRoutes } from './accounts.routes';
export { signedIn } from './session/guards';
export { person } from './session/person';
export { backToSignIn, markedAsOurs } from './session/requests';
export { Session } from './session/session';
