import { path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

const correct = (to: string, browser = stage.coach) => browser.post(stage.at(path.address), { from: `sam@${stage.domain}`, to });
/** Whom mails with an invitation that is theirs are for, held or free to leave; every other is dropped when it is its turn. */
const written = (held: boolean) =>
  site.rows<{ email: string }>(
    `select p.email from post.mail m join people.person p on p.id = m.person join post.mail_item item on item.mail = m.id
      join people.invitation i on i.id = item.invitation where i.round = $1 and i.rater_group = 'peer' and m.person = i.person and (m.not_before = 'infinity') = $2 order by 1`,
    ...[stage.round, held],
  );

test('row 17: before the list is confirmed the coach corrects any address, and only the right one is ever written to', async () => {
  const seen = (await stage.view(stage.coach)).list;
  expect((await correct(`samuel@${stage.domain}`)).status).toBe(200);
  expect(await written(false)).toEqual([]);
  expect(await written(true)).toContainEqual({ email: `samuel@${stage.domain}` });
  await site.withoutTrace(409, () => stage.coach.post(stage.at(path.confirmColleagues), { list: seen }));
  expect((await stage.confirm()).status).toBe(200);
  const emails = (await written(false)).map(({ email }) => email);
  expect(emails).toEqual([`bo@${stage.domain}`, `kim@${stage.domain}`, 'lee@council.test', `samuel@${stage.domain}`]);
  expect(await site.rows(`select from post.mail where kind = 'link_replaced' and about = $1`, stage.round)).toEqual([]);
  await site.withoutTrace(409, () => stage.coach.post(stage.at(path.address), { from: `samuel@${stage.domain}`, to: 'other@x.test' }));
});

test('row 17: before the confirmation, too, an address is not corrected to somebody else’s, to several, or by the leader', async () => {
  for (const to of ['new@', 'a@x.test,b@x.test', `BO@${stage.domain}`, `ada+me@${stage.domain}`, stage.school.coach.email])
    expect(await site.withoutTrace(400, () => correct(to))).toMatchObject({ errors: [{ field: 'to' }] });
  await site.withoutTrace(404, () => correct(`samuel@${stage.domain}`, stage.leader));
});
