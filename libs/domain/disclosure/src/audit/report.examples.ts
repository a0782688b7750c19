import type { ConfidentialGroupCode, PromisedGroup } from '@facet/domain-round';
import type { PublishedBehaviour, PublishedLine, PublishedQuality, PublishedReport, Roster } from './published-report';

const labels: Readonly<Record<ConfidentialGroupCode, string>> = { peer: 'Peers', direct_report: 'Direct reports', other: 'Governors' };
const promised: readonly PromisedGroup[] = (['peer', 'direct_report', 'other'] as const).map((code) => ({
  code,
  label: labels[code],
  members: [code],
}));

/** Who answered, group after group in the order peers, direct reports, governors, and who of them did not see a behaviour. */
export const rosterOf = (
  counts: Readonly<Partial<Record<ConfidentialGroupCode, number>>>,
  unseen: Readonly<Record<number, readonly string[]>> = {},
): Roster => {
  const groups = promised.flatMap(({ code }) => Array<ConfidentialGroupCode>(counts[code] ?? 0).fill(code));
  return {
    minimum: 3,
    commentMinimum: 5,
    promised,
    raters: groups.map((group, index) => ({
      group,
      rated: new Set(['1.1', '1.2'].filter((behaviour) => !unseen[index]?.includes(behaviour))),
    })),
  };
};

export const line = (code: ConfidentialGroupCode, raters: number): PublishedLine => ({
  code,
  label: labels[code],
  raters,
  withheld: null,
  folded: [],
});
export const hiddenLine = (code: ConfidentialGroupCode): PublishedLine => ({
  code,
  label: labels[code],
  raters: null,
  withheld: 'too_few',
  folded: [],
});
export const togetherLine = (raters: number, ...folded: readonly ConfidentialGroupCode[]): PublishedLine => ({
  code: 'together',
  label: 'Colleagues, together',
  raters,
  withheld: null,
  folded: folded.map((code) => labels[code]),
});

type Shown = readonly [mean: number, n: number] | null;
const figure = (shown: Shown) => (shown ? { mean: shown[0], n: shown[1] } : { withheld: 'too_few' });

/** A behaviour with a mean and n for each line and for all others, without a self-assessment. */
export const behaviour = (code: string, groups: readonly Shown[], allOthers: Shown, manager: number | null = null): PublishedBehaviour => ({
  code,
  self: null,
  lineManagers: [{ rating: manager }],
  groups: groups.map(figure),
  allOthers: figure(allOthers),
  gap: null,
  verdict: null,
});

const mean = (values: readonly number[]) =>
  values.length === 0 ? { withheld: 'too_few' } : { mean: values.reduce((sum, value) => sum + value, 0) / values.length };

/** A report of one quality whose scores are the means of what its behaviours show. */
export const reportOf = (lines: readonly PublishedLine[], ...behaviours: readonly PublishedBehaviour[]): PublishedReport => ({
  minimum: 3,
  scale: { points: [1, 2, 3, 4, 5] },
  rules: { highFrom: 3.8, gapFrom: { quality: 0.5, behaviour: 1 } },
  groups: lines,
  firstPage: { confirmedStrengths: [], blindSpots: [], hiddenStrengths: [] },
  comments: { withheld: 'too_few', qualities: [] },
  qualities: [
    {
      code: '1',
      self: null,
      groups: lines.map((_, index) =>
        mean(behaviours.flatMap(({ groups }) => groups.slice(index, index + 1)).flatMap((one) => ('mean' in one ? one.mean : []))),
      ),
      allOthers: mean(behaviours.flatMap(({ allOthers }) => ('mean' in allOthers ? allOthers.mean : []))),
      gap: null,
      verdict: null,
      classification: null,
      agreement: null,
      behaviours,
    },
  ],
});

/** Three peers who rate one behaviour 4 and a leader who rates it 5: too close to call on the behaviour, higher on the quality. */
export const judgedReport = (changed: Partial<PublishedBehaviour>, changedQuality: Partial<PublishedQuality> = {}): PublishedReport => {
  const judged = { ...behaviour('1.1', [[4, 3]], [4, 3]), self: 5, gap: 1, verdict: 'too_close' };
  const report = reportOf([line('peer', 3)], { ...judged, ...changed });
  return {
    ...report,
    firstPage: { ...report.firstPage, confirmedStrengths: ['1.1'] },
    qualities: report.qualities.map((quality) => ({
      ...quality,
      self: 5,
      gap: 1,
      verdict: 'self_higher',
      classification: 'over_high',
      ...changedQuality,
    })),
  };
};
