export { readReportRoutes } from './read-report.routes';
