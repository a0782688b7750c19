import { path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

const takeOut = (name: string) => stage.coach.post(stage.at(path.takeOut), { email: `${name}@${stage.domain}` });
const names = async () => (await stage.view(stage.coach)).colleagues.map(({ name }) => name);
const notices = () =>
  site.rows<{ email: string }>(
    `select p.email from post.mail m join people.person p on p.id = m.person where m.kind = 'taken_out' and m.about = $1`,
    stage.round,
  );
const leave = () => site.rows(`update post.mail set state = 'sending', attempt = 1 where kind = 'invitation' and not_before < 'infinity'`);

test('whoever is taken out is on the list no more and is told, if they had been written to', async () => {
  await stage.confirm();
  await leave();
  expect(await takeOut('sam')).toMatchObject({ status: 200 });
  expect(await names()).toEqual(['Bo Hill', 'Kim Hill', 'Lee Hill']);
  expect(await notices()).toEqual([{ email: `sam@${stage.domain}` }]);
  expect(await site.withoutTrace(400, () => takeOut('sam'))).toMatchObject({ errors: [{ field: 'email' }] });
});

test('whoever was not written to yet is not told that they nearly were', async () => {
  expect(await takeOut('sam')).toMatchObject({ status: 200 });
  expect(await notices()).toEqual([]);
  expect(await names()).not.toContain('Sam Hill');
});

test('whether or not they had answered, the coach gets the same answer, and the answers are gone', async () => {
  await stage.confirm();
  await leave();
  await site.rows(
    `with sam as (update people.invitation i set status = 'answered' from people.person p where p.id = i.person and p.email = $1 returning i.*)
      insert into answers.envelope select id, organisation, round, 3, 'ciphertext' from sam`,
    `sam@${stage.domain}`,
  );
  const [hadAnswered, hadNot] = [await takeOut('sam'), await takeOut('bo')];
  const alike = (body: unknown) => ({ ...(body as object), colleagues: [], list: '' });
  expect([hadAnswered.status, alike(hadAnswered.body)]).toEqual([hadNot.status, alike(hadNot.body)]);
  expect(await site.rows('select 1 from answers.envelope where round = $1', stage.round)).toEqual([]);
});

/** As the installation's own command does it. */
const forget = async (name: string): Promise<void> => {
  const [person] = await site.rows<{ id: string }>('select id from people.person where email = $1', `${name}@${stage.domain}`);
  await site.db.database.as('facet_erase', stage.school.organisation, (tx) =>
    tx.query('select door.forget_person($1, $2)', [person?.id, tx.now]),
  );
};

test.each([
  ['somebody was taken out', takeOut],
  ['somebody was forgotten', forget],
])('after %s the group’s word is told at closing: the next night’s would say whether they had answered', async (_, change) => {
  await stage.confirm();
  const word = async () => (await stage.view(stage.coach)).progress;
  for (const enough of [true, false]) {
    await site.rows(
      `insert into people.group_progress select id, organisation, 'peer', $2, '2026-11-25' from people.round where id = $1
        on conflict (round, rater_group) do update set enough = excluded.enough`,
      ...[stage.round, enough],
    );
    if (enough) {
      expect(await word()).toEqual([{ label: 'Peers', word: 'enough' }]);
      await change('sam');
    }
    expect(await word()).toEqual([{ label: 'Peers', word: 'told at closing' }]);
  }
});

test('the leader’s own view is not taken out', async () => {
  const own = () => stage.coach.post(stage.at(path.takeOut), { email: stage.school.leader.email });
  expect(await site.withoutTrace(409, own)).toMatchObject({ code: 'the_leader' });
});

test('row 51: only the coach takes a colleague out, and only while the round takes answers', async () => {
  const email = `sam@${stage.domain}`;
  await site.withoutTrace(404, () => stage.leader.post(stage.at(path.takeOut), { email }));
  await site.rows(`update people.person set roles = array['leader', 'coach'] where id = $1`, stage.school.leader.id);
  await site.withoutTrace(404, () => stage.leader.post(stage.at(path.takeOut), { email }));
  await stage.afterClosing(0);
  expect(await site.withoutTrace(409, () => takeOut('sam'))).toMatchObject({ code: 'no_longer_open' });
});
