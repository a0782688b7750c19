import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase } from '@facet/testing';
import { type FullSchool, fullSchool } from './two-schools';

const db = await testDatabase();
let school: FullSchool;
beforeAll(async () => {
  school = await fullSchool(db, 'school.test');
});
afterAll(() => db.drop());

const notesFor = (coach: string | null): Promise<unknown[]> =>
  db.database.as('facet_report', school.organisation, async (tx) => {
    if (coach !== null) await tx.query(`select set_config('facet.person', $1, true)`, [coach]);
    return tx.query('select content from desk.debrief_note');
  });

test('a coach’s notes are theirs alone, whatever a query forgets to ask: not a later coach’s, not the leader’s', async () => {
  expect(await notesFor(school.coach.id)).toEqual([{ content: 'x' }]);
  for (const person of [school.leader.id, school.administrator.id, randomUUID(), null]) expect(await notesFor(person)).toEqual([]);
});
