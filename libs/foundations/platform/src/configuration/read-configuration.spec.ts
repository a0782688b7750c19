import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from './configuration';
import { DEMO_SECRET } from './environment';
import { readConfiguration } from './read-configuration';

const secret = 'zR3vK8mQ1xW5nB7tY2cF6hJ9pL4sD0gA';
const real = {
  SMTP_URL: 'smtps://user:password@mail.school.example:465',
  FACET_SECRET: secret,
  PUBLIC_URL: 'https://feedback.school.example',
  FACET_MAIL_FROM: 'Feedback <feedback@school.example>',
};
const pem = (modulusLength: number): string =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const configured = (variables: Record<string, string>): Configuration => {
  const read = readConfiguration(variables);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.configuration;
};
const faults = (variables: Record<string, string>): string[] => {
  const read = readConfiguration(variables);
  return read.ok ? [] : read.faults;
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facet-configuration-'));
});
afterAll(() => rm(folder, { recursive: true }));
const file = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

test('without any setting it is demo mode, on this machine only', () => {
  const { demo, host, publicUrl, roles, databaseUrl, smtpUrl, keysFolder, data } = configured({});
  expect({ demo, host, url: publicUrl.href, roles, databaseUrl, smtpUrl }).toEqual({
    ...{ demo: true, host: '127.0.0.1', url: 'http://localhost:3000/', roles: ['http', 'jobs'] },
    ...{ databaseUrl: undefined, smtpUrl: undefined },
  });
  expect(keysFolder).toBe(join(data, 'keys'));
});

test('with a mail server it is not demo mode, and everything that was set is used', () => {
  const {
    demo,
    secret: key,
    publicUrl,
    mail,
    keyGraceDays,
    roles,
    host,
    port,
    logLevel,
    tickSeconds,
  } = configured({
    ...real,
    ...{ FACET_KEY_GRACE: '0', FACET_MAIL_SWEEP_SECONDS: '0.5', FACET_ROLES: ' jobs , jobs', HOST: '0.0.0.0', PORT: '8080' },
    FACET_LOG: 'error',
  });
  expect({ demo, key: key.toString(), url: publicUrl.href, from: mail.from, keyGraceDays, roles, host, port, logLevel }).toEqual({
    ...{ demo: false, key: secret, url: 'https://feedback.school.example/', keyGraceDays: 0, roles: ['jobs'], host: '0.0.0.0' },
    ...{ port: 8080, logLevel: 'error', from: { name: 'Feedback', address: 'feedback@school.example' } },
  });
  expect(mail.sweepSeconds).toBe(0.5);
  expect(tickSeconds).toBe(30);
});

test('the hours for mail are those that were set, and working hours otherwise', () => {
  expect(configured(real).mail.hours).toEqual({
    ...{ weekdays: [1, 2, 3, 4, 5], from: { hour: 8, minute: 0 }, until: { hour: 18, minute: 0 } },
  });
  expect(configured({ ...real, FACET_MAIL_HOURS: '07:30-20:15', FACET_MAIL_DAYS: 'Sun, mon' }).mail.hours).toEqual({
    ...{ weekdays: [7, 1], from: { hour: 7, minute: 30 }, until: { hour: 20, minute: 15 } },
  });
});

test('a key that signs nothing, one that is too short, and one without its name in the DNS are refused', () => {
  const refused = (key: string): string[] => faults({ ...real, FACET_DKIM_KEY: key });
  const tooWeak = expect.stringContaining('FACET_DKIM_KEY is an RSA key in PEM of 2048 bits or more');
  expect([refused('a key'), refused(pem(1024))]).toEqual([[tooWeak], [tooWeak]]);
  expect(refused(pem(2048))).toEqual([expect.stringContaining('FACET_DKIM_KEY and FACET_DKIM_SELECTOR go together.')]);
});

test('what signs mail, and where undeliverable mail goes, can be set, and signs for the domain of the sender', () => {
  expect(configured(real).mail).toMatchObject({ dkim: null, returnDomain: undefined });
  const key = pem(2048);
  const { mail } = configured({
    ...real,
    FACET_DKIM_KEY: key,
    FACET_DKIM_SELECTOR: 'facet',
    FACET_MAIL_RETURN_DOMAIN: 'bounce.school.example',
  });
  expect(mail).toMatchObject({
    ...{ dkim: { domain: 'school.example', selector: 'facet', privateKey: key }, returnDomain: 'bounce.school.example' },
  });
});

