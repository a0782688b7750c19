import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { of, path, RoundView } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { LaunchRoundModule } from './launch-round.module';
import { sampleRequest } from './launch/sample-request';

interface Browser {
  get(url: string): Promise<{ readonly body: unknown }>;
  post(url: string, body: unknown): Promise<{ readonly status: number }>;
}
interface Site<AnyBrowser> {
  readonly db: { setClock(now: string | Date): Promise<void> };
  signedIn(address: string): Promise<AnyBrowser>;
  rows<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]>;
}
interface School {
  readonly leader: { readonly email: string };
  readonly coach: { readonly id: string; readonly email: string };
  readonly framework: { readonly id: string };
}

export const launchedAt = '2026-11-24T12:00:00Z';
export const modules = [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, LaunchRoundModule];

/** For specs: in a new school each time, a leader has launched a round with four peers, one from outside, not confirmed yet. */
export class Stage<AnyBrowser extends Browser, AnySchool extends School> {
  private schools = 0;
  private launched: { school: AnySchool; round: string; leader: AnyBrowser; coach: AnyBrowser } | undefined;

  constructor(
    private readonly site: Site<AnyBrowser>,
    private readonly addSchool: (domain: string) => Promise<AnySchool>,
  ) {}

  async begin(): Promise<void> {
    await this.site.db.setClock(launchedAt);
    this.schools += 1;
    const school = await this.addSchool(this.domain);
    const [leader, coach] = [await this.site.signedIn(school.leader.email), await this.site.signedIn(school.coach.email)];
    this.launched = { school, leader, coach, round: '' };
    await this.launch();
  }

  /** Of the school's own addresses. */
  get domain(): string {
    return `school${this.schools}.test`;
  }
  get school(): AnySchool {
    return this.set.school;
  }
  get leader(): AnyBrowser {
    return this.set.leader;
  }
  get coach(): AnyBrowser {
    return this.set.coach;
  }
  get round(): string {
    return this.set.round;
  }

  /** The leader presses once more, with a new draft. */
  async launch(): Promise<void> {
    const at = (name: string, domain = this.domain): string => `${name} Hill <${name.toLowerCase()}@${domain}>, peer`;
    const colleagues = [at('Sam'), at('Bo'), at('Kim'), at('Lee', 'council.test')].join('\n');
    const request = sampleRequest(this.school, { colleagues, together: {} });
    const { status } = await this.leader.post(path.rounds, request);
    if (status !== 201) throw new Error(`the sample round was refused with ${status}`);
    this.set.round = request.id;
  }

  /** Hours after the closing; whoever is at a browser signs in anew, because their sessions have gone idle. */
  async afterClosing(hours: number): Promise<void> {
    await this.site.db.setClock(new Date(Date.parse('2026-12-09T18:00:00Z') + hours * 3_600_000));
    this.set.leader = await this.site.signedIn(this.school.leader.email);
    this.set.coach = await this.site.signedIn(this.school.coach.email);
  }

  at = (template: string): string => of(template, this.round);

  async view(browser: AnyBrowser): Promise<RoundView> {
    return RoundView.parse((await browser.get(this.at(path.round))).body);
  }

  /** The coach, or another coach, confirms the list as they see it. */
  async confirm(browser: AnyBrowser = this.coach): Promise<{ readonly status: number }> {
    return browser.post(this.at(path.confirmColleagues), { list: (await this.view(browser)).list });
  }

  /** The round's mails, counted by kind, state, and whether they are held. */
  mails(): Promise<{ kind: string; state: string; held: boolean; mails: number }[]> {
    return this.site.rows(
      `select m.kind, m.state, m.not_before = 'infinity' as held, count(distinct m.id)::int as mails
        from post.mail m left join post.mail_item item on item.mail = m.id left join people.invitation i on i.id = item.invitation
        where i.round = $1 or m.about = $1 group by 1, 2, 3 order by 1, 3`,
      this.round,
    );
  }

  private get set(): NonNullable<typeof this.launched> {
    if (!this.launched) throw new Error('nothing has begun on this stage yet');
    return this.launched;
  }
}
