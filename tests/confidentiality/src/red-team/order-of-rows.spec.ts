import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EnvelopesOfRound } from '@facet/store-answers-envelopes';
import { answerAs } from '@facet/store-answers-testing';
import { FileVault } from '@facet/answer-links';
import { testConfiguration, testDatabase, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import pg from 'pg';
import { rankCorrelation, reachOfChance } from './rank-correlation';

// The smaller a table, the rather PostgreSQL reads it from its beginning to its end: a school's first rounds.
const ROUNDS = 20;
const names = ['Ali', 'Bea', 'Cal', 'Jo', 'Kim', 'Lee', 'Max', 'Sam'];
const db = await testDatabase();
const vault = new FileVault(testConfiguration(db).keysFolder);
const superuser = new pg.Client(db.superuserUrl);

beforeAll(async () => {
  await superuser.connect();
  for (const way of ['indexscan', 'bitmapscan', 'indexonlyscan']) await superuser.query(`alter role facet set enable_${way} = off`);
  await db.source.destroy();
  await db.source.initialize();
});
afterAll(async () => {
  await superuser.end();
  await db.drop();
});

/** Of one round in which everybody has answered: who, first to last, and how their invitations lie before and after all is forgotten. */
async function lie(): Promise<{ answered: string[]; before: string[]; after: string[] }> {
  const school = await testSchool(db);
  const round = await testRound(db, school, vault, { raters: names.map((name) => ({ name, group: 'peer' })) });
  const rows = async (): Promise<string[]> => {
    const { rows } = await superuser.query<{ name: string }>(
      'select p.name from people.invitation i join people.person p on p.id = i.person where i.round = $1 order by i.ctid',
      [round.id],
    );
    return rows.map(({ name }) => name);
  };
  const answered = names.toSorted((a, b) => ((round.token[a] ?? '') < (round.token[b] ?? '') ? -1 : 1));
  for (const name of answered) await answerAs(db.database, vault, round.token[name] ?? '', { ratings: { '1.1': 4 } });
  const before = await rows();
  await db.database.as('facet_seal', school.organisation, (tx) => new EnvelopesOfRound().forgetWhoAnswered(tx, round.id));
  return { answered, before, after: await rows() };
}

test('where the invitations of a sealed round lie says nothing of the order in which people have answered', async () => {
  const rounds: Awaited<ReturnType<typeof lie>>[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await lie());
  const mean = (when: 'before' | 'after'): number =>
    rounds.reduce((sum, { answered, ...rows }) => sum + rankCorrelation(answered, rows[when]), 0) / ROUNDS;
  expect(mean('before')).toBeGreaterThan(0.5);
  expect(Math.abs(mean('after'))).toBeLessThan(reachOfChance(names.length, ROUNDS));
});
