import { FailureLimit } from '@facet/platform';
import { tooOften } from './refusals';

/** A school behind one address signs in within these; somebody who tries addresses, codes or links of many people does not. */
const MOST_PER_MINUTE = 30;

interface Visitor {
  readonly ip: string;
}

/** What one visitor may press in a minute. One person's tries are counted in the database as well. */
export class VisitorLimit {
  private readonly counted = new FailureLimit(MOST_PER_MINUTE);

  /** Counts every press; throws where there have been too many. */
  count(visitor: Visitor): void {
    this.allow(visitor);
    this.counted.record(visitor.ip, performance.now());
  }

  /** What `work` gives; where that is a refusal it is counted, and thrown as `refused` says it. Throws where there have been too many. */
  async countRefusals<Outcome extends object | string>(
    visitor: Visitor,
    work: () => Promise<Outcome>,
    refused: (refusal: Extract<Outcome, string>) => Error,
  ): Promise<Exclude<Outcome, string>> {
    this.allow(visitor);
    const outcome = await work();
    if (typeof outcome !== 'string') return outcome as Exclude<Outcome, string>;
    this.counted.record(visitor.ip, performance.now());
    throw refused(outcome as Extract<Outcome, string>);
  }

  private allow({ ip }: Visitor): void {
    if (this.counted.exceeded(ip, performance.now())) throw tooOften();
  }
}
