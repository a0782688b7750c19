import { Refused } from '@facet/platform';
import type { NoReport } from './report-door';

/** Every refusal of this journey, in words for the coach. */
export function refusal({ refused }: NoReport): Refused {
  switch (refused) {
    case 'not sealed':
      return new Refused({
        code: 'not_sealed',
        title: 'There is no report yet.',
        status: 409,
        detail: 'It is made once the round has closed and its answers are counted. You get a mail then; nothing is lost until that day.',
      });
    case 'cancelled':
      return new Refused({
        code: 'cancelled',
        title: 'There will be no report.',
        status: 409,
        detail: 'This round was cancelled, and no answers were kept.',
      });
  }
}
