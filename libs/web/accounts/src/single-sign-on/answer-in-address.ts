import type { ParamMap } from '@angular/router';
import type { SignOnAnswer } from '@facet/contract';

/** What is ours of the address with which the browser came back; providers add names of their own. */
export function answerIn(parameters: ParamMap): SignOnAnswer {
  const answer: SignOnAnswer = { state: parameters.get('state') ?? '' };
  for (const name of ['code', 'iss', 'error'] as const) {
    const value = parameters.get(name);
    if (value !== null) answer[name] = value;
  }
  return answer;
}
