import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { disclose, poolComments } from '@facet/domain-disclosure';
import { makeSnapshot, type Snapshot } from '@facet/domain-report';
import type { ConfidentialGroupCode } from '@facet/domain-round';
import { testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { SealedRounds, Snapshots } from './released';

const db = await testDatabase();
const [sealed, snapshots] = [new SealedRounds(), new Snapshots()];
let school: TestSchool;

beforeAll(async () => {
  school = await testSchool(db);
});
afterAll(() => db.drop());

/** Five peers who agree, and what of it may be shown. */
function released(): { snapshot: Snapshot; write: (round: string) => Promise<void> } {
  const { content: framework } = school.framework;
  const promise = {
    minimum: 3,
    commentMinimum: 5 as const,
    groups: [{ code: 'peer' as const, label: 'Peers', members: ['peer' as const] }],
  };
  const group: ConfidentialGroupCode = 'peer';
  const sheets = Array.from({ length: 5 }, (_, at) => ({
    ...{ group, ratings: { '1.1': 4, '2.1': at < 3 ? null : 2 } },
    comments: { '1': { seen: `words ${at}` } },
  }));
  const disclosure = disclose(framework, promise, sheets);
  const comments = poolComments(framework, promise, sheets, () => 0);
  const snapshot = makeSnapshot({ framework, minimum: 3, disclosure, comments, self: null, lineManagers: [] });
  const write = (round: string): Promise<void> =>
    db.database.as('facet_seal', school.organisation, async (tx) => {
      await sealed.writeCells(tx, round, disclosure);
      await sealed.writeComments(tx, round, comments);
      await sealed.writeSnapshot(tx, round, snapshot);
    });
  return { snapshot, write };
}

const read = (round: string): Promise<Snapshot | null> =>
  db.database.as('facet_report', school.organisation, (tx) => snapshots.ofRound(tx, round));

test('the numbers that were sealed are the numbers that are read, and a withheld cell is no row', async () => {
  const round = randomUUID();
  const { snapshot, write } = released();
  await write(round);
  expect(await read(round)).toEqual(snapshot);
  const cells: unknown = await db.source.query('select shown_group, behaviour, counts from answers.cell where round = $1', [round]);
  expect(cells).toEqual([{ shown_group: 'peer', behaviour: '1.1', counts: [0, 0, 0, 5, 0] }]);
  const [comments] = await db.source.query<{ count: string }[]>('select count(*) from answers.comment where round = $1', [round]);
  expect(comments?.count).toBe('5');
});

test('a round that is not sealed has no numbers', async () => expect(await read(randomUUID())).toBeNull());

test('numbers that somebody changed behind our back are refused instead of shown', async () => {
  const round = randomUUID();
  await released().write(round);
  await db.source.query('alter table answers.snapshot disable trigger snapshot_is_immutable');
  await db.source.query(`update answers.snapshot set content = replace(content, '"mean":4', '"mean":5') where round = $1`, [round]);
  await expect(read(round)).rejects.toThrow('is not what the seal wrote');
});
