export { readReportRoutes, sampleReportRoutes } from './read-report.routes';
