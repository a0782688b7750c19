import { poolComments, type SentComments } from '@facet/domain-disclosure';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { framework, own, peer, promise, quality, report, snapshotOf } from './reports.examples';

/** Peers saw both behaviours of quality 1; one direct report did not see 1.2, so that two are left there. */
const worked = [peer(4, 3), peer(4, 5), peer(5, 4), peer(3, 4), report(2, null), report(3, 2), report(4, 2)];

test('each behaviour stands with the mean and the number of raters of every group that may be shown', () => {
  const [first, second] = quality(snapshotOf(worked), '1').behaviours;
  expect(first?.groups).toEqual([
    { mean: 4, n: 4 },
    { mean: 3, n: 3 },
  ]);
  expect(second?.groups).toEqual([{ mean: 4, n: 4 }, { withheld: 'too_few_saw_it' }]);
});

test('all others are every rater in the shown groups and the line manager, each weighing the same, and never the leader', () => {
  const snapshot = snapshotOf(worked, { self: own(5, 5), lineManagers: [{ name: 'Mo Line', ...own(2, 5) }] });
  const [first, second] = quality(snapshot, '1').behaviours;
  expect(first?.allOthers).toEqual({ mean: 27 / 8, n: 8 });
  expect(second?.allOthers).toEqual({ mean: 21 / 5, n: 5 });
  expect(first?.gap).toBe(5 - 27 / 8);
});

test('a quality is the plain mean of its shown behaviours, which the three other usual definitions are not', () => {
  const { groups, allOthers } = quality(
    snapshotOf([peer(4, 3), peer(4, 5), peer(5, 4), peer(3, null), report(2, 2), report(3, 2), report(4, 3)]),
    '1',
  );
  expect(groups[0]).toEqual({ mean: 4 });
  expect(groups[1]).toEqual({ mean: 8 / 3 });
  const ofBehaviours = 283 / 84;
  expect(allOthers).toEqual({ mean: ofBehaviours });
  const pooledRatings = 44 / 13;
  const ofRaters = (3.5 + 4.5 + 4.5 + 3 + 2 + 2.5 + 3.5) / 7;
  const ofGroups = (4 + 8 / 3) / 2;
  expect(new Set([ofBehaviours, pooledRatings, ofRaters, ofGroups].map((value) => value.toFixed(4))).size).toBe(4);
});

test('self and line manager are averaged over the behaviours on which all others are shown, so that the gap compares like with like', () => {
  const sheets = [peer(4, null), peer(4, null), peer(4, 5)];
  const { self, lineManagers, allOthers, gap } = quality(
    snapshotOf(sheets, { self: own(5, 1), lineManagers: [{ name: 'Mo Line', ...own(3, 1) }] }),
    '1',
  );
  expect({ self, gap }).toEqual({ self: 5, gap: 5 - 15 / 4 });
  expect(lineManagers).toEqual([{ name: 'Mo Line', mean: 3 }]);
  expect(allOthers).toEqual({ mean: 15 / 4 });
});

test('without a shown group the line manager is not called all others, and there is no gap', () => {
  const snapshot = snapshotOf([peer(4, 4)], { self: own(5, 5), lineManagers: [{ name: 'Mo Line', ...own(3, 3) }] });
  expect(quality(snapshot, '1')).toMatchObject({ self: null, allOthers: { withheld: 'too_few' }, gap: null });
  expect(quality(snapshot, '1').behaviours[0]).toMatchObject({
    self: 5,
    lineManagers: [{ name: 'Mo Line', rating: 3 }],
    allOthers: { withheld: 'too_few' },
    gap: null,
  });
});

test('a behaviour that nobody saw is listed without a number, and nothing in the report is NaN, undefined or 0', () => {
  const snapshot = snapshotOf([peer(4), peer(4), peer(4)], { self: own(null) });
  expect(quality(snapshot, '2')).toMatchObject({ self: null, gap: null, allOthers: { withheld: 'too_few_saw_it' } });
  expect(quality(snapshot, '2').behaviours.map(({ code }) => code)).toEqual(['2.1', '2.2']);
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  expect(JSON.stringify(snapshot.qualities)).not.toMatch(/NaN|:0[,}]/);
});

test('two line managers of one name stay two people', () => {
  const two = [
    { name: 'Sam Hill', ...own(1, 1) },
    { name: 'Sam Hill', ...own(5, 5) },
  ];
  const [first] = quality(snapshotOf([peer(3), peer(3), peer(3)], { lineManagers: two }), '1').behaviours;
  expect(first?.lineManagers).toEqual([
    { name: 'Sam Hill', rating: 1 },
    { name: 'Sam Hill', rating: 5 },
  ]);
  expect(first?.allOthers).toEqual({ mean: 3, n: 5 });
});

test('groups that were folded are named on the line that holds them', () => {
  const { groups } = snapshotOf([peer(4), peer(4), report(2)]);
  expect(groups).toEqual([
    { code: 'together', label: 'Colleagues, together', raters: 3, withheld: null, folded: ['Peers', 'Direct reports'] },
  ]);
});

test('comments stand by quality: colleagues’ without a sign of who wrote them, the line manager’s under their name', () => {
  const wrote: SentComments[] = ['a', 'b', 'c', 'd', 'e'].map((help) => ({ group: 'peer', comments: { '1': { help } } }));
  const snapshot = snapshotOf([], {
    comments: poolComments(framework, promise, wrote, () => 0),
    lineManagers: [{ name: 'Mo Line', ratings: {}, comments: { '1': { seen: 'Every Monday.' } } }],
    self: { ratings: {}, comments: { '2': { help: 'Time.' } } },
  });
  expect(snapshot.comments.withheld).toBeNull();
  const [first, second] = snapshot.comments.qualities;
  expect(first?.help.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(first?.lineManagers).toEqual([{ name: 'Mo Line', seen: 'Every Monday.', help: '' }]);
  expect(second?.self).toEqual({ seen: '', help: 'Time.' });
});

test('withheld comments leave the attributed ones', () => {
  const snapshot = snapshotOf([], { lineManagers: [{ name: 'Mo Line', ratings: {}, comments: { '1': { seen: 'Every Monday.' } } }] });
  expect(snapshot.comments).toMatchObject({ withheld: 'too_few' });
  expect(snapshot.comments.qualities[0]).toMatchObject({ seen: [], help: [], lineManagers: [{ seen: 'Every Monday.' }] });
});

const rating = fc.option(fc.integer({ min: 1, max: 5 }));
const answers = fc.tuple(rating, rating, rating, rating);
const sheets = fc.array(
  fc.tuple(fc.boolean(), answers).map(([isPeer, values]) => (isPeer ? peer(...values) : report(...values))),
  { maxLength: 12 },
);

test('every mean lies on the scale, and every gap is the difference of the two numbers beside it', () => {
  fc.assert(
    fc.property(sheets, answers, (sent, self) => {
      const { qualities } = snapshotOf(sent, { self: own(...self) });
      for (const one of [...qualities, ...qualities.flatMap(({ behaviours }) => behaviours)]) {
        const others = 'mean' in one.allOthers ? one.allOthers.mean : null;
        if (others !== null) expect(others >= 1 && others <= 5).toBe(true);
        if (others === null || one.self === null) expect(one.gap).toBeNull();
        else expect(one.gap).toBeCloseTo(one.self - others, 12);
      }
    }),
  );
});
