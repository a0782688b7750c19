import { AnswerLinksModule } from '@facet/answer-links';
import { RecordingSmtp, testApplication, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { recordReport } from '../bounces/record-report';
import { MailModule } from '../mail.module';
import { PostOffice } from '../post-office';
import { ReminderStage } from '../reminders/reminder-stage';
import { optOutName } from './opt-out';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const stage = await ReminderStage.open(office, smtp, db.database);
const app = await testApplication(db, [AnswerLinksModule, MailModule], { ...office.configuration, roles: ['http'] });

const DUE = '2026-12-08T10:00:00Z';
const NEXT_DUE = '2026-12-11T10:00:00Z';
let person: string;
beforeEach(async () => {
  await stage.empty();
  person = await stage.person('Sam');
  await stage.invite(await stage.roundOf('Ada', '2026-12-11T10:00:00Z'), person);
  await stage.invite(await stage.roundOf('Ben', '2026-12-14T10:00:00Z'), person);
});
afterAll(async () => {
  await app.close();
  await stage.close();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const FORM = 'application/x-www-form-urlencoded';
const header = (name: string): string => smtp.messages.at(-1)?.mail.headers.find(({ key }) => key === name)?.value ?? '';
/** The path in the header of the reminder that has just arrived. */
const address = async (): Promise<string> => {
  await stage.tick(DUE);
  return new URL(header('list-unsubscribe').slice(1, -1)).pathname;
};
/** As a mail program does it: no cookie, and no header of ours. */
const post = (url: string, payload: string, type = FORM): Promise<{ statusCode: number; body: string }> =>
  app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
const reminded = async (): Promise<number> => {
  smtp.messages.splice(0);
  await stage.tick(NEXT_DUE);
  return smtp.messages.length;
};

test('a reminder says how a mail program can stop others, and an invitation does not: its page lets people decline', async () => {
  const url = await address();
  expect(url).toMatch(/^\/s\/stop\/[\da-f]{32}\.[\da-f]{32}$/);
  expect(header('list-unsubscribe')).toBe(`<https://facet.hill.example${url}>`);
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(smtp.messages.at(-1)?.mail.text).toContain(`No more reminders from Hill Street School\nhttps://facet.hill.example${url}`);
  const { mail } = await office.invitationMail(await stage.roundOf('Cas', '2026-12-20T10:00:00Z'), await stage.person('Tim'));
  await stage.worker.send.send(mail);
  expect([header('list-unsubscribe'), header('list-unsubscribe-post')]).toEqual(['', '']);
});

test.each([
  ['as a form', 'List-Unsubscribe=One-Click', FORM],
  [
    'in parts',
    '--edge\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--edge--\r\n',
    'multipart/form-data; boundary=edge',
  ],
])(
  'row 87: a post of a mail program, sent twice, stops the reminders of this person for every leader, once and for all: %s',
  async (_, payload, type) => {
    const url = await address();
    for (const time of [1, 2]) {
      const { statusCode, body } = await post(url, payload, type);
      expect([time, statusCode]).toEqual([time, 200]);
      expect(body).toContain('Hill Street School will not remind you any more');
    }
    expect(await reminded()).toBe(0);
  },
);

test('an address whose owner asked for no more reminders and was forgotten is not reminded when somebody asks it again', async () => {
  await db.source.query(
    `insert into operate.silence (organisation, salt, hash, reason, since)
      select organisation, '\\x00112233445566778899aabbccddeeff', sha256('\\x00112233445566778899aabbccddeeff' || convert_to(lower(email), 'UTF8')),
        'opted out', platform.clock() from people.person where id = $1`,
    [person],
  );
  expect(await reminded()).toBe(0);
  await db.source.query('delete from operate.silence');
});

test('a reminder that comes back stops the reminders of this person about every leader', async () => {
  await stage.tick(DUE);
  const [mail] = await office.sql<{ id: string }>(`select id from post.mail where kind = 'reminder' and person = $1`, [person]);
  const report = { kind: 'failed', status: '5.1.1', code: 550, said: '550 no such user', essence: 'once' } as const;
  await db.database.as('facet_mail', office.organisation, (tx) => recordReport(tx, mail?.id ?? '', report));
  expect(await office.mail(mail?.id ?? '')).toMatchObject({ state: 'rejected' });
  expect(await reminded()).toBe(0);
  await office.sql('delete from post.mail_return');
});

test('a reminder names whom the organisation has named for questions about data, in the words of now', async () => {
  await office.sql(`update people.organisation set contact = 'Pat Lowe, extension 204' where id = $1`, [office.organisation]);
  await stage.tick(DUE);
  expect(smtp.messages.at(-1)?.mail.text).toContain('Questions about your data? Ask Pat Lowe, extension 204.');
  await office.sql('update people.organisation set contact = null where id = $1', [office.organisation]);
});

test('row 87: looking changes nothing, however often a scanner does it, and shows a button', async () => {
  const url = await address();
  const before = await db.dump();
  for (const method of ['GET', 'HEAD'] as const) expect((await app.inject({ method, url })).statusCode).toBe(200);
  const { body, headers } = await app.inject({ method: 'GET', url });
  expect(body).toContain('<button name="List-Unsubscribe" value="One-Click">No more reminders</button>');
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(await db.dump()).toBe(before);
  expect(await reminded()).toBe(1);
});

test('row 87: a post that does not say what it wants changes nothing', async () => {
  const url = await address();
  for (const payload of ['', 'List-Unsubscribe=Perhaps', 'x=1'])
    expect((await post(url, payload)).body).toContain('No more reminders</button>');
  expect(await reminded()).toBe(1);
});

test('whoever has stopped the reminders may have them again', async () => {
  const url = await address();
  await post(url, 'List-Unsubscribe=One-Click');
  expect((await post(url, 'Reminders=Again')).body).toContain('No more reminders</button>');
  expect(await reminded()).toBe(1);
});

test('that an address is refused and works again never ends a silence that somebody asked for', async () => {
  const url = await address();
  await office.sql(`insert into post.suppression values ($1, $2, 'refused', $3)`, [office.organisation, person, DUE]);
  await post(url, 'List-Unsubscribe=One-Click');
  await stage.worker.send.send(await office.write({ person, kind: 'round_cancelled', about: await stage.roundOf('Cas', NEXT_DUE) }));
  expect(await reminded()).toBe(0);
});

test('row 87: the address of a reminder still works when its round is over, as often as it is pressed', async () => {
  const url = await address();
  await office.sql('update people.round set sealed_at = closes_at');
  for (const time of [1, 2]) {
    const { statusCode, body } = await post(url, 'List-Unsubscribe=One-Click');
    expect([time, statusCode]).toEqual([time, 200]);
    expect(body).toContain('Hill Street School will not remind you any more');
  }
  expect(await office.sql('select reason from post.suppression where person = $1', [person])).toEqual([{ reason: 'opted out' }]);
});

test('row 87: an address that was made up, damaged or meant for something else leads nowhere, and nothing changes', async () => {
  const url = await address();
  const before = await db.dump();
  const [row] = await office.sql<{ id: string }>(`select id from post.mail where kind = 'reminder'`);
  const id = row?.id ?? '';
  const forged = [
    `/s/stop/${id}`,
    `/s/stop/${id.replaceAll('-', '')}.${'0'.repeat(32)}`,
    `/s/stop/${optOutName(Buffer.from('another secret'), id)}`,
    `/s/stop/${optOutName(office.configuration.secret, crypto.randomUUID())}`,
    url.slice(0, -1),
    `${url}0`,
    '/s/stop/%00',
  ];
  for (const wrong of forged) {
    const answer = await post(wrong, 'List-Unsubscribe=One-Click');
    expect([wrong, answer.statusCode]).toEqual([wrong, 404]);
    expect(answer.body).toContain('This address leads nowhere');
    expect(answer.body).not.toContain('Hill Street');
  }
  expect(await db.dump()).toBe(before);
});

test('only this one address reads forms, and it reads no large ones', async () => {
  const url = await address();
  expect((await post('/s/stop/a/b', 'List-Unsubscribe=One-Click')).statusCode).toBe(403);
  expect((await post(url, `List-Unsubscribe=One-Click&${'x'.repeat(3_000)}`)).statusCode).toBe(413);
});
