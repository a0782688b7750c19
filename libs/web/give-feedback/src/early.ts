import { SURVEY_PATH } from '@facet/contract';
import { bearerOf } from './answers/bearer';
import { type Link, takeLink } from './link/link';

/**
 * Stands in the page itself (tools/shrink-survey.mjs): takes the code out of the address bar before anything else is loaded, and asks for
 * the survey while the scripts are still on their way, which spares a slow line one journey there and back.
 */
const link = takeLink();
const begun =
  link.kind === 'code' &&
  fetch(SURVEY_PATH, { headers: bearerOf(link.code), credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(20_000) });
if (begun) begun.catch(() => undefined); // whoever waits for it hears of it; until then it is nobody's unhandled failure
(globalThis as { facetLink?: Link }).facetLink = begun ? { ...link, begun } : link;
