import { randomUUID } from 'node:crypto';
import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { MORNING, PostOffice } from '../post-office';
import { mailMoves, type MailState } from './mail-states';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
afterAll(async () => {
  await smtp.stop();
  await office.close();
  await db.drop();
});

const states = Object.keys(mailMoves) as MailState[];
/** The shortest legal way from pending to each state. */
const ways: Record<MailState, readonly MailState[]> = {
  ...{ pending: [], sending: ['sending'], sent: ['sent'], rejected: ['rejected'], cancelled: ['cancelled'] },
  ...{ suppressed: ['suppressed'], expired: ['expired'], unknown: ['sending', 'unknown'] },
};
/** As the role that sends mail: neither owner nor superuser. */
const as = <Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> =>
  db.database.as('facet_mail', office.organisation, (tx) => tx.query<Row>(sql, parameters));
const move = (id: string, to: MailState): Promise<unknown> => as('update post.mail set state = $2 where id = $1', [id, to]);
const mailThatIs = async (state: MailState): Promise<string> => {
  const id = await office.write({ person: office.coach.id });
  for (const step of ways[state]) await move(id, step);
  expect(await office.mail(id)).toMatchObject({ state });
  return id;
};
const refused = (code: string): object => expect.objectContaining({ code });

test.each(states)('the database lets a mail that is %s become what the table says, and nothing else', async (from) => {
  for (const to of states) {
    const id = await mailThatIs(from);
    const legal = from === to || mailMoves[from].includes(to);
    await move(id, to).then(
      () => expect([from, to, legal]).toEqual([from, to, true]),
      (error: unknown) => expect([from, to, legal, error]).toEqual([from, to, false, refused('FA004')]),
    );
    expect(await office.mail(id)).toMatchObject({ state: legal ? to : from });
  }
});

test('not even the owner of the tables sends again what has been sent', async () => {
  const id = await mailThatIs('sent');
  await expect(office.sql(`update post.mail set state = 'pending' where id = $1`, [id])).rejects.toMatchObject({ code: 'FA004' });
});

test.each(states.filter((state) => state !== 'pending'))('no mail begins as %s', async (state) => {
  const written = as(
    `insert into post.mail (id, organisation, dedupe_key, person, kind, not_before, give_up_at, state)
      values ($1, platform.organisation(), $5, $2, 'report_ready', $3, 'infinity', $4)`,
    [randomUUID(), office.coach.id, MORNING, state, randomUUID()],
  );
  await expect(written).rejects.toMatchObject({ code: 'FA004' });
});

test('attempts are only ever counted up', async () => {
  const id = await mailThatIs('sending');
  await as('update post.mail set attempt = 2 where id = $1', [id]);
  await expect(as('update post.mail set attempt = 1 where id = $1', [id])).rejects.toMatchObject({ code: 'FA004' });
});

const attempted = async (outcome: string | null): Promise<string> => {
  const id = await mailThatIs('sending');
  await as(
    `insert into post.mail_attempt (mail, organisation, n, started_at, phase, outcome, finished_at)
      values ($1, platform.organisation(), 1, $2, $3, $4, $5)`,
    [id, MORNING, outcome === null ? 'data' : 'finished', outcome, outcome === null ? null : MORNING],
  );
  return id;
};
const change = (id: string, what: string): Promise<unknown> => as(`update post.mail_attempt set ${what} where mail = $1`, [id]);

test.each(['sent', 'rejected', 'later'])('an attempt that ended as %s is never written again', async (outcome) => {
  const id = await attempted(outcome);
  for (const what of [`outcome = 'unknown'`, `reply = 'other'`, 'smtp_code = 250'])
    await expect(change(id, what)).rejects.toMatchObject({ code: 'FA005' });
});

test('of an attempt that ended as unknown the truth may still come to light, once', async () => {
  const id = await attempted('unknown');
  await expect(change(id, `outcome = 'later'`)).rejects.toMatchObject({ code: 'FA005' });
  await change(id, `outcome = 'sent', smtp_code = 250`);
  await expect(change(id, `outcome = 'rejected'`)).rejects.toMatchObject({ code: 'FA005' });
});

test('an attempt never goes back, and none is struck out by whoever sends', async () => {
  const id = await attempted(null);
  await expect(change(id, `phase = 'claimed'`)).rejects.toMatchObject({ code: 'FA005' });
  await expect(as('delete from post.mail_attempt where mail = $1', [id])).rejects.toMatchObject({ code: '42501' });
});
