import { path, RoundView } from '@facet/contract';
import { type TestBrowser, testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

const sam = (): string => `sam@${stage.domain}`;
const right = (): string => `sam.hill@${stage.domain}`;
const refuse = () =>
  site.rows(
    `update post.mail set state = 'rejected', last_text = '550' where person = (select id from people.person where email = $1)`,
    sam(),
  );
const propose = (to = right(), browser: TestBrowser = stage.leader) => browser.post(stage.at(path.proposeAddress), { from: sam(), to });
const keep = () => stage.coach.post(stage.at(path.keepAddress), { email: sam() });
const links = () =>
  site.rows('select version, token_hash, status from people.invitation where round = $1 and version > 0 order by id', stage.round);
const answered = () =>
  site.rows(
    `with sam as (update people.invitation i set status = 'answered' from people.person p where p.id = i.person and p.email = $1 returning i.*)
      insert into answers.envelope select id, organisation, round, 3, 'ciphertext' from sam`,
    sam(),
  );
const mailsOf = async (kind: string): Promise<number> =>
  (await stage.mails()).filter((mail) => mail.kind === kind).reduce((sum, { mails }) => sum + mails, 0);
const reached = () =>
  site.rows(
    `select p.email, m.state from post.mail m join people.person p on p.id = m.person join post.mail_item item on item.mail = m.id
      join people.invitation i on i.id = item.invitation and i.person = p.id where i.round = $1 and p.email in ($2, $3)`,
    ...[stage.round, sam(), right()],
  );

test('row 17: what the leader puts right waits for the coach, and until then the old link and every answer stay', async () => {
  await stage.confirm();
  await answered();
  await refuse();
  const before = await links();
  const asked = await propose(` Sam.Hill@${stage.domain.toUpperCase()} `);
  expect(asked.status).toBe(200);
  expect(RoundView.parse(asked.body).colleagues).toContainEqual(
    expect.objectContaining({ email: sam(), proposed: `Sam.Hill@${stage.domain}`, checked: true, marks: [] }),
  );
  expect(await links()).toEqual(before);
  expect(await site.rows('select 1 from answers.envelope where round = $1', stage.round)).toHaveLength(1);
  expect([await mailsOf('check_additions'), await mailsOf('link_replaced')]).toEqual([1, 0]);
  expect((await stage.view(stage.coach)).next).toBe(
    'Please check what Ada Okafor has changed on the list: invitations leave when you confirm it.',
  );
});

test('row 17: when the coach confirms it the old link is dead, the page begins empty, and one mail leaves, however often it is pressed', async () => {
  await stage.confirm();
  await answered();
  await refuse();
  await propose();
  const before = await links();
  const { list } = await stage.view(stage.coach);
  const presses = await Promise.all([1, 2].map(() => stage.coach.post(stage.at(path.confirmColleagues), { list })));
  expect(presses.map(({ status }) => status)).toEqual([200, 200]);
  expect((await stage.view(stage.leader)).colleagues.map(({ email, proposed }) => [email, proposed])).toContainEqual([right(), null]);
  const after = await links();
  expect(after.filter((link) => !before.some((old) => JSON.stringify(old) === JSON.stringify(link)))).toEqual([
    expect.objectContaining({ version: 2, status: 'invited' }),
  ]);
  expect(await site.rows('select 1 from answers.envelope where round = $1', stage.round)).toEqual([]);
  expect(await reached()).toEqual([{ email: right(), state: 'pending' }]);
  expect(await mailsOf('link_replaced')).toBe(1);
});

test('the leader and the coach read and the database holds the same, whether or not the colleague had answered', async () => {
  const played = async (hasAnswered: boolean) => {
    await stage.begin();
    await stage.confirm();
    if (hasAnswered) await answered();
    await refuse();
    await propose();
    await stage.confirm();
    const seen = [await stage.view(stage.leader), await stage.view(stage.coach)].map(({ colleagues, progress, next }) => ({
      colleagues,
      progress,
      next,
    }));
    return JSON.stringify([seen, await stage.mails()]).replaceAll(stage.domain, 'here');
  };
  expect(await played(true)).toBe(await played(false));
});

test('asking twice for the same address tells the coach once, and another address takes its place', async () => {
  await stage.confirm();
  await refuse();
  await propose();
  const seen = (await stage.view(stage.coach)).list;
  await site.withoutTrace(200, () => propose());
  expect(await mailsOf('check_additions')).toBe(1);
  await propose(`samuel@${stage.domain}`);
  expect(await mailsOf('check_additions')).toBe(2);
  await site.withoutTrace(409, () => stage.coach.post(stage.at(path.confirmColleagues), { list: seen }));
});

test('row 10: an address that looks like the leader’s own is marked for the coach, who keeps the old one: its link and answers stay', async () => {
  await stage.confirm();
  await answered();
  await refuse();
  const before = await links();
  await propose('ada.okafor@mail.test');
  const marks = (await stage.view(stage.coach)).colleagues.find(({ email }) => email === sam())?.marks;
  expect(marks).toContain('May be Ada Okafor’s own');
  expect((await stage.view(stage.leader)).colleagues.flatMap((one) => one.marks)).toEqual([]);
  expect((await keep()).status).toBe(200);
  expect(await links()).toEqual(before);
  expect(await site.rows('select 1 from answers.envelope where round = $1', stage.round)).toHaveLength(1);
  expect((await stage.view(stage.leader)).colleagues.every(({ proposed }) => proposed === null)).toBe(true);
  await site.withoutTrace(200, keep);
});

test('a colleague who waits for the coach’s check anyway is on the list with the right address, and no link has to die', async () => {
  await refuse();
  expect((await propose()).status).toBe(200);
  expect([await mailsOf('check_additions'), await mailsOf('link_replaced')]).toEqual([0, 0]);
  expect((await stage.view(stage.coach)).colleagues).toContainEqual(
    expect.objectContaining({ email: right(), checked: false, proposed: null }),
  );
});

test('an address that waits for the check belongs to nobody else: not to another colleague, and not to one who is added', async () => {
  await stage.confirm();
  await refuse();
  await propose();
  await site.withoutTrace(400, () => stage.leader.post(stage.at(path.colleagues), { colleagues: `Sam Hill <${right()}>, peer` }));
});

test('row 17: an address that works, one that is somebody else’s, the coach’s wish and a closed round change nothing', async () => {
  await stage.confirm();
  expect(await site.withoutTrace(409, () => propose())).toMatchObject({ code: 'address_works' });
  await refuse();
  await site.withoutTrace(403, () => propose(right(), stage.coach));
  for (const to of ['new@', 'a@x.test,b@x.test', `BO@${stage.domain}`, `ada+me@${stage.domain}`, stage.school.coach.email])
    expect(await site.withoutTrace(400, () => propose(to))).toMatchObject({ errors: [{ field: 'to' }] });
  await propose();
  await site.withoutTrace(404, () => stage.leader.post(stage.at(path.keepAddress), { email: sam() }));
  await stage.afterClosing(0);
  expect(await site.withoutTrace(409, keep)).toMatchObject({ code: 'no_longer_open' });
  await site.withoutTrace(409, () => propose(`samuel@${stage.domain}`));
});
