export { GiveFeedback, LINK } from './give-feedback';
export { takeLink } from './link/link';
