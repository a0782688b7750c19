import { isWithheld } from '@facet/domain-disclosure';
import type { Snapshot } from './snapshot';

/**
 * Whether so little of what confidential colleagues rated is shown that the report is better read as words than as charts: on fewer
 * behaviours than there are qualities. At least one quality then shows nothing of theirs; where every quality shows something there is a
 * report, however thin. Never where the audit withheld a quality: that is no want of answers, and is said in its own words.
 */
export const isLittleToRead = ({ qualities }: Pick<Snapshot, 'qualities'>): boolean => {
  const figures = qualities.flatMap(({ behaviours }) => behaviours.map(({ allOthers }) => allOthers));
  const withheld = figures.filter(isWithheld);
  return withheld.every((one) => one.withheld !== 'audit') && figures.length - withheld.length < qualities.length;
};
