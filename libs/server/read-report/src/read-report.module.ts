import { Module } from '@nestjs/common';
import { ExportCsv } from './export-csv';
import { PrintReport } from './pdf/print-report';
import { Typesetter } from './pdf/typesetter';
import { PressRoom, usualLimits } from './pdf/typst/press-room';
import { ReadReport } from './read-report';
import { ReleaseReport } from './release-report';
import { ReportController } from './report.controller';
import { ReportDoor } from './report-door';

@Module({
  controllers: [ReportController],
  providers: [
    ExportCsv,
    PrintReport,
    ReadReport,
    ReleaseReport,
    ReportDoor,
    { provide: Typesetter, useFactory: () => new PressRoom(usualLimits) },
  ],
  exports: [ReleaseReport],
})
export class ReadReportModule {}
