import { existsSync } from 'node:fs';
import type { Configuration } from '@facet/platform';
import type { RecordingSmtp } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { checkMails, type Tally } from './check-mails';
import { FaultStage } from './fault-stage';
import { until } from './in-time';
import { MailProcess } from './mail-process';
import { letGo, type MailsToSend, mailsToSend } from './mails-to-send';
import { settled } from './settled';
import { tellNotRun } from './table';

// The only clock is the database's; here it stands still where it is set, jumps, and meets the days on which clocks are changed.

const stage = await FaultStage.open();
const { db } = stage;
afterAll(() => stage.close());

const hours = (from: number, minute: number, until: number): Pick<Configuration['mail'], 'hours'> => ({
  hours: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: { hour: from, minute }, until: { hour: until, minute: 0 } },
});

/** Three mails of a school in this zone, due at this instant, at which the clock stands, and a worker that looks for them. */
async function dueAt(smtp: RecordingSmtp, zone: string, instant: string, mail: Partial<Configuration['mail']>): Promise<MailsToSend> {
  const mails = await mailsToSend(db, smtp, { invitations: 1, reminders: 2, held: true, today: Date.parse(instant) });
  const school = 'id = (select organisation from post.mail limit 1)';
  await db.source.query(`update people.organisation set zone = $1 where ${school}`, [zone]);
  await db.setClock(instant);
  await db.source.query('update post.mail set not_before = $1', [instant]);
  await stage.worker(mails, { mail });
  return mails;
}
/** Nothing has left, and everything that is there waits for this instant: no worker may take it before. */
const allWaitFor = (instant: string): Promise<void> =>
  until(`all wait for ${instant}`, async () => {
    const rows = await db.source.query<{ state: string; due: Date }[]>('select state, not_before as due from post.mail');
    return rows.every(({ state, due }) => state === 'pending' && due.getTime() === Date.parse(instant));
  });
/** Each mail was tried once, at this instant of the clock. */
async function leftAt(instant: string, smtp: RecordingSmtp, mails: MailsToSend): Promise<Tally> {
  await settled(db);
  const attempts = await db.source.query<{ at: Date }[]>('select started_at as at from post.mail_attempt');
  expect(attempts).toEqual([1, 2, 3].map(() => ({ at: new Date(instant) })));
  const tally = await checkMails(db, smtp, mails);
  expect(tally).toEqual({ accepted: 3, copies: 0, unknown: 0 });
  return tally;
}

test('row 66: F18: a clock that jumps two hours ahead and back again lets no mail leave before the quiet hours end, and none twice', async () => {
  await stage.meet('F18 clock jumps, quiet hours', async (smtp) => {
    const mails = await dueAt(smtp, 'Europe/London', '2026-12-01T07:00:00Z', hours(8, 0, 18));
    await allWaitFor('2026-12-01T08:00:00Z');
    await db.setClock('2026-12-01T05:00:00Z');
    await allWaitFor('2026-12-01T08:00:00Z');
    await db.setClock('2026-12-01T09:00:00Z');
    const tally = await leftAt('2026-12-01T09:00:00Z', smtp, mails);
    await db.setClock('2026-12-01T07:00:00Z');
    await stage.worker(mails);
    return { ...tally, ...(await checkMails(db, smtp, mails)) };
  });
});

test.each([2, -2])('row 66: F18: a clock that jumps by %i hours while mails are on their way sends none twice', async (jump) => {
  await stage.meet(`F18 clock jumps by ${jump} h, mails on their way`, async (smtp) => {
    const goOn = smtp.hold();
    const mails = await dueAt(smtp, 'Europe/London', '2026-12-01T12:00:00Z', { leaseSeconds: 900 });
    const underWay = (phase: string) => async () => {
      const { length } = await db.source.query<unknown[]>(`select from post.mail_attempt where phase = $1`, [phase]);
      return length === 3;
    };
    await until('three bodies are on their way', underWay('data'));
    await db.setClock(new Date(Date.parse('2026-12-01T12:00:00Z') + jump * 3_600_000));
    if (jump > 0) await until('their leases seem to have ended', underWay('finished'));
    goOn(); // the answer comes late, and counts
    return leftAt('2026-12-01T12:00:00Z', smtp, mails);
  });
});

