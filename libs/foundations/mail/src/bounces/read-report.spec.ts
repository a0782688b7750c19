import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { absence, bounce, complaint, plainBounce } from './report.examples';
import { type Read, readReport, type Report } from './read-report';
import { LARGEST_RETURNED } from './take-returned';

const read = async (bytes: Uint8Array): Promise<Report> => {
  const found = await readReport(bytes);
  if (found.kind !== 'report') throw new Error(`this is no report: ${JSON.stringify(found)}`);
  return found.report;
};
const kindOf = async (bytes: Uint8Array): Promise<string> => {
  const found: Read = await readReport(bytes);
  return found.kind === 'strange' ? found.why : found.kind === 'report' ? found.report.kind : found.kind;
};

test('a report says what became of the mail, why, and where it was sent', async () => {
  expect(await read(bounce({ to: 'b+x@bounce.example', headers: ['Delivered-To: b+y@bounce.example'] }))).toMatchObject({
    ...{ kind: 'failed', status: '5.1.1', code: 550 },
    addresses: ['b+y@bounce.example', 'b+x@bounce.example'],
  });
});

test.each([
  ['failed', '5.1.1', 'failed'],
  ['Failed (user unknown)', '5.2.2 (over quota)', 'failed'],
  ['failed', '4.4.7', 'delayed'],
  ['failed', 'nonsense', 'delayed'],
  ['delayed', '4.4.1', 'delayed'],
  ['delayed', '5.1.1', 'delayed'],
  ['delivered', '2.0.0', 'automatic'],
  ['relayed', '2.0.0', 'automatic'],
  ['', '5.1.1', 'automatic'],
])('the action “%s” with the status %s is taken as %s', async (action, status, expected) => {
  expect(await kindOf(bounce({ action, status }))).toBe(expected);
});

test('what a server says is one line, and names no address: colleagues may have their mail forwarded to a private one', async () => {
  const diagnostic = 'smtp; 550-5.1.1 <sam.private@home.example>:\r\n    no such\u0000 \u202Euser here';
  expect((await read(bounce({ diagnostic }))).said).toBe('550-5.1.1 <…>: no such user here');
  expect((await read(bounce({ diagnostic: 'x'.repeat(5_000) }))).said).toHaveLength(500);
  expect((await read(bounce({ diagnostic: '' }))).said).toBe('status 5.1.1');
});

test('where one of several recipients may still get it, it has not failed', async () => {
  const two = bounce()
    .toString()
    .replace('Final-Recipient:', 'Final-Recipient: rfc822; jo@x.example\r\nAction: relayed\r\n\r\nFinal-Recipient:');
  expect(await kindOf(Buffer.from(two))).toBe('delayed');
});

test('a complaint says whose mail it was in any of three places', async () => {
  const { kind, addresses } = await read(complaint({ to: 'abuse@x.example', mailFrom: 'b+1@y.example', returnPath: 'b+2@y.example' }));
  expect([kind, addresses]).toEqual(['complaint', ['abuse@x.example', '<b+1@y.example>', '<b+2@y.example>']]);
  expect(await kindOf(complaint({ type: 'not-spam' }))).toBe('automatic');
  expect(await kindOf(complaint({ type: 'opt-out' }))).toBe('complaint');
});

test('absences and receipts are left alone, and what only looks like a bounce is kept for a person', async () => {
  expect(await kindOf(absence('b+x@y.example'))).toBe('automatic');
  expect(await kindOf(Buffer.from('Precedence: auto_reply\r\n\r\nAway'))).toBe('automatic');
  const receipt = bounce()
    .toString()
    .replaceAll('delivery-status', 'disposition-notification')
    .replace(/Auto-.*\r\n/, '');
  expect(await kindOf(Buffer.from(receipt))).toBe('automatic');
  expect(await kindOf(plainBounce('b+x@y.example'))).toBe('no report');
});

test('an answer that quotes a report is no report', async () => {
  const quoting = ['Content-Type: multipart/mixed; boundary=outer', '', '--outer', 'Content-Type: message/rfc822', ''];
  expect(await kindOf(Buffer.concat([Buffer.from(`${quoting.join('\r\n')}\r\n`), bounce(), Buffer.from('\r\n--outer--')]))).toBe(
    'no report',
  );
  expect(
    await kindOf(
      Buffer.from(
        bounce()
          .toString()
          .replace('multipart/report', 'multipart/mixed')
          .replace(/Auto-.*\r\n/, ''),
      ),
    ),
  ).toBe('no report');
});

test('a mail that goes round in circles is not read', async () => {
  expect(await kindOf(bounce({ headers: Array.from({ length: 51 }, (_, hop) => `Received: from mx${hop}`) }))).toBe('looping');
});

test('the same report has the same essence whatever way it came, and another one has another', async () => {
  const [once, again] = [await read(bounce()), await read(bounce({ headers: ['Received: from elsewhere'] }))];
  expect(again.essence).toBe(once.essence);
  expect((await read(bounce({ status: '5.2.2' }))).essence).not.toBe(once.essence);
});

test('no bytes, and no damaged report, make it throw', async () => {
  const example = bounce();
  const damaged = fc.tuple(fc.nat(example.length - 1), fc.uint8Array({ maxLength: 40 })).map(([at, bytes]) => {
    const copy = Buffer.from(example);
    copy.set(bytes.slice(0, copy.length - at), at);
    return copy;
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 2_000 }), damaged), async (bytes) => {
      expect(['report', 'automatic', 'strange']).toContain((await readReport(bytes)).kind);
    }),
  );
});

test('a mail made to keep the reader busy is given up in time', async () => {
  const head = 'Content-Type: multipart/report; boundary=a\r\n\r\n';
  const large: readonly string[] = [
    head + '--a\r\n\r\n'.repeat(140_000),
    Array.from({ length: 25_000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join(''),
    `To: ${'"('.repeat(450_000)}\r\n\r\n`,
    `${head}--a\r\nContent-Type: message/delivery-status\r\n\r\n${'Action: failed\r\nStatus: 5.1.1\r\n\r\n'.repeat(28_000)}--a--`,
    `${head}--a\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n${' x\r\n'.repeat(240_000)}--a--`,
  ];
  for (const [at, text] of large.entries()) {
    const before = performance.now();
    await readReport(Buffer.from(text.slice(0, LARGEST_RETURNED)));
    expect([at, performance.now() - before < 5_000]).toEqual([at, true]);
  }
});
