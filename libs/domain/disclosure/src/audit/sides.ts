import type { Sides } from './judge';
import type { PublishedBehaviour, PublishedQuality } from './published-report';
import { meanOf, ratio } from './ratio';

/** One behaviour as its published figures set it side by side. A mean of n whole numbers is their sum, a whole number, over n. */
export const sidesOfBehaviour = ({ self, allOthers, lineManagers }: PublishedBehaviour): Sides => {
  const own = self === null ? null : ratio(self, 1);
  if ('withheld' in allOthers) return { self: own, others: null, raters: 0 };
  const { mean, n } = allOthers;
  const named = lineManagers.filter(({ rating }) => rating !== null).length;
  return { self: own, others: ratio(Math.round(mean * n), n), raters: n - named };
};

/** One quality: self and all others over the behaviours of it on which all others are shown, self over those of them that it rated. */
export const sidesOfQuality = ({ behaviours }: PublishedQuality): Sides => {
  const shown = behaviours.map(sidesOfBehaviour).filter(({ others }) => others !== null);
  return {
    self: meanOf(shown.flatMap(({ self }) => self ?? [])),
    others: meanOf(shown.flatMap(({ others }) => others ?? [])),
    raters: Math.min(...shown.map(({ raters }) => raters)),
  };
};
