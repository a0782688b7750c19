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

test('row 17: when the coach corrects a refused address, the old link is dead and a mail with a new one leaves at once', async () => {
  await stage.coach.post(stage.at(path.confirmColleagues));
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
});

test('row 17: an address that works, the leader’s wish, and an address that is somebody else’s change nothing', async () => {
  await stage.coach.post(stage.at(path.confirmColleagues));
  const from = `sam@${stage.domain}`;
  const correct = (browser: TestBrowser, to: string) => () => browser.post(stage.at(path.address), { from, to });
  expect(await site.withoutTrace(409, correct(stage.coach, 'new@stage.school.test'))).toMatchObject({ code: 'address_works' });
  await refuse(from);
  await site.withoutTrace(403, correct(stage.leader, 'new@stage.school.test'));
  for (const to of ['', 'new@', 'a@x.test,b@x.test', `BO@${stage.domain}`, `ada+me@${stage.domain}`, stage.school.coach.email])
    expect(await site.withoutTrace(400, correct(stage.coach, to))).toMatchObject({ errors: [{ field: 'to' }] });
  await stage.afterClosing(0);
  await site.withoutTrace(409, correct(stage.coach, 'new@stage.school.test'));
});
