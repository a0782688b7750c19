import { Injectable } from '@nestjs/common';
import type { ReportView } from '@facet/contract';
import { disclose, poolComments } from '@facet/domain-disclosure';
import type { Framework } from '@facet/domain-framework';
import { makeSnapshot } from '@facet/domain-report';
import { Database, type Principal } from '@facet/platform';
import { Frameworks } from '@facet/store-rounds';
import { reportView } from '../report-view';
import { dice } from './dice';
import { sampleAnswers, samplePromise } from './sample-answers';

/** A report about nobody, on the framework of whoever asks, so that leaders and colleagues know what is coming before a launch. */
@Injectable()
export class SampleReport {
  constructor(
    private readonly database: Database,
    private readonly frameworks: Frameworks,
  ) {}

  /** Null where no organisation of theirs has a framework yet. */
  async show({ memberships }: Principal): Promise<ReportView | null> {
    for (const { organisation } of memberships) {
      const [framework] = await this.database.as('facet_report', organisation, (tx) => this.frameworks.newest(tx));
      if (framework) return sampleReport(framework);
    }
    return null;
  }
}

/** Made as the seal makes every report, from answers of made-up people. */
export function sampleReport({ content, version }: { readonly content: Framework; readonly version: number }): ReportView {
  const { colleagues, self, lineManager } = sampleAnswers(content);
  const roll = dice(11);
  const snapshot = makeSnapshot({
    framework: content,
    minimum: samplePromise.minimum,
    disclosure: disclose(content, samplePromise, colleagues),
    comments: poolComments(content, samplePromise, colleagues, (below) => Math.floor(roll() * below)),
    self,
    lineManagers: [{ name: 'Kit Marlow', ...lineManager }],
  });
  return reportView(snapshot, {
    round: '00000000-0000-4000-8000-00000000000a',
    state: 'released',
    as: 'leader',
    leader: 'Robin Vale',
    coach: 'Alex Reed',
    organisation: 'An example school',
    framework: { name: content.name, version },
    sealedOn: '4 May 2026',
    releasedOn: '11 May 2026',
    releasedByItself: false,
    withheldByCoach: [],
  });
}
