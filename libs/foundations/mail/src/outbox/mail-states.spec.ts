import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSettled, mailMoves, type MailState } from './mail-states';

const states = Object.keys(mailMoves) as MailState[];
/** Every state that some way leads to. */
const reachable = (from: MailState, seen = new Set<MailState>()): Set<MailState> => {
  for (const next of mailMoves[from]) if (!seen.has(next)) reachable(next, seen.add(next));
  return seen;
};
/** A way through the table, one legal move after another, as chance would have it. */
const ways = fc.array(fc.nat(), { maxLength: 30 }).map((choices) => {
  const way: MailState[] = ['pending'];
  for (const choice of choices) {
    const next = mailMoves[way.at(-1) ?? 'pending'];
    if (next.length > 0) way.push(next[choice % next.length] ?? 'pending');
  }
  return way;
});

test('every state can be reached, and from every state some way leads to an end', () => {
  expect([...reachable('pending'), 'pending'].toSorted()).toEqual([...states, 'pending'].toSorted());
  for (const state of states) expect([state, ...reachable(state)].some(isSettled)).toBe(true);
});

test('what is settled stays as it is, except that what was sent may come back, and these are the settled states', () => {
  expect(states.filter(isSettled)).toEqual(['sent', 'rejected', 'cancelled', 'suppressed', 'expired']);
  for (const state of states.filter(isSettled)) expect([state, mailMoves[state]]).toEqual([state, state === 'sent' ? ['rejected'] : []]);
});

test('no way leads from sent, or from anything else that is over, back to sending', () => {
  fc.assert(
    fc.property(ways, (way) => {
      const over = way.findIndex((state) => isSettled(state) || state === 'unknown');
      if (over >= 0) expect(way.slice(over)).not.toContain('sending');
    }),
  );
  for (const state of states.filter((one) => isSettled(one) || one === 'unknown')) expect(reachable(state)).not.toContain('sending');
});

test('whatever has been sent was pending first', () => {
  fc.assert(
    fc.property(ways, (way) => {
      const sent = way.indexOf('sent');
      if (sent >= 0) expect(['pending', 'sending', 'unknown']).toContain(way[sent - 1]);
    }),
  );
});
