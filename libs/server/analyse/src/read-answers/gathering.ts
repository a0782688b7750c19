import type { Framework, Rating } from '@facet/domain-framework';
import type { GroupCode } from '@facet/domain-round';
import type { Answers, LeaderAnswers } from '../answers';
import { deriveFramework } from '../derive-framework';
import { inNaturalOrder } from '../natural-order';
import type { Answer } from './answer-of-row';
import type { Column } from './header';

interface GatheredRater {
  readonly group: GroupCode;
  /** The line of their first row. */
  readonly line: number;
  readonly ratings: Map<string, { readonly rating: Rating; readonly line: number }>;
}

interface GatheredLeader {
  readonly raters: Map<string, GatheredRater>;
  /** The line of the first row of the leader's own answers. */
  selfSince: number | null;
  seen: number;
  help: number;
}

/** More than the largest framework has (20 qualities with 20 behaviours each): such a column holds something else. */
const mostBehaviours = 400;

/** Which cell of a row cannot stand beside what was read before, and why. */
export interface Contradiction {
  readonly column: Column;
  readonly message: string;
}

/** Puts answers together, leader by leader and rater by rater, and refuses what contradicts an earlier row. */
export class Gathering {
  readonly #leaders = new Map<string, GatheredLeader>();
  /** Each code once, so that a hundred thousand rows do not keep a hundred thousand copies. */
  readonly #codes = new Map<string, string>();

  constructor(private readonly framework: Framework | null) {}

  /** Null when the answer was taken in. */
  take(answer: Answer, line: number): Contradiction | null {
    const leader = this.#leader(answer.leader);
    const known = leader.raters.get(answer.rater);
    if (known && known.group !== answer.group)
      return { column: 'group', message: `This rater of this leader is in the group ${known.group} on line ${known.line}.` };
    if (!known && answer.group === 'self' && leader.selfSince !== null)
      return { column: 'rater', message: `The leader’s own answers are from another rater on line ${leader.selfSince}.` };
    const before = known?.ratings.get(answer.behaviour);
    if (before) return { column: 'behaviour', message: `This rater rates this behaviour of this leader on line ${before.line} already.` };
    const code = this.#code(answer.behaviour);
    if (code === null)
      return { column: 'behaviour', message: `There are more than ${mostBehaviours} behaviours. Is this the right column?` };

    const rater = known ?? { group: answer.group, line, ratings: new Map() };
    leader.raters.set(answer.rater, rater);
    rater.ratings.set(code, { rating: answer.rating, line });
    if (answer.group === 'self') leader.selfSince ??= line;
    if (answer.seen) leader.seen += 1;
    if (answer.help) leader.help += 1;
    return null;
  }

  get answers(): Answers {
    return {
      framework: this.framework ?? deriveFramework(this.#codes.keys()),
      leaders: [...this.#leaders].map(([leader, gathered]) => ({ leader, ...answersOf(gathered) })),
    };
  }

  #leader(name: string): GatheredLeader {
    const leader = this.#leaders.get(name) ?? { raters: new Map(), selfSince: null, seen: 0, help: 0 };
    this.#leaders.set(name, leader);
    return leader;
  }

  #code(behaviour: string): string | null {
    const code = this.#codes.get(behaviour);
    if (code !== undefined) return code;
    if (this.#codes.size === mostBehaviours) return null;
    this.#codes.set(behaviour, behaviour);
    return behaviour;
  }
}

const answersOf = ({ raters, seen, help }: GatheredLeader): Omit<LeaderAnswers, 'leader'> => ({
  raters: [...raters]
    .sort(([one], [other]) => inNaturalOrder(one, other))
    .map(([, { group, ratings }]) => ({
      group,
      ratings: Object.fromEntries([...ratings].map(([behaviour, { rating }]) => [behaviour, rating])),
    })),
  comments: { seen, help },
});
