import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { FileVault } from '@facet/answer-links';
import { ownerOf, readAddress } from '@facet/domain-round';
import { asciiDomain } from '@facet/platform';
import { answerAs } from '@facet/store-answers-testing';
import { testConfiguration, testDatabase, type TestSchool, testSchool } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import fc from 'fast-check';

const db = await testDatabase();
const vault = new FileVault(testConfiguration(db).keysFolder);
afterAll(() => db.drop());

let school: TestSchool;
let round: TestRound;
let schools = 0;
beforeEach(async () => {
  school = await testSchool(db, `school${++schools}.test`);
  const raters = [{ name: 'Ada', group: 'self' as const }, ...['Sam', 'Jo', 'Kim'].map((name) => ({ name, group: 'peer' as const }))];
  round = await testRound(db, school, vault, { raters });
});

/** As the owner of the tables, who may do more than any request. */
const owner = (sql: string, ...parameters: unknown[]): Promise<{ id: string }[]> => db.source.query(sql, parameters);
const people = (sql: string, ...parameters: unknown[]) =>
  db.database.as('facet_people', school.organisation, (tx) => tx.query(sql, parameters));

async function person(email: string): Promise<string> {
  const id = randomUUID();
  await owner(`insert into people.person (id, organisation, name, email) values ($1, $2, 'Somebody', $3)`, id, school.organisation, email);
  return id;
}
const invite = (who: string, group: string) =>
  owner(
    `insert into people.invitation (id, organisation, round, person, rater_group, token_hash) values ($1, $2, $3, $4, $5, sha256($1::uuid::text::bytea))`,
    ...[randomUUID(), school.organisation, round.id, who, group],
  );
const ids = async (group: string): Promise<string[]> =>
  (await owner('select id from people.invitation where round = $1 and rater_group = $2 order by id', round.id, group)).map(({ id }) => id);

test('row 40: nobody who has been confirmed changes groups, and nobody becomes unconfirmed again', async () => {
  const [peer = ''] = await ids('peer');
  for (const change of [
    `rater_group = 'other'`,
    `rater_group = 'line_manager'`,
    'checked_at = null',
    `checked_at = checked_at + interval '1 day'`,
  ])
    for (const by of [owner, people])
      await expect(by(`update people.invitation set ${change} where id = $1`, peer)).rejects.toMatchObject({ code: 'FA006' });
});

test('a colleague who has not been confirmed may still be moved', async () => {
  await invite(await person('new@school.test'), 'peer');
  await people(
    `update people.invitation set rater_group = 'other' where round = $1 and checked_at is null and rater_group = 'peer'`,
    round.id,
  );
  expect(await ids('other')).toHaveLength(1);
});

test('the leader’s own view stays in no group, stays with the leader and stays in the round', async () => {
  const [own = ''] = await ids('self');
  const [peer = ''] = await ids('peer');
  const other = await person('other@school.test');
  for (const change of [`rater_group = 'peer'`, `person = '${other}'`, 'taken_out = true'])
    await expect(owner(`update people.invitation set ${change} where id = $1`, own)).rejects.toMatchObject({ code: 'FA006' });
  await expect(owner(`update people.invitation set rater_group = 'self', checked_at = null where id = $1`, peer)).rejects.toMatchObject({
    code: 'FA006',
  });
  await expect(people('select door.take_out($1)', own)).rejects.toMatchObject({ code: 'FA006' });
});

test('row 59: a colleague never becomes the coach of the round, under another capital or tag either', async () => {
  for (const [at, email] of ['Gus@Council.test', 'max+facet@council.test'].entries()) {
    await invite(await person(email), 'peer');
    const coach = await person(['gus@council.test', 'max@council.test'][at]?.replace('@', '+coach@') ?? '');
    for (const by of [owner, people])
      await expect(by('update people.round set coach = $2 where id = $1', round.id, coach)).rejects.toMatchObject({ code: 'FA007' });
  }
  const leader = await person(school.leader.email.replace('@', '+coach@'));
  await expect(owner('update people.round set coach = $2 where id = $1', round.id, leader)).rejects.toMatchObject({ code: 'FA007' });
});

