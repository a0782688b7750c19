import { generateKeyPairSync } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { render } from '../layout/render';
import { samples } from '../letters/letter-samples';
import { Carrier, type CarrierSettings } from './carrier';
import type { Outcome } from './outgoing';

// What we rely on in nodemailer and its manual does not promise. Whoever brings a newer nodemailer sees here whether it still holds.

/** At which point the server of a test hangs up. */
type HangsUp = 'never' | 'at the recipient' | 'within the body' | 'after the final dot' | 'instead of the 354';

const open: { close(): void }[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

/** A mail server written out, so that it can say what it has seen and hang up in the middle of a body. */
async function mailServer(hangsUp: HangsUp, seen: string[]): Promise<string> {
  const server = createServer((socket) => converse(socket, hangsUp, seen));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  open.push(server);
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function converse(socket: Socket, hangsUp: HangsUp, seen: string[]): void {
  let body: string | null = null;
  const say = (line: string, at?: HangsUp): void => {
    if (hangsUp === at) socket.destroy();
    else socket.write(`${line}\r\n`);
  };
  socket.on('error', () => undefined); // whoever is hung up on may still be writing
  socket.write('220 here\r\n');
  const command = (line: string): void => {
    seen.push(line.split(/[ :]/)[0] ?? '');
    if (/^DATA/i.test(line)) body = '';
    if (body !== null) say('354 go ahead', 'instead of the 354');
    else say('250 good', /^RCPT/i.test(line) ? 'at the recipient' : undefined);
  };
  const partOfBody = (before: string, text: string): void => {
    if (before === '') seen.push('first byte of the body');
    if (hangsUp === 'within the body') socket.destroy();
    body = before + text;
    if (!body.endsWith('\r\n.\r\n')) return;
    body = null;
    seen.push('final dot');
    say('250 taken', 'after the final dot');
  };
  socket.on('data', (data) => {
    const text = data.toString('latin1');
    if (body !== null) partOfBody(body, text);
    else
      text
        .split('\r\n')
        .filter((line) => line !== '')
        .forEach(command);
  });
}

interface Told {
  readonly outcome: Outcome['kind'];
  /** What the server saw and what nodemailer and we wrote down meanwhile, in this order. */
  readonly course: readonly string[];
}

async function send(hangsUp: HangsUp, paragraphs: readonly string[] = [], dkim: CarrierSettings['dkim'] = null): Promise<Told> {
  const course: string[] = [];
  const url = await mailServer(hangsUp, course);
  const note = (entry?: object): void => {
    if (entry && 'tnx' in entry && entry.tnx === 'message') course.push('nodemailer: message');
  };
  const carrier = new Carrier(
    { smtpUrl: url, leaseSeconds: 5, dkim },
    { trace: note, debug: note, info: note, warn: note, error: note, fatal: note },
  );
  open.push(carrier);
  const letter = render({ ...samples.report_ready, paragraphs });
  const mailbox = { name: 'Sam', address: 'sam@hill.example' };
  const mail = {
    messageId: 'one@hill.example',
    from: mailbox,
    replyTo: mailbox,
    to: mailbox,
    date: new Date('2026-12-01T09:00:00Z'),
    letter,
  };
  const { kind } = await carrier.carry(mail, () => {
    course.push('ours: before the body');
    return Promise.resolve();
  });
  return { outcome: kind, course };
}
const long = ['Long enough to stay in the buffers of the two machines. '.repeat(80_000)];

test('before the first byte of a body leaves, and after the server said “go ahead”, our note is asked for', async () => {
  const { outcome, course } = await send('never');
  expect(outcome).toBe('sent');
  const told = course.filter((one) => /DATA|ours|body|dot/.test(one));
  expect(told).toEqual(['DATA', 'ours: before the body', 'first byte of the body', 'final dot']);
});

test.each([
  ['unsigned', null],
  [
    'signed',
    {
      domain: 'hill.example',
      selector: 'facet',
      privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  ],
])('nodemailer logs “message” exactly when the whole body has left, and we call an outcome unknown exactly then: %s', async (_, dkim) => {
  const told = async (hangsUp: HangsUp, paragraphs?: readonly string[]): Promise<unknown[]> => {
    const { outcome, course } = await send(hangsUp, paragraphs, dkim);
    return [outcome, course.filter((one) => one === 'nodemailer: message').length];
  };
  expect(await told('never')).toEqual(['sent', 1]);
  expect(await told('after the final dot')).toEqual(['unknown', 1]);
  expect(await told('within the body', long)).toEqual(['later', 0]);
  expect(await told('at the recipient')).toEqual(['later', 0]);
  expect(await told('instead of the 354')).toEqual(['later', 0]);
});

test('nodemailer tries nothing a second time by itself', async () => {
  const { course } = await send('at the recipient');
  expect(course.filter((one) => one === 'MAIL')).toHaveLength(1);
});
