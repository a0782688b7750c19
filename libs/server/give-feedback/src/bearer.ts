import { Injectable } from '@nestjs/common';
import { FailureLimit, Refused } from '@facet/platform';
import { refusal, type SurveyRefusal, tooManyTries } from './refusals';

/** Wrong links from one address in a minute; right ones cost nothing. */
const MOST_WRONG_LINKS = 20;

/** The bearer in the header is the only thing that says who is asking. */
@Injectable()
export class Bearer {
  private readonly wrongLinks = new FailureLimit(MOST_WRONG_LINKS);

  async with<Result extends object | string>(
    header: unknown,
    from: string,
    act: (token: string) => Promise<Result | SurveyRefusal>,
  ): Promise<Result> {
    const [, token = ''] = /^Bearer (\S+)$/.exec(typeof header === 'string' ? header : '') ?? [];
    const result = await act(token);
    if (!isRefusal(result)) return result;
    if (result.refused === 'unknown') this.countWrongLink(from);
    throw new Refused(refusal(result));
  }

  /** Asked only once a link has turned out to be wrong: whoever else sits behind the same address is not in the way of it. */
  private countWrongLink(from: string): void {
    const at = performance.now();
    if (this.wrongLinks.exceeded(from, at)) throw tooManyTries();
    this.wrongLinks.record(from, at);
  }
}

const isRefusal = (result: object | string): result is SurveyRefusal => typeof result === 'object' && 'refused' in result;
