import { type BehaviourReport, type FirstPage, firstPageInWords, type ReportView, verdictInWords } from '@facet/contract';
import { forDisplay, gapForDisplay } from '@facet/charts';

/** One behaviour on the first page, its figures as a person reads them. */
export interface Leading {
  readonly code: string;
  readonly text: string;
  readonly self: string;
  readonly others: string;
  readonly n: number;
  readonly gap: string;
  readonly verdict: string;
}

export interface LeadingList {
  readonly heading: string;
  /** Why a behaviour stands here. */
  readonly rule: string;
  readonly behaviours: readonly Leading[];
  /** Said where nothing stands here. */
  readonly empty: string;
}

const order: readonly (keyof FirstPage)[] = ['confirmedStrengths', 'blindSpots', 'hiddenStrengths'];

const emptyInWords = (highFrom: number): Readonly<Record<keyof FirstPage, string>> => ({
  confirmedStrengths: 'No behaviour meets this rule here. Where self and others lie close together, the pages of the qualities say so.',
  blindSpots: `No behaviour meets this rule: nowhere that others stand below ${highFrom} is self clearly higher.`,
  hiddenStrengths: `No behaviour meets this rule: nowhere that others stand at ${highFrom} or above is self clearly lower.`,
});

const leading = ({ code, text, self, allOthers, gap, verdict }: BehaviourReport): Leading[] => {
  if (self === null || gap === null || verdict === null || 'withheld' in allOthers) return [];
  return [
    {
      code,
      text,
      self: forDisplay(self, 2),
      others: forDisplay(allOthers.mean, 2),
      n: allOthers.n,
      gap: gapForDisplay(gap),
      verdict: verdictInWords[verdict].short,
    },
  ];
};

/** The three lists of the first page in the report's order, each with its rule. */
export const leadingLists = ({ firstPage, rules, qualities }: ReportView): LeadingList[] => {
  const behaviours = new Map(qualities.flatMap((quality) => quality.behaviours.map((one) => [one.code, one] as const)));
  const words = firstPageInWords(rules);
  const empty = emptyInWords(rules.highFrom);
  return order.map((list) => ({
    ...words[list],
    empty: empty[list],
    behaviours: firstPage[list].flatMap((code) => {
      const behaviour = behaviours.get(code);
      return behaviour ? leading(behaviour) : [];
    }),
  }));
};
