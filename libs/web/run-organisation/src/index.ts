export { runOrganisationRoutes } from './run-organisation.routes';
