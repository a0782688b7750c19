import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { MailModule } from '@facet/mail';
import { GiveFeedbackModule } from '@facet/server-give-feedback';
import { LaunchRoundModule } from '@facet/server-launch-round';
import { ReadReportModule } from '@facet/server-read-report';
import { SealRoundModule } from '@facet/server-seal-round';
import { EnvelopesModule } from '@facet/store-answers-envelopes';
import { ReleasedModule } from '@facet/store-answers-released';
import { StoreRoundsModule } from '@facet/store-rounds';

/** Everything of the product that touches an answer or says who was asked. */
export const modules = [
  ...[AccountsModule, AnswerLinksModule, EnvelopesModule, MailModule, ReleasedModule, StoreRoundsModule],
  ...[GiveFeedbackModule, LaunchRoundModule, ReadReportModule, SealRoundModule],
];