test('row 59: a round is given to no administrator, under another capital or tag either', async () => {
  const give = (to: string) => owner('update people.round set coach = $2 where id = $1', round.id, to);
  for (const to of [school.administrator.id, await person(school.administrator.email.toUpperCase().replace('@', '+COACH@'))])
    await expect(give(to)).rejects.toMatchObject({ code: 'FA008' });
  await give(await person('cleo@council.test'));
});

test('row 59: the coach never becomes a confidential colleague of the round; a line manager may be the coach', async () => {
  const tagged = await person(school.coach.email.replace('@', '+me@'));
  for (const who of [school.coach.id, tagged])
    for (const group of ['peer', 'direct_report', 'other']) await expect(invite(who, group)).rejects.toMatchObject({ code: 'FA007' });
  await invite(tagged, 'line_manager');
  await expect(owner(`update people.invitation set rater_group = 'peer' where person = $1`, tagged)).rejects.toMatchObject({
    code: 'FA007',
  });
  const [peer = ''] = await ids('peer');
  await expect(people('update people.invitation set person = $2 where id = $1', peer, tagged)).rejects.toMatchObject({ code: 'FA007' });
});

test('whoever is taken out has no answers and no link any more, and does not come back', async () => {
  const token = round.token['Sam'] ?? '';
  await answerAs(db.database, vault, token, { ratings: { '1.1': 4 } });
  const [sam = ''] = (await owner('select invitation as id from answers.envelope where round = $1', round.id)).map(({ id }) => id);
  await people('select door.take_out($1)', sam);
  expect(await owner('select invitation from answers.envelope where round = $1', round.id)).toEqual([]);
  expect(await owner('select status, taken_out from people.invitation where id = $1', sam)).toEqual([
    { status: 'revoked', taken_out: true },
  ]);
  await expect(answerAs(db.database, vault, token, { ratings: { '1.1': 5 } })).rejects.toThrow();
  await expect(owner('update people.invitation set taken_out = false where id = $1', sam)).rejects.toMatchObject({ code: 'FA006' });
});

test('rows 43, 62: from inside one organisation nobody of another is taken out or starts afresh', async () => {
  await answerAs(db.database, vault, round.token['Sam'] ?? '', { ratings: { '1.1': 4 } });
  const before = await db.dump();
  const other = await testSchool(db, `other${schools}.test`);
  const peers = await ids('peer');
  const added = await db.dump();
  expect(added).not.toBe(before);
  for (const door of ['take_out', 'start_afresh'])
    for (const id of peers) await db.database.as('facet_people', other.organisation, (tx) => tx.query(`select door.${door}($1)`, [id]));
  expect(await db.dump()).toBe(added);
});

test('the database and the rules agree whose an address is', async () => {
  const letters = fc.array(fc.constantFrom('a', 'B', 'c', '+', '-', '_'), { maxLength: 8 }).map((parts) => parts.join(''));
  const address = fc.tuple(letters, letters).map(([local, tag]) => `x${local}+${tag}@School.test`);
  const addresses = fc.sample(
    fc.oneof(
      address,
      letters.map((local) => `x${local}@school.test`),
    ),
    500,
  );
  const rows = await db.source.query<{ email: string; owner: string }[]>(
    `select email, people.owner_of(email) as owner from unnest($1::text[]) as email`,
    [addresses],
  );
  const readable = rows.filter(({ email }) => typeof readAddress(email, asciiDomain) !== 'string');
  expect(readable.length).toBeGreaterThan(100);
  for (const { email, owner } of readable) expect([email, owner]).toEqual([email, ownerOf(email, asciiDomain)]);
});
