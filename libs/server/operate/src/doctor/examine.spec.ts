import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileVault } from '@facet/answer-links';
import { migrateQueue } from '@facet/mail';
import { type Configuration, dataSource } from '@facet/platform';
import { RecordingSmtp, testConfiguration, testDatabase, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { examine } from './examine';
import type { Finding } from './finding';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
let folder: string;
let configuration: Configuration;
beforeAll(() => migrateQueue(db.url));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facet-doctor-'));
  configuration = testConfiguration(db, { smtpUrl: smtp.url, keysFolder: join(folder, 'keys') });
});
afterAll(async () => {
  await smtp.stop();
  await db.drop();
});

const found = async (changed: Partial<Configuration> = {}, to: string | null = null): Promise<Finding[]> => {
  const patient = { configuration: { ...configuration, ...changed }, source: db.source, databaseFolder: db.folder, testMailTo: to };
  return examine(patient);
};
const of = (findings: readonly Finding[], area: Finding['area'], state: Finding['state']): string[] =>
  findings.filter((one) => one.area === area && one.state === state).map(({ says }) => says);

test('a sound installation has nothing bad, and no mail is sent that nobody asked for', async () => {
  const findings = await found();
  expect(findings.filter(({ state }) => state === 'bad')).toEqual([]);
  expect(of(findings, 'database', 'good')).toHaveLength(3);
  expect(of(findings, 'clock', 'good')).toHaveLength(1);
  expect(of(findings, 'queue', 'good')).toEqual(['The mail queue is kept in PostgreSQL.']);
  expect(smtp.messages).toEqual([]);
});

test('row 85: a test mail travels as every other does, and a refusal is shown with the server’s own words', async () => {
  const before = smtp.messages.length;
  expect(of(await found({}, 'admin@school.test'), 'mail server', 'bad')).toEqual([]);
  expect(smtp.messages.slice(before).map(({ to }) => to)).toEqual([['admin@school.test']]);
  smtp.answerWith({ at: 'RCPT', reply: { code: 550, text: 'Relaying denied' } });
  expect(of(await found({}, 'admin@school.test'), 'mail server', 'bad')).toEqual([expect.stringContaining('550 Relaying denied')]);
});

test('a test mail is signed and returns as every other mail does', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const dkim = { domain: 'school.test', selector: 'facet', privateKey };
  await found({ mail: { ...configuration.mail, dkim, returnDomain: 'bounce.school.test' } }, 'admin@school.test');
  const sent = smtp.messages.at(-1);
  expect(sent?.from).toMatch(/^b\+.*@bounce\.school\.test$/);
  expect(sent?.mail.headers.find(({ key }) => key === 'dkim-signature')?.value).toContain('s=facet');
});

test('row 85: a mail server that is not there is named, without its password', async () => {
  const findings = await found({ smtpUrl: 'smtp://facet:GEHEIM@127.0.0.1:1' });
  expect(of(findings, 'mail server', 'bad')).toEqual([expect.stringContaining('127.0.0.1:1 cannot be used')]);
  expect(JSON.stringify(findings)).not.toContain('GEHEIM');
});

test('row 85: a mail server without the encryption that is asked for is told from one that refuses, and so is what to do', async () => {
  const findings = await found({ smtpUrl: smtp.url.replace('smtp:', 'smtps:') });
  const [bad, ...more] = findings.filter(({ area, state }) => area === 'mail server' && state === 'bad');
  expect([bad?.says, bad?.advice, more]).toEqual([
    expect.stringContaining('offers no encryption'),
    expect.stringContaining('Turn TLS on at the mail server'),
    [],
  ]);
});

describe('the key vault', () => {
  test('on the database’s volume is something to look at', async () => {
    expect(of(await found(), 'vault', 'look')).toEqual([expect.stringContaining('lies on the database’s volume')]);
  });

  test('that other accounts can open is bad', async () => {
    await found();
    await chmod(configuration.keysFolder, 0o755);
    expect(of(await found(), 'vault', 'bad')).toEqual([expect.stringContaining('mode 755')]);
  });

  test('that cannot be written is bad', async () => {
    expect(of(await found({ keysFolder: '/dev/null/keys' }), 'vault', 'bad')).toEqual([expect.stringContaining('cannot be written')]);
  });

  test('that has lost the secret of an open round is bad', async () => {
    const school = await testSchool(db, 'vault.test');
    const vault = new FileVault(configuration.keysFolder);
    const round = await testRound(db, school, vault, { raters: [{ name: 'Sam', group: 'peer' }] });
    expect(of(await found(), 'vault', 'bad')).toEqual([]);
    await rm(join(configuration.keysFolder, `${round.id}.key`));
    expect(of(await found(), 'vault', 'bad')).toEqual([expect.stringContaining('1 of 1 rounds')]);
  });
});

test('a clock that has been moved is seen', async () => {
  await db.setClock('2026-12-24T10:00:00Z');
  expect(of(await found(), 'clock', 'look')).toHaveLength(1);
});

test('an account that may read every organisation is bad', async () => {
  const source = await dataSource(db.superuserUrl, 2).initialize();
  const findings = await examine({ configuration, source, databaseFolder: null, testMailTo: null });
  await source.destroy();
  expect(of(findings, 'database', 'bad')).toEqual([expect.stringContaining('every organisation’s rows')]);
});
