import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileVault } from '@facet/answer-links';
import { DestroySecrets, SealRound } from '@facet/server-seal-round';
import { answerAs } from '@facet/store-answers-testing';
import { testApplication, testConfiguration, testDatabase, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { modules } from './product-modules';
import { crockford, keysFrom, materialsIn, opens, type StolenBox } from './try-keys';

const db = await testDatabase();
const configuration = testConfiguration(db);
const vault = new FileVault(configuration.keysFolder);
const names = ['Ali', 'Bea', 'Cal', 'Jo', 'Kim'];
let app: NestFastifyApplication;
/** Copied while the round was open. */
let dump: string;
let boxes: StolenBox[];
let secret: Buffer;
/** What an intruder has besides: every personal link, and the secret of the whole installation. */
let besides: Buffer[];
let tokens: Buffer[];
let round: string;

beforeAll(async () => {
  app = await testApplication(db, modules, configuration);
  const school = await testSchool(db);
  const made = await testRound(db, school, vault, { raters: names.map((name) => ({ name, group: 'peer' })) });
  round = made.id;
  for (const name of names)
    await answerAs(db.database, vault, made.token[name] ?? '', {
      ratings: { '1.1': 4, '2.1': 3 },
      comments: { '1': { seen: `Words of ${name}.` } },
    });
  dump = await db.dump();
  boxes = await db.source.query<StolenBox[]>(
    'select e.invitation, e.round, e.stamp, e.box, r.framework from answers.envelope e join people.round r on r.id = e.round',
  );
  secret = (await vault.get(round))?.toBytes() ?? Buffer.alloc(0);
  tokens = Object.values(made.token).map(crockford);
  besides = [...Object.values(made.token).flatMap(materialsIn), configuration.secret, ...materialsIn(configuration.secret.toString())];

  await db.setClock('2026-12-09T18:15:00Z');
  expect(await app.get(SealRound).seal(school.organisation, round, 'clock')).toBe('sealed');
  await db.setClock('2026-12-17T18:15:00Z');
  await app.get(DestroySecrets).run();
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

/** Of the days after the seal. */
let dumpNow = '';
const stolen = (): Buffer[] => [...besides, ...materialsIn(`${dump}\n${dumpNow}`)];

test('a week after the seal the secret of the round is gone', async () => {
  expect(await vault.get(round)).toBeNull();
  dumpNow = await db.dump();
  expect(boxes).toHaveLength(names.length);
});

test('with the secret, an old dump would open: the attempt is no pretence', () => {
  for (const box of boxes) expect(opens(box, keysFrom([secret, ...stolen()], box, [configuration.secret, ...tokens]))).toBe(true);
});

test('an old dump with everything but the secret opens nothing: not with a link, a hash, an id or the secret of the installation', () => {
  const materials = stolen();
  expect(materials.length).toBeGreaterThan(300);
  for (const box of boxes) expect(opens(box, keysFrom(materials, box, [configuration.secret, ...tokens]))).toBe(false);
});
