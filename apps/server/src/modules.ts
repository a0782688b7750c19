import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { MailModule } from '@facet/mail';
import { type Configuration, PlatformModule } from '@facet/platform';
import { DeclineReasonsModule, GiveFeedbackModule } from '@facet/server-give-feedback';
import { LaunchRoundModule } from '@facet/server-launch-round';
import { OperateModule } from '@facet/server-operate';
import { ReadReportModule } from '@facet/server-read-report';
import { RunOrganisationModule } from '@facet/server-run-organisation';
import { SealRoundModule } from '@facet/server-seal-round';
import { EnvelopesModule } from '@facet/store-answers-envelopes';
import { ReleasedModule } from '@facet/store-answers-released';
import { StoreRoundsModule } from '@facet/store-rounds';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

const foundations = [AccountsModule, AnswerLinksModule, EnvelopesModule, MailModule, ReleasedModule, StoreRoundsModule];
const journeys = [
  LaunchRoundModule,
  GiveFeedbackModule,
  DeclineReasonsModule,
  SealRoundModule,
  ReadReportModule,
  RunOrganisationModule,
  OperateModule,
];

@Module({})
class Facet {}

export const modules = (configuration: Configuration, source: DataSource, log: Logger): DynamicModule => ({
  module: Facet,
  imports: [PlatformModule.with(configuration, source, log), ...foundations, ...journeys],
});
