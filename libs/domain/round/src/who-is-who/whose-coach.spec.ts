import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GroupCode } from '../groups';
import { whyNotCoach, whyNotGiven } from './whose-coach';

const round = {
  leader: { email: 'ada@school.test' },
  colleagues: [
    { email: 'ada@school.test', group: 'self' as const },
    { email: 'ruth@school.test', group: 'line_manager' as const },
    { email: 'sam@school.test', group: 'peer' as const },
    { email: 'gus@council.test', group: 'other' as const },
  ],
  asciiDomain: () => null,
};

test('row 59: a round is given to nobody who was asked in it, and not to its leader', () => {
  expect(whyNotCoach('ada@school.test', round)).toBe('the leader');
  expect(whyNotCoach('ruth@school.test', round)).toBe('a line manager');
  expect(whyNotCoach('sam@school.test', round)).toBe('a colleague');
  expect(whyNotCoach('gus@council.test', round)).toBe('a colleague');
  expect(whyNotCoach('cleo@school.test', round)).toBeNull();
});

test('row 59: a round is given to no administrator, at whatever spelling of their address', () => {
  const given = (email: string) => whyNotGiven(email, { ...round, administrators: [{ email: 'Pat@school.test' }] });
  for (const email of ['pat@school.test', 'pat+coach@school.test', 'PAT+x@School.test']) expect(given(email)).toBe('an administrator');
  expect(given('ada@school.test')).toBe('the leader');
  expect(given('sam@school.test')).toBe('a colleague');
  expect(given('cleo@school.test')).toBeNull();
});

test('somebody who is line manager and colleague under two spellings counts as a colleague', () => {
  const colleagues = [...round.colleagues, { email: 'ruth+2@school.test', group: 'peer' as const }];
  expect(whyNotCoach('ruth@school.test', { ...round, colleagues })).toBe('a colleague');
});

test('another spelling of an address never makes somebody a possible coach', () => {
  const words = fc.stringMatching(/^[a-z]{1,8}$/);
  const group = fc.constantFrom<GroupCode>('line_manager', 'peer', 'direct_report', 'other');
  const spelt = (local: string, tag: string, capitals: boolean): string => {
    const email = `${local}${tag === '' ? '' : `+${tag}`}@school.test`;
    return capitals ? email.toUpperCase() : email;
  };
  fc.assert(
    fc.property(
      words,
      fc.option(words, { nil: '' }),
      fc.option(words, { nil: '' }),
      fc.boolean(),
      group,
      (local, tag, other, capitals, code) => {
        const colleagues = [{ email: spelt(local, tag, false), group: code }];
        expect(whyNotCoach(spelt(local, other, capitals), { ...round, leader: { email: 'x@y.test' }, colleagues })).not.toBeNull();
        const leader = { email: spelt(local, tag, capitals) };
        expect(whyNotCoach(spelt(local, other, !capitals), { ...round, leader, colleagues: [] })).toBe('the leader');
      },
    ),
  );
});
