import { expect, test } from '@jest/globals';
import { legalMoves, mayMove, stateOf, type RoundFacts, type RoundState } from './states';

const states = Object.keys(legalMoves) as RoundState[];
const noon = new Date('2026-12-09T12:00:00Z');
const shifted = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const launched: RoundFacts = { opensAt: shifted(-3600), closesAt: noon, sealedAt: null, releasedAt: null, cancelledAt: null };

test('every state can be reached from a draft', () => {
  const reached = new Set<RoundState>(['draft']);
  for (const state of reached) for (const next of legalMoves[state]) reached.add(next);
  expect([...reached].sort()).toEqual([...states].sort());
});

test('a round can be cancelled from every state before the seal, and from none after it', () => {
  expect(states.filter((state) => mayMove(state, 'cancelled'))).toEqual(['draft', 'open', 'closed']);
});

test('a sealed round is never opened again, and can only be released', () => {
  expect(legalMoves.sealed).toEqual(['released']);
  expect(legalMoves.released).toEqual([]);
  expect(legalMoves.cancelled).toEqual([]);
});

test('a round is open in the second before closing and closed in the very second of closing', () => {
  expect(stateOf(launched, shifted(-1))).toBe('open');
  expect(stateOf(launched, noon)).toBe('closed');
  expect(stateOf(launched, shifted(1))).toBe('closed');
});

test('a round is a draft in the second before opening and open in the very second of opening', () => {
  const facts = { ...launched, opensAt: noon, closesAt: null };
  expect(stateOf(facts, shifted(-1))).toBe('draft');
  expect(stateOf(facts, noon)).toBe('open');
});

test.each([
  [null, null, 'draft'],
  [null, shifted(-1), 'draft'],
  [null, shifted(1), 'draft'],
  [shifted(-1), null, 'open'],
  [shifted(-2), shifted(-1), 'closed'],
  [shifted(-1), shifted(1), 'open'],
  [shifted(1), null, 'draft'],
  [shifted(1), shifted(-1), 'draft'],
  [shifted(1), shifted(2), 'draft'],
] as const)('a round that opens at %p and closes at %p is %s at noon', (opensAt, closesAt, state) => {
  expect(stateOf({ ...launched, opensAt, closesAt }, noon)).toBe(state);
});

test('what has been sealed, released or cancelled stays so, whatever the clock says', () => {
  expect(stateOf({ ...launched, sealedAt: noon }, shifted(-99))).toBe('sealed');
  expect(stateOf({ ...launched, sealedAt: noon, releasedAt: noon }, noon)).toBe('released');
  expect(stateOf({ ...launched, cancelledAt: noon }, noon)).toBe('cancelled');
});
