import { Module } from '@nestjs/common';
import { ExportCsv } from './export-csv';
import { ReadReport } from './read-report';
import { ReleaseReport } from './release-report';
import { ReportController } from './report.controller';
import { ReportDoor } from './report-door';

@Module({
  controllers: [ReportController],
  providers: [ExportCsv, ReadReport, ReleaseReport, ReportDoor],
  exports: [ReleaseReport],
})
export class ReadReportModule {}
