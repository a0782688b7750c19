import { isConfidential } from '@facet/domain-round';
import type { Intruder, Row } from './intruder';
import type { PublishedNumber, Tables } from './loot';
import type { PlayedRound } from './played-round';
import { type KnownRound, numberOf } from './plunder';
import type { ProductRounds } from './product-rounds';

export const productTables: Tables = {
  asked: 'people.invitation',
  drafts: 'answers.envelope',
  words: 'answers.comment',
  cells: 'answers.cell',
};

/** Plays rounds of the product, `atOnce` at a time, while somebody copies its tables and watches its numbers. */
export async function playAndWatch(product: ProductRounds, intruder: Intruder, rounds: number, atOnce: number): Promise<KnownRound[]> {
  const known: KnownRound[] = [];
  while (known.length < rounds) {
    const old: { asked: Row[]; drafts: Row[] } = { asked: [], drafts: [] };
    const growing = new Map<string, PublishedNumber[][]>();
    const played = await product.play(Math.min(atOnce, rounds - known.length), {
      afterAnswer: async (round, group) => {
        if (!isConfidential(group)) return;
        const now = (await intruder.rows(productTables.cells, [round])).flatMap(({ row }) => numberOf(row));
        growing.set(round, [...(growing.get(round) ?? [[]]), now]);
      },
      beforeSeal: async (ids) => {
        old.asked = await intruder.rows(productTables.asked, ids);
        old.drafts = await intruder.rows(productTables.drafts, ids);
      },
    });
    const mailed = await lastMails(product, played);
    for (const round of played)
      known.push({
        id: round.id,
        sent: round.sent.filter(({ group }) => isConfidential(group)),
        oldAsked: old.asked.filter(({ row }) => row['round'] === round.id),
        oldDrafts: old.drafts.filter(({ row }) => row['round'] === round.id),
        growing: growing.get(round.id) ?? [],
        shown: ['seen' as const, 'help' as const].map((question) => round.report.comments.qualities[0]?.[question] ?? []),
        totals: totalsIn(round),
        mailed,
        logged: lastLines(product.log, round),
      });
  }
  return known;
}

/** Of everyone together on each behaviour, without the line manager, whose rating stands beside it. */
function totalsIn({ report }: PlayedRound): PublishedNumber[] {
  return report.qualities
    .flatMap(({ behaviours }) => behaviours)
    .flatMap(({ code, allOthers, lineManagers }) => {
      if (!('mean' in allOthers)) return [];
      const attributed = lineManagers.flatMap(({ rating }) => rating ?? []);
      const sum = Math.round(allOthers.mean * allOthers.n) - attributed.reduce((total, rating) => total + rating, 0);
      return [{ group: 'all', behaviour: code, n: allOthers.n - attributed.length, sum }];
    });
}

async function lastMails({ db }: ProductRounds, rounds: readonly PlayedRound[]): Promise<Map<string, number>> {
  const rows = await db.source.query<{ invitation: string; at: number }[]>(
    `select item.invitation, extract(epoch from max(m.sent_at))::float8 as at from post.mail_item item join post.mail m on m.id = item.mail
      join people.invitation i on i.id = item.invitation where i.round = any($1) and m.sent_at is not null group by 1`,
    [rounds.map(({ id }) => id)],
  );
  return new Map(rows.map(({ invitation, at }) => [invitation, at]));
}

/** By invitation, the last line of the log that names it, its person's name or address. */
function lastLines(log: readonly string[], { sent }: PlayedRound): Map<string, number> {
  return new Map(
    sent.flatMap(({ invitation, name, email }) => {
      const at = log.findLastIndex((line) => [invitation, name, email].some((one) => line.includes(one)));
      return at < 0 ? [] : [[invitation, at] as const];
    }),
  );
}
