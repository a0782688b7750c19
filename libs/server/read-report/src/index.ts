export { ReadReportModule } from './read-report.module';
export { ReleaseReport } from './release-report';
