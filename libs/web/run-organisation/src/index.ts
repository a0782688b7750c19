export { runOrganisationRoutes, settingsRoutes } from './run-organisation.routes';
