import type { GroupCode } from '@facet/contract';
import type { Random } from './random';

/** Somebody who is asked; whoever has `answers` sends them. */
export interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly group: GroupCode;
  readonly answers: ColleagueAnswers | null;
}

export interface ColleagueAnswers {
  readonly ratings: Readonly<Record<string, number>>;
  /** Each begins with a mark of its own, by which a test finds it again. */
  readonly seen: string;
  readonly help: string;
}

/** The mark in a text, wherever the text was found. */
export const markIn = (text: string): string | null => /§[0-9a-f]{12}§/.exec(text)?.[0] ?? null;

/**
 * Of eight confidential colleagues who answer, four are peers, three direct reports, and one is the only governor of four who does:
 * the hardest to hide.
 */
const roster: readonly { readonly group: GroupCode; readonly invited: number; readonly answer: number }[] = [
  { group: 'line_manager', invited: 1, answer: 1 },
  { group: 'peer', invited: 4, answer: 4 },
  { group: 'direct_report', invited: 4, answer: 3 },
  { group: 'other', invited: 4, answer: 1 },
];

/**
 * The colleagues of one round, no two with the same ratings or words, in no order that says anything. Some write a line and some a
 * page, and each does so for both questions: whoever learns how much somebody has written, finds both of their comments.
 */
export function inventColleagues(round: number, random: Random): Colleague[] {
  const pairs = random.shuffled([1, 2, 3, 4, 5].flatMap((one) => [1, 2, 3, 4, 5].map((two) => ({ '1.1': one, '2.1': two }))));
  const invited = roster.flatMap(({ group, invited, answer }) =>
    Array.from({ length: invited }, (_, at) => ({ group, answer: at < answer })),
  );
  const lengths = random.shuffled(invited.map((_, at) => 60 + 55 * at));
  return random.shuffled(invited).map(({ group, answer }, at) => {
    const length = lengths[at] ?? 0;
    const answers = { ratings: pairs[at] ?? {}, seen: inventWords(length, random), help: inventWords(length, random) };
    return { name: `${group} ${round} ${at}`, email: `c${at}-of-${round}@school.test`, group, answers: answer ? answers : null };
  });
}

function inventWords(length: number, random: Random): string {
  const exact = length + random.below(25);
  return `§${random.hex(12)}§ ${'In the spring I saw how the staff meeting went. '.repeat(1 + exact / 40).slice(0, exact)}`;
}
