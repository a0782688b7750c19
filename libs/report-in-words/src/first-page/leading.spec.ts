import { expect, test } from '@jest/globals';
import { example } from '../report.examples';
import { leadingLists } from './leading';

test('each list has its rule, and each behaviour in it stands with self and others as the tables round them', () => {
  const [strengths, blindSpots] = leadingLists(example);
  expect(strengths?.heading).toBe('Confirmed strengths');
  expect(strengths?.rule).toContain('at 3.1 or above');
  expect(strengths?.behaviours).toEqual([
    { code: '1.1', text: 'Hears people out.', self: '4.00', others: '3.89', n: 9, gap: '+0.11', verdict: 'in line' },
  ]);
  expect(blindSpots?.behaviours.map(({ code, verdict }) => [code, verdict])).toEqual([['1.2', 'self higher']]);
});

test('the order within a list is the report’s own', () => {
  const firstPage = { ...example.firstPage, confirmedStrengths: ['1.2', '1.1'] };
  expect(leadingLists({ ...example, firstPage })[0]?.behaviours.map(({ code }) => code)).toEqual(['1.2', '1.1']);
});

test('a list in which nothing stands says so calmly, by its own rule', () => {
  const hidden = leadingLists(example).at(-1);
  expect(hidden?.behaviours).toEqual([]);
  expect(hidden?.empty).toBe('No behaviour meets this rule: nowhere that others stand at 3.1 or above is self clearly lower.');
  for (const { empty } of leadingLists(example)) expect(empty).not.toMatch(/sorry|unfortunately|weak|!/i);
});

test('a behaviour that is withheld can never be among them', () => {
  const firstPage = { confirmedStrengths: ['2.1', '9.9'], blindSpots: [], hiddenStrengths: [] };
  expect(leadingLists({ ...example, firstPage })[0]?.behaviours).toEqual([]);
});
