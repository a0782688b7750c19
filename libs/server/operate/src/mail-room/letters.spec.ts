import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { LettersView, LetterView, of, path } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestBrowser, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { MailRoomModule } from './mail-room.module';

const site = await TestSite.open('2026-12-04T12:00:00Z', [
  AnswerLinksModule,
  MailModule,
  StoreRoundsModule,
  AccountsModule,
  MailRoomModule,
]);
let schools = 0;
let school: TestSchool;
let administrator: TestBrowser;
beforeEach(async () => {
  school = await testSchool(site.db, `school${++schools}.test`);
  administrator = await site.signedIn(school.administrator.email);
});
afterAll(() => site.close());

const list = async () => LettersView.parse((await administrator.get(path.letters)).body).letters;
const look = async (letter: string) => LetterView.parse((await administrator.get(of(path.letter, letter))).body);
const typed = (change: object = {}) => ({
  subject: 'Helping {whose} learning',
  heading: 'A favour',
  text: 'Hello {recipient}\r\n\r\n{link}\r\n\r\nThank you',
  ...change,
});
const save = (letter: string, change?: object) => administrator.post(of(path.letter, letter), typed(change));

/** As the frame on the administrator's page asks for it. */
const htmlOf = async (letter: string) => {
  const session = await site.sessionOf(school.administrator.email);
  return site.app.inject({ url: of(path.letterHtml, letter), cookies: { '__Host-sid': session } });
};

test('every letter can be read before any is sent, with made-up people', async () => {
  const letters = await list();
  expect(letters.length).toBeGreaterThan(15);
  for (const { letter } of letters) {
    const { sample, own, placeholders } = await look(letter);
    expect([letter, own]).toEqual([letter, false]);
    expect(sample.text).toContain('Hill Street School');
    expect(sample.text).toContain('Priya Nair (priya@');
    expect(placeholders.length).toBeGreaterThan(1);
  }
});

test('the same letter is there as HTML, in a page that may do nothing', async () => {
  expect((await site.app.inject({ url: of(path.letterHtml, 'invitation') })).statusCode).toBe(401);
  const { statusCode, headers, body } = await htmlOf('invitation');
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
  expect(body).toContain('Ada Okafor would value your view');
});

test('an administrator words a letter, sees it, and gives it back the words it came with', async () => {
  const before = await look('invitation');
  const preview = await administrator.post(of(path.letterPreview, 'invitation'), typed());
  expect(preview).toMatchObject({ status: 200, body: { subject: 'Helping Ada Okafor’s learning' } });
  expect(await look('invitation')).toEqual(before);

  expect((await save('invitation')).status).toBe(200);
  const worded = await look('invitation');
  expect(worded).toMatchObject({ own: true, wording: typed({ text: 'Hello {recipient}\n\n{link}\n\nThank you' }) });
  expect(worded.sample).toEqual(preview.body);
  expect((await htmlOf('invitation')).body).toContain('Thank you');
  expect((await list()).filter(({ own }) => own).map(({ letter }) => letter)).toEqual(['invitation']);

  expect((await administrator.post(of(path.letterReset, 'invitation'))).status).toBe(200);
  expect(await look('invitation')).toEqual(before);
});

test.each([
  ['an unknown placeholder', { subject: 'Dear {group}' }, 'subject', /^\{group\} is not known here\. There are: \{recipient\}/],
  ['a missing link', { text: 'Please answer.' }, 'text', /^\{link\} is missing/],
  ['the name of a part of every object', { heading: '{{constructor}}' }, 'heading', /^\{\{constructor\}\} is not known here/],
  ['a line break in the subject', { subject: 'Hello\r\nBcc: x@y.example' }, 'subject', /one line/],
  ['text that turns round', { text: 'a\u202Eb\n\n{link}' }, 'text', /nobody can see/],
])('row 23: %s is refused in words, before the preview and at saving, and nothing changes', async (_, change, field, message) => {
  for (const template of [path.letterPreview, path.letter]) {
    const refused = await site.withoutTrace(400, () => administrator.post(of(template, 'invitation'), typed(change)));
    expect(refused).toMatchObject({ errors: [{ field, message: expect.stringMatching(message) }] });
  }
});

test('row 23: markup in the words is shown as it was typed', async () => {
  await save('invitation', { heading: '<b>A favour</b>', text: '<script>alert(1)</script>\n\n{link}' });
  const { sample } = await look('invitation');
  expect(sample.text).toContain('<b>A favour</b>\n\n<script>alert(1)</script>');
  expect((await htmlOf('invitation')).body).not.toMatch(/<b>|<script/);
});

test('row 51: one school’s words are not another’s, and only administrators have any', async () => {
  await save('invitation');
  const other = await testSchool(site.db, `other${schools}.test`);
  const elsewhere = await site.signedIn(other.administrator.email);
  expect(LetterView.parse((await elsewhere.get(of(path.letter, 'invitation'))).body).own).toBe(false);
  for (const { email } of [school.leader, school.coach]) {
    const browser = await site.signedIn(email);
    await site.withoutTrace(403, () => browser.post(of(path.letter, 'invitation'), typed()));
  }
});

test.each(['no_such', '__proto__', 'constructor', 'toString', '%00', '1'])('a letter called %s is not there', async (letter) => {
  expect(await administrator.get(of(path.letter, letter))).toMatchObject({ status: 404 });
  for (const template of [path.letter, path.letterPreview, path.letterReset])
    await site.withoutTrace(404, () => administrator.post(of(template, letter), template === path.letterReset ? {} : typed()));
});
