import type { RoundView } from '@facet/contract';
import { notFound } from '@facet/platform';
import { type LaunchRefusal, refusal } from './refusals';

/** The round, or why not, as the answer to a request. Null is "not found". */
export function found(result: RoundView | LaunchRefusal | null): RoundView {
  if (result === null) throw notFound();
  if ('refused' in result) throw refusal(result);
  return result;
}