test('F19: what is due at half past two, which does not exist that night, leaves at half past three, once', async () => {
  await stage.meet('F19 clocks go forward', async (smtp) => {
    const mails = await dueAt(smtp, 'Europe/Berlin', '2026-03-29T00:00:00Z', hours(2, 30, 18));
    await allWaitFor('2026-03-29T01:30:00Z');
    await db.setClock('2026-03-29T01:30:00Z');
    return leftAt('2026-03-29T01:30:00Z', smtp, mails);
  });
});

test('F20: what is due at half past two, which comes twice that night, leaves at the first of the two, once', async () => {
  await stage.meet('F20 clocks go back', async (smtp) => {
    const mails = await dueAt(smtp, 'Europe/Berlin', '2026-10-24T23:00:00Z', hours(2, 30, 18));
    await allWaitFor('2026-10-25T00:30:00Z');
    await db.setClock('2026-10-25T00:30:00Z');
    await leftAt('2026-10-25T00:30:00Z', smtp, mails);
    await db.setClock('2026-10-25T01:30:00Z');
    await stage.worker(mails);
    return leftAt('2026-10-25T00:30:00Z', smtp, mails);
  });
});

test('F21: a mail whose day began earlier by the time zones of the day it was planned waits for the day as it is now', async () => {
  await stage.meet('F21 time zone changed since it was planned', async (smtp) => {
    const asPlanned = '2026-12-01T23:00:00Z';
    const mails = await dueAt(smtp, 'Europe/London', '2026-12-01T22:00:00Z', hours(0, 0, 21));
    await allWaitFor('2026-12-02T00:00:00Z');
    await db.source.query('update post.mail set not_before = $1', [asPlanned]);
    await db.setClock(asPlanned);
    await allWaitFor('2026-12-02T00:00:00Z');
    await db.setClock('2026-12-02T00:00:00Z');
    return leftAt('2026-12-02T00:00:00Z', smtp, mails);
  });
});

test.each([
  ['west', 'America/New_York', '2026-12-01T13:00:00Z'],
  ['east', 'Asia/Tokyo', '2026-12-01T23:00:00Z'],
] as const)(
  'F21: a mail of an organisation that has moved its zone to the %s since it was planned leaves in its new morning',
  async (name, zone, morning) => {
    await stage.meet(`F21 zone of the organisation moved ${name}`, async (smtp) => {
      const mails = await dueAt(smtp, 'Europe/London', '2026-12-01T07:00:00Z', hours(8, 0, 16));
      await allWaitFor('2026-12-01T08:00:00Z');
      const kept = await db.source.query<unknown[]>('select distinct leaves_on::text as day, leaves_zone as zone from post.mail');
      expect(kept).toEqual([{ day: '2026-12-01', zone: 'Europe/London' }]);
      await db.source.query('update people.organisation set zone = $1 where id = (select organisation from post.mail limit 1)', [zone]);
      await db.setClock('2026-12-01T08:00:00Z');
      await allWaitFor(morning);
      await db.setClock(morning);
      return leftAt(morning, smtp, mails);
    });
  },
);

const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
const testWithFaketime = existsSync(FAKETIME) ? test.each : test.skip.each;
if (!existsSync(FAKETIME))
  tellNotRun('F18 machines with a wrong clock', 'no libfaketime on this machine (Debian: apt-get install libfaketime)');

testWithFaketime(['+2h', '-2h'])(
  'row 66: F18: processes whose machines are wrong about the time, one of them by %s, send when the database says, and nothing twice',
  async (wrong) => {
    await stage.meet(`F18 machines with a clock wrong by ${wrong}`, async (smtp) => {
      const mails = await mailsToSend(db, smtp, { invitations: 10, reminders: 5, held: true, today: Date.parse('2026-12-01T07:30:00Z') });
      await db.setClock('2026-12-01T07:30:00Z');
      await letGo(db, mails.ids);
      const own = { FACET_MAIL_HOURS: '08:00-18:00', TZ: 'UTC' };
      const faked = { LD_PRELOAD: FAKETIME, FAKETIME: wrong, DONT_FAKE_MONOTONIC: '1' };
      for (const environment of [own, { ...own, ...faked }]) {
        const process = await MailProcess.start(mails, environment);
        stage.atEnd(() => process.kill());
      }
      await allWaitFor('2026-12-01T08:00:00Z');
      expect(smtp.messages).toEqual([]);
      await db.setClock('2026-12-01T08:00:00Z');
      await settled(db);
      expect(await db.source.query('select from post.mail where attempt <> 1')).toEqual([]);
      const tally = await checkMails(db, smtp, mails);
      expect(tally).toEqual({ accepted: 15, copies: 0, unknown: 0 });
      return tally;
    });
  },
);
