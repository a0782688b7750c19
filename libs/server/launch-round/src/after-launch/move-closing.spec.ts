import { path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { sampleClosing } from '../launch/sample-request';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

test('the closing moves to a later time, for leader and coach, also when the round has closed already', async () => {
  await stage.confirm();
  expect((await stage.leader.post(stage.at(path.closing), { ...sampleClosing, date: '2026-12-11' })).status).toBe(200);
  await stage.afterClosing(72);
  expect((await stage.view(stage.coach)).state).toBe('closed');
  const { status, body } = await stage.coach.post(stage.at(path.closing), { date: '2026-12-16', time: '24:00', zone: 'Europe/London' });
  expect({ status, body }).toMatchObject({ status: 200, body: { state: 'open', closes: { date: '2026-12-17', time: '00:00' } } });
});

test('saving the closing unchanged never shifts it, in any zone', async () => {
  for (const zone of ['Pacific/Pago_Pago', 'Europe/London', 'Pacific/Kiritimati']) {
    await stage.leader.post(stage.at(path.closing), { ...sampleClosing, zone });
    const { closes } = await stage.view(stage.leader);
    const { date, time } = closes;
    await site.withoutTrace(200, () => stage.leader.post(stage.at(path.closing), { date, time, zone: closes.zone }));
  }
});

test('until colleagues have been told a time, the closing may also move to an earlier one; afterwards it may not', async () => {
  expect((await stage.leader.post(stage.at(path.closing), { ...sampleClosing, date: '2026-12-08' })).status).toBe(200);
  await stage.confirm();
  const body = await site.withoutTrace(400, () => stage.leader.post(stage.at(path.closing), { ...sampleClosing, date: '2026-12-07' }));
  expect(body).toMatchObject({ errors: [{ field: 'closing.date', message: expect.stringContaining('Tuesday 8 December 2026') }] });
});

test('once colleagues have been told a time, an extension gives them at least a day: nobody extends by minutes to see who answers next', async () => {
  await stage.confirm();
  await stage.afterClosing(1);
  const { closes } = await stage.view(stage.coach);
  const { date, time, zone } = closes;
  const soon = { date, time: time.replace(/^\d+/, '23'), zone };
  const body = await site.withoutTrace(400, () => stage.coach.post(stage.at(path.closing), soon));
  expect(body).toMatchObject({ errors: [{ field: 'closing.date', message: 'Give colleagues at least a day more.' }] });
});

test('row 63: the closing does not move into the past, to a day that does not exist or to this very minute', async () => {
  for (const closing of [
    { ...sampleClosing, date: '2026-11-23' },
    { ...sampleClosing, date: '2027-02-31' },
    { ...sampleClosing, date: '2026-11-24', time: '12:00' },
    { ...sampleClosing, zone: 'Mars/Olympus' },
  ])
    await site.withoutTrace(400, () => stage.leader.post(stage.at(path.closing), closing));
});

test('row 52: moving the closing changes nothing else', async () => {
  await site.withoutTrace(400, () => stage.leader.post(stage.at(path.closing), { ...sampleClosing, minimum: 1 }));
});
