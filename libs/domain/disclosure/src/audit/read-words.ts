import { classificationOn, highFrom, rules, verdictOn } from './judge';
import type { PublishedComments, PublishedQuality, PublishedReport, Roster } from './published-report';
import type { Ratio } from './ratio';
import { firstPageOf } from './read-first-page';
import { differ, type Misnamed } from './read-quality';
import { sidesOfBehaviour, sidesOfQuality } from './sides';

const numberOf = ({ over, under }: Ratio): number => Number(over) / Number(under);

/** Verdicts, the classification and the leader's own mean that the figures of a quality contradict. */
export const misjudged = (quality: PublishedQuality, points: number): Misnamed[] => {
  const sides = sidesOfQuality(quality);
  const verdict = verdictOn(sides, 'quality', points);
  const own = sides.self && numberOf(sides.self);
  return [
    ...quality.behaviours
      .filter((behaviour) => behaviour.verdict !== verdictOn(sidesOfBehaviour(behaviour), 'behaviour', points))
      .map(({ code }) => `${code}, verdict`),
    ...((own === null || quality.self === null ? own !== quality.self : differ(own, quality.self)) ? [`${quality.code}, self`] : []),
    ...(quality.verdict === verdict ? [] : [`${quality.code}, verdict`]),
    ...(quality.classification === classificationOn(sides, verdict, points) ? [] : [`${quality.code}, classification`]),
  ];
};

const misnamedRules = ({ rules: { highFrom: high, gapFrom }, scale }: PublishedReport): Misnamed[] => {
  const points = scale.points.length;
  const stated =
    !differ(high, numberOf(highFrom(points))) &&
    (['quality', 'behaviour'] as const).every((level) => !differ(gapFrom[level], numberOf(rules[level].from) * (points - 1)));
  return stated ? [] : ['rules'];
};

const misnamedLists = (report: PublishedReport): Misnamed[] => {
  const expected = firstPageOf(report);
  return (['confirmedStrengths', 'blindSpots', 'hiddenStrengths'] as const)
    .filter((list) => expected[list].join('\n') !== report.firstPage[list].join('\n'))
    .map((list) => `first page, ${list}`);
};

/** Comments stand there when enough have sent answers, whether or not they wrote, and none where they are said to be withheld. */
const showsTooMuch = ({ withheld, qualities }: PublishedComments, { commentMinimum, raters }: Roster): boolean =>
  withheld === null ? raters.length < commentMinimum : qualities.some(({ seen, help }) => seen.length + help.length > 0);

/** What stands for a report's comments where something is wrong with them. */
export const commentsFigure: Misnamed = 'comments';

/** What stands above all qualities and is not what the figures below it, the roster or the definitions make of it. */
export const misstated = (report: PublishedReport, roster: Roster): Misnamed[] => [
  ...misnamedRules(report),
  ...misnamedLists(report),
  ...(showsTooMuch(report.comments, roster) ? [commentsFigure] : []),
];
