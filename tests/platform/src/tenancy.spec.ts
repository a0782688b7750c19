import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DatabaseRole, Transaction } from '@facet/platform';
import { testDatabase } from '@facet/testing';
import { expectedAccess } from './expected-access';
import { type FullSchool, fullSchool } from './two-schools';

const db = await testDatabase();
let here: FullSchool;
let there: FullSchool;
beforeAll(async () => {
  here = await fullSchool(db, 'here.test');
  there = await fullSchool(db, 'there.test');
});
afterAll(() => db.drop());

/** Each table that a role may `verb`, with a column that it may do it to. Sign-in belongs to no organisation. */
const allowed = (verb: 'select' | 'insert' | 'update' | 'delete'): [DatabaseRole, string, string][] =>
  Object.entries(expectedAccess).flatMap(([role, tables]) =>
    Object.entries(tables).flatMap(([table, words]): [DatabaseRole, string, string][] => {
      const part = words.split('; ').find((one) => one.startsWith(verb));
      const [, column = 'organisation'] = /^\w+ (\w+)/.exec(part ?? '') ?? [];
      return part === undefined || table.startsWith('access.') ? [] : [[role as DatabaseRole, table, column]];
    }),
  );
const organisationOf = (table: string): string => (table === 'people.organisation' ? 'id' : 'organisation');

