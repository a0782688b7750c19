import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { VAULT, type Vault } from '@facet/answer-links';
import { behaviourCodes, type Framework } from '@facet/domain-framework';
import { Database, type Principal } from '@facet/platform';
import { SaveAnswers, SendAnswers } from '@facet/server-give-feedback';
import { ConfirmColleagues, LaunchRound, ListRounds, nameOfList } from '@facet/server-launch-round';
import { ReleaseReport } from '@facet/server-read-report';
import { AddOrganisation, PublishFramework } from '@facet/server-run-organisation';
import { Invitations, type Invited, type PublishedFramework } from '@facet/store-rounds';
import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { Tick } from '../tick';
import { demoSheet } from './demo-answers';
import { installDemoClock, setDemoClock } from './demo-clock';
import { demoColleagues, demoPeople, demoSchool, pastedColleagues } from './demo-people';

type DemoPerson = (typeof demoPeople)[number];

interface Story {
  readonly leader: DemoPerson['name'];
  readonly launchedDaysAgo: number;
  readonly daysOpen: number;
  readonly ends: 'collecting' | 'with its coach' | 'released';
}

/** A fourth leader has no round yet, for whoever wants to launch one. */
const stories: readonly Story[] = [
  { leader: 'Ada Okafor', launchedDaysAgo: 40, daysOpen: 14, ends: 'released' },
  { leader: 'Ben Fielding', launchedDaysAgo: 17, daysOpen: 14, ends: 'with its coach' },
  { leader: 'Carys Bowen', launchedDaysAgo: 5, daysOpen: 14, ends: 'collecting' },
];

/** In the collecting round these have not answered: their links are in the mailbox for whoever wants to try. */
const waiting = ['Carys Bowen', 'Kim Vale', 'Lee Marsh', 'Dee Lowe'];

