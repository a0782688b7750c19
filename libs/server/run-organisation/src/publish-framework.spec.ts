import { afterAll, expect, test } from '@jest/globals';
import type { Framework } from '@facet/domain-framework';
import { Frameworks } from '@facet/store-rounds';
import { testDatabase, testSchool } from '@facet/testing';
import { PublishFramework } from './publish-framework';

const db = await testDatabase();
afterAll(() => db.drop());
const frameworks = new Frameworks();
const publishFramework = new PublishFramework(db.database, frameworks);
const versions = async (name: string): Promise<number[]> => {
  const rows = await db.source.query<{ version: number }[]>('select version from people.framework where name = $1 order by version', [
    name,
  ]);
  return rows.map(({ version }) => version);
};

test('a framework is published as version 1, and the same one again is the same version', async () => {
  const { organisation, framework } = await testSchool(db, 'one.test');
  const content: Framework = { ...framework.content, name: 'Ours' };
  const first = await publishFramework.publish(organisation, content);
  const again = await publishFramework.publish(organisation, content);
  expect(first).toMatchObject({ version: 1, isNew: true, content });
  expect(again).toMatchObject({ id: first.id, version: 1, isNew: false });
});

test('row 30: a changed framework is a new version, and whoever holds the old one still reads the old words', async () => {
  const { organisation, framework } = await testSchool(db, 'two.test');
  const content: Framework = { ...framework.content, reflection: ['A new question?'] };
  expect(await publishFramework.publish(organisation, content)).toMatchObject({ version: 2, isNew: true });
  const old = await db.database.as('facet_people', organisation, (tx) => frameworks.byId(tx, framework.id));
  expect(old?.content).toEqual(framework.content);
});

test('going back to the words of an earlier version is a version of its own', async () => {
  const { organisation, framework } = await testSchool(db, 'three.test');
  await publishFramework.publish(organisation, { ...framework.content, reflection: [] });
  expect(await publishFramework.publish(organisation, framework.content)).toMatchObject({ version: 3, isNew: true });
});

test('ten people who publish the same framework at once publish it once', async () => {
  const { organisation, framework } = await testSchool(db, 'four.test');
  const content: Framework = { ...framework.content, name: 'At once' };
  const published = await Promise.all(Array.from({ length: 10 }, () => publishFramework.publish(organisation, content)));
  expect(published.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await versions('At once')).toEqual([1]);
});

test('another school sees nothing of it and begins with version 1', async () => {
  const one = await testSchool(db, 'five.test');
  const other = await testSchool(db, 'six.test');
  const content: Framework = { ...one.framework.content, name: 'In both' };
  await publishFramework.publish(one.organisation, content);
  expect(await publishFramework.publish(other.organisation, content)).toMatchObject({ version: 1, isNew: true });
});
