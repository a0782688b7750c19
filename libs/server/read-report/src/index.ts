export { reportDocument } from './pdf/report-document';
export { PressRoom, usualLimits } from './pdf/typst/press-room';
export { ReadReportModule } from './read-report.module';
export { ReleaseDueReports } from './release/release-due-reports';
export { ReleaseReport } from './release-report';
