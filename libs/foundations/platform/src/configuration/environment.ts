import { createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';
import * as z from 'zod';
import { logLevels } from './configuration';
import { readDays, readHours } from './days-and-hours';
import { isForEverybody, isIssuer, ISSUER } from './single-sign-on';
import { understood } from './understood';

/** Signs what the demo sends to itself. It is public, so real mail refuses it. */
export const DEMO_SECRET = 'a secret of the demo mode, which real mail refuses';
export const MAKE_A_SECRET = `Make one with: node -p "crypto.randomBytes(32).toString('base64url')"`;

const amount = (name: string, least: number, most: number, example: number) => {
  const sentence = `${name} is a number from ${least} to ${most}, for instance ${name}=${example}.`;
  return z
    .string()
    .regex(/^\d+(\.\d+)?$/, sentence)
    .transform(Number)
    .refine((value) => value >= least && value <= most, sentence);
};
const DAY = 86_400;

const mailDays =
  'FACET_MAIL_DAYS is a list of days on which mail to colleagues may leave, for instance FACET_MAIL_DAYS=Mon,Tue,Wed,Thu,Fri.';
const mailHours = 'FACET_MAIL_HOURS is when mail to colleagues may leave, within one day, for instance FACET_MAIL_HOURS=08:00-18:00.';

const dkimKey =
  'FACET_DKIM_KEY is an RSA key in PEM of 2048 bits or more; its public half stands in the DNS. Make one with: openssl genrsa 2048';
const dkimSelector = 'FACET_DKIM_SELECTOR is the name before ._domainkey in the DNS, for instance FACET_DKIM_SELECTOR=facet.';
const returnDomain =
  'FACET_MAIL_RETURN_DOMAIN is a domain whose mail comes back to you, for instance FACET_MAIL_RETURN_DOMAIN=bounce.school.example.';
function isRsaKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  } catch {
    return false; // whatever it is, nothing can be signed with it
  }
}

const roles = 'FACET_ROLES is a list of http and jobs, for instance FACET_ROLES=http,jobs.';
const publicUrl = 'PUBLIC_URL is the address people type, without a path, for instance PUBLIC_URL=https://feedback.school.example.';

const proxies =
  'FACET_TRUSTED_PROXIES lists the proxies in front, addresses or networks, for instance FACET_TRUSTED_PROXIES=127.0.0.1,10.0.0.0/24.';

const hostOf = (sentence: string) =>
  z
    .string()
    .refine((host) => isIP(host) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host), sentence)
    .default('127.0.0.1');
const portOf = (sentence: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, sentence)
    .transform(Number)
    .refine((value) => value <= 65_535, sentence)
    .optional();
const secretOf = (name: string) => z.string().min(32, `${name} is shorter than 32 characters. ${MAKE_A_SECRET}`).optional();

/** "10.0.0.7", "10.0.0.0/24" and the like of IPv6; a network of everybody is no network of proxies. */
const isAddressOrNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (version === 4 ? 32 : 128));
};

