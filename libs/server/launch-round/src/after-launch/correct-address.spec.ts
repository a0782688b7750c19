import { tokenHash, VAULT, type Vault } from '@facet/answer-links';
import { path, RoundView } from '@facet/contract';
import { type TestBrowser, testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

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
  const secret = await site.app.get<Vault>(VAULT).get(stage.round);
  return {
    version: row?.version,
    works: row?.token_hash.equals(tokenHash(secret?.token(invitation, row.version) ?? '') ?? Buffer.alloc(0)),
    hash: row?.token_hash,
  };
};

test('a corrected address begins anew, so that the group’s word is told at closing, whatever had been answered at the old one', async () => {
  await stage.confirm();
  const from = `sam@${stage.domain}`;
  await refuse(from);
  await site.rows(
    `insert into people.group_progress select id, organisation, 'peer', true, '2026-11-25' from people.round where id = $1`,
    stage.round,
  );
  expect((await stage.view(stage.coach)).progress).toEqual([{ label: 'Peers', word: 'enough' }]);
  await stage.coach.post(stage.at(path.address), { from, to: `sam.hill@${stage.domain}` });
  expect((await stage.view(stage.coach)).progress).toEqual([{ label: 'Peers', word: 'told at closing' }]);
});

test('row 17: when the coach corrects a refused address, the old link is dead and a mail with a new one leaves at once', async () => {
  await stage.confirm();
  const from = `sam@${stage.domain}`;
  const [sam] = await site.rows<{ id: string }>(
    `select i.id from people.invitation i join people.person p on p.id = i.person where p.email = $1`,
    from,
  );
  const invitation = sam?.id ?? '';
  const before = await tokenOf(invitation);
  await refuse(from);
  const { status, body } = await stage.coach.post(stage.at(path.address), { from, to: ` Sam.Hill@${stage.domain.toUpperCase()} ` });
  expect(status).toBe(200);
  const corrected = RoundView.parse(body).colleagues.find(({ name }) => name === 'Sam Hill');
  expect(corrected).toMatchObject({ email: `Sam.Hill@${stage.domain}`, needsFixing: null });
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
    { state: 'pending', email: `Sam.Hill@${stage.domain}`, ordinal: 2 },
  ]);
  const told = `select p.email from post.mail m join people.person p on p.id = m.person where m.kind = 'link_replaced' and m.about = $1`;
  expect(await site.rows(told, stage.round)).toEqual([{ email: from }]);
});

test('row 17: whatever was answered with the link of a refused mail is deleted, and the new page begins empty', async () => {
  await stage.confirm();
  const from = `sam@${stage.domain}`;
  await site.rows(
    `with sam as (update people.invitation i set status = 'answered' from people.person p where p.id = i.person and p.email = $1 returning i.*)
      insert into answers.envelope select id, organisation, round, 3, 'ciphertext' from sam`,
    from,
  );
  await refuse(from);
  expect((await stage.coach.post(stage.at(path.address), { from, to: `samuel@${stage.domain}` })).status).toBe(200);
  expect(await site.rows('select 1 from answers.envelope where round = $1', stage.round)).toEqual([]);
  expect(await site.rows('select distinct status from people.invitation where round = $1', stage.round)).toEqual([{ status: 'invited' }]);
});

test('the leader’s own invitation is not led to another address, even where the mail server refused it', async () => {
  const from = stage.school.leader.email;
  await refuse(from);
  const correct = () => stage.coach.post(stage.at(path.address), { from, to: `other@${stage.domain}` });
  expect(await site.withoutTrace(409, correct)).toMatchObject({ code: 'the_leader' });
});

test('an address is not corrected to that of somebody who was taken out', async () => {
  await stage.coach.post(stage.at(path.takeOut), { email: `bo@${stage.domain}` });
  await stage.confirm();
  await refuse(`sam@${stage.domain}`);
  await site.withoutTrace(400, () => stage.coach.post(stage.at(path.address), { from: `sam@${stage.domain}`, to: `bo@${stage.domain}` }));
});

test('row 17: an address that works, the leader’s wish, and an address that is somebody else’s change nothing', async () => {
  await stage.confirm();
  const from = `sam@${stage.domain}`;
  const correct = (browser: TestBrowser, to: string) => () => browser.post(stage.at(path.address), { from, to });
  expect(await site.withoutTrace(409, correct(stage.coach, 'new@stage.school.test'))).toMatchObject({ code: 'address_works' });
  await refuse(from);
  await site.withoutTrace(404, correct(stage.leader, 'new@stage.school.test'));
  for (const to of ['', 'new@', 'a@x.test,b@x.test', `BO@${stage.domain}`, `ada+me@${stage.domain}`, stage.school.coach.email])
    expect(await site.withoutTrace(400, correct(stage.coach, to))).toMatchObject({ errors: [{ field: 'to' }] });
  await stage.afterClosing(0);
  await site.withoutTrace(409, correct(stage.coach, 'new@stage.school.test'));
});
