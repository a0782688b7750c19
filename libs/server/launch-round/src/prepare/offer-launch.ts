import { Injectable } from '@nestjs/common';
import type { LaunchOptions } from '@facet/contract';
import { MINIMUM, raterGroups, REMINDER_BOUNDS, SMALL_GROUP, USUAL_CHOICE } from '@facet/domain-round';
import { Database, type Membership, type Transaction } from '@facet/platform';
import { Frameworks, frameworkView, Organisations, People, type Round, Rounds } from '@facet/store-rounds';
import { DateTime } from 'luxon';

/** Two weeks are long enough for everyone and short enough to be remembered; mails and people rest at weekends. */
const USUAL_DAYS = 14;
const USUAL_TIME = '18:00';

/** What the launch page offers a leader. */
@Injectable()
export class OfferLaunch {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly frameworks: Frameworks,
    private readonly rounds: Rounds,
  ) {}

  offer({ organisation, person }: Membership): Promise<LaunchOptions> {
    return this.database.as('facet_people', organisation, async (tx) => {
      const { name, zone } = await this.organisations.current(tx);
      const leader = await this.people.byId(tx, person);
      if (!leader) throw new Error('a member is a person of the organisation');
      const coaches = (await this.people.coaches(tx)).filter(({ id }) => id !== person);
      const rounds = await this.rounds.ledBy(tx, person);
      return {
        leader: { name: leader.name, email: leader.email },
        organisation: { name, zone },
        frameworks: await this.offered(tx, rounds),
        coaches: coaches.map(({ id, name, email }) => ({ id, name, email })),
        groups: raterGroups.filter(({ code }) => code !== 'self').map((group) => ({ ...group })),
        minimum: { ...MINIMUM },
        smallGroup: SMALL_GROUP,
        closing: { date: usualClosing(tx.now, zone), time: USUAL_TIME },
        reminders: { usual: { ...USUAL_CHOICE }, bounds: { ...REMINDER_BOUNDS } },
        current: rounds.find(({ sealedAt, cancelledAt }) => sealedAt === null && cancelledAt === null)?.id ?? null,
      };
    });
  }

  /** An older version is offered to whoever has used it: only the same questions can be compared with the last time. */
  private async offered(tx: Transaction, rounds: readonly Round[]): Promise<LaunchOptions['frameworks']> {
    const newest = await this.frameworks.newest(tx);
    const used = [...new Set(rounds.map(({ framework }) => framework))].filter((id) => !newest.some((one) => one.id === id));
    const older = [];
    for (const id of used) {
      const framework = await this.frameworks.byId(tx, id);
      if (framework) older.push(framework);
    }
    return [
      ...newest.map((framework) => ({ ...frameworkView(framework), newest: null })),
      ...older.map((framework) => ({
        ...frameworkView(framework),
        newest: newest.find(({ content }) => content.name === framework.content.name)?.version ?? null,
      })),
    ];
  }
}

function usualClosing(now: Date, zone: string): string {
  const day = DateTime.fromJSDate(now, { zone }).plus({ days: USUAL_DAYS });
  return (day.isWeekend ? day.plus({ days: 8 - day.weekday }) : day).toISODate() ?? '';
}
