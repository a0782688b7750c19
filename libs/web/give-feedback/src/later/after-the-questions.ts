import { DeclinePage } from './decline-page';
import { DeclinedPage } from './declined-page';
import { ReviewPage } from './review-page';
import { ThanksPage } from './thanks-page';
import { WithdrawnPage } from './withdrawn-page';

export const parts = {
  decline: DeclinePage,
  declined: DeclinedPage,
  review: ReviewPage,
  thanks: ThanksPage,
  withdrawn: WithdrawnPage,
};
