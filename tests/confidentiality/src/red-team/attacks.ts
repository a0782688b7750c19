import type { Answer, LootedRound, Marks, Person } from './loot';

/** "This person wrote this." */
export interface Link {
  readonly invitation: string;
  readonly mark: string;
}

export interface Attack {
  readonly name: string;
  /** Links within one list of comments: at most one for a person and one for a comment. None where there is nothing to hold on to. */
  link(people: readonly Person[], list: readonly Answer[]): Link[];
}

const last = (marks: Marks, name: string): number | undefined => marks[name]?.at(-1);

/** Sorts both sides, each by its mark, and matches rank with rank; ties and whoever left no mark stand in an order that says nothing. */
function inOrder(name: string, personMark: string, ...answerMarks: string[]): Attack {
  return {
    name,
    link: (people, list) => {
      const answerMark = answerMarks.find((one) => tells(list, one));
      if (answerMark === undefined || !tells(people, personMark)) return [];
      const writers = sorted(people, personMark);
      return sorted(list, answerMark).flatMap(({ mark }, at) => {
        const invitation = writers[at]?.invitation;
        return invitation === undefined ? [] : [{ invitation, mark }];
      });
    },
  };
}

const tells = (items: readonly { readonly marks: Marks }[], mark: string): boolean =>
  new Set(items.map(({ marks }) => last(marks, mark)).filter((value) => value !== undefined)).size > 1;

const sorted = <Item extends { readonly marks: Marks }>(items: readonly Item[], mark: string): Item[] =>
  items.toSorted((a, b) => (last(a.marks, mark) ?? 0) - (last(b.marks, mark) ?? 0));

/** Whoever alone shares a value with a comment has written it. */
function inCommon(name: string, personMarks: readonly string[], answerMarks: readonly string[]): Attack {
  const values = ({ marks }: { readonly marks: Marks }, names: readonly string[]): number[] => names.flatMap((one) => marks[one] ?? []);
  return {
    name,
    link: (people, list) =>
      alone(people, list, (person, answer) => values(person, personMarks).some((value) => values(answer, answerMarks).includes(value))),
  };
}

/** Links that are not in doubt: one person for the comment, and one comment for the person. */
function alone(people: readonly Person[], list: readonly Answer[], belong: (person: Person, answer: Answer) => boolean): Link[] {
  const pairs = people.flatMap((person) =>
    list.filter((answer) => belong(person, answer)).map(({ mark }) => ({ invitation: person.invitation, mark })),
  );
  return pairs.filter(({ invitation, mark }) => pairs.every((other) => (other.invitation === invitation) === (other.mark === mark)));
}

/** In this order they stand in the table. */
export const attacks: readonly Attack[] = [
  inCommon('same transaction (xmin)', ['now xmin', 'version xmin', 'old xmin', 'draft xmin'], ['now xmin']),
  inOrder('order of transactions (xmin, cmin)', 'old xmin', 'now xmin', 'now cmin', 'now place'),
  inOrder('order of rows (ctid)', 'now place', 'now place'),
  inOrder('dead rows of the invitation', 'version xmin', 'now place'),
  { name: 'one row with both', link: (people, list) => alone(people, list, ({ invitation }, { besides }) => besides.includes(invitation)) },
  inOrder('order of drafts in an old dump', 'draft place', 'now place'),
  inOrder('size of drafts in an old dump', 'draft size', 'length'),
  inOrder('revisions of drafts in an old dump', 'draft number', 'length'),
  inCommon('same transaction in the WAL', ['wal xid'], ['wal xid']),
  inOrder('order in the WAL', 'wal place', 'wal place'),
  inOrder('length of WAL records', 'wal bytes', 'length'),
  inOrder('serial numbers', 'watched', 'now number'),
  inOrder('times in ids (uuid version 7)', 'watched', 'now id time'),
  inOrder('times in columns', 'watched', 'now time'),
  inOrder('order shown, and who answered when', 'watched', 'shown'),
  inOrder('order of mails', 'mailed', 'shown'),
  inOrder('order in the log', 'logged', 'shown'),
];

export const linksOf = (attack: Attack, { people, lists }: LootedRound): { people: number; links: Link[] }[] =>
  lists.map((list) => ({ people: people.length, links: attack.link(people, list) }));
