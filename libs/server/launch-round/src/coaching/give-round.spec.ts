import { randomUUID } from 'node:crypto';
import { CoachingView, of, path } from '@facet/contract';
import { type TestBrowser, testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
let administrator: TestBrowser;
beforeEach(async () => {
  await stage.begin();
  administrator = await site.signedIn(stage.school.administrator.email);
});
afterAll(() => site.close());

async function person(email: string, roles: readonly string[] = ['coach']): Promise<string> {
  const id = randomUUID();
  await site.rows(
    `insert into people.person (id, organisation, name, email, roles) values ($1, $2, 'Cleo Marsh', $3, $4)`,
    id,
    stage.school.organisation,
    email,
    roles,
  );
  return id;
}
const give = (coach: string) => administrator.post(stage.at(path.coach), { coach });

test('row 59: an administrator gives a round to another coach: access moves at once, and everybody concerned is told', async () => {
  const cleo = await person(`cleo@${stage.domain}`);
  const answer = await give(cleo);
  expect(answer.status).toBe(200);
  expect(CoachingView.parse(answer.body).rounds.find(({ id }) => id === stage.round)?.coach).toEqual({ id: cleo, name: 'Cleo Marsh' });
  await site.withoutTrace(404, () => stage.coach.get(stage.at(path.round)));
  await site.withoutTrace(404, () => stage.coach.post(stage.at(path.confirmColleagues), { list: 'any' }));
  const browser = await site.signedIn(`cleo@${stage.domain}`);
  expect(await stage.view(browser)).toMatchObject({ as: 'coach', coach: { name: 'Cleo Marsh' } });
  expect((await stage.confirm(browser)).status).toBe(200);
  const told = await site.rows(
    `select m.kind, p.name from post.mail m join people.person p on p.id = m.person where m.about = $1 and m.kind like 'coach%' order by 1, 2`,
    stage.round,
  );
  expect(told).toEqual([
    { kind: 'coach_assigned', name: 'Cleo Marsh' },
    { kind: 'coach_changed', name: 'Ada Okafor' },
    { kind: 'coach_changed', name: 'Ines Moreau' },
  ]);
});

test('a second press changes nothing, and the way back is told again', async () => {
  const cleo = await person(`cleo@${stage.domain}`);
  await give(cleo);
  await site.withoutTrace(200, () => give(cleo));
  await site.db.setClock('2026-11-24T12:05:00Z');
  expect((await give(stage.school.coach.id)).status).toBe(200);
  expect(await site.rows(`select 1 from post.mail where about = $1 and kind = 'coach_assigned'`, stage.round)).toHaveLength(2);
});

const REFUSED = { errors: [{ field: 'coach', message: 'This coach is or was asked in the round themselves. Choose another coach.' }] };

/** Somebody of the list becomes a coach of the school. */
async function coachNow(email: string): Promise<string> {
  await site.rows(`update people.person set roles = '{coach}' where email = $1`, email);
  const [row] = await site.rows<{ id: string }>('select id from people.person where email = $1', email);
  return row?.id ?? '';
}

test('row 59: whoever is or was asked in the round cannot be its coach, under another spelling either', async () => {
  await stage.coach.post(stage.at(path.takeOut), { email: `bo@${stage.domain}` });
  const coaches = [
    await coachNow(`sam@${stage.domain}`),
    await coachNow(`bo@${stage.domain}`),
    await person(`SAM+coach@${stage.domain}`),
    await person(`bo+x@${stage.domain}`),
  ];
  for (const coach of coaches) expect(await site.withoutTrace(400, () => give(coach))).toMatchObject(REFUSED);
});

test('a leader’s own second address cannot be the coach of their round, nor can a line manager', async () => {
  const own = await person(`ada+coach@${stage.domain}`);
  expect(await site.withoutTrace(400, () => give(own))).toMatchObject({
    errors: [{ message: 'Nobody coaches their own round. Choose another coach.' }],
  });
  await stage.leader.post(stage.at(path.colleagues), { colleagues: `Ruth Vale <ruth@${stage.domain}>, line manager` });
  const ruth = await coachNow(`ruth@${stage.domain}`);
  expect(await site.withoutTrace(400, () => give(ruth))).toMatchObject(REFUSED);
});

test('who is no coach, who belongs to another school, and a cancelled round are refused', async () => {
  const other = await testSchool(site.db, `other-${stage.domain}`);
  for (const coach of [await person(`pat@${stage.domain}`, ['leader']), other.coach.id, randomUUID()])
    expect(await site.withoutTrace(400, () => give(coach))).toMatchObject({ errors: [{ field: 'coach' }] });
  const cleo = await person(`cleo@${stage.domain}`);
  await stage.leader.post(stage.at(path.cancel));
  expect(await site.withoutTrace(409, () => give(cleo))).toMatchObject({ code: 'over' });
});

test('once it is known no longer who was asked, a sealed round stays with its coach', async () => {
  const cleo = await person(`cleo@${stage.domain}`);
  await site.rows('update people.round set sealed_at = platform.clock() where id = $1', stage.round);
  await site.rows(
    `insert into people.invited_count (round, organisation, rater_group, invited) values ($1, $2, 'peer', 4)`,
    stage.round,
    stage.school.organisation,
  );
  await site.withoutTrace(409, () => give(cleo));
});

test('row 51: only an administrator of this school sees who coaches whom, and gives a round away', async () => {
  const cleo = await person(`cleo@${stage.domain}`);
  for (const browser of [stage.leader, stage.coach]) {
    await site.withoutTrace(403, () => browser.get(path.coaching));
    await site.withoutTrace(403, () => browser.post(stage.at(path.coach), { coach: cleo }));
  }
  const other = await testSchool(site.db, `other-${stage.domain}`);
  const stranger = await site.signedIn(other.administrator.email);
  await site.withoutTrace(404, () => stranger.post(stage.at(path.coach), { coach: cleo }));
  expect(CoachingView.parse((await stranger.get(path.coaching)).body).rounds).toEqual([]);
  for (const id of [randomUUID(), '1', 'null']) await site.withoutTrace(404, () => administrator.post(of(path.coach, id), { coach: cleo }));
});

test('the administrator’s list says who coaches whom and nothing of how a round is going', async () => {
  const before = (await administrator.get(path.coaching)).body;
  await stage.confirm();
  await site.rows(`update people.invitation set status = 'answered' where round = $1`, stage.round);
  expect((await administrator.get(path.coaching)).body).toEqual(before);
  expect(before).toMatchObject({ rounds: [{ leader: 'Ada Okafor', coach: { name: 'Ines Moreau' } }] });
});
