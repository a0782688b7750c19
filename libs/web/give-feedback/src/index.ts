export { GiveFeedback, LINK, WAITING } from './give-feedback';
export { takeLink } from './link/link';
