import type { RecordingSmtp } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { checkMails, type Tally } from './check-mails';
import { FaultStage } from './fault-stage';
import { mailsToSend } from './mails-to-send';
import { settled } from './settled';
import { type Break, Wire } from './wire';

// Mail servers that refuse, break off and fall silent, on script.

const stage = await FaultStage.open();
const { db } = stage;
afterAll(() => stage.close());

const BACK_OFF = 0.1;
const one = { invitations: 1, reminders: 1 };

/** Pauses between an attempt that ended in "later" and the next, in multiples of the back-off, oldest first, shortest of each. */
const pauses = async (backOff: number): Promise<number[]> => {
  const rows = await db.source.query<{ pause: string }[]>(
    `select min(extract(epoch from next.started_at - a.finished_at)) / $1 as pause
      from post.mail_attempt a join post.mail_attempt next on next.mail = a.mail and next.n = a.n + 1 group by a.n order by a.n`,
    [backOff],
  );
  return rows.map(({ pause }) => Number(pause));
};

test.each([421, 450, 451])(
  'F11: a server that says %i three times is asked again, each time later, and gets the mail once',
  async (code) => {
    await stage.meet(`F11 ${code} three times`, async (smtp) => {
      const mails = await mailsToSend(db, smtp, { invitations: 1, reminders: 0 });
      for (let time = 0; time < 3; time++) smtp.answerWith({ at: time === 1 ? 'DATA' : 'RCPT', reply: { code, text: 'not now' } });
      await stage.worker(mails, { mail: { backOffSeconds: BACK_OFF } });
      await settled(db);
      const waited = await pauses(BACK_OFF);
      expect(waited).toHaveLength(3);
      [1, 3, 6].forEach((least, at) => expect(waited[at]).toBeGreaterThanOrEqual(least));
      const tally = await checkMails(db, smtp, mails);
      expect(tally).toEqual({ accepted: 1, copies: 0, unknown: 0 });
      return tally;
    });
  },
);

test.each([
  ['RCPT', 550],
  ['DATA', 552],
  ['DATA', 554],
] as const)('F12: what is refused at %s with %i is never tried again, and can be seen', async (at, code) => {
  await stage.meet(`F12 refused at ${at} with ${code}`, async (smtp) => {
    const mails = await mailsToSend(db, smtp, one);
    for (const reply of [
      { code, text: 'no' },
      { code, text: 'no' },
    ])
      smtp.answerWith({ at, reply });
    await stage.worker(mails);
    await settled(db);
    const seen = await db.source.query<unknown[]>('select state, attempt, last_code as code from post.mail');
    expect(seen).toEqual([1, 2].map(() => ({ state: 'rejected', attempt: 1, code })));
    expect(await db.source.query('select reason from post.suppression')).toEqual([{ reason: 'refused' }, { reason: 'refused' }]);
    return checkMails(db, smtp, mails, ['rejected']);
  });
});

const bodyEnds = /\r\n\.\r\n$/;
/** Where the line breaks, and what an invitation and a reminder come to whose first attempt it breaks; null: either may happen. */
const moments: readonly [string, Break, Tally | null][] = [
  ['gives no greeting', { speaker: 'server', says: /^220/, then: 'silence' }, { accepted: 2, copies: 0, unknown: 0 }],
  ['hangs up at the greeting', { speaker: 'server', says: /^220/, then: 'cut before' }, { accepted: 2, copies: 0, unknown: 0 }],
  ['hangs up after MAIL', { speaker: 'client', says: /^MAIL FROM/, then: 'cut after' }, { accepted: 2, copies: 0, unknown: 0 }],
  ['hangs up at DATA', { speaker: 'server', says: /^354/m, then: 'cut before' }, { accepted: 2, copies: 0, unknown: 0 }],
  ['hangs up in the body', { speaker: 'client', says: /^/, heard: /^354/m, then: 'cut before' }, null],
  // The process has handed the whole body on and cannot know that the server never had its end: the reminder is not sent again.
  [
    'hangs up at the dot',
    { speaker: 'client', says: bodyEnds, heard: /^354/m, then: 'cut before' },
    { accepted: 1, copies: 0, unknown: 1 },
  ],
  [
    'takes it and hangs up',
    { speaker: 'server', says: /^250/, heard: bodyEnds, then: 'cut before' },
    { accepted: 3, copies: 1, unknown: 1 },
  ],
  ['takes it and is silent', { speaker: 'server', says: /^250/, heard: bodyEnds, then: 'silence' }, { accepted: 3, copies: 1, unknown: 1 }],
];

/** Sends an invitation and a reminder over a line that breaks so many times. */
const over = async (smtp: RecordingSmtp, moment: Break, times: number): Promise<Tally> => {
  const mails = await mailsToSend(db, smtp, one);
  const wire = await Wire.to(smtp.url);
  stage.atEnd(() => wire.close());
  wire.breakAt(moment, times);
  const leaseSeconds = moment.then === 'silence' ? 1.5 : 2;
  await stage.worker(mails, { smtpUrl: `${wire.url}?greetingTimeout=300`, mail: { leaseSeconds } });
  await settled(db);
  return checkMails(db, smtp, mails);
};

test.each(moments)('F13: a server that %s gets each mail as often as its kind allows', async (name, moment, expected) => {
  await stage.meet(`F13 ${name}`, async (smtp) => {
    const tally = await over(smtp, moment, 2);
    if (expected) expect(tally).toEqual(expected);
    return tally;
  });
});

test('F13: a server that takes every mail and never says so gets an invitation twice, a reminder once, and nobody tries for ever', async () => {
  await stage.meet('F13 takes it and hangs up, always', async (smtp) => {
    const tally = await over(smtp, { speaker: 'server', says: /^250/, heard: bodyEnds, then: 'cut before' }, 100);
    expect(tally).toEqual({ accepted: 3, copies: 1, unknown: 2 });
    return tally;
  });
});

test('F15: a server that says 250 and resets the line at once gets an invitation once more at most, and a reminder never', async () => {
  await stage.meet('F15 250, then a reset', async (smtp) => {
    const tally = await over(smtp, { speaker: 'server', says: /^250/, heard: bodyEnds, then: 'cut after' }, 2);
    expect(tally.accepted - 2).toBe(tally.copies);
    return tally;
  });
});