test('returned mail is taken in from a mailbox or by a signed post, where mail is sent so that it can come back', () => {
  const expected = { bounceMaildir: undefined, bounceWebhookSecret: undefined };
  expect(configured(real).mail).toMatchObject(expected);
  const bounces = { FACET_BOUNCE_MAILDIR: '/var/mail/bounces', FACET_BOUNCE_WEBHOOK_SECRET: 'a secret between two machines of ours' };
  const { mail } = configured({ ...real, ...bounces, FACET_MAIL_RETURN_DOMAIN: 'bounce.school.example' });
  expect(mail.bounceMaildir).toBe('/var/mail/bounces');
  expect(mail.bounceWebhookSecret?.toString()).toBe('a secret between two machines of ours');
  expect(faults({ ...real, ...bounces })).toEqual([expect.stringContaining('need FACET_MAIL_RETURN_DOMAIN')]);
});

test('mails to one domain are paced, unless nobody wants that or it is a demo', () => {
  const paces = [{ ...real }, { ...real, FACET_MAIL_PER_DOMAIN: '120' }, { ...real, FACET_MAIL_PER_DOMAIN: '0' }, {}];
  expect(paces.map((variables) => configured(variables).mail.perDomainMinute)).toEqual([60, 120, null, null]);
});

test('figures are given nowhere unless a port is named, to this machine, or to whoever has the token', () => {
  expect(configured(real).metrics).toBeNull();
  expect(configured({ ...real, FACET_METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464, token: null });
  const open = { ...real, FACET_METRICS_PORT: '9464', FACET_METRICS_HOST: '0.0.0.0' };
  expect(faults(open)).toEqual([expect.stringContaining('FACET_METRICS_TOKEN is missing')]);
  expect(configured({ ...open, FACET_METRICS_TOKEN: secret }).metrics).toEqual({ host: '0.0.0.0', port: 9464, token: Buffer.from(secret) });
});

test('people sign in at a provider of identities only where one is named, and its second factor counts only where somebody says so', () => {
  expect(configured(real).singleSignOn).toBeNull();
  const named = { ...real, OIDC_ISSUER: 'https://id.school.example/v2.0', OIDC_CLIENT_ID: 'facet' };
  expect(configured(named).singleSignOn).toEqual({
    ...{ issuer: new URL('https://id.school.example/v2.0'), clientId: 'facet', clientSecret: undefined },
    ...{ label: 'your organisation’s account', isSecondFactor: false },
  });
  const whole = { ...named, OIDC_CLIENT_SECRET: secret, OIDC_LABEL: 'Hill Street', OIDC_SECOND_FACTOR: 'provider' };
  expect(configured(whole).singleSignOn).toMatchObject({ clientSecret: secret, label: 'Hill Street', isSecondFactor: true });
  expect(configured({ ...named, OIDC_ISSUER: 'http://127.0.0.1:4000' }).singleSignOn?.issuer.port).toBe('4000');
  expect(faults({ ...real, OIDC_ISSUER: 'https://id.school.example' })).toEqual([expect.stringContaining('OIDC_CLIENT_ID is missing')]);
  expect(faults({ ...real, OIDC_LABEL: 'Hill Street' })).toEqual([expect.stringContaining('OIDC_ISSUER is missing')]);
});

test('demo mode does not let anybody wait half a minute', () => {
  expect(configured({}).tickSeconds).toBe(2);
  expect(configured({ FACET_MAIL_SWEEP_SECONDS: '1' }).mail.sweepSeconds).toBe(1);
});

test.each([
  ['FACET_ROLES', 'http,workers', 'FACET_ROLES is a list of http and jobs, for instance FACET_ROLES=http,jobs.'],
  ['FACET_ROLES', ',', 'FACET_ROLES is a list of http and jobs, for instance FACET_ROLES=http,jobs.'],
  ['FACET_LOG', 'verbose', 'FACET_LOG is one of trace, debug, info, warn, error, fatal, silent.'],
  ['HOST', 'http://here', 'HOST is the address to listen on, for instance HOST=127.0.0.1'],
  ['PORT', 'three thousand', 'PORT is a whole number from 0 to 65535, for instance PORT=3000.'],
  ['PORT', '70000', 'PORT is a whole number from 0 to 65535, for instance PORT=3000.'],
  ['PORT', ' ', 'PORT is a whole number from 0 to 65535, for instance PORT=3000.'],
  ['PUBLIC_URL', 'feedback.school.example', 'PUBLIC_URL is the address people type, without a path'],
  ['PUBLIC_URL', 'ftp://localhost', 'PUBLIC_URL is the address people type, without a path'],
  ['PUBLIC_URL', 'https://school.example/feedback', 'PUBLIC_URL is the address people type, without a path'],
  ['PUBLIC_URL', 'https://me:secret@school.example', 'PUBLIC_URL is the address people type, without a path'],
  ['PUBLIC_URL', 'http://feedback.school.example', 'PUBLIC_URL must begin with https://.'],
  ['PUBLIC_URL', 'http://127.0.0.1.evil.example', 'PUBLIC_URL must begin with https://.'],
  ['DATABASE_URL', 'mysql://user@host/facet', 'DATABASE_URL looks like postgres://user:password@host:5432/facet.'],
  ['REDIS_URL', 'localhost:6379', 'REDIS_URL looks like redis://host:6379.'],
  ['SMTP_URL', 'mail.school.example', 'SMTP_URL looks like smtps://user:password@host:465.'],
  ['FACET_SECRET', 'too short', 'FACET_SECRET is shorter than 32 characters. Make one with: node -p'],
  ['FACET_SECRET', 'x'.repeat(40), 'FACET_SECRET repeats the same few characters. Make one with: node -p'],
  ['FACET_SECRET', DEMO_SECRET, 'FACET_SECRET is the one of the demo mode, which everybody can read. Make one with: node -p'],
  ['FACET_MAIL_FROM', 'feedback@school.example', 'FACET_MAIL_FROM looks like: Feedback <feedback@school.example>'],
  ['FACET_MAIL_FROM', 'A\r\nBcc: <b@evil.example>', 'FACET_MAIL_FROM looks like: Feedback <feedback@school.example>'],
  ['FACET_DKIM_SELECTOR', 'facet', 'FACET_DKIM_KEY and FACET_DKIM_SELECTOR go together.'],
  ['FACET_MAIL_RETURN_DOMAIN', 'b@bounce.example', 'FACET_MAIL_RETURN_DOMAIN is a domain whose mail comes back to you'],
  ['FACET_BOUNCE_WEBHOOK_SECRET', 'short', 'FACET_BOUNCE_WEBHOOK_SECRET is shorter than 32 characters. Make one with: node -p'],
  ['FACET_MAIL_LEASE_SECONDS', '0', 'FACET_MAIL_LEASE_SECONDS is a number from 0.1 to 86400, for instance FACET_MAIL_LEASE_SECONDS=900.'],
  ['FACET_MAIL_BACK_OFF_SECONDS', '-5', 'FACET_MAIL_BACK_OFF_SECONDS is a number from 0.1 to 86400'],
  ['FACET_MAIL_GIVE_UP_HOURS', '0', 'FACET_MAIL_GIVE_UP_HOURS is a number from 1 to 336, for instance FACET_MAIL_GIVE_UP_HOURS=72.'],
  ['FACET_MAIL_HOURS', '18:00-08:00', 'FACET_MAIL_HOURS is when mail to colleagues may leave, within one day'],
  ['FACET_MAIL_HOURS', '08:00-08:00', 'FACET_MAIL_HOURS is when mail to colleagues may leave, within one day'],
  ['FACET_MAIL_HOURS', '8-18', 'FACET_MAIL_HOURS is when mail to colleagues may leave, within one day'],
  ['FACET_MAIL_DAYS', 'Mon,Holiday', 'FACET_MAIL_DAYS is a list of days on which mail to colleagues may leave'],
  ['FACET_MAIL_DAYS', ',', 'FACET_MAIL_DAYS is a list of days on which mail to colleagues may leave'],
  ['FACET_MAIL_PER_DOMAIN', 'many', 'FACET_MAIL_PER_DOMAIN is a number from 0 to 6000, for instance FACET_MAIL_PER_DOMAIN=60.'],
  ['FACET_MAIL_SWEEP_SECONDS', '1e9', 'FACET_MAIL_SWEEP_SECONDS is a number from 0.1 to 86400'],
  ['FACET_TICK_SECONDS', '90000', 'FACET_TICK_SECONDS is a number from 0.1 to 86400'],
  ['FACET_METRICS_HOST', '*', 'FACET_METRICS_HOST is the address on which figures are given'],
  ['FACET_METRICS_PORT', '65536', 'FACET_METRICS_PORT is a whole number from 0 to 65535, for instance FACET_METRICS_PORT=9464.'],
  ['FACET_METRICS_TOKEN', 'short', 'FACET_METRICS_TOKEN is shorter than 32 characters. Make one with: node -p'],
  ['OIDC_ISSUER', 'accounts.google.com', 'OIDC_ISSUER is the issuer that your provider of identities names'],
  ['OIDC_ISSUER', 'http://id.school.example', 'Plain http is only for a loopback address.'],
  ['OIDC_ISSUER', 'https://me:pw@id.school.example', 'OIDC_ISSUER is the issuer that your provider of identities names'],
  ['OIDC_ISSUER', 'https://login.microsoftonline.com/common/v2.0', 'Put the id of your own directory there.'],
  ['OIDC_SECOND_FACTOR', 'yes', 'OIDC_SECOND_FACTOR is provider, where your provider asks everybody for a second factor, or facet.'],
  ['FACET_KEY_GRACE', '61', 'FACET_KEY_GRACE is a number from 0 to 60, for instance FACET_KEY_GRACE=7.'],
  ['FACET_KEY_GRACE', 'a week', 'FACET_KEY_GRACE is a number from 0 to 60, for instance FACET_KEY_GRACE=7.'],
])('%s=%s is refused with one sentence that says how to make a right value', (name, value, sentence) => {
  expect(faults({ ...real, [name]: value })).toEqual([expect.stringContaining(sentence)]);
});

test.each(['FACET_SECRET', 'PUBLIC_URL', 'FACET_MAIL_FROM'])('real mail needs %s', (name) => {
  expect(faults({ ...real, [name]: '' })).toEqual([expect.stringMatching(`^${name} is missing.+`)]);
});

test.each(['0.0.0.0', '::', '192.168.1.4', 'feedback.school.example'])('demo mode refuses to listen on %s', (host) => {
  expect(faults({ HOST: host })).toEqual([
    'HOST must be a loopback address in demo mode: anybody could read its mailbox. Set SMTP_URL to leave demo mode.',
  ]);
});

test.each(['localhost', '127.0.0.1', '127.8.8.8', '::1'])('demo mode listens on %s', (host) => {
  expect(configured({ HOST: host }).host).toBe(host);
});

test('all that is wrong is said at once, and no value is repeated: it could be a secret', () => {
  const said = faults({ SMTP_URL: 'hunter2@mail', FACET_SECRET: 'hunter2', DATABASE_URL: 'hunter2' });
  expect(said).toHaveLength(3);
  expect(said.join()).not.toContain('hunter2');
});

test('a variable may be given as a file, as container platforms give secrets', async () => {
  const { FACET_SECRET, ...others } = real;
  expect(configured({ ...others, FACET_SECRET_FILE: await file('secret', `${FACET_SECRET}\n`) }).secret.toString()).toBe(secret);
});

test('a file that is missing or empty, or a variable given both ways, is refused', async () => {
  const { FACET_SECRET, ...others } = real;
  const missing = join(folder, 'missing');
  const empty = await file('empty', '\n');
  expect(faults({ ...others, FACET_SECRET_FILE: missing })[0]).toBe(`FACET_SECRET_FILE names a file that cannot be read: ${missing}`);
  expect(faults({ ...others, FACET_SECRET_FILE: empty })[0]).toBe(`FACET_SECRET_FILE names an empty file: ${empty}`);
  expect(faults({ ...others, FACET_SECRET, FACET_SECRET_FILE: empty })[0]).toBe(
    'FACET_SECRET and FACET_SECRET_FILE are both set. Keep one of them.',
  );
});

test('without a setting no proxy is trusted, and addresses and networks can be', () => {
  expect(configured(real).trustedProxies).toEqual([]);
  const trusted = configured({ ...real, FACET_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/24,2001:db8::/32' }).trustedProxies;
  expect(trusted).toEqual(['127.0.0.1', '10.0.0.0/24', '2001:db8::/32']);
});

test.each(['everyone', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.0/24/8', '10.0.0.0/', '*'])('“%s” is no proxy to trust', (text) => {
  expect(faults({ ...real, FACET_TRUSTED_PROXIES: text })).toEqual([expect.stringContaining('FACET_TRUSTED_PROXIES lists')]);
});
