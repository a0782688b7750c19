import { randomUUID } from 'node:crypto';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault } from '@facet/answer-links';
import { MailRoomView, path } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestBrowser, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { MailRoomModule } from './mail-room.module';

const NOW = '2026-12-04T12:00:00Z';
const site = await TestSite.open(NOW, [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, MailRoomModule]);
const vault = new FileVault(site.configuration.keysFolder);
let schools = 0;
let school: TestSchool;
let administrator: TestBrowser;
let round: string;
beforeEach(async () => {
  school = await testSchool(site.db, `school${++schools}.test`);
  administrator = await site.signedIn(school.administrator.email);
  const raters = ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => ({ name, group: 'peer' as const }));
  round = (await testRound(site.db, school, vault, { raters })).id;
  await site.db.setClock(NOW);
});
afterAll(() => site.close());

const look = async (): Promise<MailRoomView> => MailRoomView.parse((await administrator.get(path.mailRoom)).body);

interface Written {
  readonly kind?: string;
  readonly state?: string;
  readonly name?: string;
  readonly at?: string;
  readonly attempt?: number;
  readonly reply?: string;
}

/** A mail as sending has left it; one of the kind "invitation" to the colleague of this name. */
async function write({ kind = 'invitation', state = 'pending', name = 'Sam', at = NOW, attempt = 0, reply }: Written): Promise<void> {
  const [asked] = await site.rows<{ id: string; person: string }>(
    `select i.id, i.person from people.invitation i join people.person p on p.id = i.person where i.round = $1 and p.name = $2`,
    ...[round, name],
  );
  const id = randomUUID();
  await site.rows(
    `insert into post.mail (id, organisation, dedupe_key, person, kind, about, not_before, give_up_at) values ($1::uuid, $2, $1::text, $3, $4, $5, $6, 'infinity')`,
    ...[id, school.organisation, asked?.person, kind, round, at],
  );
  if (kind === 'invitation' || kind === 'reminder')
    await site.rows(
      `insert into post.mail_item (mail, organisation, invitation, kind, ordinal)
        select $1, $2, $3, $4::text, 1 + count(*) from post.mail_item where invitation = $3 and kind = $4::text`,
      ...[id, school.organisation, asked?.id, kind],
    );
  for (const step of state === 'unknown' ? ['sending', 'unknown'] : [state])
    await site.rows(
      `update post.mail set state = $2::text, attempt = $3, last_text = $4, sent_at = case when $2::text = 'sent' then $5::timestamptz end where id = $1`,
      ...[id, step, attempt, reply ?? null, at],
    );
}

test('an administrator sees of each letter how many were sent, wait, or did not arrive', async () => {
  for (const state of ['sent', 'sent', 'rejected', 'unknown', 'expired']) await write({ state, attempt: 1 });
  await write({});
  await write({ attempt: 2, at: '2026-12-04T12:30:00Z' });
  await write({ at: 'infinity' });
  await write({ kind: 'report_ready', state: 'sent' });
  const { organisation, hours, kinds } = await look();
  expect([organisation, hours]).toEqual(['Hill Street School', 'Monday to Friday between 08:00 and 18:00 (Europe/London)']);
  expect(kinds).toEqual([
    { name: 'Invitation', sent: 2, waiting: 1, held: 1, deferred: 1, rejected: 1, unknown: 1, expired: 1 },
    expect.objectContaining({ name: 'Report ready', sent: 1 }),
  ]);
});

test('what is older than thirty days is not counted, and another school’s mail never', async () => {
  await write({ state: 'sent', at: '2026-11-01T12:00:00Z' });
  const other = await testSchool(site.db, `other${schools}.test`);
  await write({ state: 'sent' });
  const view = MailRoomView.parse((await (await site.signedIn(other.administrator.email)).get(path.mailRoom)).body);
  expect([view.kinds, view.troubled]).toEqual([[], []]);
  expect((await look()).kinds).toMatchObject([{ sent: 1 }]);
});

