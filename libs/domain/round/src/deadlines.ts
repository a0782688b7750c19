import { stateOf, type RoundFacts } from './states';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A page that is already open when the round closes may save and send for so long. */
export const GRACE_MINUTES = 15;
/** A closed round waits so long for its coach, then it seals by itself. */
export const DAYS_UNTIL_SEAL = 7;
/** A closing further away than this is taken for a slip of the pen. */
export const LONGEST_ROUND_DAYS = 366;

const after = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds);

/** What a colleague is about to do: open the page, or save or send from a page that is open already. */
export type AnswerAct = 'open' | 'save' | 'send';
export type AnswerRefusal = 'not yet open' | 'already closed' | 'cancelled';

/** Null when the round takes this act at the instant `now`; otherwise why not. */
export function whyNotAnswer(facts: RoundFacts, act: AnswerAct, now: Date): AnswerRefusal | null {
  switch (stateOf(facts, now)) {
    case 'draft':
      return 'not yet open';
    case 'open':
      return null;
    case 'closed':
      return act !== 'open' && facts.closesAt !== null && now < graceEnds(facts.closesAt) ? null : 'already closed';
    case 'sealed':
    case 'released':
      return 'already closed';
    case 'cancelled':
      return 'cancelled';
  }
}

/** From this instant nothing more can arrive, so that the round may be sealed. */
export const graceEnds = (closesAt: Date): Date => after(closesAt, GRACE_MINUTES * MINUTE);

/** Closed, and the last open page has had its time: the round waits for its seal. */
export const isDueForClosing = (facts: RoundFacts, now: Date): boolean =>
  stateOf(facts, now) === 'closed' && facts.closesAt !== null && now >= graceEnds(facts.closesAt);

/** When a closed round seals without its coach. */
export const sealsByItselfAt = (closesAt: Date): Date => after(closesAt, DAYS_UNTIL_SEAL * DAY);

/** Once colleagues have been told a closing time, a new one leaves at least so long from now. */
export const SHORTEST_EXTENSION_HOURS = 24;

/**
 * Whether an extension ends too soon. Whoever extended by minutes again and again could watch a group become "enough", and learn
 * when the colleague answered whom they had just asked.
 */
export const isTooShortAnExtension = (closesAt: Date, now: Date): boolean => closesAt < after(now, SHORTEST_EXTENSION_HOURS * 60 * MINUTE);

export type ClosingRefusal = 'not after now' | 'too far away';

/** Null when a round may close at `closesAt`, seen from `now`. The very instant of now is too early. */
export function whyNotCloseAt(closesAt: Date, now: Date): ClosingRefusal | null {
  if (closesAt <= now) return 'not after now';
  return closesAt > after(now, LONGEST_ROUND_DAYS * DAY) ? 'too far away' : null;
}
