import { Module } from '@nestjs/common';
import { GiveFeedbackModule } from '@facet/server-give-feedback';
import { LaunchRoundModule } from '@facet/server-launch-round';
import { ReadReportModule } from '@facet/server-read-report';
import { AddOrganisation, PublishFramework } from '@facet/server-run-organisation';
import { SealRoundModule } from '@facet/server-seal-round';
import { KeepEndedRounds } from './backup/keep-ended-rounds';
import { DemoController } from './demo/demo.controller';
import { DemoSchool } from './demo/demo-school';
import { HealthController } from './health.controller';
import { MailRoomModule } from './mail-room/mail-room.module';
import { Metrics } from './metrics/metrics';
import { RequestTimes } from './metrics/request-times';
import { MailboxController } from './mailbox/mailbox.controller';
import { SampleLettersController } from './mailbox/sample-letters.controller';
import { AfterRestore } from './restore/after-restore';
import { LetGo } from './retention/let-go';
import { Tick } from './tick';

@Module({
  imports: [GiveFeedbackModule, LaunchRoundModule, MailRoomModule, ReadReportModule, SealRoundModule],
  controllers: [DemoController, HealthController, MailboxController, SampleLettersController],
  providers: [AddOrganisation, AfterRestore, DemoSchool, KeepEndedRounds, LetGo, Metrics, PublishFramework, RequestTimes, Tick],
  exports: [DemoSchool, Metrics, Tick],
})
export class OperateModule {}
