export { logRoutes, runOrganisationRoutes, settingsRoutes } from './run-organisation.routes';
