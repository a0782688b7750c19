import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { of } from '@facet/contract';
import type { Framework } from '@facet/domain-framework';
import type { Snapshot } from '@facet/domain-report';
import type { RoundPromise } from '@facet/domain-round';
import { MailModule } from '@facet/mail';
import type { Database } from '@facet/platform';
import { ReleasedModule, SealedRounds } from '@facet/store-answers-released';
import { StoreRoundsModule } from '@facet/store-rounds';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ReadReportModule } from './read-report.module';
import { exampleSnapshot } from './sealed-round.examples';

export const modules = [AccountsModule, AnswerLinksModule, MailModule, ReleasedModule, StoreRoundsModule, ReadReportModule];
export const sealedAt = '2026-12-09T18:15:00Z';
export const raters = [
  { name: 'Ada Okafor', group: 'self' },
  { name: 'Sam', group: 'peer' },
  { name: 'Ali', group: 'direct_report' },
] as const;

interface Site<Browser> {
  readonly app: NestFastifyApplication;
  readonly db: { readonly database: Database; setClock(now: string | Date): Promise<void> };
  signedIn(address: string): Promise<Browser>;
  sessionOf(address: string): Promise<string>;
  rows<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]>;
}
interface Person {
  readonly id: string;
  readonly email: string;
}
interface School {
  readonly organisation: string;
  readonly leader: Person;
  readonly coach: Person;
  readonly administrator: Person;
  readonly framework: { readonly content: Framework };
}
interface Made {
  readonly school: School;
  readonly round: { readonly id: string; readonly promise: RoundPromise };
}

/** A school of its own with one sealed round, its coach and its leader at their browsers. */
export class Stage<Browser> {
  private schools = 0;
  private now = sealedAt;
  school!: School;
  round!: Made['round'];
  coach!: Browser;
  leader!: Browser;

  constructor(
    private readonly site: Site<Browser>,
    private readonly make: (domain: string) => Promise<Made>,
  ) {}

  /** `change`: what the seal is to have written instead. */
  async begin(change: (snapshot: Snapshot) => Snapshot = (snapshot) => snapshot): Promise<void> {
    ({ school: this.school, round: this.round } = await this.make(`desk${++this.schools}.test`));
    await this.at(sealedAt);
    await this.site.db.database.as('facet_seal', this.school.organisation, async (tx) => {
      const snapshot = change(exampleSnapshot(this.school.framework.content, this.round.promise));
      await this.site.app.get(SealedRounds).writeSnapshot(tx, this.round.id, snapshot);
      await tx.query('update people.round set sealed_at = $2 where id = $1', [this.round.id, this.now]);
    });
  }

  /** Everybody's session began this minute. */
  async at(time: string): Promise<void> {
    this.now = time;
    await this.site.db.setClock(time);
    [this.coach, this.leader] = [await this.as(this.school.coach), await this.as(this.school.leader)];
  }

  as = ({ email }: Pick<Person, 'email'>): Promise<Browser> => this.site.signedIn(email);

  path = (template: string): string => of(template, this.round.id);

  /** What the server sends to this person, to the byte. */
  async textFor({ email }: Person, template: string): Promise<string> {
    const session = await this.site.sessionOf(email);
    const { body } = await this.site.app.inject({ method: 'GET', url: this.path(template), cookies: { '__Host-sid': session } });
    return body;
  }

  /** The letters that were written about the round, in order. */
  mails(): Promise<{ kind: string; person: string }[]> {
    return this.site.rows('select kind, person from post.mail where about = $1 order by not_before, dedupe_key', this.round.id);
  }
}
