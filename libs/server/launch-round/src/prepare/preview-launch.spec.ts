import { randomUUID } from 'node:crypto';
import { type LaunchDraft, LaunchOptions, LaunchPreview, path } from '@facet/contract';
import { type TestBrowser, testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules } from '../stage';

const site = await TestSite.open(launchedAt, modules);
afterAll(() => site.close());

const school = await testSchool(site.db);
let leader: TestBrowser;
beforeEach(async () => {
  leader = await site.signedIn(school.leader.email);
});

const list = [
  ...['Sam', 'Bo', 'Kim', 'Lee', 'Ann'].map((name) => `${name} Hill <${name.toLowerCase()}@school.test>, peer`),
  ...['Max', 'Uma', 'Zoe'].map((name) => `${name} Day <${name.toLowerCase()}@school.test>, direct report`),
].join('\n');
const draft = (change: Partial<LaunchDraft> = {}): LaunchDraft => ({
  id: randomUUID(),
  framework: school.framework.id,
  coach: school.coach.id,
  colleagues: list,
  together: {},
  minimum: 3,
  closing: { date: '2026-12-09', time: '18:00', zone: 'Europe/London' },
  message: 'Please be frank.',
  ...change,
});
const preview = async (change: Partial<LaunchDraft> = {}): Promise<LaunchPreview> => {
  const { status, body } = await leader.post(path.launchPreview, draft(change));
  expect(status).toBe(200);
  return LaunchPreview.parse(body);
};

test('a leader is offered frameworks, coaches and a closing in two weeks, on a working day', async () => {
  const { body } = await leader.get(path.launchOptions);
  expect(LaunchOptions.parse(body)).toMatchObject({
    leader: { name: 'Ada Okafor', email: school.leader.email },
    organisation: { zone: 'Europe/London' },
    frameworks: [{ id: school.framework.id, version: 1 }],
    coaches: [{ id: school.coach.id, name: 'Ines Moreau' }],
    minimum: { least: 3, usual: 3, most: 5 },
    smallGroup: 4,
    closing: { date: '2026-12-08', time: '18:00' },
    current: null,
  });
});

test('a closing offered on a Saturday or Sunday is offered for the Monday after', async () => {
  for (const day of ['2026-11-28', '2026-11-29']) {
    await site.db.setClock(`${day}T12:00:00Z`);
    const { body } = await (await site.signedIn(school.leader.email)).get(path.launchOptions);
    expect(LaunchOptions.parse(body).closing.date).toBe('2026-12-14');
  }
  await site.db.setClock('2026-11-24T12:00:00Z');
});

test('the preview says which group is small, what it may choose and what the chances are', async () => {
  const { groups, errors } = await preview();
  expect(groups.find(({ code }) => code === 'peer')).toMatchObject({
    invited: 5,
    asks: false,
    forecast: '5 invited: about five chances in six of being shown.',
  });
  const reports = groups.find(({ code }) => code === 'direct_report');
  expect(reports).toMatchObject({ invited: 3, asks: true, forecast: '3 invited: about one chance in three of being shown.' });
  expect(reports?.choices.map(({ value }) => value)).toEqual(['peer', 'alone']);
  expect(errors).toEqual([expect.objectContaining({ field: 'together.direct_report' })]);
});

test('once the small group has joined another, the forecast is that of both together', async () => {
  const { groups, errors } = await preview({ together: { direct_report: 'peer' } });
  expect(errors).toEqual([]);
  expect(groups.find(({ code }) => code === 'direct_report')?.forecast).toBe(
    'Together (peers with direct reports): 8 invited: almost certain to be shown.',
  );
});