/** Makes the demo school by doing what people do: launching, mailing, answering, sealing, releasing. No result is ever inserted. */
@Injectable()
export class DemoSchool {
  constructor(
    private readonly database: Database,
    private readonly organisations: AddOrganisation,
    private readonly frameworks: PublishFramework,
    private readonly launching: LaunchRound,
    private readonly confirming: ConfirmColleagues,
    private readonly rounds: ListRounds,
    private readonly invitations: Invitations,
    private readonly saving: SaveAnswers,
    private readonly sending: SendAnswers,
    private readonly tick: Tick,
    private readonly releasing: ReleaseReport,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** Leaves the demo's clock at the real time. `source` belongs to the owner of the database: only that one may set the clock. */
  async open(source: DataSource, framework: Framework): Promise<void> {
    await installDemoClock(source);
    const today = new Date();
    await this.organisations.add(
      demoSchool,
      demoPeople.map(({ id, name, email, role }) => ({ id, name, email, roles: [role] })),
    );
    const published = await this.frameworks.publish(demoSchool.id, framework);
    for (const story of stories) await this.tell(story, published, source, today);
    await setDemoClock(source, new Date());
  }

  private async tell(story: Story, framework: PublishedFramework, source: DataSource, today: Date): Promise<void> {
    if (await this.hasRound(story)) return;
    const day = (daysAgo: number, hour: number): DateTime =>
      DateTime.fromJSDate(today, { zone: demoSchool.zone }).minus({ days: daysAgo }).set({ hour, minute: 0, second: 0, millisecond: 0 });
    const closes = day(story.launchedDaysAgo - story.daysOpen, 18);

    await setDemoClock(source, day(story.launchedDaysAgo, 9).toJSDate());
    const round = await this.launch(story, framework, closes);
    await this.confirming.confirm(this.coach, round, { list: nameOfList(await this.invited(round)) });
    await mailsHaveLeft(source);

    await setDemoClock(source, day(story.launchedDaysAgo - 2, 16).toJSDate());
    await this.answer(story, round, framework.content);
    if (story.ends === 'collecting') return;

    await setDemoClock(source, closes.plus({ minutes: 20 }).toJSDate());
    await this.tick.run();
    await mailsHaveLeft(source);
    if (story.ends !== 'released') return;
    await setDemoClock(source, closes.plus({ days: 2 }).toJSDate());
    await this.releasing.release(this.coach, round);
    await mailsHaveLeft(source);
  }

  /** A demo that was interrupted while it was being made goes on with the leaders that have no round yet. */
  private async hasRound({ leader }: Story): Promise<boolean> {
    const rounds = await this.rounds.list(principalOf(leader));
    return rounds.length > 0;
  }

  private async launch({ leader }: Story, framework: PublishedFramework, closes: DateTime): Promise<string> {
    const { memberships } = principalOf(leader);
    const [membership] = memberships;
    const coach = demoPeople.find(({ role }) => role === 'coach');
    if (!membership || !coach) throw new Error('the demo school has leaders and a coach');
    const launched = await this.launching.launch(membership, {
      id: randomUUID(),
      framework: framework.id,
      coach: coach.id,
      colleagues: pastedColleagues(demoColleagues),
      together: { other: 'peer' },
      minimum: 3,
      closing: { date: closes.toFormat('yyyy-MM-dd'), time: closes.toFormat('HH:mm'), zone: demoSchool.zone },
      message: 'Thank you for taking ten minutes. I would like to know what you have seen this year, the unfinished parts as well.',
    });
    if ('refused' in launched) throw new Error(`the demo round of ${leader} was refused: ${JSON.stringify(launched)}`);
    return launched.round;
  }

  private async answer({ leader, ends }: Story, round: string, framework: Framework): Promise<void> {
    const secret = await this.vault.get(round);
    if (!secret) throw new Error('a launched round has a secret');
    const invited = await this.invited(round);
    const answering = invited.filter(({ name }) => ends !== 'collecting' || !waiting.includes(name));
    for (const rater of answering) await this.answerAs(rater, secret.token(rater.invitation, 1), leader, framework);
  }

  private invited(round: string): Promise<Invited[]> {
    return this.database.as('facet_people', demoSchool.id, (tx) => this.invitations.ofRound(tx, round));
  }

  /** As from a phone: quality by quality, then "Send my answers". */
  private async answerAs({ name, group }: Invited, token: string, leader: string, framework: Framework): Promise<void> {
    const sheet = demoSheet(framework, leader, name, group === 'self');
    let rev = 0;
    for (const quality of framework.qualities) {
      const codes = behaviourCodes({ ...framework, qualities: [quality] });
      const comments = sheet.comments[quality.code];
      await this.saving.save(token, {
        rev: ++rev,
        ratings: Object.fromEntries(codes.map((code) => [code, sheet.ratings[code] ?? null])),
        ...(comments && { comments: { [quality.code]: comments } }),
        ...(group === 'line_manager' && { named: true as const }),
      });
    }
    const sent = await this.sending.send(token, rev);
    if ('refused' in sent) throw new Error(`a demo colleague could not send: ${JSON.stringify(sent)}`);
  }

  private get coach(): Principal {
    return principalOf('Ines Moreau');
  }
}

function principalOf(name: DemoPerson['name']): Principal {
  const person = demoPeople.find((one) => one.name === name);
  if (!person) throw new Error(`${name} is not of the demo school`);
  return { address: person.email, memberships: [{ organisation: demoSchool.id, person: person.id, roles: [person.role] }] };
}

/** Until every row that is due has been handed to the mailbox: the demo's clock must not run away from its mail. */
async function mailsHaveLeft(source: DataSource): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const [row] = await source.query<{ waiting: number }[]>(
      `select count(*)::int as waiting from post.mail where state in ('pending', 'sending') and not_before <= platform.clock()`,
    );
    if (row?.waiting === 0) return;
    if (performance.now() > deadline) throw new Error('the demo’s mail did not leave within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
