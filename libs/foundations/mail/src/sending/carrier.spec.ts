import { RecordingSmtp } from '@facet/testing';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { render } from '../layout/render';
import { samples } from '../letters/letter-samples';
import { Carrier } from './carrier';
import type { OutgoingMail } from './outgoing';

let smtp: RecordingSmtp;
let carrier: Carrier;
beforeAll(async () => {
  smtp = await RecordingSmtp.start();
  carrier = new Carrier({ smtpUrl: smtp.url, leaseSeconds: 30, dkim: null });
});
afterEach(() => void smtp.messages.splice(0));
afterAll(async () => {
  carrier.close();
  await smtp.stop();
});

let sequence = 0;
const mail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: `row-${++sequence}@facet.hill.example`,
  from: { name: 'Hill Street School', address: 'feedback@hill.example' },
  replyTo: { name: 'Priya Nair', address: 'priya@hill.example' },
  to: { name: 'Sam Hill', address: 'sam@hill.example' },
  date: new Date('2026-12-01T09:00:00Z'),
  letter: render(samples.invitation),
  ...change,
});
const carry = async (change: Partial<OutgoingMail> = {}): Promise<{ kind: string; bodies: number }> => {
  let bodies = 0;
  const outcome = await carrier.carry(mail(change), () => {
    bodies += 1;
    return Promise.resolve();
  });
  return { kind: outcome.kind, bodies };
};

test('a mail arrives with both parts, a Message-ID of its own, an address for replies and the mark of an automatic mail', async () => {
  const sent = mail({ messageId: 'row-one@facet.hill.example' });
  expect(await carrier.carry(sent, () => Promise.resolve())).toMatchObject({ kind: 'sent', code: 250 });
  const [received] = smtp.messages;
  expect(received).toMatchObject({
    from: 'feedback@hill.example',
    to: ['sam@hill.example'],
    mail: {
      messageId: '<row-one@facet.hill.example>',
      subject: sent.letter.subject,
      from: sent.from,
      to: [sent.to],
      replyTo: [sent.replyTo],
    },
  });
  expect(received?.mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
  expect(received?.mail.text?.trim()).toBe(sent.letter.text.trim());
  expect(received?.mail.html).toContain('href="https://facet.hill.example/s#7M3K1"');
});

test.each([
  'b@y.example,evil@z.example',
  'undisclosed: a@y.example, b@y.example;',
  '"a@b"@y.example',
  'a b@y.example',
  'Sam <sam@y.example>',
  'sam@y.example\r\nRCPT TO:<evil@z.example>',
  'sam@y.example ',
])('row 12: what is not one address, like %j, never reaches the SMTP server', async (address) => {
  const before = smtp.connections;
  expect(await carry({ to: { name: 'Sam', address } })).toEqual({ kind: 'rejected', bodies: 0 });
  expect({ connections: smtp.connections, messages: smtp.messages }).toEqual({ connections: before, messages: [] });
});

test('row 13: line breaks, tabs and NUL in names and subject add neither header nor recipient', async () => {
  const evil = 'Sam\r\nBcc: evil@z.example\r\n\r\nbody\t\0';
  const letter = render({ ...samples.invitation, subject: evil });
  const name = { name: evil, address: 'sam@hill.example' };
  expect((await carry({ to: name, from: name, replyTo: name, letter })).kind).toBe('sent');
  const [received] = smtp.messages;
  expect(received?.to).toEqual(['sam@hill.example']);
  expect(received?.mail.headers.map(({ key }) => key)).not.toContain('bcc');
  expect(received?.mail.subject).toBe('Sam Bcc: evil@z.example body');
  expect(received?.mail.html).toContain('Ada Okafor');
});

test('a hundred mails take no more than ten connections', async () => {
  const before = smtp.connections;
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => carry()));
  expect(outcomes.filter(({ kind }) => kind === 'sent')).toHaveLength(100);
  expect(new Set(smtp.messages.map(({ mail }) => mail.messageId)).size).toBe(100);
  expect(smtp.connections - before).toBeLessThanOrEqual(10);
});

test.each([
  [
    '550 to the recipient is final, and nothing of the mail leaves',
    { at: 'RCPT', reply: { code: 550, text: 'no such user' } },
    'rejected',
    0,
  ],
  ['450 to the recipient is tried again', { at: 'RCPT', reply: { code: 450, text: 'greylisted' } }, 'later', 0],
  ['554 to the message is final', { at: 'DATA', reply: { code: 554, text: 'not this' } }, 'rejected', 1],
  ['451 to the message is tried again', { at: 'DATA', reply: { code: 451, text: 'later' } }, 'later', 1],
  ['421 to the message is tried again', { at: 'DATA', reply: { code: 421, text: 'closing' } }, 'later', 1],
  ['a connection lost before the message is tried again', { at: 'RCPT', reply: 'hang up' }, 'later', 0],
  ['a connection lost after the last byte is unknown', { at: 'DATA', reply: 'hang up' }, 'unknown', 1],
] as const)('%s', async (_, scripted, kind, bodies) => {
  smtp.answerWith(scripted);
  expect(await carry()).toEqual({ kind, bodies });
  expect(smtp.messages).toEqual([]);
  expect((await carry()).kind).toBe('sent');
});

test('nothing leaves when the note that it is about to leave cannot be written', async () => {
  const outcome = await carrier.carry(mail(), () => Promise.reject(new Error('The lease ended.')));
  expect(outcome).toMatchObject({ kind: 'later', code: null });
  expect((await carry()).kind).toBe('sent');
  expect(smtp.messages).toHaveLength(1);
});

test('where no server listens the mail is tried again', async () => {
  const gone = await RecordingSmtp.start();
  const { url } = gone;
  await gone.stop();
  const lost = new Carrier({ smtpUrl: url, leaseSeconds: 30, dkim: null });
  expect(await lost.carry(mail(), () => Promise.resolve())).toMatchObject({ kind: 'later', code: null });
  lost.close();
});
