import { ForgetPerson } from '@facet/server-operate';
import type { Received, RecordingSmtp } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { checkMails, type Tally } from './check-mails';
import { FaultStage } from './fault-stage';
import { until } from './in-time';
import { MailProcess } from './mail-process';
import { type MailsToSend, mailsToSend } from './mails-to-send';
import { settled } from './settled';

// What happens to the world while a mail is on its way.

const stage = await FaultStage.open();
const { db } = stage;
afterAll(() => stage.close());

/** The server stops here, at the next mail that comes to this point, until `goOn`. */
function holdAt(smtp: RecordingSmtp, at: 'RCPT' | 'DATA'): { reached: Promise<unknown>; goOn: () => void } {
  const [reached, going] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const reply = (): Promise<unknown> => {
    reached.resolve(undefined);
    return going.promise;
  };
  smtp.answerWith({ at, reply });
  return { reached: reached.promise, goOn: () => going.resolve(undefined) };
}
const reminder = (smtp: RecordingSmtp): Promise<MailsToSend> => mailsToSend(db, smtp, { invitations: 0, reminders: 1 });

test('F22: whoever answers while their reminder is on its way gets that one at most, and it says that there may be nothing to do', async () => {
  await stage.meet('F22 answered while claimed', async (smtp) => {
    const mails = await reminder(smtp);
    const held = holdAt(smtp, 'RCPT');
    await stage.worker(mails);
    await held.reached;
    await db.source.query(`update people.invitation set status = 'answered' where id in (select invitation from post.mail_item)`);
    const [later] = await db.source.query<{ id: string }[]>(
      `with next as (
          insert into post.mail (id, organisation, dedupe_key, person, kind, not_before, give_up_at)
            select gen_random_uuid(), organisation, id::text, person, kind, platform.clock(), 'infinity' from post.mail returning id, organisation
        )
        insert into post.mail_item (mail, organisation, invitation, kind, ordinal)
          select next.id, next.organisation, item.invitation, item.kind, 2 from post.mail_item item, next returning mail as id`,
    );
    held.goOn();
    await settled(db);
    const tally = await checkMails(db, smtp, { ids: [...mails.ids, later?.id ?? ''] }, ['sent', 'cancelled']);
    expect(tally).toEqual({ accepted: 1, copies: 0, unknown: 0 });
    expect(smtp.messages[0]?.mail.text).toContain('If you have already answered, there is nothing to do.');
    return tally;
  });
});

/** Of one mail, $1. */
const ITS_INVITATION = '(select invitation from post.mail_item where mail = $1)';
const changes: readonly [string, string, string][] = [
  [
    'asks for no more reminders',
    `insert into post.suppression (organisation, person, reason, since)
      select organisation, person, 'opted out', platform.clock() from post.mail where id = $1`,
    'suppressed',
  ],
  ['is taken out', `update people.invitation set status = 'revoked' where id = ${ITS_INVITATION}`, 'cancelled'],
  ['declines', `update people.invitation set status = 'declined' where id = ${ITS_INVITATION}`, 'cancelled'],
  ['answers', `update people.invitation set status = 'answered' where id = ${ITS_INVITATION}`, 'cancelled'],
  [
    'hears that the round is off',
    `update people.round set cancelled_at = platform.clock() where id = (select round from people.invitation where id = ${ITS_INVITATION})`,
    'cancelled',
  ],
  [
    'has another address now',
    `update people.invitation i set person = r.leader from people.round r where r.id = i.round and i.id = ${ITS_INVITATION}`,
    'cancelled',
  ],
];
test.each(changes)('F23: whoever %s between claim and body gets nothing once that lease has ended', async (name, change, end) => {
  await stage.meet(`F23 a colleague ${name}`, async (smtp) => {
    const mails = await reminder(smtp);
    const held = holdAt(smtp, 'RCPT');
    await stage.worker(mails, { mail: { leaseSeconds: 1 } }); // silence ends the attempt before the lease ends
    await held.reached;
    await db.source.query(change, [...mails.ids]);
    await settled(db);
    held.goOn();
    const tally = await checkMails(db, smtp, mails, [end]);
    expect(tally.accepted).toBe(0);
    return tally;
  });
});

test('F23: whoever is erased between claim and body gets nothing, and nothing about them is written down afterwards', async () => {
  await stage.meet('F23 a colleague is erased', async (smtp) => {
    const mails = await reminder(smtp);
    const held = holdAt(smtp, 'RCPT');
    const worker = await stage.worker(mails);
    await held.reached;
    const [who] = await db.source.query<{ organisation: string; person: string }[]>('select organisation, person from post.mail');
    if (!who) throw new Error('the reminder is there');
    expect(await new ForgetPerson(db.database).forget(who.organisation, who.person)).toHaveProperty('counts');
    held.goOn();
    await worker.close(); // not before what is on its way has ended
    expect(await db.dump()).not.toContain(who.person);
    return checkMails(db, smtp, { ids: [] });
  });
});

const HELD_BACK = { invitations: 1, reminders: 1 };
const arrived = (messages: readonly Received[]): boolean => messages.length >= 2;

test('F26: a process that is asked to stop finishes what is on its way, and leaves the rest to the next', async () => {
  await stage.meet('F26 SIGTERM, the server answers in time', async (smtp) => {
    const mails = await mailsToSend(db, smtp, { invitations: 20, reminders: 10 });
    const held = holdAt(smtp, 'DATA');
    const process = await MailProcess.start(mails);
    stage.atEnd(() => process.kill());
    await held.reached;
    const stopped = process.stop();
    held.goOn();
    await stopped;
    const [between] = await db.source.query<{ sending: number }[]>(
      `select count(*)::int as sending from post.mail where state = 'sending'`,
    );
    expect(between?.sending).toBe(0);
    await stage.worker(mails);
    await settled(db);
    const tally = await checkMails(db, smtp, mails);
    expect(tally).toEqual({ accepted: 30, copies: 0, unknown: 0 });
    return tally;
  });
});

test('F26: a process that is asked to stop while the server says nothing ends within ten seconds, and its mails are marked', async () => {
  await stage.meet('F26 SIGTERM, the server is silent', async (smtp): Promise<Tally> => {
    const mails = await mailsToSend(db, smtp, HELD_BACK);
    const helds = [holdAt(smtp, 'DATA'), holdAt(smtp, 'DATA')];
    const process = await MailProcess.start(mails, { FACET_MAIL_LEASE_SECONDS: '12' });
    stage.atEnd(() => process.kill());
    await Promise.all(helds.map(({ reached }) => reached));
    const began = performance.now();
    await process.stop();
    expect(performance.now() - began).toBeLessThan(10_000);
    for (const { goOn } of helds) goOn(); // the server took both, and nobody was there to hear it
    await smtp.waitFor(arrived);
    await db.setClock(new Date(Date.now() + 60_000));
    await stage.worker(mails);
    await until('the leases have ended', async () => {
      const [row] = await db.source.query<{ unknown: number }[]>(
        `select count(*)::int as unknown from post.mail_attempt where outcome = 'unknown'`,
      );
      return row?.unknown === 2;
    });
    await db.setClock(new Date(Date.now() + 120_000));
    await settled(db);
    const tally = await checkMails(db, smtp, mails);
    expect(tally).toEqual({ accepted: 3, copies: 1, unknown: 1 });
    return tally;
  });
});
