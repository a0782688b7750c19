import {
  agreementInWords,
  classificationInWords,
  comparedOverFewer,
  noAgreementInWords,
  type QualityReport,
  verdictInWords,
  withheldInWords,
} from '@facet/contract';
import { gapForDisplay } from '@facet/charts';

/** What one aspect of a quality says: in a few words, and in sentences. */
export interface Reading {
  readonly about: string;
  readonly short: string;
  readonly sentences: string;
}

const comparison = (quality: QualityReport): Omit<Reading, 'about'> => {
  const { self, allOthers, gap, verdict, classification } = quality;
  if (gap === null || verdict === null || classification === null) {
    if ('withheld' in allOthers)
      return {
        short: upperFirst(withheldInWords[allOthers.withheld]),
        sentences: 'Without all others there is nothing to set self beside.',
      };
    return {
      short: self === null ? 'No own view' : 'Cannot be compared',
      sentences: 'Self rated none of the behaviours that others can be shown on.',
    };
  }
  const { sentence } = classificationInWords[classification];
  return {
    short: `${gapForDisplay(gap)}, ${verdictInWords[verdict].short}`,
    sentences: `${verdict === 'too_close' ? `${verdictInWords.too_close.sentence} ` : ''}${sentence}${fewer(quality)}`,
  };
};

/** That self stands on fewer behaviours than all others, where it does. */
const fewer = ({ behaviours }: QualityReport): string => {
  const shown = behaviours.filter(({ allOthers }) => 'mean' in allOthers);
  const rated = shown.filter(({ self }) => self !== null).length;
  return rated === 0 || rated === shown.length ? '' : ` ${comparedOverFewer({ rated, shown: shown.length })}`;
};

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A quality in words: how self stands beside others, and how far colleagues agree with one another. */
export const readingsOf = (quality: QualityReport): Reading[] => {
  const agreement = quality.agreement === null ? noAgreementInWords : agreementInWords[quality.agreement];
  return [
    { about: 'Self beside all others', ...comparison(quality) },
    { about: 'Agreement among colleagues', short: upperFirst(agreement.short), sentences: agreement.sentence },
  ];
};

/** The audit found something in this quality, and every number of it is withheld. */
export const isWithheldByAudit = ({ allOthers }: QualityReport): boolean => 'withheld' in allOthers && allOthers.withheld === 'audit';
