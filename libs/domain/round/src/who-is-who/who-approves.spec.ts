import { expect, test } from '@jest/globals';
import { whyNotApprover } from './who-approves';

const round = {
  leader: { email: 'ada@school.test' },
  coach: { email: 'ines@coaching.test' },
  colleagues: [
    { email: 'sam@school.test', group: 'peer' as const },
    { email: 'ruth@school.test', group: 'line_manager' as const },
  ],
  asciiDomain: (domain: string) => domain,
};

test.each([
  ['ada@school.test', 'the leader'],
  ['ADA+office@school.test', 'the leader'],
  ['ines+x@coaching.test', 'the coach'],
  ['Sam+second@school.test', 'a colleague'],
  ['ruth@school.test', 'a line manager'],
  ['jo@school.test', null],
])('whoever leads, coaches or is asked in a round checks no list in its coach’s stead: %s', (email, why) => {
  expect(whyNotApprover(email, round)).toBe(why);
});
