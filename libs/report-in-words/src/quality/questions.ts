import type { CommentQuestion, QualityWords, ReportView } from '@facet/contract';

/** One open question of a quality with everything that was written to it. */
export interface Question {
  readonly asked: string;
  /** In the order of the seal, without any sign of who wrote what. */
  readonly confidential: readonly string[];
  /** Said after them: how many the coach withholds, or why there are none. */
  readonly note: string | null;
  /** How many of colleagues' comments the coach withholds. */
  readonly withheld: number;
  readonly named: readonly { readonly voice: 'self' | 'line-manager'; readonly who: string; readonly text: string }[];
}

/** What people wrote about one quality: colleagues without names, then whoever stands under a name. */
export const questionsOf = (report: ReportView, words: QualityWords): Question[] =>
  (['seen', 'help'] as const).map((question) => {
    const { leader, prompts } = report;
    const named: Question['named'] = [
      ...words.lineManagers.map((manager) => ({
        voice: 'line-manager' as const,
        who: `${manager.name}, line manager`,
        text: manager[question],
      })),
      { voice: 'self', who: `${leader}, own view`, text: words.self[question] },
    ];
    const withheld = withheldByCoach(report, words, question);
    return {
      asked: prompts[question],
      confidential: words[question],
      note: withheld > 0 ? withheldByCoachInWords(withheld) : words[question].length > 0 ? null : noConfidentialWords(report),
      withheld,
      named: named.filter(({ text }) => text.trim() !== ''),
    };
  });

const withheldByCoach = ({ comments }: ReportView, { quality }: QualityWords, question: CommentQuestion): number =>
  comments.withheldByCoach.find((one) => one.quality === quality && one.question === question)?.count ?? 0;

/** How many, and nothing of what they said or why. */
export const withheldByCoachInWords = (count: number): string =>
  count === 1 ? 'One comment here is withheld by the coach.' : `${count} comments here are withheld by the coach.`;

/** Where a question has no confidential words to show: that they are withheld, or that there are none. */
const noConfidentialWords = ({ comments }: ReportView): string =>
  comments.withheld === null
    ? 'No colleague wrote anything here.'
    : 'Comments of confidential colleagues are not shown: too few answered to keep them apart from their authors.';
