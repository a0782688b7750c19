import { expect, test } from '@jest/globals';
import { example, nearlyEmpty } from '../report.examples';
import { whatItRestsOn, whatItSays, whoStandsHere } from './message';

const withoutOwnView = {
  ...example,
  qualities: example.qualities.map((quality) => ({
    ...quality,
    behaviours: quality.behaviours.map((behaviour) => ({ ...behaviour, self: null, gap: null, verdict: null })),
  })),
};

test('the report begins with who stands in it, and counts nobody whose group is not shown', () => {
  expect(whoStandsHere(example)).toBe(
    'This report sets Ada Okafor’s own view beside that of 8 confidential colleagues and of Mo Line, line manager.',
  );
});

test('without a line manager, and with two, the sentence still reads well', () => {
  const managers = (names: string[]) => ({
    ...example,
    qualities: example.qualities.map((quality) => ({ ...quality, lineManagers: names.map((name) => ({ name, mean: 4 })) })),
  });
  expect(whoStandsHere(managers([]))).toContain('beside that of 8 confidential colleagues.');
  expect(whoStandsHere(managers(['Mo Line', 'Jo Lane']))).toContain('and of Mo Line and Jo Lane, line managers.');
});

test('it says what the numbers rest on', () => {
  expect(whatItRestsOn(example)).toContain('at least 3 of them');
});

test('the message counts every behaviour once, by what its gap says', () => {
  expect(whatItSays(example)).toBe(
    'On 2 of 3 behaviours self can be set beside others: clearly higher on 1, clearly lower on none, in line on 1, and too close to call on none.',
  );
});

test('where nothing can be compared, the message says so instead of counting', () => {
  for (const report of [nearlyEmpty, withoutOwnView])
    expect(whatItSays(report)).toBe('On no behaviour can self be set beside others: one of the two is missing everywhere.');
});

test('where no colleague may be shown and there is no line manager, only the own view is announced', () => {
  const alone = { ...nearlyEmpty, qualities: nearlyEmpty.qualities.map((quality) => ({ ...quality, lineManagers: [] })) };
  expect(whoStandsHere(alone)).toBe('This report holds Ada Okafor’s own view; no one else can be shown.');
});
