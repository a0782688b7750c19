import type { QualityWords, ReportView } from '@facet/contract';

/** One open question of a quality with everything that was written to it. */
export interface Question {
  readonly asked: string;
  /** In the order of the seal, without any sign of who wrote what. */
  readonly confidential: readonly string[];
  readonly named: readonly { readonly voice: 'self' | 'line-manager'; readonly who: string; readonly text: string }[];
}

/** What people wrote about one quality: colleagues without names, then whoever stands under a name. */
export const questionsOf = ({ leader, prompts }: ReportView, words: QualityWords): Question[] =>
  (['seen', 'help'] as const).map((question) => {
    const named: Question['named'] = [
      ...words.lineManagers.map((manager) => ({
        voice: 'line-manager' as const,
        who: `${manager.name}, line manager`,
        text: manager[question],
      })),
      { voice: 'self', who: `${leader}, own view`, text: words.self[question] },
    ];
    return {
      asked: prompts[question],
      confidential: words[question],
      named: named.filter(({ text }) => text.trim() !== ''),
    };
  });

/** Where a question has no confidential words to show: that they are withheld, or that there are none. */
export const noConfidentialWords = ({ comments }: ReportView): string =>
  comments.withheld === null
    ? 'No colleague wrote anything here.'
    : 'Comments of confidential colleagues are not shown: too few answered to keep them apart from their authors.';
