import type { RoundPage } from '@facet/contract';
import { notFound } from '@facet/platform';
import { type LaunchRefusal, refusal } from './refusals';

/** The round, or why not, as the answer to a request. Null is "not found". */
export function found<Page extends RoundPage>(result: Page | LaunchRefusal | null): Page {
  if (result === null) throw notFound();
  if ('refused' in result) throw refusal(result);
  return result;
}
