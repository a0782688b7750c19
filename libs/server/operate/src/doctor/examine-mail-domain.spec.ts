import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { askResolver, examineMailDomain, type MailDomain } from './examine-mail-domain';

const plain: MailDomain = { domain: 'school.test', dkim: null, returnDomain: undefined };
const zone =
  (records: Readonly<Record<string, string[]>>) =>
  (name: string): Promise<string[]> =>
    Promise.resolve(records[name] ?? []);
const states = async (records: Readonly<Record<string, string[]>>, change: Partial<MailDomain> = {}): Promise<string[]> =>
  (await examineMailDomain({ ...plain, ...change }, zone(records))).map(({ state, says }) => `${state}: ${says}`);

const pairOfKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const spf = 'v=spf1 mx -all';
const dmarc = 'v=DMARC1; p=none';

test('a domain that tells who sends for it is good', async () => {
  expect(await states({ 'school.test': ['another record', spf], '_dmarc.school.test': [dmarc] })).toEqual([
    `good: SPF of school.test: ${spf}`,
    `good: DMARC of school.test: ${dmarc}`,
  ]);
});

test('what is missing is named, and so is an SPF record too many', async () => {
  expect(await states({})).toEqual(['look: school.test has no SPF record.', 'look: school.test has no DMARC record.']);
  const [first] = await states({ 'school.test': [spf, 'v=spf1 a -all'] });
  expect(first).toBe('look: school.test has 2 SPF records, which counts as none.');
});

test('a record that only begins like one is none', async () => {
  const [first, second] = await states({ 'school.test': ['v=spf10 mx'], '_dmarc.school.test': ['v=DMARC10'] });
  expect([first, second]).toEqual(['look: school.test has no SPF record.', 'look: school.test has no DMARC record.']);
});

test('where Facet signs by itself, the published key is looked for', async () => {
  const { privateKey, publicKey } = pairOfKeys();
  const dkim = { domain: 'school.test', selector: 'facet', privateKey };
  const place = 'facet._domainkey.school.test';
  const last = async (texts: string[]): Promise<string | undefined> => (await states({ [place]: texts }, { dkim })).at(-1);
  const record = (key: Buffer): string => `v=DKIM1; k=rsa; p=${key.toString('base64')}`;
  expect(await last([record(publicKey)])).toMatch(/^good/);
  expect(await last([record(publicKey).replace(/.{64}/g, '$& ')])).toMatch(/^good/);
  expect(await last([record(pairOfKeys().publicKey)])).toMatch(/^look: .*another DKIM key/);
  expect(await last(['v=DKIM1; k=rsa; p='])).toMatch(/^look: .*no DKIM key/);
  expect(await last([])).toMatch(/^look: .*no DKIM key/);
});

test('where mail returns to a domain of its own, SPF is that domain’s', async () => {
  const [first] = await states({ 'bounce.school.test': [spf] }, { returnDomain: 'bounce.school.test' });
  expect(first).toBe(`good: SPF of bounce.school.test: ${spf}`);
});

test('without a resolver it says that nothing was looked up, instead of that nothing is there', async () => {
  const nobody = askResolver(['127.0.0.1:1']);
  expect(await examineMailDomain(plain, nobody)).toEqual([
    expect.objectContaining({ state: 'not checked', says: expect.stringContaining('No resolver answers') }),
  ]);
});