/** Inside a school; the survey stands at one colleague's door, because it sees nothing elsewhere, a draft by its leader, notes by their coach. */
const inside = <Result>(school: FullSchool, role: DatabaseRole, work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  db.database.as(role, role === 'facet_survey' ? null : school.organisation, async (tx) => {
    if (role === 'facet_survey') await tx.query('select * from door.enter_survey($1)', [school.tokenHash('Sam')]);
    if (role === 'facet_people') await tx.query(`select set_config('facet.person', $1, true)`, [school.leader.id]);
    if (role === 'facet_report') await tx.query(`select set_config('facet.person', $1, true)`, [school.coach.id]);
    return work(tx);
  });
const idIn = async ({ organisation }: FullSchool, table: string): Promise<string> =>
  (await db.source.query<{ id: string }[]>(`select id from ${table} where organisation = $1`, [organisation]))[0]?.id ?? '';
const undo = new Error('undo');
/** What the work found, in a transaction that is rolled back. */
async function tried<Result>(school: FullSchool, role: DatabaseRole, work: (tx: Transaction) => Promise<Result>): Promise<Result | null> {
  let found: Result | null = null;
  await inside(school, role, async (tx) => {
    found = await work(tx);
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return found;
}

describe('two schools in one database', () => {
  test.each(allowed('select'))('%s sees the rows of its own school in %s, and none without one', async (role, table) => {
    const column = organisationOf(table);
    for (const school of [here, there]) {
      const seen = await inside(school, role, (tx) => tx.query<{ of: string }>(`select ${column} as of from ${table}`));
      expect(new Set(seen.map(({ of }) => of))).toEqual(new Set([school.organisation]));
    }
    expect(await db.database.as(role, null, (tx) => tx.query(`select ${column} from ${table}`))).toEqual([]);
  });

  test.each(allowed('insert'))('%s can write no row of another school into %s', async (role, table) => {
    const write = (organisation: string): Promise<unknown> =>
      tried(here, role, (tx) => tx.query(`insert into ${table} (${organisationOf(table)}) values ($1)`, [organisation]));
    const foreign = 'row-level security policy for table';
    await expect(write(there.organisation)).rejects.toThrow(foreign);
    await expect(write(here.organisation)).rejects.not.toThrow(foreign); // refused because it is not whole, not because of the school
  });

  test.each(allowed('update'))('%s changes no row of another school in %s', async (role, table, column) => {
    const changed = await tried(here, role, (tx) =>
      tx.query<{ of: string }>(`update ${table} set ${column} = ${column} returning ${organisationOf(table)} as of`),
    );
    expect(new Set(changed?.map(({ of }) => of))).toEqual(new Set([here.organisation]));
  });

  test.each(allowed('delete'))('%s deletes no row of another school in %s', async (role, table) => {
    const deleted = await tried(here, role, (tx) => tx.query<{ of: string }>(`delete from ${table} returning organisation as of`));
    expect(new Set(deleted?.map(({ of }) => of))).toEqual(new Set([here.organisation]));
  });

  test('a row of one school cannot lean on a row of the other, which no policy would see', async () => {
    const [id, hash] = [randomUUID(), `\\x${'00'.repeat(32)}`];
    const over = { sealed_at: '2026-12-10', released_at: null };
    const strangers: [string, object][] = [
      ['people.round', { id, ...over, leader: there.leader.id }],
      ['people.round', { id, ...over, coach: there.coach.id }],
      ['people.round', { id, ...over, framework: there.framework.id }],
      ['people.invitation', { id, token_hash: hash, round: there.round.id }],
      ['people.invitation', { id, token_hash: hash, person: there.leader.id }],
      ['people.group_progress', { round: there.round.id, rater_group: 'other' }],
      ['post.mail', { id, dedupe_key: id, person: there.leader.id }],
      ['post.mail_item', { invitation: await idIn(there, 'people.invitation'), kind: 'other' }],
      ['post.mail_item', { mail: await idIn(there, 'post.mail'), kind: 'other' }],
      ['post.mail_attempt', { mail: await idIn(there, 'post.mail'), n: 2 }],
    ];
    for (const [table, changed] of strangers) {
      const copy = db.source.query(
        `insert into ${table} select (jsonb_populate_record(t, $2)).* from ${table} t where organisation = $1 limit 1`,
        [here.organisation, changed],
      );
      await expect(copy).rejects.toMatchObject({ code: '23503' }); // foreign_key_violation
    }
  });

  test('row 62: fifty requests of both schools at once on one pool each see their own', async () => {
    const all = [...Array(50).keys()].map(async (at) => {
      const school = at % 2 === 0 ? here : there;
      const names = await inside(school, 'facet_people', (tx) => tx.query<{ id: string }>('select id from people.round'));
      expect(names).toEqual([{ id: school.round.id }]);
    });
    await Promise.all(all);
  });
});

describe('a colleague at the door of the survey', () => {
  const mine = (): { invitation: string; others: string[] } => ({
    invitation: invitations.get('Sam') ?? '',
    others: [...invitations.values()],
  });
  const invitations = new Map<string, string>();
  beforeEach(async () => {
    for (const name of here.raters)
      for (const { invitation } of await db.database.as('facet_survey', null, (tx) =>
        tx.query<{ invitation: string }>('select invitation from door.enter_survey($1)', [here.tokenHash(name)]),
      ))
        invitations.set(name, invitation);
  });

  test('sees one invitation and one envelope, their own', async () => {
    const { invitation } = mine();
    expect(invitations.size).toBe(3);
    for (const [table, column] of [
      ['people.invitation', 'id'],
      ['answers.envelope', 'invitation'],
    ] as const)
      expect(await inside(here, 'facet_survey', (tx) => tx.query(`select ${column} as id from ${table}`))).toEqual([{ id: invitation }]);
  });

  test('changes and deletes one envelope and one status, their own', async () => {
    const { invitation } = mine();
    for (const statement of [
      'update answers.envelope set stamp = stamp + 1 returning invitation as id',
      'delete from answers.envelope returning invitation as id',
      `update people.invitation set status = 'declined' returning id`,
    ])
      expect(await tried(here, 'facet_survey', (tx) => tx.query(statement))).toEqual([{ id: invitation }]);
  });

  test('cannot put an envelope in the name of another', async () => {
    const other = invitations.get('Jo') ?? '';
    await db.source.query('delete from answers.envelope where invitation = $1', [other]);
    const put = tried(here, 'facet_survey', (tx) =>
      tx.query(
        `insert into answers.envelope (invitation, organisation, round, stamp, box) values ($1, platform.organisation(), $2, 1, '')`,
        [other, here.round.id],
      ),
    );
    await expect(put).rejects.toThrow('row-level security');
  });

  test('finds nothing at all with a token that nobody has, or that was withdrawn', async () => {
    const enter = (hash: Buffer | null): Promise<unknown[]> =>
      db.database.as('facet_survey', null, async (tx) => {
        await tx.query('select * from door.enter_survey($1)', [hash]);
        return [...(await tx.query('select id from people.invitation')), ...(await tx.query('select id from people.round'))];
      });
    await db.source.query(`update people.invitation set status = 'revoked' where token_hash = $1`, [here.tokenHash('Kim')]);
    for (const hash of [null, Buffer.alloc(0), Buffer.alloc(32), here.tokenHash('Kim')]) expect(await enter(hash)).toEqual([]);
    expect(await enter(here.tokenHash('Sam'))).toHaveLength(2);
  });
});

test('the report knows leaders and coaches by name, and no colleague', async () => {
  const known = await inside(here, 'facet_report', (tx) => tx.query<{ id: string }>('select id from people.person'));
  expect(new Set(known.map(({ id }) => id))).toEqual(new Set([here.leader.id, here.coach.id]));
});

test('whom a reminder reaches has not answered, and only the role that sends mail sees it', async () => {
  const [mail, invitation] = [randomUUID(), await idIn(here, 'people.invitation')];
  await db.source.query(
    `insert into post.mail (id, organisation, dedupe_key, person, kind, not_before, give_up_at)
      values ($1, $2, $3, $4, 'reminder', '2026-12-01', 'infinity')`,
    [mail, here.organisation, mail, here.leader.id],
  );
  await db.source.query(
    `insert into post.mail_item (mail, organisation, invitation, kind, closes_at)
      values ($1, $2, $3, 'reminder', null), ($1, $2, $3, 'closing_soon', '2026-12-09')`,
    [mail, here.organisation, invitation],
  );
  await db.source.query(
    `insert into post.mail_return (mail, organisation, digest, kind, said, received_at) values ($1, $2, '', 'delayed', 'x', '2026-12-01')`,
    [mail, here.organisation],
  );
  for (const [role, table] of allowed('select').filter(([, name]) => name.startsWith('post.mail'))) {
    const column = table === 'post.mail' ? 'id' : 'mail';
    const seen = await inside(here, role, (tx) => tx.query<{ id: string }>(`select ${column} as id from ${table}`));
    const shown = role === 'facet_mail' && table !== 'post.mail_attempt';
    expect([role, table, seen.some(({ id }) => id === mail)]).toEqual([role, table, shown]);
  }
});

test('whether somebody was told of a cancelling, which whoever declined is not, is seen by the role that sends mail alone', async () => {
  const tell = async (became: string): Promise<string> => {
    const mail = randomUUID();
    await db.source.query(
      `insert into post.mail (id, organisation, dedupe_key, person, kind, about, not_before, give_up_at)
        values ($1, $2, $5, $3, 'round_cancelled', $4, '2026-12-01', 'infinity')`,
      [mail, here.organisation, here.leader.id, here.round.id, mail],
    );
    await db.source.query('update post.mail set state = $2 where id = $1', [mail, became]);
    return mail;
  };
  const mails = [await tell('sent'), await tell('cancelled')];
  const seen = async (role: DatabaseRole): Promise<number> =>
    (await inside(here, role, (tx) => tx.query('select id from post.mail where id = any($1)', [mails]))).length;
  expect([await seen('facet_people'), await seen('facet_mail')]).toEqual([0, 2]);
});

test('whom a mail tells that their answers could not be read has answered, and only the role that sends mail sees it', async () => {
  const mail = randomUUID();
  await db.source.query(
    `insert into post.mail (id, organisation, dedupe_key, person, kind, about, not_before, give_up_at)
      values ($1, $2, $5, $3, 'answers_unread', $4, '2026-12-01', 'infinity')`,
    [mail, here.organisation, here.leader.id, here.round.id, mail],
  );
  for (const [role] of allowed('select').filter(([, table]) => table === 'post.mail')) {
    const seen = await inside(here, role, (tx) => tx.query('select id from post.mail where id = $1', [mail]));
    expect([role, seen.length]).toEqual([role, role === 'facet_mail' ? 1 : 0]);
  }
});

test('an id that does not exist opens no organisation', async () => {
  const organisations = await db.database.as('facet_accounts', null, (tx) =>
    tx.query('select door.round_organisation($1) as id', [randomUUID()]),
  );
  expect(organisations).toEqual([{ id: null }]);
});
