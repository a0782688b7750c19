import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MailKind } from '../letters';
import { MORNING, PostOffice } from '../post-office';
import { claim } from './claim';

// Who is written to, as the requirements say it, for every state of a person, of an invitation and of a round.

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
afterAll(async () => {
  await smtp.stop();
  await office.close();
  await db.drop();
});

const ROUNDS = {
  unconfirmed: 'confirmed_at = null',
  open: 'closes_at = closes_at',
  closed: `closes_at = '2026-11-30T18:00Z'`,
  sealed: `closes_at = '2026-11-30T18:00Z', sealed_at = '2026-11-30T18:20Z'`,
  cancelled: `cancelled_at = '2026-11-30T18:00Z'`,
} as const;
type RoundState = keyof typeof ROUNDS;
const roundStates = Object.keys(ROUNDS) as RoundState[];
const people = ['as usual', 'opted out', 'complained', 'refused', 'stopped'] as const;
const statuses = ['invited', 'answered', 'declined', 'revoked'] as const;

const rounds = new Map<RoundState, { readonly id: string; readonly closesAt: Date }>();
beforeAll(async () => {
  await db.setClock(MORNING);
  for (const state of roundStates) {
    const id = await office.round(await office.person('Lea', `${crypto.randomUUID()}@hill.example`));
    await office.sql(`update people.round set ${ROUNDS[state]} where id = $1`, [id]);
    const [row] = await office.sql<{ closesAt: Date }>('select closes_at as "closesAt" from people.round where id = $1', [id]);
    rounds.set(state, { id, closesAt: row?.closesAt ?? new Date(0) });
  }
});
const roundIn = (state: RoundState) => {
  const round = rounds.get(state);
  if (!round) throw new Error('there is a round in every state');
  return round;
};
type Is = (typeof people)[number];
const peopleWho = async (each: readonly Is[]): Promise<string[]> => {
  const all = each.map((is) => ({ id: crypto.randomUUID(), is }));
  const given = [office.organisation, all.map(({ id }) => id), all.map(({ is }) => is), MORNING];
  await office.sql(
    `insert into people.person (id, organisation, name, email, disabled_at)
      select id, $1, 'Sam', id || '@hill.example', case when "is" = 'stopped' then $4::timestamptz end from unnest($2::uuid[], $3::text[]) as given (id, "is")`,
    given,
  );
  await office.sql(
    `insert into post.suppression (organisation, person, reason, since)
      select $1, id, "is", $4 from unnest($2::uuid[], $3::text[]) as given (id, "is") where "is" not in ('as usual', 'stopped')`,
    given,
  );
  return all.map(({ id }) => id);
};
const personWho = async (is: Is): Promise<string> => (await peopleWho([is]))[0] ?? '';
/** What a worker that comes by makes of each of these mails. */
const become = async (mails: readonly string[]): Promise<unknown[]> => {
  await db.database.as('facet_mail', office.organisation, (tx) =>
    claim(tx, mails, { owner: 'a worker', seconds: 900 }, { zone: 'Europe/London', hours: null }),
  );
  return Promise.all(mails.map(async (mail) => (await office.mail(mail))['state']));
};

const isOpen = (round: RoundState): boolean => round === 'open' || round === 'unconfirmed';
const isOver = (round: RoundState): boolean => round === 'sealed' || round === 'cancelled';

/** Every state of a round, of an invitation to it and of whoever is invited. */
const everyCase = roundStates.flatMap((round) => statuses.flatMap((status) => people.map((is) => ({ round, status, is }))));

test.each(['invitation', 'reminder', 'closing_soon'] as const)(
  'N-04: a mail of the kind %s leaves to those who are invited, can be reached and did not ask for peace, while the round is open',
  async (kind) => {
    const persons = await peopleWho(everyCase.map(({ is }) => is));
    const cases = everyCase.map((one, at) => ({
      ...one,
      person: persons[at] ?? '',
      invitation: crypto.randomUUID(),
      in: roundIn(one.round),
    }));
    await office.sql(
      `insert into people.invitation (id, organisation, round, person, rater_group, status, token_hash)
        select id, $1, round, person, 'peer', status, sha256(id::text::bytea)
        from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as given (id, round, person, status)`,
      [
        ...[office.organisation, cases.map((one) => one.invitation), cases.map((one) => one.in.id), cases.map((one) => one.person)],
        ...[cases.map((one) => one.status)],
      ],
    );
    const mails = await office.writeAll(
      cases.map(({ person, invitation, in: { closesAt } }) => ({
        person,
        kind: kind === 'invitation' ? 'invitation' : 'reminder',
        dedupeKey: invitation,
        items: [{ invitation, kind, ordinal: 1, closesAt: kind === 'closing_soon' ? closesAt : null }],
      })),
    );
    const order = await office.sql<{ id: string; key: string }>('select id, dedupe_key as key from post.mail where id = any($1)', [mails]);
    const mailOf = new Map(order.map(({ id, key }) => [key, id]));
    const found = await become(cases.map(({ invitation }) => mailOf.get(invitation) ?? ''));
    expect(everyCase.map((one, at) => ({ ...one, becomes: found[at] }))).toEqual(
      everyCase.map((one) => ({ ...one, becomes: kind === 'invitation' ? ofInvitation(one) : ofReminder(one) })),
    );
  },
);

