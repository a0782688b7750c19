import type { DataSource } from 'typeorm';

/**
 * Lets a demo live through weeks in minutes: platform.clock() becomes the real time plus a stored distance. Only ever installed in
 * a demo database, which real mail refuses.
 */
export async function installDemoClock(source: DataSource): Promise<void> {
  await source.query(`
    create table if not exists platform.demo_clock (only_row boolean primary key default true check (only_row), ahead interval not null);
    insert into platform.demo_clock (ahead) values ('0') on conflict do nothing;
    create or replace function platform.clock() returns timestamptz language sql volatile security definer set search_path = pg_catalog
      as 'select clock_timestamp() + ahead from platform.demo_clock';
  `);
}

/** Sets the demo's time to `instant`; from there it goes on at its usual pace. */
export async function setDemoClock(source: DataSource, instant: Date): Promise<void> {
  await source.query('update platform.demo_clock set ahead = $1::timestamptz - clock_timestamp()', [instant.toISOString()]);
}

/** Moves the demo's time on by so many seconds and returns it; null where no demo clock is installed. */
export async function moveDemoClock(source: DataSource, seconds: number): Promise<Date | null> {
  const [clock] = await source.query<{ there: boolean }[]>(`select to_regclass('platform.demo_clock') is not null as there`);
  if (!clock?.there) return null;
  await source.query('update platform.demo_clock set ahead = ahead + make_interval(secs => $1)', [seconds]);
  const [row] = await source.query<{ now: Date }[]>('select platform.clock() as now');
  return row?.now ?? null;
}
