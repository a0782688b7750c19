import type { NextStepFacts } from '@facet/domain-round';
import { dateInWords } from '@facet/platform';
import type { Round } from '@facet/store-rounds';

/** The day on which a round's report is released without another press, as its next step says it. */
export const releaseOf = ({ releasesAt, releaseChosen, zone }: Round): NonNullable<NextStepFacts['releases']> | null =>
  releasesAt && { on: dateInWords(releasesAt, zone), chosen: releaseChosen };
