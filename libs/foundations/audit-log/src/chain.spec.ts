import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DatabaseRole } from '@facet/platform';
import { testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { holdsHash, recordEvent, recordEventIn, walkChain } from './index';

const db = await testDatabase();
let school: TestSchool;
beforeEach(async () => {
  await db.setClock('2026-11-24T09:00:00Z');
  school = await testSchool(db, `${randomUUID()}.test`);
});
afterAll(() => db.drop());

const signsIn = (person: string, role: DatabaseRole = 'facet_people'): Promise<void> =>
  db.database.as(role, school.organisation, (tx) => {
    recordEvent(tx, { kind: 'signed_in', by: { person }, detail: { method: 'mailed code' } });
    return Promise.resolve();
  });
const several = async (times: number): Promise<void> => {
  for (let time = 0; time < times; time++) await signsIn(school.coach.id);
};
const found = (): ReturnType<typeof walkChain> => walkChain(db.source, school.organisation);
/** As whoever has the database in their hands, and can put the rules to sleep. */
const tamper = (sql: string): Promise<unknown> =>
  db.source.transaction(async (tx) => {
    await tx.query('alter table audit.entry disable trigger user');
    await tx.query(sql, [school.organisation]);
    await tx.query('alter table audit.entry enable trigger user');
  });

describe('what is written', () => {
  test('comes with what it tells of, or not at all', async () => {
    const undone = db.database.as('facet_people', school.organisation, (tx) => {
      recordEvent(tx, { kind: 'hours_changed', by: { person: school.administrator.id }, detail: {} });
      return Promise.reject(new Error('undo'));
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await found()).toMatchObject({ fits: true, entries: 0 });
    await several(2);
    expect(await found()).toMatchObject({ fits: true, entries: 2, last: { number: 2 } });
  });

  test('several events of one transaction keep their order, and a detail with any letters in it fits', async () => {
    await db.database.as('facet_people', school.organisation, (tx) => {
      const by = { person: school.administrator.id };
      recordEvent(tx, { kind: 'framework_published', by, detail: { framework: 'Ä “line”\nbreak 🎈\\', version: 2 } });
      recordEvent(
        tx,
        { kind: 'person_disabled', by, person: school.coach.id, detail: {} },
        { kind: 'backup_taken', by: 'operator', detail: {} },
      );
      return Promise.resolve();
    });
    expect(await found()).toMatchObject({ fits: true, entries: 3 });
    const kinds = await db.source.query<{ kind: string }[]>('select kind from audit.entry where organisation = $1 order by number', [
      school.organisation,
    ]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['framework_published', 'person_disabled', 'backup_taken']);
  });

  test('goes into the log of the school that is meant where work belongs to none yet', async () => {
    const other = await testSchool(db, `${randomUUID()}.test`);
    await db.database.as('facet_accounts', null, (tx) => {
      for (const { organisation, coach } of [school, other])
        recordEventIn(tx, organisation, { kind: 'signed_in', by: { person: coach.id }, detail: { method: 'mailed code' } });
      return Promise.resolve();
    });
    for (const { organisation, coach } of [school, other])
      expect(await db.source.query('select number, actor from audit.entry where organisation = $1', [organisation])).toEqual([
        { number: 1, actor: coach.id },
      ]);
  });

  test('thirty who write at the same moment make one chain', async () => {
    await Promise.all(Array.from({ length: 30 }, () => signsIn(school.coach.id)));
    expect(await found()).toMatchObject({ fits: true, entries: 30, last: { number: 30 } });
  });

  test('nothing can be written by whoever answers, nor by the mail', async () => {
    for (const role of ['facet_survey', 'facet_mail'] as const)
      await expect(signsIn(school.coach.id, role)).rejects.toMatchObject({ code: '42501' });
    expect(await found()).toMatchObject({ entries: 0 });
  });
});

describe('what is refused by the database', () => {
  const roles: DatabaseRole[] = [
    'facet_people',
    'facet_survey',
    'facet_seal',
    'facet_report',
    'facet_mail',
    'facet_accounts',
    'facet_erase',
  ];
  const statements = [
    `update audit.entry set kind = 'signed_out'`,
    'delete from audit.entry',
    'truncate audit.entry',
    'update audit.chain set last_number = 0',
    'delete from audit.chain',
    'insert into audit.entry select * from audit.entry',
  ];

  test.each(statements)('to every role: %s', async (statement) => {
    await several(1);
    for (const role of roles)
      await expect(db.database.as(role, school.organisation, (tx) => tx.query(statement))).rejects.toMatchObject({ code: '42501' });
  });

  test.each(statements.slice(0, 3))('and to the owner of the tables: %s', async (statement) => {
    await several(1);
    await expect(db.source.query(statement)).rejects.toMatchObject({ code: 'FA011' });
    expect(await found()).toMatchObject({ fits: true, entries: 1 });
  });
});

describe('what is found by walking along the chain', () => {
  test.each([
    ['a changed kind', `kind = 'signed_out'`],
    ['another person', 'actor = gen_random_uuid()'],
    ['another moment', `at = at + interval '1 microsecond'`],
    ['another detail', `detail = '{"method":"one-time link"}'`],
    ['a round that was not there', 'round = gen_random_uuid()'],
  ])('%s', async (_, change) => {
    await several(3);
    await tamper(`update audit.entry set ${change} where organisation = $1 and number = 2`);
    expect(await found()).toEqual({ fits: false, number: 2, why: 'changed' });
  });

  test('a changed entry whose hash was taken anew', async () => {
    await several(3);
    await tamper(`update audit.entry set kind = 'signed_out', hash = sha256('other') where organisation = $1 and number = 1`);
    expect(await found()).toEqual({ fits: false, number: 1, why: 'changed' });
    await tamper(`update audit.entry set previous = sha256('other') where organisation = $1 and number = 2`);
    expect(await found()).toMatchObject({ fits: false, number: 1 });
  });

  test.each([1, 2, 3])('that entry %i of three was removed, the last one too', async (number) => {
    await several(3);
    await tamper(`delete from audit.entry where organisation = $1 and number = ${number}`);
    expect(await found()).toEqual({ fits: false, number, why: 'missing' });
  });

  test('that the whole log was removed, or its end with it', async () => {
    await several(2);
    await tamper('delete from audit.entry where organisation = $1');
    expect(await found()).toEqual({ fits: false, number: 1, why: 'missing' });
  });

  test('that an entry was put in behind the end', async () => {
    await several(2);
    await tamper(`insert into audit.entry select organisation, 3, at, kind, doer, actor, person, round, detail, hash, hash
      from audit.entry where organisation = $1 and number = 2`);
    expect(await found()).toMatchObject({ fits: false, number: 3 });
  });

  test('a last entry that went together with the end of the chain is missed by whoever wrote its hash down', async () => {
    await several(3);
    const before = await found();
    const hash = before.fits ? before.last.hash : '';
    expect(await holdsHash(db.source, school.organisation, hash)).toBe(true);
    await tamper('delete from audit.entry where organisation = $1 and number = 3');
    await db.source.query(
      `update audit.chain c set last_number = 2, last_hash = (select hash from audit.entry e where e.organisation = $1 and number = 2)
        where organisation = $1`,
      [school.organisation],
    );
    expect(await found()).toMatchObject({ fits: true, entries: 2 });
    expect(await holdsHash(db.source, school.organisation, hash)).toBe(false);
  });
});

describe('after twenty-four months', () => {
  const shorten = (): Promise<{ gone: number }[]> =>
    db.database.as('facet_erase', school.organisation, (tx) => tx.query<{ gone: number }>('select door.shorten_log($1) as gone', [tx.now]));

  test('the oldest entries go, not a day before, and the rest still fits', async () => {
    await several(2);
    await db.setClock('2027-03-01T09:00:00Z');
    await several(2);
    await db.setClock('2028-11-24T08:59:59Z');
    expect(await shorten()).toEqual([{ gone: 0 }]);
    await db.setClock('2028-11-24T09:00:00Z');
    expect(await shorten()).toEqual([{ gone: 2 }]);
    expect(await shorten()).toEqual([{ gone: 0 }]);
    expect(await found()).toMatchObject({ fits: true, entries: 2, last: { number: 4 } });
    await several(1);
    expect(await found()).toMatchObject({ fits: true, entries: 3, last: { number: 5 } });
    await tamper('delete from audit.entry where organisation = $1 and number = 3');
    expect(await found()).toEqual({ fits: false, number: 3, why: 'missing' });
  });

  test('a log in which nothing happened since goes as a whole, and begins anew where it ended', async () => {
    await several(2);
    await db.setClock('2029-01-01T09:00:00Z');
    expect(await shorten()).toEqual([{ gone: 2 }]);
    expect(await found()).toMatchObject({ fits: true, entries: 0, last: { number: 2 } });
    await several(1);
    expect(await found()).toMatchObject({ fits: true, entries: 1, last: { number: 3 } });
  });
});
