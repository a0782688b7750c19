import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, tokenHash, VAULT, type Vault } from '@facet/answer-links';
import { of, path, RoundView } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestBrowser, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { LaunchRoundModule } from '../launch-round.module';
import { type LaunchedRound, launchedRound } from './launched-round';

const launchedAt = '2026-11-24T12:00:00Z';
const modules = [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, LaunchRoundModule];
const site = await TestSite.open(launchedAt, modules);
afterAll(() => site.close());

let school: TestSchool;
let round: LaunchedRound<TestBrowser>;
let schools = 0;
beforeEach(async () => {
  await site.db.setClock(launchedAt);
  school = await testSchool(site.db, `school${++schools}.test`);
  round = await launchedRound(site, school);
});

/** Hours after the closing; whoever is at a browser signs in anew, because their sessions have gone idle. */
const afterClosing = async (hours: number) => {
  await site.db.setClock(new Date(Date.parse('2026-12-09T18:00:00Z') + hours * 3_600_000));
  round = { ...round, leader: await site.signedIn(school.leader.email), coach: await site.signedIn(school.coach.email) };
};

const refuse = (email: string) =>
  site.rows(
    `update post.mail set state = 'rejected', last_text = '550' where person = (select id from people.person where email = $1)`,
    email,
  );
const tokenOf = async (invitation: string) => {
  const [row] = await site.rows<{ version: number; token_hash: Buffer }>(
    'select version, token_hash from people.invitation where id = $1',
    invitation,
  );
  const secret = await site.app.get<Vault>(VAULT).get(round.id);
  return {
    version: row?.version,
    works: row?.token_hash.equals(tokenHash(secret?.token(invitation, row.version) ?? '') ?? Buffer.alloc(0)),
    hash: row?.token_hash,
  };
};

test('row 17: when the coach corrects a refused address, the old link is dead and a mail with a new one leaves at once', async () => {
  await round.coach.post(of(path.confirmColleagues, round.id));
  const from = `sam@school${schools}.test`;
  const [sam] = await site.rows<{ id: string }>(
    `select i.id from people.invitation i join people.person p on p.id = i.person where p.email = $1`,
    from,
  );
  const invitation = sam?.id ?? '';
  const before = await tokenOf(invitation);
  await refuse(from);
  const { status, body } = await round.coach.post(of(path.address, round.id), { from, to: ` Sam.Hill@SCHOOL${schools}.test ` });
  expect(status).toBe(200);
  const corrected = RoundView.parse(body).colleagues.find(({ name }) => name === 'Sam Hill');
  expect(corrected).toMatchObject({ email: `Sam.Hill@school${schools}.test`, needsFixing: null });
  const after = await tokenOf(invitation);
  expect(after).toMatchObject({ version: 2, works: true });
  expect(after.hash).not.toEqual(before.hash);
  expect(
    await site.rows(
      `select m.state, p.email, item.ordinal from post.mail_item item join post.mail m on m.id = item.mail join people.person p on p.id = m.person
        where item.invitation = $1 order by item.ordinal`,
      invitation,
    ),
  ).toEqual([
    { state: 'rejected', email: from, ordinal: 1 },
    { state: 'pending', email: `Sam.Hill@school${schools}.test`, ordinal: 2 },
  ]);
});

test('row 17: an address that works, the leader’s wish, and an address that is somebody else’s change nothing', async () => {
  await round.coach.post(of(path.confirmColleagues, round.id));
  const from = `sam@school${schools}.test`;
  const correct = (browser: TestBrowser, to: string) => () => browser.post(of(path.address, round.id), { from, to });
  expect(await site.withoutTrace(409, correct(round.coach, 'new@school.test'))).toMatchObject({ code: 'address_works' });
  await refuse(from);
  await site.withoutTrace(403, correct(round.leader, 'new@school.test'));
  for (const to of ['', 'new@', 'a@x.test,b@x.test', `BO@school${schools}.test`, `ada+me@school${schools}.test`, school.coach.email])
    expect(await site.withoutTrace(400, correct(round.coach, to))).toMatchObject({ errors: [{ field: 'to' }] });
  await afterClosing(0);
  await site.withoutTrace(409, correct(round.coach, 'new@school.test'));
});
