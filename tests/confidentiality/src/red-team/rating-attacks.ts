import type { LootedRound, Person, PublishedNumber } from './loot';

/** "This person gave this rating." */
export interface RatingGuess {
  readonly invitation: string;
  readonly behaviour: string;
  readonly rating: number;
}

export interface RatingAttack {
  readonly name: string;
  guess(round: LootedRound): RatingGuess[];
}

/** The groups that no cell names stand together in the one that is called so. */
function groupsIn({ people, numbers }: LootedRound): { group: string; members: Person[] }[] {
  const named = new Set(numbers.map(({ group }) => group));
  const groupOf = ({ group }: Person): string => (named.has(group) ? group : 'together');
  return [...Map.groupBy(people, groupOf)].map(([group, members]) => ({ group, members }));
}

/** A cell with one rating in it, of a group in which one person has answered. */
const cellOfOne: RatingAttack = {
  name: 'a cell of one',
  guess: (round) =>
    round.people.flatMap(({ invitation, group }) => {
      if (round.people.filter((one) => one.group === group).length > 1) return [];
      return round.numbers
        .filter((number) => number.group === group && number.n === 1)
        .map(({ behaviour, sum }) => ({ invitation, behaviour, rating: sum }));
    }),
};

/** Everyone together less every group but one: what is left is that group's, and where it is a single rating, that person's. */
const differenceOfTotals: RatingAttack = {
  name: 'difference of totals',
  guess: (round) =>
    groupsIn(round).flatMap(({ group, members }) =>
      members.length !== 1 ? [] : behavioursOf(round.numbers).flatMap((behaviour) => rest(round.numbers, behaviour, group, members)),
    ),
};

function rest(numbers: readonly PublishedNumber[], behaviour: string, group: string, [person]: readonly Person[]): RatingGuess[] {
  const here = numbers.filter((number) => number.behaviour === behaviour);
  const all = here.find((number) => number.group === 'all');
  if (!all || !person) return [];
  const others = here.filter((number) => number.group !== 'all' && number.group !== group);
  const left = { n: all.n - total(others, 'n'), sum: all.sum - total(others, 'sum') };
  return left.n === 1 ? [{ invitation: person.invitation, behaviour, rating: left.sum }] : [];
}

/** Whoever sent their answers last has changed the numbers by as much as they gave. */
const growingNumbers: RatingAttack = {
  name: 'numbers that grow',
  guess: ({ people, growing }) =>
    people.flatMap(({ invitation, group, marks }) => {
      const at = marks['watched']?.[0] ?? 0;
      const [before, after] = [growing[at] ?? [], growing[at + 1] ?? []];
      return after.flatMap(({ behaviour, ...now }) => {
        const then = before.find((number) => number.group === now.group && number.behaviour === behaviour);
        const grown = { n: now.n - (then?.n ?? 0), sum: now.sum - (then?.sum ?? 0) };
        return now.group === group && grown.n === 1 ? [{ invitation, behaviour, rating: grown.sum }] : [];
      });
    }),
};

const total = (numbers: readonly PublishedNumber[], what: 'n' | 'sum'): number => numbers.reduce((sum, number) => sum + number[what], 0);
const behavioursOf = (numbers: readonly PublishedNumber[]): string[] => [...new Set(numbers.map(({ behaviour }) => behaviour))];

export const ratingAttacks: readonly RatingAttack[] = [cellOfOne, differenceOfTotals, growingNumbers];
