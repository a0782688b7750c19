import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(import.meta.dirname, '../../../..');

export const parts = ['http-1', 'http-2', 'jobs-1', 'jobs-2', 'redis', 'postgres'] as const;
export type Part = (typeof parts)[number];
export type FacetPart = Exclude<Part, 'redis' | 'postgres'>;

interface Services {
  readonly services: Readonly<Record<string, { readonly environment: Readonly<Record<string, string>> }>>;
}
const { services } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as Services;

/** Where the containers' names lead when everything runs on one machine. */
export interface Places {
  readonly database: string;
  readonly redis: string;
  readonly smtp: string;
  readonly keys: string;
  readonly data: string;
  readonly port: number;
  readonly metricsPort: number;
}

/** Nobody waits here for office hours, for half a minute, or for a quarter of an hour until a dead process’s mail is taken up. */
const IMPATIENT = {
  ...{ FACET_MAIL_HOURS: '00:00-23:59', FACET_MAIL_DAYS: 'Mon,Tue,Wed,Thu,Fri,Sat,Sun', FACET_MAIL_PER_DOMAIN: '0' },
  ...{ FACET_MAIL_SWEEP_SECONDS: '1', FACET_TICK_SECONDS: '1', FACET_MAIL_LEASE_SECONDS: '5', FACET_MAIL_BACK_OFF_SECONDS: '1' },
};

/** The environment of a container as the composition gives it, its places and secrets those of this machine. */
export function environmentOf(part: FacetPart, places: Places): Record<string, string> {
  const given = services[part]?.environment ?? {};
  const own: Record<string, string> = {
    ...{ PUBLIC_URL: 'https://feedback.school.example', FACET_MAIL_FROM: 'Feedback <feedback@school.example>' },
    ...{ HOST: '127.0.0.1', PORT: String(places.port), FACET_TRUSTED_PROXIES: '127.0.0.1', REDIS_URL: places.redis },
    ...{
      FACET_KEYS_DIR: places.keys,
      FACET_DATA: places.data,
      FACET_METRICS_HOST: '127.0.0.1',
      FACET_METRICS_PORT: String(places.metricsPort),
    },
  };
  const secrets: Record<string, string> = {
    ...{ DATABASE_URL_FILE: places.database, SMTP_URL_FILE: places.smtp, FACET_SECRET_FILE: 'k3Jq8Zt1Lw6Vx0Bn5Ry9Pd2Hs7Mf4GcTe' },
    FACET_METRICS_TOKEN_FILE: METRICS_TOKEN,
  };
  const environment = Object.entries(given).map(([name, value]): [string, string] => {
    const secret = secrets[name];
    return secret === undefined ? [name, own[name] ?? value] : [name.replace(/_FILE$/, ''), secret];
  });
  return { ...Object.fromEntries(environment), ...IMPATIENT };
}

export const METRICS_TOKEN = 'b7Qe2Lk9Wd4Yt6Zn1Xs8Pa3Cf5Gh0JmRu';
