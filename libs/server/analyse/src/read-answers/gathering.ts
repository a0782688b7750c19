import { behaviourCodes, type Framework } from '@facet/domain-framework';
import { inNaturalOrder } from '@facet/domain-report';
import { isConfidential, type GroupCode } from '@facet/domain-round';
import type { Answers, LeaderAnswers } from '../answers';
import { deriveFramework } from '../derive-framework';
import type { Answer } from './answer-of-row';
import type { Column } from './header';
import { mostBehaviours, RatingTable } from './rating-table';

/** One rater of one leader. */
interface GatheredRater {
  readonly group: GroupCode;
  /** By which the table of ratings knows them. */
  readonly number: number;
  /** Of their first row. */
  readonly line: number;
}

interface GatheredLeader {
  readonly raters: Map<string, GatheredRater>;
  /** The line of the first row of the leader's own answers. */
  selfSince: number | null;
  seen: number;
  help: number;
}

/** Which cell of a row cannot stand beside what was read before, and why. */
export interface Contradiction {
  readonly column: Column;
  readonly message: string;
}

/** Puts answers together, leader by leader and rater by rater, and refuses what contradicts an earlier row. */
export class Gathering {
  readonly #leaders = new Map<string, GatheredLeader>();
  readonly #ratings = new RatingTable();
  #raters = 0;

  constructor(private readonly framework: Framework | null) {}

  /** Null when the answer was taken in. */
  take(answer: Answer, line: number): Contradiction | null {
    const leader = this.#leaders.get(answer.leader) ?? { raters: new Map<string, GatheredRater>(), selfSince: null, seen: 0, help: 0 };
    const known = leader.raters.get(answer.rater);
    if (known && known.group !== answer.group)
      return { column: 'group', message: `This rater of this leader is in the group ${known.group} on line ${known.line}.` };
    if (!known && answer.group === 'self' && leader.selfSince !== null)
      return { column: 'rater', message: `The leader’s own answers are from another rater on line ${leader.selfSince}.` };
    const before = known && this.#ratings.lineOf(known.number, answer.behaviour);
    if (before) return { column: 'behaviour', message: `This rater rates this behaviour of this leader on line ${before} already.` };
    const rater = known ?? { group: answer.group, number: this.#raters, line };
    if (!this.#ratings.add(rater.number, answer.behaviour, answer.rating, line))
      return { column: 'behaviour', message: `There are more than ${mostBehaviours} behaviours. Is this the right column?` };

    this.#leaders.set(answer.leader, leader);
    leader.raters.set(answer.rater, rater);
    if (!known) this.#raters += 1;
    if (answer.group === 'self') leader.selfSince ??= line;
    if (isConfidential(answer.group)) {
      if (answer.seen) leader.seen += 1;
      if (answer.help) leader.help += 1;
    }
    return null;
  }

  get answers(): Answers {
    const framework = this.framework ?? deriveFramework(this.#ratings.behaviours);
    return { framework, leaders: this.#answersByLeader(behaviourCodes(framework)) };
  }

  /** Each leader's only when they are asked for: all at once would take more room than the file. */
  *#answersByLeader(behaviours: readonly string[]): Generator<LeaderAnswers> {
    for (const [leader, { raters, seen, help }] of this.#leaders)
      yield {
        leader,
        raters: [...raters]
          .sort(([one], [other]) => inNaturalOrder(one, other))
          .map(([, { group, number }]) => ({ group, ratings: this.#ratings.ratingsOf(number, behaviours) })),
        comments: { seen, help },
      };
  }
}