/** Every variable that is read. Each message says how to make a right value, and none repeats the wrong one: it may be a secret. */
export const Environment = z.object({
  FACET_ROLES: z
    .string()
    .default('http,jobs')
    .transform((text) => [...new Set(text.split(',').map((role) => role.trim()))])
    .pipe(z.array(z.enum(['http', 'jobs'], roles))),
  FACET_LOG: z.enum(logLevels, `FACET_LOG is one of ${logLevels.join(', ')}.`).default('warn'),
  HOST: hostOf('HOST is the address to listen on, for instance HOST=127.0.0.1 or, behind a proxy of its own, HOST=0.0.0.0.'),
  PORT: portOf('PORT is a whole number from 0 to 65535, for instance PORT=3000.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: publicUrl, abort: true })
    .transform((text) => new URL(text))
    .refine((url) => url.href === `${url.origin}/`, publicUrl)
    .optional(),
  FACET_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .refine((list) => list.every(isAddressOrNetwork), proxies),
  FACET_DATA: z.string().default('data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL looks like postgres://user:password@host:5432/facet.' })
    .optional(),
  FACET_DATABASE_WAIT_SECONDS: amount('FACET_DATABASE_WAIT_SECONDS', 0.1, 60, 5).default(5),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'REDIS_URL looks like redis://host:6379.' }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'SMTP_URL looks like smtps://user:password@host:465.' }).optional(),
  FACET_SECRET: z
    .string()
    .min(32, { error: `FACET_SECRET is shorter than 32 characters. ${MAKE_A_SECRET}`, abort: true })
    .refine((text) => new Set(text).size >= 8, `FACET_SECRET repeats the same few characters. ${MAKE_A_SECRET}`)
    .refine((text) => text !== DEMO_SECRET, `FACET_SECRET is the one of the demo mode, which everybody can read. ${MAKE_A_SECRET}`)
    .optional(),
  FACET_KEYS_DIR: z.string().optional(),
  FACET_MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>$/, 'FACET_MAIL_FROM looks like: Feedback <feedback@school.example>')
    .optional(),
  FACET_DKIM_KEY: z.string().refine(isRsaKey, dkimKey).optional(),
  FACET_DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z\d]([a-z\d-]*[a-z\d])?$/i, dkimSelector)
    .optional(),
  FACET_MAIL_RETURN_DOMAIN: z
    .string()
    .regex(/^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i, returnDomain)
    .optional(),
  FACET_BOUNCE_MAILDIR: z.string().optional(),
  FACET_BOUNCE_WEBHOOK_SECRET: secretOf('FACET_BOUNCE_WEBHOOK_SECRET'),
  FACET_MAIL_LEASE_SECONDS: amount('FACET_MAIL_LEASE_SECONDS', 0.1, DAY, 900).default(900),
  FACET_MAIL_BACK_OFF_SECONDS: amount('FACET_MAIL_BACK_OFF_SECONDS', 0.1, DAY, 300).default(300),
  FACET_MAIL_GIVE_UP_HOURS: amount('FACET_MAIL_GIVE_UP_HOURS', 1, 336, 72).default(72),
  FACET_MAIL_HOURS: understood(readHours, mailHours).default({ from: { hour: 8, minute: 0 }, until: { hour: 18, minute: 0 } }),
  FACET_MAIL_DAYS: understood(readDays, mailDays).default([1, 2, 3, 4, 5]),
  FACET_MAIL_PER_DOMAIN: amount('FACET_MAIL_PER_DOMAIN', 0, 6_000, 60).default(60),
  FACET_MAIL_SWEEP_SECONDS: amount('FACET_MAIL_SWEEP_SECONDS', 0.1, DAY, 30).default(30),
  FACET_METRICS_HOST: hostOf('FACET_METRICS_HOST is the address on which figures are given, for instance FACET_METRICS_HOST=127.0.0.1.'),
  FACET_METRICS_PORT: portOf('FACET_METRICS_PORT is a whole number from 0 to 65535, for instance FACET_METRICS_PORT=9464.'),
  FACET_METRICS_TOKEN: secretOf('FACET_METRICS_TOKEN'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: ISSUER, abort: true })
    .transform((text) => new URL(text))
    .refine(isIssuer, `${ISSUER} Plain http is only for a loopback address.`)
    .refine((url) => !isForEverybody(url), 'OIDC_ISSUER names everybody whom Microsoft knows. Put the id of your own directory there.')
    .optional(),
  OIDC_CLIENT_ID: z.string().max(255, 'OIDC_CLIENT_ID is longer than 255 characters.').optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(60, 'OIDC_LABEL follows “Sign in with” on a button, in at most 60 characters.').optional(),
  OIDC_SECOND_FACTOR: z
    .enum(['provider', 'facet'], 'OIDC_SECOND_FACTOR is provider, where your provider asks everybody for a second factor, or facet.')
    .optional(),
  FACET_TICK_SECONDS: amount('FACET_TICK_SECONDS', 0.1, DAY, 30).default(30),
  FACET_KEY_GRACE: amount('FACET_KEY_GRACE', 0, 60, 7).default(7),
});
export type Environment = z.infer<typeof Environment>;
