import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { RecordingSmtp } from '@facet/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { render } from '../layout/render';
import { samples } from '../letters/letter-samples';
import { Carrier } from './carrier';

// Read as the receiver reads it, after RFC 6376, with nothing but node:crypto.

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const UNSUBSCRIBE = 'https://facet.hill.example/s/stop/6f0ad7a33b524b1e9f643a1f1f0f8a11.0123456789abcdef';
let smtp: RecordingSmtp;
let carrier: Carrier;
beforeAll(async () => {
  smtp = await RecordingSmtp.start();
  carrier = new Carrier({ smtpUrl: smtp.url, leaseSeconds: 30, dkim: { domain: 'hill.example', selector: 'facet', privateKey } });
});
afterAll(async () => {
  carrier.close();
  await smtp.stop();
});

interface Signed {
  /** Unfolded, in order. */
  readonly headers: readonly { readonly name: string; readonly line: string }[];
  readonly body: string;
  readonly tags: ReadonlyMap<string, string>;
}
async function receive(unsubscribe?: string): Promise<Signed> {
  smtp.messages.splice(0);
  await carrier.carry(
    {
      ...{ messageId: 'one@hill.example', from: { name: 'Hill Street Schüle', address: 'feedback@hill.example' } },
      ...{ replyTo: { name: 'Priya Nair', address: 'priya@hill.example' }, to: { name: 'Sam', address: 'sam@hill.example' } },
      ...{ date: new Date('2026-12-01T09:00:00Z'), letter: render(samples.reminder), ...(unsubscribe !== undefined && { unsubscribe }) },
    },
    () => Promise.resolve(),
  );
  const raw = smtp.messages[0]?.raw ?? '';
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n');
  const headers = lines.map((line) => ({ name: line.slice(0, line.indexOf(':')).toLowerCase(), line }));
  const signature = headers.find(({ name }) => name === 'dkim-signature')?.line ?? '';
  const tags = signature
    .slice(signature.indexOf(':') + 1)
    .split(';')
    .map((tag) => tag.trim());
  return {
    headers,
    body: raw.slice(end + 4),
    tags: new Map(tags.map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1).replace(/\s/g, '')])),
  };
}

/** "relaxed", RFC 6376 section 3.4.2 and 3.4.4 */
const relaxedHeader = (line: string): string => {
  const at = line.indexOf(':');
  return `${line.slice(0, at).toLowerCase()}:${line
    .slice(at + 1)
    .replace(/[ \t]+/g, ' ')
    .trim()}`;
};
const relaxedBody = (body: string): string => {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  return lines.join('\r\n').replace(/(\r\n)*$/, '\r\n');
};
const isRight = ({ headers, tags }: Signed): boolean => {
  const names = tags.get('h')?.split(':') ?? [];
  const signed = names.map((name) => headers.findLast((header) => header.name === name)?.line ?? '');
  const own = headers.find(({ name }) => name === 'dkim-signature')?.line.replace(/([;\s]b=)[^;]*$/, '$1') ?? '';
  const text = [...signed.map(relaxedHeader), relaxedHeader(own)].join('\r\n');
  return createVerify('RSA-SHA256')
    .update(text)
    .verify(publicKey, tags.get('b') ?? '', 'base64');
};

test('a reminder is signed for the domain of its sender: headers and body as they arrived', async () => {
  const arrived = await receive(UNSUBSCRIBE);
  expect(Object.fromEntries(arrived.tags)).toMatchObject({ a: 'rsa-sha256', c: 'relaxed/relaxed', d: 'hill.example', s: 'facet' });
  expect(arrived.tags.get('bh')).toBe(createHash('sha256').update(relaxedBody(arrived.body)).digest('base64'));
  expect(isRight(arrived)).toBe(true);
});

test('whoever changes a signed header or the body on the way breaks the signature', async () => {
  const arrived = await receive(UNSUBSCRIBE);
  for (const name of ['subject', 'from', 'reply-to', 'list-unsubscribe', 'list-unsubscribe-post']) {
    const headers = arrived.headers.map((header) => (header.name === name ? { ...header, line: `${header.line}.evil.example` } : header));
    expect([name, isRight({ ...arrived, headers })]).toEqual([name, false]);
  }
  expect(
    createHash('sha256')
      .update(relaxedBody(`${arrived.body}more`))
      .digest('base64'),
  ).not.toBe(arrived.tags.get('bh'));
});

test('both headers about unsubscribing are there, as RFC 8058 wants them, and both are signed', async () => {
  const { headers, tags } = await receive(UNSUBSCRIBE);
  const line = (name: string): string[] => headers.filter((header) => header.name === name).map((header) => header.line);
  expect(line('list-unsubscribe')).toEqual([`List-Unsubscribe: <${UNSUBSCRIBE}>`]);
  expect(line('list-unsubscribe-post')).toEqual(['List-Unsubscribe-Post: List-Unsubscribe=One-Click']);
  expect(tags.get('h')?.split(':')).toEqual(
    expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'from', 'subject', 'date']),
  );
});

test('a mail that cannot be unsubscribed from carries neither header, and is signed all the same', async () => {
  const arrived = await receive();
  expect(arrived.headers.filter(({ name }) => name.startsWith('list-'))).toEqual([]);
  expect(isRight(arrived)).toBe(true);
});
