import { surveyLink, typedCode } from '@facet/answer-links';
import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { MORNING, PostOffice } from '../post-office';
import { mailOfReturnPath } from '../sending/return-path';
import { signInCode } from '../sign-in-code';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const { send, stop } = office.worker();
beforeEach(async () => {
  smtp.messages.splice(0);
  await db.setClock(MORNING);
});
afterAll(async () => {
  stop();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const linkOf = async (round: string, invitation: string): Promise<{ link: string; code: string }> => {
  const secret = await office.vault.get(round);
  const token = secret?.token(invitation, 1) ?? '';
  return { link: surveyLink(office.configuration.publicUrl, token), code: typedCode(token) };
};

test('an invitation leaves with the link and the code of this colleague, and its row says so', async () => {
  const round = await office.round();
  const { invitation, mail } = await office.invitationMail(round, await office.person('Sam'));
  await send.send(mail);
  const { link, code } = await linkOf(round, invitation);
  const [received] = smtp.messages;
  expect(received).toMatchObject({
    to: ['sam@hill.example'],
    mail: {
      messageId: `<${mail}@facet.hill.example>`,
      subject: 'Your view of Ada Okafor’s leadership: about 8 minutes',
      from: { name: 'Hill Street School', address: 'feedback@hill.example' },
      replyTo: [{ name: 'Priya Nair', address: 'priya@hill.example' }],
    },
  });
  for (const part of [received?.mail.text, received?.mail.html]) {
    expect(part).toContain(link);
    expect(part).toContain(code);
    expect(part).toContain('Please be frank.');
  }
  expect(await office.mail(mail)).toMatchObject({ state: 'sent', attempt: 1, last_code: 250, lease_until: null });
  expect(await office.attempts(mail)).toMatchObject([{ n: 1, phase: 'finished', outcome: 'sent', smtp_code: 250 }]);
});

test('mails come from the name that the organisation has chosen', async () => {
  await db.source.query(`update people.organisation set sender_name = 'Feedback at Hill Street'`);
  const { mail } = await office.invitationMail(await office.round(await office.person('Umber')), await office.person('Vesper'));
  await send.send(mail);
  await db.source.query('update people.organisation set sender_name = null');
  expect(smtp.messages[0]?.mail.from).toEqual({ name: 'Feedback at Hill Street', address: 'feedback@hill.example' });
});

test('where a domain for returned mail is set, each mail has a return path of its own, which tells it from all others', async () => {
  const { mail } = await office.invitationMail(await office.round(await office.person('Pat')), await office.person('Quin'));
  const worker = office.worker({ ...office.configuration, mail: { ...office.configuration.mail, returnDomain: 'bounce.hill.example' } });
  await worker.send.send(mail);
  worker.stop();
  const [received] = smtp.messages;
  expect(received?.from).toMatch(/@bounce\.hill\.example$/);
  expect(mailOfReturnPath(office.configuration.secret, received?.from ?? '')).toBe(mail);
  expect(received?.mail.from?.address).toBe('feedback@hill.example');
});

test('row 44: neither link nor code stands in the database, in the queue or in a log of the attempt', async () => {
  const round = await office.round(await office.person('Bea'));
  const { invitation, mail } = await office.invitationMail(round, await office.person('Tim'));
  await send.send(mail);
  const { link, code } = await linkOf(round, invitation);
  const token = code.replaceAll('-', '');
  expect(link).toContain(token);
  const everything = await db.dump();
  expect(everything).toContain(mail);
  for (const secret of [token, code, link]) expect(everything).not.toContain(secret);
});

test('twenty workers that hear the same doorbell send one mail', async () => {
  const { mail } = await office.invitationMail(await office.round(await office.person('Cy')), await office.person('Ula'));
  const workers = Array.from({ length: 4 }, () => office.worker());
  await Promise.all(Array.from({ length: 20 }, async (_, at) => workers[at % 4]?.send.send(mail)));
  workers.forEach((worker) => worker.stop());
  expect(smtp.messages).toHaveLength(1);
  expect(await office.mail(mail)).toMatchObject({ state: 'sent', attempt: 1 });
});

test('the same cause written twice is one mail', async () => {
  const round = await office.round(await office.person('Dee'));
  const person = await office.person('Vic');
  const items = [{ invitation: await office.invite(round, person), kind: 'invitation' as const, ordinal: 1 }];
  const same = { person, items, dedupeKey: `invite:${person}:${round}:1` };
  const ids = await Promise.all(Array.from({ length: 20 }, () => office.writeAll([same])));
  expect(ids.flat()).toHaveLength(1);
});

test.each([
  ['has answered', `update people.invitation set status = 'answered' where id = $1`],
  ['has declined', `update people.invitation set status = 'declined' where id = $1`],
  ['has been taken out', `update people.invitation set status = 'revoked' where id = $1`],
  [
    'is in a cancelled round',
    `update people.round set cancelled_at = '2026-12-01Z' where id = (select round from people.invitation where id = $1)`,
  ],
  [
    'is in a sealed round',
    `update people.round set sealed_at = '2026-12-01Z' where id = (select round from people.invitation where id = $1)`,
  ],
])('a colleague who %s when the mail is about to leave gets none', async (_, change) => {
  const leader = await office.person('Eve', `${crypto.randomUUID()}@hill.example`);
  const person = await office.person('Wim', `${crypto.randomUUID()}@hill.example`);
  const { invitation, mail } = await office.invitationMail(await office.round(leader), person);
  await office.sql(change, [invitation]);
  await send.send(mail);
  expect(smtp.messages).toEqual([]);
  expect(await office.mail(mail)).toMatchObject({ state: 'cancelled', attempt: 0 });
});

test('an invitation to a round that is closed for now waits, leaves if the closing is moved, and never after the seal', async () => {
  const leader = await office.person('Eve', `${crypto.randomUUID()}@hill.example`);
  const other = await office.person('Ron', `${crypto.randomUUID()}@hill.example`);
  const [reopened, sealed] = [await office.round(leader), await office.round(other)];
  const first = await office.invitationMail(reopened, await office.person('Wim', `${crypto.randomUUID()}@hill.example`));
  const second = await office.invitationMail(sealed, await office.person('Wyn', `${crypto.randomUUID()}@hill.example`));
  await office.sql(`update people.round set closes_at = '2026-12-01T09:00Z' where id in ($1, $2)`, [reopened, sealed]);
  for (const { mail } of [first, second]) {
    await send.send(mail);
    expect(await office.mail(mail)).toMatchObject({ state: 'pending', attempt: 0 });
  }
  await office.sql(`update people.round set closes_at = '2026-12-20T18:00Z' where id = $1`, [reopened]);
  await office.sql(`update people.round set sealed_at = '2026-12-01T09:15Z' where id = $1`, [sealed]);
  await db.setClock('2026-12-01T10:00:00Z');
  for (const { mail } of [first, second]) await send.send(mail);
  await db.setClock(MORNING);
  expect(await office.mail(first.mail)).toMatchObject({ state: 'sent' });
  expect(await office.mail(second.mail)).toMatchObject({ state: 'cancelled', attempt: 0 });
});

test('an invitation that was given to another person never goes to the address it had before', async () => {
  const { invitation, mail } = await office.invitationMail(await office.round(await office.person('Fay')), await office.person('Zoe'));
  await office.sql('update people.invitation set person = $2, version = 2 where id = $1', [invitation, await office.person('Zora')]);
  await send.send(mail);
  expect(smtp.messages).toEqual([]);
  expect(await office.mail(mail)).toMatchObject({ state: 'cancelled' });
});

test('an address that was changed and changed back is written to once, with the last link', async () => {
  const person = await office.person('Xerxes');
  const { invitation, mail } = await office.invitationMail(await office.round(await office.person('Yorick')), person);
  await office.sql('update people.invitation set version = 3 where id = $1', [invitation]);
  const last = await office.write({ person, items: [{ invitation, kind: 'invitation', ordinal: 3 }] });
  for (const id of [mail, last]) await send.send(id);
  expect(smtp.messages).toHaveLength(1);
  expect(await office.mail(mail)).toMatchObject({ state: 'cancelled' });
  expect(await office.mail(last)).toMatchObject({ state: 'sent' });
});

test('of a reminder about two leaders only the one who still waits is spoken of', async () => {
  const person = await office.person('Xan');
  const rounds = await Promise.all(['Flo', 'Gil'].map(async (name) => office.round(await office.person(name))));
  const [flo = '', gil = ''] = await Promise.all(rounds.map((round) => office.invite(round, person)));
  const mail = await office.write({
    person,
    kind: 'reminder',
    items: [flo, gil].map((invitation) => ({ invitation, kind: 'reminder', ordinal: 1 })),
  });
  await office.sql(`update people.invitation set status = 'answered' where id = $1`, [flo]);
  await send.send(mail);
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual(['Reminder: your view of Gil’s leadership by Wednesday 9 December']);
  expect(smtp.messages[0]?.mail.text).not.toContain('Flo');
});

test('invitations are held until the coach has confirmed the list of colleagues', async () => {
  const round = await office.round(await office.person('Hal'));
  const person = await office.person('Yan');
  const items = [{ invitation: await office.invite(round, person), kind: 'invitation' as const, ordinal: 1 }];
  const mail = await office.write({ person, items, notBefore: 'held' });
  await send.send(mail);
  expect(smtp.messages).toEqual([]);
  const released = await db.database.as('facet_people', office.organisation, (tx) => office.rows.release(tx, round));
  expect(released).toEqual([mail]);
  await send.send(mail);
  expect(smtp.messages).toHaveLength(1);
});

test('row 12: of five colleagues the one whose address is refused is shown with the reply, and the others get their mail', async () => {
  const round = await office.round(await office.person('Ian'));
  const five = await Promise.all(
    ['One', 'Two', 'a@x.example,evil@z.example', 'Four', 'Five'].map(async (name) =>
      office.invitationMail(round, await office.person(name, name.includes('@') ? name : `${name}@x.example`)),
    ),
  );
  for (const { mail } of five) await send.send(mail);
  expect(smtp.messages.map(({ to }) => to.join()).sort()).toEqual(['Five@x.example', 'Four@x.example', 'One@x.example', 'Two@x.example']);
  expect(await office.mail(five[2]?.mail ?? '')).toMatchObject({ state: 'rejected', last_text: 'This is not one mail address.' });
});

test('a 550 is final and shown, a 451 waits and is sent once, with the same Message-ID', async () => {
  const round = await office.round(await office.person('Jo'));
  const { mail: refused } = await office.invitationMail(round, await office.person('Zed'));
  smtp.answerWith({ at: 'RCPT', reply: { code: 550, text: 'no such user' } });
  await send.send(refused);
  expect(await office.mail(refused)).toMatchObject({ state: 'rejected', last_code: 550, last_text: '550 no such user' });

  const { mail } = await office.invitationMail(round, await office.person('Abe'));
  smtp.answerWith({ at: 'DATA', reply: { code: 451, text: 'greylisted' } });
  await send.send(mail);
  expect(await office.mail(mail)).toMatchObject({ state: 'pending', last_code: 451, not_before: new Date('2026-12-01T09:05:00Z') });
  await send.send(mail);
  expect(smtp.messages).toEqual([]);
  await db.setClock('2026-12-01T09:05:00Z');
  await send.send(mail);
  expect(smtp.messages.map((received) => received.mail.messageId)).toEqual([`<${mail}@facet.hill.example>`]);
  expect(await office.attempts(mail)).toMatchObject([{ smtp_code: 451 }, { smtp_code: 250 }]);
});

test('an invitation whose fate is unknown leaves once more with the same Message-ID and link, and then never again', async () => {
  const { mail } = await office.invitationMail(await office.round(await office.person('Kit')), await office.person('Bob'));
  smtp.answerWith({ at: 'DATA', reply: 'hang up' }, { at: 'DATA', reply: 'hang up' });
  await send.send(mail);
  expect(await office.mail(mail)).toMatchObject({ state: 'pending', not_before: new Date('2026-12-01T09:15:00Z') });
  await db.setClock('2026-12-01T09:15:00Z');
  await send.send(mail);
  expect(await office.mail(mail)).toMatchObject({ state: 'unknown', message_id: `${mail}@facet.hill.example` });
  expect(await office.attempts(mail)).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
});

test('a reminder whose fate is unknown never leaves again', async () => {
  const person = await office.person('Cat');
  const invitation = await office.invite(await office.round(await office.person('Lou')), person);
  const mail = await office.write({ person, kind: 'reminder', items: [{ invitation, kind: 'reminder', ordinal: 1 }] });
  smtp.answerWith({ at: 'DATA', reply: 'hang up' });
  await send.send(mail);
  expect(await office.mail(mail)).toMatchObject({ state: 'unknown' });
});

test('without the key of its round a mail waits and says why', async () => {
  const round = await office.round(await office.person('Max'));
  const { mail } = await office.invitationMail(round, await office.person('Dot'));
  await office.vault.destroy(round);
  await send.send(mail);
  expect(await office.mail(mail)).toMatchObject({ state: 'pending', last_text: expect.stringContaining('key of the round') });
});

test('a sign-in mail carries the code of its request, and none leaves once the request is used', async () => {
  const person = await office.person('Pia', 'pia@hill.example', ['coach']);
  const request = crypto.randomUUID();
  await office.sql(
    `insert into access.sign_in_request (id, address, browser_hash, asked_at) values ($1, 'pia@hill.example', sha256($1::uuid::text::bytea), $2)`,
    [request, MORNING],
  );
  const cause = { person, kind: 'sign_in' as const, about: request, giveUpAt: new Date('2026-12-01T09:10:00Z') };
  await send.send(await office.write(cause));
  const code = signInCode(office.configuration.secret, request);
  expect(code).toMatch(/^\d{6}$/);
  expect(smtp.messages[0]?.mail.text).toContain(`https://facet.hill.example/sign-in#${code}`);
  await office.sql('update access.sign_in_request set used_at = $2 where id = $1', [request, MORNING]);
  const late = await office.write(cause);
  await send.send(late);
  expect(await office.mail(late)).toMatchObject({ state: 'cancelled' });
  expect(smtp.messages).toHaveLength(1);
});

test.each([
  ['check_list', 'Please check the list of colleagues for Nan', '/rounds/ROUND'],
  ['closing_choice', 'Your decision about the round of Nan', '/rounds/ROUND'],
  ['report_ready', 'The report for Nan is ready for you', '/rounds/ROUND/report'],
  ['report_released', 'Your report is there for you', '/rounds/ROUND/report'],
  ['round_cancelled', 'The round of Nan has been cancelled', null],
] as const)('a mail of the kind %s tells about its round and leads to it', async (kind, subject, path) => {
  const leader = await office.person('Nan', `${crypto.randomUUID()}@hill.example`);
  const round = await office.round(leader, kind === 'closing_choice' ? '2026-12-01T08:00:00Z' : undefined);
  if (kind === 'check_list') await office.sql('update people.round set confirmed_at = null where id = $1', [round]);
  await send.send(await office.write({ person: office.coach.id, kind, about: round }));
  expect(smtp.messages.map(({ mail }) => mail.subject)).toEqual([subject]);
  const text = smtp.messages[0]?.mail.text ?? '';
  if (path === null) expect(text).not.toContain('/rounds/');
  else expect(text).toContain(`https://facet.hill.example${path.replace('ROUND', round)}\n`);
});

test.each(['facet_people', 'facet_seal', 'facet_report', 'facet_accounts'] as const)(
  'whoever works as %s can cause a mail about a round, once',
  async (role) => {
    const about = await office.round(await office.person('Oda', `${crypto.randomUUID()}@hill.example`));
    const write = (): Promise<string[]> =>
      db.database.as(role, office.organisation, (tx) =>
        office.rows.write(tx, [
          {
            person: office.coach.id,
            kind: 'report_ready',
            dedupeKey: `report_ready:${about}`,
            about,
            notBefore: tx.now,
            giveUpAt: 'never',
            items: [],
          },
        ]),
      );
    expect(await write()).toHaveLength(1);
    expect(await write()).toEqual([]);
  },
);
