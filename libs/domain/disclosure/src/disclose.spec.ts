import type { Rating } from '@facet/domain-framework';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { disclose, type Disclosure, type SentRatings } from './disclose';
import { isWithheld } from './released';
import { confidentialGroups, everyPromise, framework, promiseOf } from './rounds.examples';

const promises = fc.constantFrom(...everyPromise);
const groupCodes = fc.constantFrom(...confidentialGroups);
const leftOuts = fc.uniqueArray(groupCodes, { maxLength: 2 });

const threePeers = promiseOf(3, ['peer'], ['direct_report']);
const sheet = (group: SentRatings['group'], first: Rating, second: Rating = null, third: Rating = null): SentRatings => ({
  group,
  ratings: { '1.1': first, '1.2': second, '2.1': third },
});
const cell = (disclosure: Disclosure, behaviour: string, line = 0) =>
  disclosure.behaviours.find((one) => one.behaviour === behaviour)?.cells[line];

const rating = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 2 });
const sheets = fc.array(
  fc.record({ group: groupCodes, ratings: fc.record({ '1.1': rating, '1.2': rating, '2.1': rating }, { requiredKeys: [] }) }),
  { maxLength: 16 },
);

test('a cell holds how many colleagues chose each point, and how many rated at all', () => {
  const disclosure = disclose(framework, threePeers, [sheet('peer', 3), sheet('peer', 5), sheet('peer', 5), sheet('peer', null)]);
  expect(cell(disclosure, '1.1')).toEqual({ counts: [0, 0, 1, 0, 2], n: 3 });
});

test('a behaviour that two of three peers have seen is withheld, although three answered', () => {
  const disclosure = disclose(framework, threePeers, [sheet('peer', 3, 4), sheet('peer', 5, 4), sheet('peer', 5)]);
  expect(cell(disclosure, '1.1')).toMatchObject({ n: 3 });
  expect(cell(disclosure, '1.2')).toEqual({ withheld: 'too_few_saw_it' });
});

test('a behaviour that nobody has seen is still listed', () => {
  const disclosure = disclose(framework, threePeers, [sheet('peer', 3), sheet('peer', 5), sheet('peer', 5)]);
  expect(disclosure.behaviours.map(({ behaviour }) => behaviour)).toEqual(['1.1', '1.2', '2.1']);
  expect(cell(disclosure, '2.1')).toEqual({ withheld: 'too_few_saw_it' });
});

test('a rating off the scale is refused', () => {
  for (const wrong of [0, 6, 2.5, -1, Number.NaN])
    expect(() => disclose(framework, threePeers, Array<SentRatings>(3).fill(sheet('peer', wrong)))).toThrow(RangeError);
});

test('no number ever stands on fewer colleagues than promised', () => {
  fc.assert(
    fc.property(promises, sheets, leftOuts, (promise, sent, leftOut) => {
      const { lines, behaviours } = disclose(framework, promise, sent, leftOut);
      for (const { cells } of behaviours)
        cells.forEach((one, index) => {
          if (isWithheld(one)) return;
          const line = lines[index];
          expect(line?.withheld).toBeNull();
          expect(one.n).toBeGreaterThanOrEqual(promise.minimum);
          expect(one.n).toBeLessThanOrEqual(line?.raters ?? 0);
          expect(one.counts.reduce((sum, count) => sum + count, 0)).toBe(one.n);
        });
    }),
  );
});

test('the order in which colleagues answered changes nothing', () => {
  fc.assert(
    fc.property(
      promises,
      sheets.chain((sent) => fc.tuple(fc.constant(sent), fc.shuffledSubarray(sent, { minLength: sent.length }))),
      (promise, [sent, shuffled]) => {
        expect(disclose(framework, promise, shuffled)).toEqual(disclose(framework, promise, sent));
      },
    ),
  );
});

test('a colleague who saw nothing changes no cell of a group that is shown without them', () => {
  fc.assert(
    fc.property(sheets, (sent) => {
      const promise = promiseOf(3, ['peer', 'direct_report', 'other']);
      fc.pre(sent.length >= promise.minimum);
      const withOneMore = disclose(framework, promise, [...sent, { group: 'peer', ratings: { '1.1': null } }]);
      expect(withOneMore.behaviours).toEqual(disclose(framework, promise, sent).behaviours);
    }),
  );
});

test('rounds that differ only in a colleague of a group left out disclose the same bytes', () => {
  fc.assert(
    fc.property(sheets, groupCodes, rating, rating, (sent, group, first, second) => {
      const promise = promiseOf(3, ['peer'], ['direct_report'], ['other']);
      const without = JSON.stringify(disclose(framework, promise, sent, [group]));
      expect(JSON.stringify(disclose(framework, promise, [...sent, sheet(group, first, second)], [group]))).toBe(without);
    }),
  );
});

test('rounds in which no line reaches the minimum disclose the same bytes, whatever was answered', () => {
  const few = sheets.filter((sent) => sent.length < 3);
  const promise = promiseOf(3, ['peer'], ['direct_report'], ['other']);
  const nothing = JSON.stringify(disclose(framework, promise, []));
  fc.assert(fc.property(few, (sent) => expect(JSON.stringify(disclose(framework, promise, sent))).toBe(nothing)));
});

test('changing one rating changes nothing outside that colleague’s own line and behaviour', () => {
  fc.assert(
    fc.property(
      promises,
      sheets,
      groupCodes,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (promise, sent, group, a, b) => {
        const before = disclose(framework, promise, [...sent, sheet(group, a)]);
        const after = disclose(framework, promise, [...sent, sheet(group, b)]);
        expect(after.lines).toEqual(before.lines);
        after.behaviours.forEach(({ behaviour, cells }, row) =>
          cells.forEach((one, column) => {
            const line = after.lines[column];
            const own = behaviour === '1.1' && line?.withheld === null && line.members.includes(group);
            if (!own) expect(one).toEqual(before.behaviours[row]?.cells[column]);
          }),
        );
      },
    ),
  );
});
