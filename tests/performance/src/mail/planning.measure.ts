import { testDatabase } from '@facet/testing';
import { afterAll, test } from '@jest/globals';
import { middle } from '../measure';
import { Child } from './child';
import { head, inTurn, inWords, print, ratio } from './in-turn';
import { Launches, silentMailServer } from './launching';
import { planInvitations } from './planning';

// P3: nx plan performance. Nothing here can fail for being slow. Figures of this machine at this moment; the ratios are what compares.

const PRESSES = 20;
/** The most that a round takes. */
const COLLEAGUES = 200;
const db = await testDatabase();
await db.source.query('alter database facet set synchronous_commit = on');
await db.setClock('2026-11-24T12:00:00Z');
const sink = Child.start('sink-program');
const silent = await silentMailServer();
afterAll(async () => {
  silent.stop();
  await sink.stop();
  await db.drop();
});

test('P3: what planning an invitation costs', async () => {
  head('product', 'bare inserts');
  const planned = await inTurn(() => planInvitations(db, 10_000));
  print('P3 10,000 invitations / bare inserts', inWords(planned.product), inWords(planned.bare), ratio(planned.bare, planned.product));
});

test('P3: how long a leader waits who launches, whatever the mail server does', async () => {
  const works = await Launches.open(db, `smtp://127.0.0.1:${await sink.said()}`);
  const hangs = await Launches.open(db, silent.url);
  for (const product of [works, hangs]) await product.launch(COLLEAGUES);
  const blocked: number[] = [];
  const working: number[] = [];
  for (let press = 0; press < PRESSES; press++) {
    working.push(await works.launch(COLLEAGUES));
    blocked.push(await hangs.launch(COLLEAGUES));
  }
  const high = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1] ?? NaN;
  const [b, w] = [middle(blocked), middle(working)];
  print(`P3 launch of ${COLLEAGUES}, no word from the mail server / it works`, inWords(b), inWords(w), ratio(b, w));
  print(
    `    p95 of ${PRESSES} presses`,
    ...[high(blocked).toFixed(0), high(working).toFixed(0), (high(blocked) / high(working)).toFixed(2)],
  );
  await works.close();
  await hangs.close();
});
