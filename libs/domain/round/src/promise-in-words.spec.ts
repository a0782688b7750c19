import { expect, test } from '@jest/globals';
import { makePromise } from './make-promise';
import { promiseInWords, type PromiseFacts } from './promise-in-words';
import { english, type PromiseWording } from './promise-words.en';

const invited = { peer: 4, direct_report: 2, other: 0 };
const made = makePromise(invited, { direct_report: 'peer' }, 3);
if (!('promise' in made)) throw new Error('There is no promise to put into words.');
const facts: PromiseFacts = {
  leader: 'Ada Okafor',
  coach: 'Ines Moreau',
  rater: { name: 'Sam Hill', group: 'peer' },
  promise: made.promise,
  invited,
  lineManagers: 1,
  confirmed: true,
  closes: 'Wednesday 9 December 2026 at 18:00 (Europe/London)',
};
const text = (changed: Partial<PromiseFacts> = {}) => {
  const words = promiseInWords({ ...facts, ...changed });
  return [words.heading, words.identity, ...words.points.flatMap((point) => [point.heading, point.text]), words.named].join('\n');
};

test('a colleague reads who they are, their group, how many are in it now, and that it answers as one', () => {
  expect(promiseInWords(facts).identity).toBe('You are answering as Sam Hill about Ada Okafor.');
  expect(text()).toContain('You are one of 6 colleagues (peers and direct reports), answering as one group.');
  expect(text({ invited: { ...invited, peer: 3 } })).toContain('You are one of 5 colleagues');
});

test('a colleague reads who sees what, what happens below the minimum, who checked the list, and until when they can change it', () => {
  expect(text()).toContain('Ines Moreau, the coach, reads the report first, then Ada Okafor:');
  expect(text()).toContain('A coach who takes the round over reads the report in the place of Ines Moreau.');
  expect(text()).toContain('at least 3 colleagues');
  expect(text()).toContain('comments at least 5 who answered');
  expect(text()).toContain('Who checked the list\nThe coach, or somebody in their stead, before the invitations left.');
  expect(text()).toContain('until Wednesday 9 December 2026 at 18:00 (Europe/London)');
  expect(text()).toContain('They count only once sent.');
});

test('nobody is promised more than the report keeps: it says how many of a group answered, and where all did, that says it of each', () => {
  expect(text()).toMatch(
    /Nobody is shown .*whether you have answered\. The report says how many of a group did; where all did, that says it of each/,
  );
});

test('a colleague is told that a line manager is named, where there is one', () => {
  expect(text()).toContain('Only a line manager is named');
  expect(text({ lineManagers: 0 })).not.toContain('Only a line manager');
});

test('a colleague is told in one sentence what cannot be promised', () => {
  expect(promiseInWords(facts).points.at(-1)?.heading).toBe('What cannot be promised');
});

test('a line manager is told that they are named and has a sentence to confirm; nobody else has', () => {
  const rater = { name: 'Ruth Vale', group: 'line_manager' } as const;
  expect(promiseInWords({ ...facts, rater }).named).toBe('I know that my ratings and my words are shown under my name.');
  expect(text({ rater })).toContain('under your name');
  expect(promiseInWords(facts).named).toBeNull();
});

test('a leader answers about themselves and reads that the list is still to be checked', () => {
  const rater = { name: 'Ada Okafor', group: 'self' } as const;
  expect(promiseInWords({ ...facts, rater }).identity).toBe('You are answering as Ada Okafor, about yourself.');
  expect(text({ rater, confirmed: false })).toContain('checks who is in which group before any colleague is invited');
});

test('the minimum in the words is the one of the promise', () => {
  expect(text({ promise: { ...facts.promise, minimum: 5 } })).toContain('at least 5 colleagues');
});

test('what matters most is short enough for one screen of a phone; the rest unfolds', () => {
  const { points } = promiseInWords(facts);
  const first = points.filter(({ folded }) => folded !== true);
  expect(first.map(({ heading }) => heading)).toEqual([
    ...['Your group', 'Who sees what', 'When few answer', 'Who checked the list', 'Changing your mind'],
  ]);
  expect(first.map(({ text }) => text).join(' ').length).toBeLessThan(560);
});

test('in another language no word of the promise is left in English', () => {
  const brackets = (words: string): string => `⟦${words}⟧`;
  const outside = (text: string): string => {
    const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
    return less === text ? text : outside(less);
  };
  const { groups, ...words } = english;
  const other = {
    ...Object.fromEntries(Object.entries(words).map(([name, text]) => [name, brackets(text)])),
    groups: Object.fromEntries(Object.entries(groups).map(([code, text]) => [code, brackets(text)])),
  } as PromiseWording;
  for (const group of ['self', 'line_manager', 'peer', 'other'] as const)
    for (const confirmed of [true, false]) {
      const { heading, identity, points, named } = promiseInWords({ ...facts, rater: { name: 'Sam Hill', group }, confirmed }, other);
      const said = [heading, identity, named ?? '', ...points.flatMap((point) => [point.heading, point.text])];
      expect(said.map(outside).join('')).toMatch(/^\P{L}*$/u);
    }
});

test('nobody is told that anything is anonymous', () => {
  for (const group of ['self', 'line_manager', 'peer', 'direct_report'] as const)
    expect(text({ rater: { name: 'Sam Hill', group } })).not.toMatch(/anonym|!/i);
});
