import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Configuration } from './configuration';
import { DEMO_SECRET, Environment, MAKE_A_SECRET } from './environment';
import { isLoopback } from './loopback';
import { singleSignOnFaults, singleSignOnOf } from './single-sign-on';

export type ConfigurationRead =
  { readonly ok: true; readonly configuration: Configuration } | { readonly ok: false; readonly faults: string[] };

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment; each variable may also be given as a file, NAME_FILE. Without a mail server it is demo mode, which
 * listens on the loopback interface only.
 */
export function readConfiguration(variables: Variables): ConfigurationRead {
  const faults: string[] = [];
  const given: Record<string, string> = {};
  for (const name of Object.keys(Environment.shape)) {
    const value = valueOf(name, variables, faults);
    if (value !== undefined) given[name] = value;
  }
  const parsed = Environment.safeParse(given);
  if (!parsed.success) faults.push(...parsed.error.issues.map(({ message }) => message));
  else faults.push(...faultsTogether(parsed.data));
  return parsed.success && faults.length === 0 ? { ok: true, configuration: toConfiguration(parsed.data) } : { ok: false, faults };
}

/** Undefined where a variable is missing or empty; a file that was named must be there and hold something. */
function valueOf(name: string, variables: Variables, faults: string[]): string | undefined {
  const value = variables[name] === '' ? undefined : variables[name];
  const file = variables[`${name}_FILE`];
  if (!file) return value;
  if (value !== undefined) {
    faults.push(`${name} and ${name}_FILE are both set. Keep one of them.`);
    return undefined;
  }
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text !== '') return text;
    faults.push(`${name}_FILE names an empty file: ${file}`);
  } catch {
    faults.push(`${name}_FILE names a file that cannot be read: ${file}`); // whatever the reason, the start ends here and says so
  }
  return undefined;
}

/** What each variable alone cannot tell. */
function faultsTogether(e: Environment): string[] {
  const faults: string[] = [];
  if (isDemo(e)) {
    if (!isLoopback(e.HOST))
      faults.push('HOST must be a loopback address in demo mode: anybody could read its mailbox. Set SMTP_URL to leave demo mode.');
  } else {
    if (!e.FACET_SECRET) faults.push(`FACET_SECRET is missing. ${MAKE_A_SECRET}`);
    if (!e.PUBLIC_URL)
      faults.push('PUBLIC_URL is missing: the address that links in mails lead to, for instance https://feedback.school.example.');
    if (!e.FACET_MAIL_FROM) faults.push('FACET_MAIL_FROM is missing, for instance: Feedback <feedback@school.example>');
  }
  if ((e.FACET_DKIM_KEY === undefined) !== (e.FACET_DKIM_SELECTOR === undefined))
    faults.push('FACET_DKIM_KEY and FACET_DKIM_SELECTOR go together. Set both, or neither where your mail server signs.');
  if ((e.FACET_BOUNCE_MAILDIR ?? e.FACET_BOUNCE_WEBHOOK_SECRET) !== undefined && e.FACET_MAIL_RETURN_DOMAIN === undefined)
    faults.push('FACET_BOUNCE_MAILDIR and FACET_BOUNCE_WEBHOOK_SECRET need FACET_MAIL_RETURN_DOMAIN: without it no mail comes back there.');
  if (e.FACET_METRICS_PORT !== undefined && e.FACET_METRICS_TOKEN === undefined && !isLoopback(e.FACET_METRICS_HOST))
    faults.push(`FACET_METRICS_TOKEN is missing: only on a loopback address are figures given without it. ${MAKE_A_SECRET}`);
  faults.push(...singleSignOnFaults(e));
  if (e.PUBLIC_URL?.protocol === 'http:' && !isLoopback(e.PUBLIC_URL.hostname))
    faults.push('PUBLIC_URL must begin with https://. Plain http is only for a loopback address.');
  return faults;
}

const isDemo = (e: Environment): boolean => e.SMTP_URL === undefined;
/** In demo mode nobody waits half a minute to see what happens. */
const DEMO_SECONDS = 2;

/** Signed for the sender's domain, so that the signature counts for what is shown as the sender (RFC 7489, alignment). */
const dkimOf = ({ FACET_DKIM_KEY: privateKey, FACET_DKIM_SELECTOR: selector }: Environment, from: string): Configuration['mail']['dkim'] =>
  privateKey === undefined || selector === undefined ? null : { domain: from.slice(from.indexOf('@') + 1), selector, privateKey };

const metricsOf = ({
  FACET_METRICS_HOST: host,
  FACET_METRICS_PORT: port,
  FACET_METRICS_TOKEN: token,
}: Environment): Configuration['metrics'] =>
  port === undefined ? null : { host, port, token: token === undefined ? null : Buffer.from(token) };

function toConfiguration(e: Environment): Configuration {
  const demo = isDemo(e);
  const data = resolve(e.FACET_DATA);
  const seconds = (usual: number): number => (demo ? Math.min(usual, DEMO_SECONDS) : usual);
  const [, name = '', address = ''] = /^(.+)<(.+)>$/.exec(e.FACET_MAIL_FROM ?? 'Facet demo <feedback@facet.example>') ?? [];
  return {
    demo,
    roles: e.FACET_ROLES,
    logLevel: e.FACET_LOG,
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL ?? new URL(`http://localhost:${e.PORT ?? 3000}`),
    trustedProxies: e.FACET_TRUSTED_PROXIES,
    data,
    databaseUrl: e.DATABASE_URL,
    databaseWaitSeconds: e.FACET_DATABASE_WAIT_SECONDS,
    redisUrl: e.REDIS_URL,
    smtpUrl: e.SMTP_URL,
    secret: Buffer.from(e.FACET_SECRET ?? DEMO_SECRET),
    keysFolder: resolve(e.FACET_KEYS_DIR ?? join(data, 'keys')),
    mail: {
      from: { name: name.trim(), address },
      dkim: dkimOf(e, address),
      returnDomain: e.FACET_MAIL_RETURN_DOMAIN,
      bounceMaildir: e.FACET_BOUNCE_MAILDIR === undefined ? undefined : resolve(e.FACET_BOUNCE_MAILDIR),
      bounceWebhookSecret: e.FACET_BOUNCE_WEBHOOK_SECRET === undefined ? undefined : Buffer.from(e.FACET_BOUNCE_WEBHOOK_SECRET),
      leaseSeconds: e.FACET_MAIL_LEASE_SECONDS,
      backOffSeconds: e.FACET_MAIL_BACK_OFF_SECONDS,
      giveUpHours: e.FACET_MAIL_GIVE_UP_HOURS,
      perDomainMinute: demo || e.FACET_MAIL_PER_DOMAIN === 0 ? null : e.FACET_MAIL_PER_DOMAIN,
      sweepSeconds: seconds(e.FACET_MAIL_SWEEP_SECONDS),
      hours: { weekdays: e.FACET_MAIL_DAYS, ...e.FACET_MAIL_HOURS },
    },
    metrics: metricsOf(e),
    singleSignOn: singleSignOnOf(e),
    tickSeconds: seconds(e.FACET_TICK_SECONDS),
    keyGraceDays: e.FACET_KEY_GRACE,
  };
}
