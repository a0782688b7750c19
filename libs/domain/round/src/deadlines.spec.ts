import { expect, test } from '@jest/globals';
import { graceEnds, isDueForClosing, sealsByItselfAt, whyNotAnswer, whyNotCloseAt, type AnswerAct } from './deadlines';
import type { RoundFacts } from './states';

const closesAt = new Date('2026-12-09T18:00:00Z');
const at = (seconds: number) => new Date(closesAt.getTime() + seconds * 1000);
const minutes = (n: number) => n * 60;
const days = (n: number) => n * 24 * 3600;
const facts: RoundFacts = { opensAt: at(-days(14)), closesAt, sealedAt: null, releasedAt: null, cancelledAt: null };
const acts: AnswerAct[] = ['open', 'save', 'send'];

test('row 32: until the last second everything is taken, and from closing on no page is opened', () => {
  for (const act of acts) expect(whyNotAnswer(facts, act, at(-1))).toBeNull();
  expect(whyNotAnswer(facts, 'open', at(0))).toBe('already closed');
});

test('row 32: a page that is open already may save and send for fifteen minutes more, to the second', () => {
  for (const act of ['save', 'send'] as const) {
    expect(whyNotAnswer(facts, act, at(0))).toBeNull();
    expect(whyNotAnswer(facts, act, at(minutes(15) - 1))).toBeNull();
    expect(whyNotAnswer(facts, act, at(minutes(15)))).toBe('already closed');
  }
});

test('row 39: once the round is sealed nothing is taken, not even in the fifteen minutes', () => {
  for (const act of acts) expect(whyNotAnswer({ ...facts, sealedAt: at(1) }, act, at(2))).toBe('already closed');
});

test('before opening and after a cancellation nothing is taken, each with its own reason', () => {
  for (const act of acts) {
    expect(whyNotAnswer(facts, act, at(-days(14) - 1))).toBe('not yet open');
    expect(whyNotAnswer({ ...facts, cancelledAt: at(-1) }, act, at(-1))).toBe('cancelled');
  }
});

test('a round is due for closing when the fifteen minutes are over, and no longer once it is sealed', () => {
  expect(graceEnds(closesAt)).toEqual(at(minutes(15)));
  expect(isDueForClosing(facts, at(minutes(15) - 1))).toBe(false);
  expect(isDueForClosing(facts, at(minutes(15)))).toBe(true);
  expect(isDueForClosing({ ...facts, sealedAt: at(minutes(15)) }, at(minutes(16)))).toBe(false);
});

test('a round that waits for its coach seals by itself after seven days', () => {
  expect(sealsByItselfAt(closesAt)).toEqual(at(days(7)));
});

test('row 63: a closing in the past, or at this very instant, is refused; a second later is not', () => {
  expect(whyNotCloseAt(closesAt, at(1))).toBe('not after now');
  expect(whyNotCloseAt(closesAt, at(0))).toBe('not after now');
  expect(whyNotCloseAt(closesAt, at(-1))).toBeNull();
});

test('row 63: a closing more than a year away is taken for a slip of the pen', () => {
  expect(whyNotCloseAt(closesAt, at(-days(366)))).toBeNull();
  expect(whyNotCloseAt(closesAt, at(-days(366) - 1))).toBe('too far away');
});