test('the preview shows the mail and the welcome page as a colleague gets them, with a link that opens nothing', async () => {
  const { mail, welcome, closes, leaves } = await preview({ together: { direct_report: 'alone' } });
  expect(mail.subject).toContain('Ada Okafor');
  expect(mail.text).toContain('Please be frank.');
  expect(mail.text).toContain('Wednesday 9 December 2026 at 18:00 (Europe/London)');
  expect(`${mail.html}${mail.text}`).not.toMatch(/\/s#/);
  expect(welcome.identity).toBe('You are answering as Sam Hill about Ada Okafor.');
  expect(JSON.stringify(welcome)).toContain('You are one of 5 colleagues (peers)');
  expect(closes).toBe('Wednesday 9 December 2026 at 18:00 (Europe/London)');
  expect(leaves).toBe(
    'Your own invitation leaves at once, and Ines Moreau is asked to check the list. ' +
      'Once it is confirmed, all other invitations leave, Monday to Friday between 08:00 and 18:00 (Europe/London). ' +
      'Whoever has not answered by then is reminded on Tuesday 1 December 2026 at 12:00 (Europe/London) ' +
      'and on Monday 7 December 2026 at 08:00 (Europe/London).',
  );
});

test('where the organisation words its invitations itself, the preview shows those words', async () => {
  await site.rows(
    `insert into post.wording (organisation, letter, subject, heading, paragraphs, changed_at)
      values ($1, 'invitation', 'A favour for {whose} learning', 'A favour', '{"Hello {recipient}","{link}"}', platform.clock())`,
    school.organisation,
  );
  const { mail } = await preview();
  await site.rows('delete from post.wording');
  expect(mail.subject).toBe('A favour for Ada Okafor’s learning');
  expect(mail.text).toContain('Your answers are confidential.');
});

test('row 63: 24:00 is shown as 00:00 of the next day before anything is launched', async () => {
  const { closes } = await preview({ closing: { date: '2026-12-09', time: '24:00', zone: 'Europe/London' } });
  expect(closes).toBe('Thursday 10 December 2026 at 00:00 (Europe/London)');
});

test('rows 6, 7: every bad line is named, and the good ones are shown beside them', async () => {
  const { read, errors } = await preview({ colleagues: `${list}\nBad Line\nMe <${school.leader.email}>, peer` });
  expect(read.colleagues).toHaveLength(8);
  expect(read.errors.map(({ line }) => line)).toEqual([9, 10]);
  expect(errors.filter(({ field }) => field === 'colleagues').map(({ line }) => line)).toEqual([9, 10]);
});

test('rows 10, 15: warnings do not refuse', async () => {
  const { read, errors } = await preview({
    colleagues: `${list}\nSam Work <sam+work@school.test>, peer\nAll <all@school.test>, peer\nEve <eve@elsewhere.test>, peer`,
    together: { direct_report: 'alone' },
  });
  expect(read.warnings.map(({ line }) => line)).toEqual([9, 10, 11]);
  expect(errors).toEqual([]);
});

test('an empty draft is answered with what is missing', async () => {
  const { errors, closes, read } = await preview({
    framework: '',
    coach: '',
    colleagues: '',
    closing: { date: '', time: '', zone: '' },
    message: '',
  });
  expect(errors.map(({ field }) => field)).toEqual(['framework', 'colleagues', 'coach', 'closing.zone']);
  expect(closes).toBe('');
  expect(read.colleagues).toEqual([]);
});

test('row 23: markup in names and message is text in the mail', async () => {
  const { mail } = await preview({ message: '<script>alert(1)</script> {{constructor}}', together: { direct_report: 'alone' } });
  expect(mail.html).not.toContain('<script>');
  expect(mail.html).toContain('&lt;script&gt;');
  expect(mail.text).toContain('<script>alert(1)</script> {{constructor}}');
});

test('a preview and a look at the options write nothing', async () => {
  const before = await site.db.dump();
  await leader.get(path.launchOptions);
  await preview();
  expect(await site.db.dump()).toBe(before);
});

test('row 51: the preview is for leaders', async () => {
  expect((await (await site.signedIn(school.coach.email)).post(path.launchPreview, draft())).status).toBe(403);
  expect((await site.signedOut().get(path.launchOptions)).status).toBe(401);
});
