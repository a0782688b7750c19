import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type ReleaseFacts, releasesItselfAt, releaseStep, whyNotReleaseAt } from './release';

const sealedAt = new Date('2026-12-09T18:15:00Z');
const days = (count: number, from = sealedAt): Date => new Date(from.getTime() + count * 86_400_000);
const before = (instant: Date): Date => new Date(instant.getTime() - 1);
const facts = (change: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  ...{ sealedAt, releasedAt: null, releasesAt: null, chosen: false, warned: false },
  ...change,
});

test('a coach is reminded a week after the seal, not a moment sooner', () => {
  expect(releaseStep(facts(), before(days(7)))).toBe('nothing');
  expect(releaseStep(facts(), days(7))).toBe('remind');
});

test('fourteen days after the reminder the report releases itself, and three days before the coach is warned', () => {
  const releasesAt = releasesItselfAt('remind', days(7));
  expect(releasesAt).toEqual(days(21));
  expect(releaseStep(facts({ releasesAt }), before(days(18)))).toBe('nothing');
  expect(releaseStep(facts({ releasesAt }), days(18))).toBe('warn');
  expect(releaseStep(facts({ releasesAt, warned: true }), before(days(21)))).toBe('nothing');
  expect(releaseStep(facts({ releasesAt, warned: true }), days(21))).toBe('release');
});

test('where the clock stood still until the day, the coach is warned first and has three days more', () => {
  expect(releaseStep(facts({ releasesAt: days(21) }), days(30))).toBe('postpone');
  expect(releasesItselfAt('postpone', days(30))).toEqual(days(33));
});

test('a day that the coach chose needs no warning', () => {
  const chosen = facts({ releasesAt: days(10), chosen: true });
  expect([releaseStep(chosen, before(days(10))), releaseStep(chosen, days(10))]).toEqual(['nothing', 'release']);
});

test('a coach chooses a day from now on, and none later than eight weeks after the seal', () => {
  expect(whyNotReleaseAt(days(3), sealedAt, days(3))).toBe('not after now');
  expect(whyNotReleaseAt(days(3), sealedAt, days(2))).toBeNull();
  expect(whyNotReleaseAt(days(56), sealedAt, days(2))).toBeNull();
  expect(whyNotReleaseAt(new Date(days(56).getTime() + 1), sealedAt, days(2))).toBe('too late');
});

test('nothing is ever released that is released already, not sealed yet, or was not announced', () => {
  const instant = fc.integer({ min: -100, max: 100 }).map((count) => days(count));
  const any = fc.record({
    sealedAt: fc.option(instant),
    releasedAt: fc.option(instant),
    releasesAt: fc.option(instant),
    chosen: fc.boolean(),
    warned: fc.boolean(),
  });
  fc.assert(
    fc.property(any, instant, (known, now) => {
      const step = releaseStep(known, now);
      if (known.sealedAt === null || known.releasedAt !== null) expect(step).toBe('nothing');
      if (step === 'release') expect(known.releasesAt !== null && known.releasesAt <= now && (known.chosen || known.warned)).toBe(true);
    }),
  );
});
