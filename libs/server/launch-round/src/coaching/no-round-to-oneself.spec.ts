import { randomUUID } from 'node:crypto';
import { CoachingView, path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

async function person(email: string, roles: readonly string[], disabledAt: string | null = null): Promise<string> {
  const id = randomUUID();
  await site.rows(
    `insert into people.person (id, organisation, name, email, roles, disabled_at) values ($1, $2, 'Cleo Marsh', $3, $4, $5)`,
    ...[id, stage.school.organisation, email, roles, disabledAt],
  );
  return id;
}

test('row 59: an administrator gives a round neither to themselves, nor to their second address, nor to another administrator', async () => {
  const own = stage.school.administrator;
  await site.rows(`update people.person set roles = '{coach,administrator}' where id = $1`, own.id);
  const [local, domain] = own.email.split('@');
  const coaches = [
    own.id,
    await person(`${local}+coach@${domain}`, ['coach']),
    await person(`pat@${stage.domain}`, ['coach', 'administrator']),
  ];
  await person(`rae+office@${stage.domain}`, ['administrator'], launchedAt);
  coaches.push(await person(`rae@${stage.domain}`, ['coach']));
  const administrator = await site.signedIn(own.email);
  for (const coach of coaches)
    expect(await site.withoutTrace(400, () => administrator.post(stage.at(path.coach), { coach }))).toMatchObject({
      errors: [{ field: 'coach', message: expect.stringContaining('Administrators') as unknown }],
    });
  const { coaches: offered } = CoachingView.parse((await administrator.get(path.coaching)).body);
  expect(offered.map(({ id }) => id)).toEqual([stage.school.coach.id]);
});
