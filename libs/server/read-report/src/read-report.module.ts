import { Module } from '@nestjs/common';
import { ChangeDesk } from './desk/change-desk';
import { NotesOfCoach } from './desk/debrief-notes';
import { DeskController } from './desk/desk.controller';
import { OpenDesk } from './desk/open-desk';
import { WithheldComments } from './desk/withheld-comments';
import { ExportCsv } from './export-csv';
import { PrintReport } from './pdf/print-report';
import { Typesetter } from './pdf/typesetter';
import { PressRoom, usualLimits } from './pdf/typst/press-room';
import { ReadReport } from './read-report';
import { ChooseReleaseDay } from './release/choose-release-day';
import { ReleaseDueReports } from './release/release-due-reports';
import { ReleaseReport } from './release-report';
import { ReportController } from './report.controller';
import { ReportDoor } from './report-door';
import { SampleReport } from './sample/sample-report';
import { SampleReportController } from './sample/sample-report.controller';
import { ListViews } from './views/list-views';
import { ViewsOfReport } from './views/report-views';

@Module({
  controllers: [DeskController, ReportController, SampleReportController],
  providers: [
    ChangeDesk,
    ChooseReleaseDay,
    ExportCsv,
    ListViews,
    NotesOfCoach,
    OpenDesk,
    PrintReport,
    ReadReport,
    ReleaseDueReports,
    ReleaseReport,
    ReportDoor,
    SampleReport,
    ViewsOfReport,
    WithheldComments,
    { provide: Typesetter, useFactory: () => new PressRoom(usualLimits) },
  ],
  exports: [ReleaseDueReports, ReleaseReport],
})
export class ReadReportModule {}
