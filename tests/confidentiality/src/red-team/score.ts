import { type Attack, attacks, linksOf } from './attacks';
import { blindLinks, blindRatings, central, type Distribution, type Interval, together } from './chance';
import { markIn } from './colleagues';
import type { LootedRound } from './loot';
import type { Sent } from './played-round';
import { type RatingAttack, ratingAttacks } from './rating-attacks';

export interface Score {
  readonly attack: string;
  readonly tried: number;
  readonly hits: number;
  /** The central 99.9 % of chance for as many tries. */
  readonly chance: Interval;
}

/** The truth about a round, kept from the attacks: the confidential colleagues' answers. */
export interface Truth {
  readonly id: string;
  readonly sent: readonly Sent[];
}

const INSIDE = 0.999;

export function scoreAll(loot: readonly LootedRound[], truths: readonly Truth[]): Score[] {
  return [
    ...attacks.map((attack) => scoreLinks(attack, loot, truths)),
    ...ratingAttacks.map((attack) => scoreRatings(attack, loot, truths)),
  ];
}

function scoreLinks(attack: Attack, loot: readonly LootedRound[], truths: readonly Truth[]): Score {
  const writers = new Map(
    truths.flatMap(({ sent }) =>
      sent.flatMap(({ invitation, answers }) => [answers.seen, answers.help].map((text) => [markIn(text), invitation])),
    ),
  );
  const lists = loot.flatMap((round) => linksOf(attack, round));
  for (const { links } of lists)
    refuseTwice(
      links.map(({ mark }) => mark),
      links.map(({ invitation }) => invitation),
    );
  const links = lists.flatMap((list) => list.links);
  const chances = lists.map((list) => blindLinks(list.links.length, list.people));
  return score(attack, links.length, links.filter(({ mark, invitation }) => writers.get(mark) === invitation).length, chances);
}

function scoreRatings(attack: RatingAttack, loot: readonly LootedRound[], truths: readonly Truth[]): Score {
  const chances: Distribution[] = [];
  let [tried, hits] = [0, 0];
  for (const round of loot) {
    const sent = truths.find(({ id }) => id === round.id)?.sent ?? [];
    const guesses = attack.guess(round);
    refuseTwice(guesses.map(({ invitation, behaviour }) => `${invitation} ${behaviour}`));
    const groupOf = new Map(sent.map(({ invitation, group }) => [invitation, group]));
    for (const list of Map.groupBy(guesses, ({ invitation, behaviour }) => `${groupOf.get(invitation) ?? ''} ${behaviour}`).values()) {
      const behaviour = list[0]?.behaviour ?? '';
      const ratingOf = new Map(sent.map(({ invitation, answers }) => [invitation, answers.ratings[behaviour]]));
      hits += list.filter(({ invitation, rating }) => ratingOf.get(invitation) === rating).length;
      chances.push(
        blindRatings(
          list.map(({ rating }) => rating),
          countsOf([...ratingOf.values()]),
        ),
      );
      tried += list.length;
    }
  }
  return score(attack, tried, hits, chances);
}

const score = ({ name }: Pick<Attack, 'name'>, tried: number, hits: number, chances: readonly Distribution[]): Score => ({
  attack: name,
  tried,
  hits,
  chance: central(together(chances), INSIDE),
});

/** The ratings that all confidential colleagues together have given on one behaviour. */
const countsOf = (ratings: readonly (number | undefined)[]): Map<number, number> =>
  ratings.reduce(
    (counts, rating) => (rating === undefined ? counts : counts.set(rating, (counts.get(rating) ?? 0) + 1)),
    new Map<number, number>(),
  );

/** The chances above hold for whoever links nobody and nothing twice. */
function refuseTwice(...keys: readonly (readonly string[])[]): void {
  if (keys.some((list) => new Set(list).size !== list.length)) throw new Error('an attack has linked somebody twice');
}