type Case = (typeof everyCase)[number];
function ofInvitation({ round, status }: Case): string {
  if (status !== 'invited' || isOver(round)) return 'cancelled';
  return isOpen(round) ? 'sending' : 'pending'; // the closing may still be put off
}
/** The next tick after a closing was put off finds what is due then. */
function ofReminder({ round, status, is }: Case): string {
  if (status !== 'invited' || !isOpen(round)) return 'cancelled';
  return is === 'as usual' || is === 'stopped' ? 'sending' : 'suppressed';
}

test('N-04: the mail with a link that was replaced does not leave, and a reminder of the new link does', async () => {
  const person = await personWho('as usual');
  const invitation = await office.invite(roundIn('open').id, person);
  await office.sql('update people.invitation set version = 2 where id = $1', [invitation]);
  const old = await office.write({ person, items: [{ invitation, kind: 'invitation', ordinal: 1 }] });
  const reminder = await office.write({ person, kind: 'reminder', items: [{ invitation, kind: 'reminder', ordinal: 1 }] });
  expect(await become([old, reminder])).toEqual(['cancelled', 'sending']);
});

/** Letters about a round, when each still has something to say; and whether it leads to a page for which one signs in. */
const ABOUT: Partial<Record<MailKind, { readonly while: readonly RoundState[]; readonly signsIn: boolean; readonly toCoach?: true }>> = {
  check_list: { while: ['unconfirmed'], signsIn: true, toCoach: true },
  check_additions: { while: ['unconfirmed', 'open'], signsIn: true, toCoach: true },
  closing_choice: { while: ['closed'], signsIn: true, toCoach: true },
  wrong_group: { while: roundStates, signsIn: true, toCoach: true },
  unreadable_choice: { while: ['unconfirmed', 'open', 'closed'], signsIn: true, toCoach: true },
  report_ready: { while: roundStates, signsIn: true, toCoach: true },
  coach_assigned: { while: roundStates, signsIn: true, toCoach: true },
  report_released: { while: roundStates, signsIn: true },
  coach_changed: { while: roundStates, signsIn: false },
  audit_alarm: { while: roundStates, signsIn: true },
  taken_out: { while: roundStates, signsIn: false },
  link_replaced: { while: roundStates, signsIn: false },
  answers_unread: { while: roundStates, signsIn: false },
  round_cancelled: { while: roundStates, signsIn: false },
};

test.each(Object.entries(ABOUT))(
  'a mail of the kind %s leaves while it has something to say, to whoever is reminded no more as well; to somebody who was stopped only where nobody signs in for it',
  async (kind, { while: states, signsIn, toCoach }) => {
    for (const round of roundStates)
      for (const is of people) {
        const person = await personWho(is);
        const { id } = roundIn(round);
        if (toCoach) await office.sql('update people.round set coach = $2 where id = $1', [id, person]);
        const mail = await office.write({ person, kind: kind as MailKind, about: id });
        const leaves = states.includes(round) && !(signsIn && is === 'stopped');
        expect([round, is, ...(await become([mail]))]).toEqual([round, is, leaves ? 'sending' : 'cancelled']);
      }
  },
);

test('whoever checks a list in the coach’s stead is asked to as long as that is theirs to do, to the minute', async () => {
  const { id } = roundIn('open');
  for (const [until, becomes] of [
    [null, 'sending'],
    [new Date(Date.parse(MORNING) + 60_000), 'sending'],
    [MORNING, 'cancelled'],
  ] as const) {
    const person = await personWho('as usual');
    await office.sql(
      `insert into people.approver (round, organisation, person, until) values ($1, $2, $3, $4)
        on conflict (round) do update set person = excluded.person, until = excluded.until`,
      [id, office.organisation, person, until],
    );
    const about = { person, about: id };
    expect(await become([await office.write({ ...about, kind: 'check_additions' })])).toEqual([becomes]);
    expect(await become([await office.write({ ...about, kind: 'closing_choice' })])).toEqual(['cancelled']);
  }
});

test('that a second step was reset is told to its owner, unless they may no longer sign in', async () => {
  for (const is of people) {
    const person = await personWho(is);
    const mail = await office.write({ person, kind: 'second_factor_reset', about: person });
    expect([is, ...(await become([mail]))]).toEqual([is, is === 'stopped' ? 'cancelled' : 'sending']);
  }
});

test.each(statuses)('that a round is cancelled is not told to a colleague who had declined or was taken out: %s', async (status) => {
  const person = await personWho('opted out');
  const { id } = roundIn('cancelled');
  const invitation = await office.invite(id, person);
  await office.sql('update people.invitation set status = $2 where id = $1', [invitation, status]);
  const mail = await office.write({ person, kind: 'round_cancelled', about: id });
  expect(await become([mail])).toEqual([status === 'declined' || status === 'revoked' ? 'cancelled' : 'sending']);
});
