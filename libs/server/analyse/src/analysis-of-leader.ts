import type { LeaderAnalysis } from '@facet/contract';
import type { Line } from '@facet/domain-disclosure';
import type { BehaviourFigures, CellFigure, FirstPage, QualityFigures, ScoreFigure } from '@facet/domain-report';
import type { AnalysedLeader } from './analyse-leader';

/** A leader's report as `facet analyse --json` prints it: the numbers of the snapshot and no others, at full precision. */
export const analysisOf = ({ leader, minimum, groups, lines, snapshot, audit }: AnalysedLeader): LeaderAnalysis => ({
  leader,
  scale: { min: 1, max: snapshot.scale.points.length },
  minGroup: minimum,
  groups: groups.map((group) => {
    const line = lines.find((one) => one.withheld === null && one.members.includes(group));
    return { group, shownAs: line?.code ?? null, raters: line?.raters ?? null };
  }),
  behaviours: snapshot.qualities.flatMap(({ behaviours }) => behaviours.map((behaviour) => behaviourAnalysis(behaviour, lines))),
  qualities: snapshot.qualities.map((quality) => qualityAnalysis(quality, lines)),
  firstPage: firstPageAnalysis(snapshot.firstPage),
  audit: { passed: audit.passed, published: audit.published },
});

const behaviourAnalysis = (behaviour: BehaviourFigures, lines: readonly Line[]): LeaderAnalysis['behaviours'][number] => ({
  code: behaviour.code,
  self: behaviour.self,
  lineManagers: behaviour.lineManagers.map(({ rating }) => rating),
  groups: byName(behaviour.groups, lines),
  allOthers: behaviour.allOthers,
  gap: behaviour.gap,
  verdict: behaviour.verdict,
});

const qualityAnalysis = (quality: QualityFigures, lines: readonly Line[]): LeaderAnalysis['qualities'][number] => ({
  code: quality.code,
  self: quality.self,
  lineManagers: quality.lineManagers.map(({ mean }) => mean),
  groups: byName(quality.groups, lines),
  allOthers: quality.allOthers,
  gap: quality.gap,
  verdict: quality.verdict,
  classification: quality.classification,
  agreement: quality.agreement,
});

const byName = <Figure extends CellFigure | ScoreFigure>(figures: readonly Figure[], lines: readonly Line[]) =>
  Object.fromEntries(lines.flatMap(({ code }, at) => (figures[at] ? [[code, figures[at]]] : [])));

const firstPageAnalysis = ({ confirmedStrengths, blindSpots, hiddenStrengths }: FirstPage): LeaderAnalysis['firstPage'] => ({
  confirmedStrengths: [...confirmedStrengths],
  blindSpots: [...blindSpots],
  hiddenStrengths: [...hiddenStrengths],
});
