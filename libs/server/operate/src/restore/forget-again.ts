import type { DataSource, QueryRunner } from 'typeorm';
import type { Forgotten } from '../backup/beside-the-keys';

export interface ForgottenAgain {
  readonly people: number;
  readonly rounds: number;
  /** Names of people who cannot be forgotten yet: at the time of the backup they coached a round, or were alone in charge. */
  readonly stay: readonly string[];
}

/**
 * Whoever was forgotten after the backup was made is forgotten again. Only what the backup does not know itself: somebody who was
 * forgotten before it, and asked anew since, is in it by right.
 */
export async function forgetAgain(source: DataSource, forgotten: readonly Forgotten[]): Promise<ForgottenAgain> {
  const again = { people: 0, rounds: 0, stay: [] as string[] };
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    const news: Forgotten[] = [];
    for (const one of forgotten) if (await bury(runner, one)) news.push(one);
    for (const one of news.filter(({ kind }) => kind === 'round'))
      for (const { id } of await matching(runner, 'people.round', 'id::text', one)) {
        await dropRound(runner, id, one.at);
        again.rounds++;
      }
    for (const one of news.filter(({ kind }) => kind === 'person'))
      for (const { id, name } of await matching(runner, 'people.person', 'lower(email)', one)) {
        again.rounds += await dropRoundsOf(runner, id, one.at);
        const [{ why } = { why: null }] = (await runner.query('select door.why_person_stays($1) as why', [id])) as { why: string | null }[];
        if (why === null) {
          await runner.query('select door.drop_drafts($1)', [id]);
          await runner.query('select door.drop_person($1, $2)', [id, one.at]);
          again.people++;
        } else again.stay.push(name);
      }
    await runner.commitTransaction();
    return again;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** Puts the tombstone where the backup has none, in an organisation that the backup has. False where there is nothing to do. */
async function bury(runner: QueryRunner, { organisation, kind, salt, hash, at }: Forgotten): Promise<boolean> {
  const added = (await runner.query(
    `insert into operate.tombstone (organisation, kind, salt, hash, at)
      select o.id, $2, decode($3, 'base64'), decode($4, 'base64'), $5 from people.organisation o where o.id = $1
      on conflict do nothing returning kind`,
    [organisation, kind, salt, hash, at],
  )) as unknown[];
  return added.length > 0;
}

/** Inside the organisation of the tombstone from here on. */
async function matching(
  runner: QueryRunner,
  table: 'people.round' | 'people.person',
  named: string,
  { organisation, salt, hash }: Forgotten,
): Promise<{ id: string; name: string }[]> {
  await runner.query(`select set_config('facet.organisation', $1, true)`, [organisation]);
  const name = table === 'people.person' ? 'name' : `''`;
  return (await runner.query(
    `select id, ${name} as name from ${table}
      where organisation = $1 and sha256(decode($2, 'base64') || convert_to(${named}, 'UTF8')) = decode($3, 'base64')`,
    [organisation, salt, hash],
  )) as { id: string; name: string }[];
}

async function dropRoundsOf(runner: QueryRunner, leader: string, at: string): Promise<number> {
  const led = (await runner.query('select id from people.round where leader = $1', [leader])) as { id: string }[];
  for (const { id } of led) await dropRound(runner, id, at);
  return led.length;
}

async function dropRound(runner: QueryRunner, id: string, at: string): Promise<void> {
  await runner.query('update people.round set cancelled_at = $2 where id = $1 and sealed_at is null and cancelled_at is null', [id, at]);
  await runner.query('select door.drop_round($1, $2)', [id, at]);
}
