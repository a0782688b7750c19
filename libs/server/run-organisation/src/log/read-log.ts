import { Injectable } from '@nestjs/common';
import type { AuditEvents, AuditKind } from '@facet/audit-log';
import { LogTopic, type LogView } from '@facet/contract';
import { Database, isUuid, type Principal, type Transaction } from '@facet/platform';
import { Organisations, Staff } from '@facet/store-rounds';
import { DateTime } from 'luxon';
import { FORGOTTEN, inWords } from './entry-in-words';
import { kindsOf } from './topics';

const AT_ONCE = 50;

/** What is looked for, as it stands in the address. */
export interface Wanted {
  readonly organisation?: string | undefined;
  readonly topic?: string | undefined;
  readonly person?: string | undefined;
  readonly below?: string | undefined;
}

interface Row {
  readonly number: number;
  readonly at: Date;
  readonly kind: AuditKind;
  readonly doer: 'person' | 'clock' | 'operator';
  readonly who: string | null;
  readonly concerns: string | null;
  readonly whom: string | null;
  readonly leader: string | null;
  readonly detail: AuditEvents[AuditKind];
}

/** What was done in an organisation, for its administrators: newest first, in sentences. */
@Injectable()
export class ReadLog {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly staff: Staff,
  ) {}

  /** Null where it is not theirs to look after. What cannot be looked for finds nothing. */
  async read({ memberships }: Principal, wanted: Wanted): Promise<LogView | null> {
    const seat = memberships.find(
      ({ organisation, roles }) =>
        roles.includes('administrator') && (wanted.organisation === undefined || organisation === wanted.organisation),
    );
    return seat ? this.database.as('facet_people', seat.organisation, (tx) => this.view(tx, wanted)) : null;
  }

  private async view(tx: Transaction, wanted: Wanted): Promise<LogView> {
    const { id, name, zone } = await this.organisations.current(tx);
    const rows = await find(tx, wanted);
    const shown = rows.slice(0, AT_ONCE);
    const people = await this.staff.all(tx);
    return {
      organisation: { id, name },
      entries: shown.map((row) => {
        const at = DateTime.fromJSDate(row.at, { zone }).setLocale('en-GB');
        return { number: row.number, day: at.toFormat('cccc d MMMM yyyy'), time: at.toFormat('HH:mm'), words: sentence(row) };
      }),
      people: people.map((person) => ({ id: person.id, name: person.name })),
      below: rows.length > AT_ONCE ? (shown.at(-1)?.number ?? null) : null,
    };
  }
}

const sentence = ({ kind, detail, doer, who, concerns, whom, leader }: Row): string =>
  inWords(
    { kind, detail },
    {
      who: doer === 'person' ? (who ?? FORGOTTEN) : doers[doer],
      whom: concerns === null ? 'themselves' : (whom ?? FORGOTTEN),
      leader: leader ?? FORGOTTEN,
    },
  );

const doers = { clock: 'Facet itself', operator: 'Whoever looks after the installation' } as const;

function find(tx: Transaction, { topic, person, below }: Wanted): Promise<Row[]> {
  const known = LogTopic.safeParse(topic);
  if ((topic !== undefined && !known.success) || (person !== undefined && !isUuid(person))) return Promise.resolve([]);
  const number = below === undefined ? null : /^\d{1,9}$/.test(below) ? Number(below) : 0;
  return tx.query<Row>(
    `select e.number, e.at, e.kind, e.doer, a.name as who, e.person as concerns, p.name as whom, l.name as leader, e.detail
      from audit.entry e left join people.person a on a.id = e.actor left join people.person p on p.id = e.person
        left join people.round r on r.id = e.round left join people.person l on l.id = r.leader
      where ($1::text[] is null or e.kind = any($1)) and ($2::uuid is null or $2 in (e.actor, e.person)) and ($3::int is null or e.number < $3)
      order by e.number desc limit ${AT_ONCE + 1}`,
    [known.success ? kindsOf(known.data) : null, person ?? null, number],
  );
}
