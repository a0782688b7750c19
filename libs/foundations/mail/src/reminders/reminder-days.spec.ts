import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { setHours } from '../hours/calendar';
import { PostOffice } from '../post-office';
import { ReminderStage } from './reminder-stage';

// When several rounds ask the same person: one mail for a day, and never two within twenty hours.

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const stage = await ReminderStage.open(office, smtp, db.database);

beforeEach(async () => {
  await stage.empty();
  await office.sql(`update people.organisation set zone = 'Europe/London' where id = $1`, [office.organisation]);
});
afterAll(async () => {
  await stage.close();
  await smtp.stop();
  await office.close();
  await db.drop();
});

/** One person who is asked about each of these leaders, in rounds that close then. */
const asked = async (leaders: Readonly<Record<string, string>>): Promise<string[]> => {
  const person = await stage.person('Sam');
  const invitations: string[] = [];
  for (const [leader, closesAt] of Object.entries(leaders))
    invitations.push(await stage.invite(await stage.roundOf(leader, closesAt), person));
  return invitations;
};

test('a person asked about two leaders gets one reminder with both links', async () => {
  await asked({ Ada: '2026-12-11T10:00:00Z', Ben: '2026-12-11T10:00:00Z' });
  await stage.tick('2026-12-08T10:00:00Z');
  expect(stage.told).toEqual(['Ada’s and Ben’s']);
  expect(smtp.messages[0]?.mail.text?.match(/\/s#[0-9A-Z]{26}/g)).toHaveLength(2);
});

test('a round that becomes due later the same day waits until twenty hours have passed', async () => {
  await asked({ Ada: '2026-12-11T10:00:00Z', Ben: '2026-12-11T12:00:00Z' });
  await stage.tick('2026-12-08T10:00:00Z');
  await stage.tick('2026-12-08T13:00:00Z');
  expect(stage.told).toEqual(['Ada’s']);
  await stage.tick('2026-12-09T08:00:00Z');
  expect(stage.told).toEqual(['Ada’s', 'Ben’s']);
});

test('after a reminder in the evening none comes early the next morning: twenty hours lie between any two', async () => {
  await asked({ Ada: '2026-12-11T17:30:00Z', Ben: '2026-12-12T08:30:00Z' });
  await stage.tick('2026-12-08T17:30:00Z');
  for (const at of ['2026-12-09T08:30:00Z', '2026-12-09T13:29:59Z']) await stage.tick(at);
  expect(stage.told).toEqual(['Ada’s']);
  await stage.tick('2026-12-09T13:30:00Z');
  expect(stage.told).toEqual(['Ada’s', 'Ben’s']);
});

test('twenty hours lie between two reminders even where both wait and several workers take them at once', async () => {
  const [first = '', second = ''] = await asked({ Ada: '2026-12-11T10:00:00Z', Ben: '2026-12-11T10:00:00Z' });
  await db.setClock('2026-12-08T10:00:00Z');
  const [row] = await office.sql<{ person: string }>('select person from people.invitation where id = $1', [first]);
  const mails = await office.writeAll(
    [first, second].map((invitation) => ({
      ...{ person: row?.person ?? '', kind: 'reminder' as const },
      items: [{ invitation, kind: 'reminder' as const, ordinal: 1 }],
    })),
  );
  const workers = Array.from({ length: 4 }, () => office.worker());
  await Promise.all(workers.flatMap((worker) => mails.map((mail) => worker.send.send(mail))));
  workers.forEach((worker) => worker.stop());
  expect(smtp.messages).toHaveLength(1);
  const states = await Promise.all(mails.map((mail) => office.mail(mail)));
  expect(states.map(({ state }) => state).sort()).toEqual(['pending', 'sent']);
  expect(states.find(({ state }) => state === 'pending')).toMatchObject({ not_before: new Date('2026-12-09T08:00:00Z') });
});

test('row 65: reminders that become due over a weekend come as one on Monday at 8, however often they are planned', async () => {
  await asked({ Ada: '2026-12-08T12:00:00Z', Ben: '2026-12-09T12:00:00Z' }); // due on Saturday and on Sunday
  for (const at of ['2026-12-05T12:00:00Z', '2026-12-06T12:00:00Z', '2026-12-07T07:59:59Z']) {
    await stage.tick(at);
    await Promise.all(Array.from({ length: 4 }, () => stage.planner().run()));
  }
  expect(stage.told).toEqual([]);
  for (const at of ['2026-12-07T08:00:00Z', '2026-12-08T08:00:00Z']) await stage.tick(at);
  expect(stage.told).toEqual(['Ada’s and Ben’s']);
});

test('row 65: what becomes due while a reminder still waits goes into it, up to the last moment', async () => {
  await asked({ Ada: '2026-12-08T12:00:00Z', Ben: '2026-12-10T08:00:00Z' }); // due on Saturday, and on Monday at 8
  for (const at of ['2026-12-05T12:00:00Z', '2026-12-07T08:00:00Z', '2026-12-08T08:00:00Z']) await stage.tick(at);
  expect(stage.told).toEqual(['Ada’s and Ben’s']);
});

test('what becomes due while a worker takes the waiting reminder is in that mail or in the next one, never in none', async () => {
  for (let time = 0; time < 10; time++) {
    await stage.empty();
    await asked({ Ada: '2026-12-08T12:00:00Z', Ben: '2026-12-10T08:00:00Z' });
    await stage.tick('2026-12-05T12:00:00Z');
    await db.setClock('2026-12-07T08:00:00Z');
    await Promise.all([stage.planner().run(), stage.worker.sweep.run().then((ids) => stage.worker.deliveries.deliver(ids))]);
    for (const at of ['2026-12-07T08:00:01Z', '2026-12-08T08:00:00Z']) await stage.tick(at);
    expect(
      stage.told
        .join(' and ')
        .match(/Ada|Ben/g)
        ?.sort(),
    ).toEqual(['Ada', 'Ben']);
  }
});

test('a demo reminds at any hour', async () => {
  await asked({ Ada: '2026-12-09T12:00:00Z' });
  const configuration = { ...office.configuration, demo: true };
  const demo = office.worker(configuration);
  await db.setClock('2026-12-06T12:00:00Z');
  await stage.planner(configuration).run();
  await demo.deliveries.deliver(await demo.sweep.run());
  demo.stop();
  expect(smtp.messages).toHaveLength(1);
});

test('the local day decides: in Auckland the reminders of two UTC days can be those of one day', async () => {
  await asked({ Ada: '2026-12-11T20:00:00Z', Ben: '2026-12-12T04:00:00Z' });
  await office.sql(`update people.organisation set zone = 'Pacific/Auckland' where id = $1`, [office.organisation]);
  await stage.tick('2026-12-08T20:00:00Z'); // 9 December 09:00 there
  await stage.tick('2026-12-09T04:00:00Z'); // 9 December 17:00 there
  expect(stage.told).toHaveLength(1);
  await stage.tick('2026-12-09T19:00:00Z'); // 10 December 08:00 there
  expect(stage.told).toHaveLength(2);
});

test('row 65: a day on which the school is closed is passed over, and the reminder comes once', async () => {
  await asked({ Ada: '2026-12-11T10:00:00Z' }); // due on Tuesday at 10
  await db.database.as('facet_people', office.organisation, (tx) =>
    setHours(tx, { weekdays: [2, 3, 4], from: { hour: 9, minute: 0 }, until: { hour: 12, minute: 0 }, closedOn: ['2026-12-08'] }),
  );
  for (const at of ['2026-12-08T10:00:00Z', '2026-12-08T11:59:00Z', '2026-12-09T08:59:59Z']) await stage.tick(at);
  expect(stage.told).toEqual([]);
  for (const at of ['2026-12-09T09:00:00Z', '2026-12-09T11:00:00Z', '2026-12-10T10:00:00Z']) await stage.tick(at);
  expect(stage.told).toEqual(['Ada’s']);
});
