import { afterAll, expect, test } from '@jest/globals';
import { testDatabase, testSchool } from '@facet/testing';

const db = await testDatabase();
const { organisation } = await testSchool(db, 'here.test');
afterAll(() => db.drop());

interface Left {
  readonly role: string;
  readonly organisation: string | null;
}

/** What the connections of the pool have in force once nobody uses them: more of them than the pool keeps. */
const left = async (): Promise<Left[]> => {
  const asked = Array.from({ length: 12 }, () =>
    db.source.query<Left[]>(`select current_user::text as role, nullif(current_setting('facet.organisation', true), '') as organisation`),
  );
  return (await Promise.all(asked)).flat();
};

test.each(['committed', 'rolled back'])(
  'a connection goes back to the pool as nobody and for no school after work that was %s',
  async (end) => {
    const [before] = await left();
    const work = Array.from({ length: 12 }, () =>
      db.database.as('facet_people', organisation, async (tx) => {
        const [inside] = await tx.query<Left>(
          `select current_user::text as role, current_setting('facet.organisation', true) as organisation`,
        );
        expect(inside).toEqual({ role: 'facet_people', organisation });
        if (end === 'rolled back') throw new Error('undo');
      }),
    );
    await Promise.allSettled(work);
    expect(new Set((await left()).map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ role: before?.role, organisation: null })]),
    );
  },
);
