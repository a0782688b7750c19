import { setTimeout } from 'node:timers/promises';
import { Database, dataSource } from '@facet/platform';
import { redisIsInstalled, type TestDatabase } from '@facet/testing';
import { expect, test } from '@jest/globals';
import { parts } from './composition';
import { findLosses } from './losses';
import { type Acknowledged, type Kind, People } from './people';
import { Topology } from './topology';

const KILLS = Number(process.env['FACET_TOPOLOGY_KILLS'] ?? 1);
const LEADERS = 3;
/** Between a kill and the restart, and after it: people go on. */
const DOWN_MS = 1_000;
const BETWEEN_MS = 2_000;

interface Window {
  readonly killed: string;
  readonly from: number;
  readonly back: number;
  readonly to: number;
}

const testWithRedis = redisIsInstalled ? test : test.skip;

testWithRedis(
  'whichever process of the composition is killed while people launch and answer, nothing is lost and nothing is done twice',
  async () => {
    const topology = await Topology.start();
    try {
      const source = await dataSource(topology.databaseUrl, 10).initialize();
      const db = { source, database: new Database(source) } as TestDatabase;
      const people = new People(db, topology.proxy.address, topology.smtp);
      const work = people.work(LEADERS);
      const windows: Window[] = [await watched('nothing', () => Promise.resolve())];
      for (let time = 0; time < KILLS; time++)
        for (const part of parts)
          windows.push(
            await watched(part, async () => {
              await topology.kill(part);
              await setTimeout(DOWN_MS);
              await topology.startAgain(part);
            }),
          );
      people.end();
      await work;
      const losses = await findLosses(source, topology.smtp, people);
      tell(windows, people.acknowledged);
      process.stderr.write(`lost ${losses.lost.length}  twice ${losses.twice.length}  doubtful invitations twice ${losses.doubtful}\n`);
      expect(losses).toMatchObject({ lost: [], twice: [] });
      await source.destroy();
    } finally {
      await topology.stop();
    }
  },
);

async function watched(killed: string, trouble: () => Promise<void>): Promise<Window> {
  const from = performance.now();
  await trouble();
  const back = performance.now();
  await setTimeout(BETWEEN_MS);
  return { killed, from, back, to: performance.now() };
}

/** One line for each part: what was acknowledged while it was away and right after, and how long nobody was told anything. */
function tell(windows: readonly Window[], acknowledged: readonly Acknowledged[]): void {
  const row = (cells: readonly (string | number)[]): string =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(10) : String(cell).padStart(14))).join('');
  const lines = [...Map.groupBy(windows, ({ killed }) => killed)].map(([killed, all]) => {
    const during = all.map(({ from, to }) => acknowledged.filter(({ at }) => at >= from && at < to));
    const count = (kind: Kind): number => during.flat().filter((one) => one.kind === kind).length;
    const pauses = all.map(({ from, to }, at) => longestPause(from, to, during[at] ?? []));
    const back = Math.max(...all.map((one) => one.back - one.from));
    return row([killed, all.length, count('launch'), count('save'), count('send'), Math.round(Math.max(...pauses)), Math.round(back)]);
  });
  const heads = ['killed', 'times', 'launches', 'saves', 'sent', 'pause ms', 'back after ms'];
  process.stderr.write(`\n${[row(heads), ...lines].join('\n')}\n`);
}

function longestPause(from: number, to: number, acknowledged: readonly Acknowledged[]): number {
  const moments = [from, ...acknowledged.map(({ at }) => at), to];
  return Math.max(...moments.slice(1).map((moment, at) => moment - (moments[at] ?? from)));
}
