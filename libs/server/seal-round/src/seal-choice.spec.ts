import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault } from '@facet/answer-links';
import { of, path, SealChoice } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { EnvelopesModule } from '@facet/store-answers-envelopes';
import { ReleasedModule, Snapshots } from '@facet/store-answers-released';
import { answerAs } from '@facet/store-answers-testing';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestSchool, testSchool, TestSite } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { SealRoundModule } from './seal-round.module';

const modules = [AccountsModule, AnswerLinksModule, EnvelopesModule, MailModule, ReleasedModule, StoreRoundsModule, SealRoundModule];
const site = await TestSite.open('2026-11-24T12:00:00Z', modules);
const vault = new FileVault(site.configuration.keysFolder);
let school: TestSchool;
let round: TestRound;
afterAll(() => site.close());
beforeEach(() => begin());

const open = '2026-11-24T12:00:00Z';
const peers = ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => ({ name, group: 'peer' as const }));
const reports = ['Ali', 'Bea', 'Cal'].map((name) => ({ name, group: 'direct_report' as const }));
async function begin(domain?: string): Promise<void> {
  await site.db.setClock(open);
  school = await testSchool(site.db, domain);
  const raters = [{ name: 'Ada Okafor', group: 'self' as const }, ...peers, ...reports];
  round = await testRound(site.db, school, vault, { raters, closesAt: '2026-12-09T18:00:00Z' });
}

const answer = (name: string, seen = ''): Promise<void> =>
  answerAs(
    site.db.database,
    vault,
    round.token[name] ?? '',
    { ratings: { '1.1': 4, '2.1': 4 }, comments: seen ? { '1': { seen } } : {} },
    true,
  );
const close = (): Promise<void> => site.db.setClock('2026-12-09T18:15:00Z');
const choice = async (): Promise<SealChoice> =>
  SealChoice.parse((await (await site.signedIn(school.coach.email)).get(of(path.seal, round.id))).body);
/** As the coach does it, while the round is open. */
const takeOut = (name: string): Promise<unknown> =>
  site.rows(
    `with found as (select i.id, i.organisation from people.invitation i join people.person p on p.id = i.person where i.round = $1 and p.name = $2),
      gone as (delete from answers.envelope where invitation in (select id from found))
      update people.invitation set taken_out = true, status = 'revoked', checked_at = coalesce(checked_at, '2026-11-24') where id in (select id from found)`,
    round.id,
    name,
  );

test('whether somebody whom the coach took out had answered, the coach cannot read at the closing', async () => {
  const told: string[][] = [];
  for (const had of [true, false]) {
    for (const name of had ? ['Sam', 'Jo', 'Kim'] : ['Jo', 'Kim', 'Lee']) await answer(name);
    await takeOut('Sam');
    await close();
    told.push((await choice()).words);
    await begin('next.test');
  }
  expect(told[0]).toEqual(told[1]);
  expect(told[0]?.[0]).toBe('Peers will be shown, by itself or together with others, if enough have answered.');
});

test('where nobody was taken out the coach reads what would be shown', async () => {
  for (const name of ['Sam', 'Jo', 'Kim']) await answer(name);
  await close();
  expect((await choice()).words[0]).toBe('“Peers” and “Direct reports” will be shown together as “Colleagues, together”.');
});

test('the coach may leave out a group that misses its promise: it is in no number, and its comments are in no list', async () => {
  for (const name of ['Sam', 'Jo', 'Kim', 'Lee', 'Ali']) await answer(name, `seen by ${name}`);
  await close();
  expect((await choice()).leaveOut).toEqual([
    {
      groups: ['direct_report'],
      label: 'Direct reports',
      words: [
        'Peers will be shown.',
        'Direct reports will be left out of every number.',
        'Comments from confidential colleagues will not be shown: too few have answered.',
      ],
    },
  ]);
  const coach = await site.signedIn(school.coach.email);
  const seal = (request: object) => coach.post(of(path.seal, round.id), request);
  const keeps = await seal({ leaveOut: ['peer'] });
  expect([keeps.status, JSON.stringify(keeps.body)]).toEqual([409, expect.stringContaining('Only a group that misses')]);
  expect((await seal({ leaveOut: ['direct_report'] })).status).toBe(204);
  const report = await site.db.database.as('facet_report', school.organisation, (tx) => site.app.get(Snapshots).ofRound(tx, round.id));
  expect(report?.groups).toMatchObject([
    { code: 'peer', raters: 4, withheld: null },
    { code: 'direct_report', raters: null, withheld: 'group_left_out' },
  ]);
  expect(report?.qualities[0]?.behaviours[0]?.allOthers).toMatchObject({ n: 4 });
  expect(JSON.stringify(report)).not.toContain('seen by');
});

test('nothing is sealed where leaving groups out would leave nothing to show', async () => {
  for (const name of ['Sam', 'Jo', 'Ali', 'Bea']) await answer(name);
  await close();
  expect((await choice()).leaveOut).toEqual([]);
  const refused = await (await site.signedIn(school.coach.email)).post(of(path.seal, round.id), { leaveOut: ['direct_report'] });
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([409, expect.stringContaining('nothing could be shown')]);
  expect(await site.rows('select 1 from people.round where id = $1 and sealed_at is null', round.id)).toHaveLength(1);
});
