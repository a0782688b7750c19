import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault } from '@facet/answer-links';
import { of, path, SealChoice } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { EnvelopesModule } from '@facet/store-answers-envelopes';
import { ReleasedModule } from '@facet/store-answers-released';
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

const answer = (name: string): Promise<void> =>
  answerAs(site.db.database, vault, round.token[name] ?? '', { ratings: { '1.1': 4, '2.1': 4 }, comments: {} }, true);
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
