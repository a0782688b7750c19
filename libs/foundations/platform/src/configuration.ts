import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** Everything that may differ between two installations, validated once at start. */
export interface Configuration {
  /** Nothing leaves the machine: mail goes to /mailbox, a demo school is there, secrets are made up. */
  readonly demo: boolean;
  readonly roles: readonly ('http' | 'jobs')[];
  readonly host: string;
  /** Undefined: the usual port, or the next free one. */
  readonly port: number | undefined;
  readonly publicUrl: URL;
  /** Folder of everything that this process keeps itself: the embedded database, keys, the demo mailbox. */
  readonly data: string;
  /** Undefined: the PostgreSQL that npm installed is started in `data`. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Undefined only in demo mode, where the mailbox gives its own. */
  readonly smtpUrl: string | undefined;
  /** Signs codes and return paths; at least 32 bytes. */
  readonly secret: Buffer;
  /** One volume mounted by every process. */
  readonly keysFolder: string;
  readonly mail: {
    readonly from: { readonly name: string; readonly address: string };
    readonly leaseSeconds: number;
    readonly backOffSeconds: number;
    readonly sweepSeconds: number;
  };
  /** How often the jobs role looks for what is due. */
  readonly tickSeconds: number;
  /** How long after the seal a round's secret is kept, for backups that are still to be made. */
  readonly keyGraceDays: number;
}

/** The nest token of the configuration. */
export const CONFIGURATION = Symbol('configuration');

const seconds = z.coerce.number().min(0.1).max(86_400);
const Environment = z.object({
  FACET_ROLES: z
    .string()
    .default('http,jobs')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['http', 'jobs'], 'FACET_ROLES is a list of http and jobs, for instance FACET_ROLES=http,jobs.')).min(1)),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('PORT is a number, for instance PORT=3000.').int().min(0).max(65_535).optional(),
  PUBLIC_URL: z.url('PUBLIC_URL is the address people type, for instance PUBLIC_URL=https://feedback.school.example.').optional(),
  FACET_DATA: z.string().default('data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL looks like postgres://user:password@host:5432/facet.' })
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'REDIS_URL looks like redis://host:6379.' }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'SMTP_URL looks like smtps://user:password@host:465.' }).optional(),
  FACET_SECRET: z
    .string()
    .min(32, 'FACET_SECRET is too short. Make one with: node -p "crypto.randomBytes(32).toString(\'base64url\')"')
    .optional(),
  FACET_KEYS_DIR: z.string().optional(),
  FACET_MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>$/, 'FACET_MAIL_FROM looks like: Feedback <feedback@school.example>')
    .optional(),
  FACET_MAIL_LEASE_SECONDS: seconds.default(900),
  FACET_MAIL_BACK_OFF_SECONDS: seconds.default(300),
  FACET_MAIL_SWEEP_SECONDS: seconds.default(30),
  FACET_TICK_SECONDS: seconds.default(30),
  FACET_KEY_GRACE: z.coerce.number().min(0).max(60).default(7),
});

export type ConfigurationRead =
  { readonly ok: true; readonly configuration: Configuration } | { readonly ok: false; readonly faults: string[] };

/**
 * Reads the environment; each variable may also be given as a file, NAME_FILE. Without an SMTP server, a database and a
 * secret of one's own it is demo mode, which listens on the loopback interface only.
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): ConfigurationRead {
  const faults: string[] = [];
  const given: Record<string, string> = {};
  for (const name of Object.keys(Environment.shape)) {
    const value = environment[name] ?? fromFile(environment[`${name}_FILE`], `${name}_FILE`, faults);
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = Environment.safeParse(given);
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => named(issue)));
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const e = parsed.data;

  const demo = e.SMTP_URL === undefined;
  if (!demo && !e.FACET_SECRET)
    faults.push('FACET_SECRET is missing. Make one with: node -p "crypto.randomBytes(32).toString(\'base64url\')"');
  if (!demo && !e.PUBLIC_URL)
    faults.push('PUBLIC_URL is missing: the address that links in mails lead to, for instance https://feedback.school.example.');
  if (!demo && !e.FACET_MAIL_FROM) faults.push('FACET_MAIL_FROM is missing, for instance: Feedback <feedback@school.example>');
  if (demo && !isLoopback(e.HOST))
    faults.push('HOST must be a loopback address in demo mode: anybody could read its mailbox. Set SMTP_URL to leave demo mode.');
  const publicUrl = new URL(e.PUBLIC_URL ?? `http://localhost:${e.PORT ?? 3000}`);
  if (publicUrl.protocol !== 'https:' && !isLoopback(publicUrl.hostname))
    faults.push('PUBLIC_URL must begin with https://. Plain http is only for a loopback address.');
  if (faults.length > 0) return { ok: false, faults };

  const data = resolve(e.FACET_DATA);
  const [, name = '', address = ''] = /^(.+)<(.+)>$/.exec(e.FACET_MAIL_FROM ?? 'Facet demo <feedback@facet.example>') ?? [];
  return {
    ok: true,
    configuration: {
      demo,
      roles: e.FACET_ROLES,
      host: e.HOST,
      port: e.PORT,
      publicUrl,
      data,
      databaseUrl: e.DATABASE_URL,
      redisUrl: e.REDIS_URL,
      smtpUrl: e.SMTP_URL,
      secret: Buffer.from(e.FACET_SECRET ?? 'a secret of the demo mode, which real mail refuses'),
      keysFolder: resolve(e.FACET_KEYS_DIR ?? join(data, 'keys')),
      mail: {
        from: { name: name.trim(), address },
        leaseSeconds: e.FACET_MAIL_LEASE_SECONDS,
        backOffSeconds: e.FACET_MAIL_BACK_OFF_SECONDS,
        sweepSeconds: demo ? Math.min(e.FACET_MAIL_SWEEP_SECONDS, 2) : e.FACET_MAIL_SWEEP_SECONDS,
      },
      tickSeconds: demo ? Math.min(e.FACET_TICK_SECONDS, 2) : e.FACET_TICK_SECONDS,
      keyGraceDays: e.FACET_KEY_GRACE,
    },
  };
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

function fromFile(file: string | undefined, name: string, faults: string[]): string | undefined {
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    faults.push(`${name} names a file that cannot be read: ${file}`);
    return undefined;
  }
}

const named = (issue: z.core.$ZodIssue): string => {
  const name = String(issue.path[0] ?? '');
  return issue.message.startsWith(name) ? issue.message : `${name}: ${issue.message}`;
};
