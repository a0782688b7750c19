export { GiveFeedback, LINK, WAITING } from './give-feedback';
export { type Link, takeLink } from './link/link';
