import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase, testSchool } from '@facet/testing';
import { installDemoClock } from './demo-clock';
import { keepDemoApart } from './keep-demo-apart';

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
});
afterEach(() => db.drop());

test('a new database becomes either', async () => {
  await keepDemoApart(db.source, true);
  await keepDemoApart(db.source, false);
});

test('a school that forgot its mail server is not turned into a demo', async () => {
  await testSchool(db);
  await expect(keepDemoApart(db.source, true)).rejects.toThrow('SMTP_URL is missing');
  await keepDemoApart(db.source, false);
});

test('real mail does not leave from a demo', async () => {
  await installDemoClock(db.source);
  await testSchool(db);
  await expect(keepDemoApart(db.source, false)).rejects.toThrow('made in demo mode');
  await keepDemoApart(db.source, true);
});
