import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { isConfidential } from '@facet/domain-round';
import { inventColleagues } from './colleagues';
import type { Intruder } from './intruder';
import type { PublishedNumber, Tables } from './loot';
import type { Sent } from './played-round';
import { type KnownRound, numberOf } from './plunder';
import type { Random } from './random';

/** A product as many are made: whose answers they are is left out of the rows, and that is taken for enough. */
export const leakyTables: Tables = { asked: 'leaky.asked', drafts: 'leaky.draft', words: 'leaky.answer', cells: 'leaky.cell' };

const schema = `
  create schema leaky;
  create table leaky.asked (id uuid primary key, round uuid, status text);
  create table leaky.draft (invitation uuid primary key, round uuid, rev int, box text, preview text);
  alter table leaky.draft alter box set storage external;
  create table leaky.answer (
    number serial, id uuid default uuidv7(), round uuid, ratings jsonb, seen char(800), help char(800), at timestamptz
  );
  create table leaky.cell (round uuid, shown_group text, behaviour text, counts int[], unique (round, shown_group, behaviour));
`;

export async function playLeakily(intruder: Intruder, rounds: number, random: Random): Promise<KnownRound[]> {
  await intruder.client.query(schema);
  const played: KnownRound[] = [];
  for (let number = 1; number <= rounds; number++) played.push(await playOne(intruder, number, random));
  return played;
}

async function playOne(intruder: Intruder, number: number, random: Random): Promise<KnownRound> {
  const { client } = intruder;
  const id = randomUUID();
  const sent = inventColleagues(number, random).flatMap((colleague): Sent[] =>
    colleague.answers && isConfidential(colleague.group) ? [{ ...colleague, answers: colleague.answers, invitation: randomUUID() }] : [],
  );
  await client.query(`insert into leaky.asked (id, round, status) select unnest($2::uuid[]), $1, 'invited'`, [
    id,
    sent.map(({ invitation }) => invitation).toSorted(),
  ]);
  const growing: PublishedNumber[][] = [[]];
  const begun = Date.parse('2026-12-01T09:00:00Z') + number * 86_400_000;
  for (const [at, one] of sent.entries()) {
    await submit(client, id, one, new Date(begun + at * 60_000));
    growing.push((await intruder.rows(leakyTables.cells, [id])).flatMap(({ row }) => numberOf(row)));
  }
  const [oldAsked, oldDrafts] = [await intruder.rows(leakyTables.asked, [id]), await intruder.rows(leakyTables.drafts, [id])];
  const { rows } = await client.query<{ seen: string; help: string }>(
    'select trim(seen) as seen, trim(help) as help from leaky.answer where round = $1 order by number',
    [id],
  );
  const numbers = growing.at(-1) ?? [];
  // Each gets a "thank you" at once, and each submission a line in the log.
  const inOrder = new Map(sent.map(({ invitation }, at) => [invitation, at]));
  return {
    ...{ id, sent, oldAsked, oldDrafts, growing, mailed: inOrder, logged: inOrder },
    shown: [rows.map(({ seen }) => seen), rows.map(({ help }) => help)],
    totals: totalsOf(numbers),
  };
}

/** Everything that one person does, in one transaction: saved after every sentence, then sent. */
async function submit(client: Intruder['client'], round: string, { invitation, group, answers }: Sent, at: Date): Promise<void> {
  const { ratings, seen, help } = answers;
  await client.query('begin');
  const typed = `${seen} ${help}`;
  const revisions = Math.ceil(typed.length / 4);
  await client.query('insert into leaky.draft (invitation, round, rev, box, preview) values ($1, $2, $3, $4, $5)', [
    ...[invitation, round, revisions, encrypted(typed), typed.slice(0, 20)],
  ]);
  await client.query(`update leaky.asked set status = 'answered' where id = $1`, [invitation]);
  await client.query('insert into leaky.answer (round, ratings, seen, help, at) values ($1, $2, $3, $4, $5)', [
    round,
    ratings,
    seen,
    help,
    at,
  ]);
  for (const [behaviour, rating] of Object.entries(ratings))
    await client.query(
      `insert into leaky.cell (round, shown_group, behaviour, counts) values ($1, $2, $3, $4)
        on conflict (round, shown_group, behaviour) do update
        set counts = (select array_agg(a + b order by n) from unnest(cell.counts, excluded.counts) with ordinality as both_counts (a, b, n))`,
      [round, group, behaviour, [1, 2, 3, 4, 5].map((point) => Number(point === rating))],
    );
  await client.query('commit');
}

/** Properly encrypted, behind a certificate of two thousand bytes, and so much longer as what it hides. */
function encrypted(text: string): string {
  const cipher = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12));
  return Buffer.concat([randomBytes(2_000), cipher.update(text), cipher.final()]).toString('base64');
}

function totalsOf(numbers: readonly PublishedNumber[]): PublishedNumber[] {
  return [...Map.groupBy(numbers, ({ behaviour }) => behaviour)].map(([behaviour, list]) => ({
    ...{ group: 'all', behaviour },
    n: list.reduce((sum, { n }) => sum + n, 0),
    sum: list.reduce((total, { sum }) => total + sum, 0),
  }));
}
