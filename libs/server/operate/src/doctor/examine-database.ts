import type { DataSource } from 'typeorm';
import type { Finding } from './finding';

const OLDEST_MAJOR = 16;
/** Beyond this, a day in a mail and the day on a wall may differ, and codes end early or late. */
const MOST_SECONDS_APART = 5;

interface Server {
  readonly version: string;
  readonly number: number;
  readonly allowedAll: boolean;
}

/** The database that answers: its age, what the product's account may do in it, whether it is up to date, and its clock. */
export async function examineDatabase(source: DataSource): Promise<Finding[]> {
  const [server] = await source.query<Server[]>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        rolsuper or rolbypassrls as "allowedAll" from pg_roles where rolname = current_user`,
  );
  if (!server) throw new Error('every account has a row in pg_roles');
  return [version(server), account(server), await migrations(source), await clock(source)];
}

const version = ({ version: text, number }: Server): Finding =>
  Math.floor(number / 10_000) >= OLDEST_MAJOR
    ? { area: 'database', state: 'good', says: `PostgreSQL ${text} answers.` }
    : {
        area: 'database',
        state: 'bad',
        says: `PostgreSQL ${text} is too old.`,
        advice: `Facet needs PostgreSQL ${OLDEST_MAJOR} or newer.`,
      };

const account = ({ allowedAll }: Server): Finding =>
  allowedAll
    ? {
        area: 'database',
        state: 'bad',
        says: 'Facet’s account may read every organisation’s rows: row-level security does not hold for it.',
        advice: 'Give Facet an account of its own that is no superuser and has no BYPASSRLS.',
      }
    : { area: 'database', state: 'good', says: 'Facet’s account is bound by row-level security.' };

const migrations = async (source: DataSource): Promise<Finding> =>
  (await source.showMigrations())
    ? {
        area: 'database',
        state: 'bad',
        says: 'The tables are older than this Facet.',
        advice: 'Start Facet once: it brings them up to date.',
      }
    : { area: 'database', state: 'good', says: 'The tables are those of this Facet.' };

async function clock(source: DataSource): Promise<Finding> {
  const asked = Date.now();
  const [row] = await source.query<{ now: Date; product: Date }[]>('select clock_timestamp() as now, platform.clock() as product');
  const answered = Date.now();
  if (!row) throw new Error('a select without from returns one row');
  if (Math.abs(row.product.getTime() - row.now.getTime()) > 1000)
    return { area: 'clock', state: 'look', says: 'The product’s clock has been moved: this is a demo.' };
  const apart = Math.max(asked - row.now.getTime(), row.now.getTime() - answered, 0) / 1000;
  return apart > MOST_SECONDS_APART
    ? {
        area: 'clock',
        state: 'bad',
        says: `The database’s clock and this machine’s are ${apart.toFixed(0)} seconds apart.`,
        advice: 'Let both take their time from the network (NTP). Facet goes by the database’s clock.',
      }
    : { area: 'clock', state: 'good', says: `The database’s clock and this machine’s are ${apart.toFixed(1)} seconds apart.` };
}
