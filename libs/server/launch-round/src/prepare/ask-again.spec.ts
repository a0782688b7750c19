import { randomUUID } from 'node:crypto';
import { type KnownPeople, type LaunchOptions, type LaunchPreview, path, type RoundAgain } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { sampleClosing } from '../launch/sample-request';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
afterAll(() => site.close());
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());

const again = async (): Promise<RoundAgain> => (await stage.leader.get(stage.at(path.again))).body as RoundAgain;
const found = async (of: string, browser = stage.leader): Promise<string[]> =>
  ((await browser.get(`${path.knownPeople}?of=${encodeURIComponent(of)}`)).body as KnownPeople).people.map(({ name }) => name);
const person = async (name: string, roles: string[], disabled = false): Promise<void> => {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@${stage.domain}`;
  await site.rows(
    'insert into people.person (id, organisation, name, email, roles, disabled_at) values ($1, $2, $3, $4, $5, $6)',
    ...[randomUUID(), stage.school.organisation, name, email, roles, disabled ? launchedAt : null],
  );
};
const publish = async (): Promise<void> => {
  await site.rows(
    `insert into people.framework (id, organisation, name, version, content, published_at)
      select $2, organisation, name, 2, content, published_at from people.framework where id = $1`,
    ...[stage.school.framework.id, randomUUID()],
  );
};

test('the next round begins with the list, the choices and the framework version of the last one, and can be launched so', async () => {
  await stage.leader.post(stage.at(path.cancel));
  const repeated = await again();
  expect(repeated).toEqual({
    ...{ framework: stage.school.framework.id, coach: stage.school.coach.id, minimum: 3, message: 'I would value your honest view.' },
    colleagues: ['Bo', 'Kim', 'Lee', 'Sam']
      .map((name) => `${name} Hill <${name.toLowerCase()}@${name === 'Lee' ? 'council.test' : stage.domain}>, peer`)
      .join('\n'),
    together: { peer: 'alone' },
  });
  expect(await stage.leader.post(path.rounds, { ...repeated, id: randomUUID(), closing: sampleClosing })).toMatchObject({ status: 201 });
});

test('whoever was taken out is not on the repeated list', async () => {
  await stage.coach.post(stage.at(path.takeOut), { email: `bo@${stage.domain}` });
  expect((await again()).colleagues).not.toContain('Bo Hill');
});

test('an older version is offered to whoever has used it, with the version that took its place, and can be launched', async () => {
  await publish();
  const { frameworks } = (await stage.leader.get(path.launchOptions)).body as LaunchOptions;
  expect(frameworks.map(({ version, newest }) => ({ version, newest }))).toEqual([
    { version: 2, newest: null },
    { version: 1, newest: 2 },
  ]);
  await stage.leader.post(stage.at(path.cancel));
  const request = { ...(await again()), id: randomUUID(), closing: sampleClosing };
  expect(await stage.leader.post(path.rounds, request)).toMatchObject({ status: 201, body: { framework: { version: 1 } } });
});

test('leavers and refused addresses are pointed out on any list; another leader’s refused mail is not', async () => {
  await person('Gone Away', ['coach'], true);
  await site.rows(
    `update post.mail m set state = 'rejected' from people.person p where p.id = m.person and p.email = $1`,
    `sam@${stage.domain}`,
  );
  await person('Other Leader', ['leader']);
  const list = `Gone Away <gone.away@${stage.domain}>, peer\nSam Hill <SAM@${stage.domain}>, peer`;
  const warningsFor = async (browser = stage.leader): Promise<string[]> => {
    const draft = {
      id: randomUUID(),
      framework: '',
      coach: '',
      colleagues: list,
      together: {},
      minimum: 3,
      closing: sampleClosing,
      message: '',
    };
    return ((await browser.post(path.launchPreview, draft)).body as LaunchPreview).read.warnings.map(
      ({ line, message }) => `${line}: ${message}`,
    );
  };
  const left = expect.stringMatching(/^1: Gone Away can no longer sign in here: has Gone Away left\?/);
  expect(await warningsFor()).toEqual([left, expect.stringMatching(/^2: Mail to SAM@.* was refused in your last round/)]);
  expect(await warningsFor(await site.signedIn(`other.leader@${stage.domain}`))).toEqual([left]);
});

test('staff and whoever was asked before are found by the first letters of a name or address', async () => {
  await person('Samira Stone', ['leader']);
  await person('Sam Gone', ['coach'], true);
  expect(await found('sam')).toEqual(['Sam Hill', 'Samira Stone']);
  expect(await found('sto')).toEqual(['Samira Stone']);
  expect(await found('Sam Hi')).toEqual(['Sam Hill']);
  for (const nothing of ['s', '%%', 'am', '\0\0\0', 'ada ok']) expect([nothing, await found(nothing)]).toEqual([nothing, []]);
});

test('whom another leader has asked is found by nobody else', async () => {
  await person('Other Leader', ['leader']);
  expect(await found('sam', await site.signedIn(`other.leader@${stage.domain}`))).toEqual([]);
});

test('leader and coach read what was sent, with nobody’s link in it', async () => {
  for (const browser of [stage.leader, stage.coach]) {
    const { status, body } = await browser.get(stage.at(path.sent));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      mail: { subject: 'Your view of Ada Okafor’s leadership: about 8 minutes' },
      welcome: { heading: 'Your view of Ada Okafor’s leadership' },
    });
    const said = JSON.stringify(body);
    for (const part of ['I would value your honest view.', 'XXXX', 'Answers are taken until Wednesday 9 December 2026'])
      expect(said).toContain(part);
    expect(said).not.toMatch(/\/s#/);
  }
});
