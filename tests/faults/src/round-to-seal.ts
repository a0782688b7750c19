import { FileVault } from '@facet/answer-links';
import type { Snapshot } from '@facet/domain-report';
import { answerAs } from '@facet/store-answers-testing';
import { type TestDatabase, testConfiguration, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';

/** A closed round in which everybody has answered, and where its secret lies. */
export interface RoundToSeal {
  readonly organisation: string;
  readonly id: string;
  readonly keys: string;
}

const raters = [
  { name: 'Ada Okafor', group: 'self', ratings: [5, 4] },
  { name: 'Mary Line', group: 'line_manager', ratings: [3, 3] },
  { name: 'Sam', group: 'peer', ratings: [4, 4] },
  { name: 'Jo', group: 'peer', ratings: [4, null] },
  { name: 'Kim', group: 'peer', ratings: [5, 5] },
  { name: 'Lee', group: 'peer', ratings: [3, 2] },
  { name: 'Ali', group: 'direct_report', ratings: [2, 1] },
  { name: 'Bea', group: 'direct_report', ratings: [3, 3] },
  { name: 'Cal', group: 'direct_report', ratings: [1, null] },
] as const;

/** What the ratings above come to, counted by hand: peers on both behaviours, direct reports on the one that three have seen. */
const counts = [
  { shown_group: 'direct_report', behaviour: '1.1', counts: [1, 1, 1, 0, 0] },
  { shown_group: 'peer', behaviour: '1.1', counts: [0, 0, 1, 2, 1] },
  { shown_group: 'peer', behaviour: '2.1', counts: [0, 1, 0, 1, 1] },
];
const words = ['words of Jo', 'words of Kim', 'words of Lee', 'words of Sam'];

export async function roundToSeal(db: TestDatabase): Promise<RoundToSeal> {
  const { keysFolder: keys } = testConfiguration(db);
  const vault = new FileVault(keys);
  const school = await testSchool(db);
  const round = await testRound(db, school, vault, { raters, closesAt: '2026-12-09T18:00:00Z' });
  for (const { name, group, ratings } of raters)
    await answerAs(db.database, vault, round.token[name] ?? '', {
      ratings: { '1.1': ratings[0], '2.1': ratings[1] },
      comments: group === 'peer' ? { '1': { seen: `words of ${name}` } } : {},
    });
  await db.setClock('2026-12-09T18:15:00Z');
  return { organisation: school.organisation, id: round.id, keys };
}

/** All that a seal changes, as it stands. */
export interface Standing {
  readonly sealed: boolean;
  readonly envelopes: number;
  /** Invitations that still say that somebody has answered. */
  readonly answered: number;
  readonly cells: unknown;
  readonly words: readonly string[];
  /** The report, its shuffled comments in the order of the alphabet. */
  readonly report: string | null;
  readonly debts: number;
  readonly mails: number;
}

/** What a round must be after a seal; `report` is the one that a seal makes which nobody disturbs. */
export const sealed = (report: string | null): Standing => ({
  sealed: true,
  envelopes: 0,
  answered: 0,
  cells: counts,
  words,
  report,
  debts: 1,
  mails: 1,
});

export async function standing(db: TestDatabase, { id }: RoundToSeal): Promise<Standing> {
  const count = (table: string): string => `(select count(*)::int from answers.${table} where round = $1)`;
  const list = (what: string, table: string, order: string): string =>
    `(select coalesce(json_agg(${what} order by ${order}), '[]') from answers.${table} x where round = $1)`;
  const cell = `json_build_object('shown_group', shown_group, 'behaviour', behaviour, 'counts', counts)`;
  const [found] = await db.source.query<Standing[]>(
    `select sealed_at is not null as sealed, ${count('envelope')} as envelopes,
        (select count(*)::int from people.invitation where round = $1 and status = 'answered') as answered, ${list(cell, 'cell', 'shown_group, behaviour')} as cells,
        ${list('words', 'comment', 'words')} as words, (select content from answers.snapshot where round = $1) as report,
        ${count('secret_destruction')} as debts, (select count(*)::int from post.mail where about = $1 and kind = 'report_ready') as mails
      from people.round where id = $1`,
    [id],
  );
  if (!found) throw new Error('the round of the test is there');
  return { ...found, report: found.report === null ? null : inOrder(found.report) };
}

function inOrder(report: string): string {
  const read = JSON.parse(report) as Snapshot;
  const qualities = read.comments.qualities.map((one) => ({ ...one, seen: one.seen.toSorted(), help: one.help.toSorted() }));
  return JSON.stringify({ ...read, comments: { ...read.comments, qualities } });
}