test('it is told how long the oldest mail that is due has been waiting', async () => {
  expect((await look()).oldestMinutes).toBeNull();
  await write({ at: '2026-12-04T13:00:00Z' });
  await write({ at: 'infinity' });
  expect((await look()).oldestMinutes).toBeNull();
  await write({ at: '2026-12-04T11:18:30Z' });
  expect((await look()).oldestMinutes).toBe(41);
});

test('each mail that did not arrive comes with its person, what the mail server said, and what to do', async () => {
  await write({ name: 'Kim', state: 'rejected', reply: '550 no such user', at: '2026-12-04T10:00:00Z' });
  await write({ name: 'Lee', state: 'unknown', attempt: 2 });
  expect((await look()).troubled).toEqual([
    expect.objectContaining({ recipient: 'Lee', state: 'unknown', whatToDo: expect.stringContaining('Ask, without asking for an answer') }),
    expect.objectContaining({
      ...{ name: 'Invitation', recipient: 'Kim', state: 'rejected', reply: '550 no such user' },
      whatToDo:
        'The coach of the round of Ada Okafor can correct the address on its page. The invitation then leaves anew, with another link.',
    }),
  ]);
});

test('an invitation that now goes to another address, or whose round has closed, needs nobody any more', async () => {
  await write({ name: 'Kim', state: 'rejected' });
  expect((await look()).troubled).toHaveLength(1);
  await site.rows(
    `update people.invitation set person = $2 where round = $1 and person in (select id from people.person where name = 'Kim')`,
    ...[...[round, school.administrator.id]],
  );
  expect((await look()).troubled).toEqual([]);
  await write({ name: 'Lee', state: 'rejected' });
  expect((await look()).troubled).toHaveLength(1);
  await site.rows(`update people.round set cancelled_at = $2 where id = $1`, ...[round, NOW]);
  expect((await look()).troubled).toEqual([]);
});

test('nothing that an administrator sees differs by who has answered: not by reminders, what they drop, or answers that were lost', async () => {
  await write({ state: 'sent' });
  const before = await look();
  await write({ kind: 'reminder', name: 'Sam', state: 'rejected', reply: '550 no such user' });
  await write({ kind: 'reminder', name: 'Jo', state: 'cancelled' });
  await write({ kind: 'reminder', name: 'Kim', state: 'suppressed' });
  await write({ kind: 'reminder', name: 'Lee', at: '2026-12-01T12:00:00Z' });
  await write({ kind: 'reminder', name: 'Lee', state: 'sent', at: '2026-12-03T12:00:00Z' });
  await write({ kind: 'invitation', name: 'Lee', state: 'cancelled' });
  await write({ kind: 'answers_unread', name: 'Kim', state: 'rejected' });
  await site.rows(`update people.invitation set status = 'answered' where round = $1`, round);
  expect(await look()).toEqual(before);
});

test('reminders are told for whole days that are over, in full tens', async () => {
  for (let mail = 0; mail < 19; mail += 1) await write({ kind: 'reminder', state: 'sent', at: '2026-12-03T12:00:00Z' });
  for (let mail = 0; mail < 9; mail += 1) await write({ kind: 'reminder', state: 'sent', at: '2026-12-02T12:00:00Z' });
  for (let mail = 0; mail < 12; mail += 1) await write({ kind: 'reminder', state: 'sent' });
  expect((await look()).reminders).toEqual([
    { day: '2026-12-03', atLeast: 10 },
    ...['2026-12-02', '2026-12-01', '2026-11-30', '2026-11-29', '2026-11-28', '2026-11-27'].map((day) => ({ day, atLeast: 0 })),
  ]);
});

test('row 51: only administrators enter the mail room', async () => {
  for (const { email } of [school.leader, school.coach])
    expect(await (await site.signedIn(email)).get(path.mailRoom)).toMatchObject({ status: 403 });
  expect(await site.signedOut().get(path.mailRoom)).toMatchObject({ status: 401 });
});
