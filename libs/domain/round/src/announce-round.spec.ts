import { expect, test } from '@jest/globals';
import { announceRound } from './announce-round';

test('the announcement says who asks, who reads, what is promised and until when', () => {
  const text = announceRound({
    leader: 'Ada Okafor',
    coach: 'Ines Moreau',
    promise: { minimum: 4, commentMinimum: 5 },
    closes: 'Wednesday 9 December 2026 at 18:00 (Europe/London)',
  });
  for (const words of [
    'Ada Okafor’s leadership',
    'at least 4 of its colleagues',
    'at least 5 did',
    'Ines Moreau checks',
    'until Wednesday 9 December',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/anonym|!/i);
});
