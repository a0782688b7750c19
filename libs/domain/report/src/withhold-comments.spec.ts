import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Snapshot } from './snapshot';
import { commentAt, type CommentPlace, withholdComments } from './withhold-comments';

const comments: Snapshot['comments'] = {
  withheld: null,
  qualities: [
    {
      quality: '1',
      seen: ['one', 'two', 'two'],
      help: ['three'],
      lineManagers: [{ name: 'Mo', seen: 'four', help: '' }],
      self: { seen: 'five', help: '' },
    },
    { quality: '2', seen: [], help: [], lineManagers: [{ name: 'Mo', seen: '', help: '' }], self: { seen: '', help: '' } },
  ],
};
const place = (change: Partial<CommentPlace>): CommentPlace => ({
  ...{ quality: '1', question: 'seen', writer: 'colleague', position: 0 },
  ...change,
});

test('a withheld comment is gone, the others stay in their order, and the report says how many are missing', () => {
  const { report, withheld } = withholdComments({ comments }, [place({ position: 1 }), place({ writer: 'line_manager' })]);
  expect(report.comments.qualities[0]).toMatchObject({ seen: ['one', 'two'], help: ['three'], lineManagers: [{ name: 'Mo', seen: '' }] });
  expect(withheld).toEqual([{ quality: '1', question: 'seen', count: 2 }]);
});

test('of two comments with the same words only the one that was meant is withheld', () => {
  expect(withholdComments({ comments }, [place({ position: 2 })]).report.comments.qualities[0]?.seen).toEqual(['one', 'two']);
});

test('a place where nothing stands withholds nothing', () => {
  const nowhere = [place({ position: 9 }), place({ quality: '9' }), place({ question: 'help', writer: 'line_manager' })];
  for (const one of nowhere) expect(commentAt({ comments }, one)).toBeNull();
  expect(withholdComments({ comments }, nowhere)).toEqual({ report: { comments }, withheld: [] });
});

test('whatever is withheld, the comments that are left and the count of the others are all of them', () => {
  const words = fc.array(
    fc.string({ minLength: 1 }).filter((one) => one.trim() !== ''),
    { maxLength: 5 },
  );
  const any = fc.record({ seen: words, help: words }).map(({ seen, help }) => ({
    comments: { withheld: null, qualities: [{ quality: '1', seen, help, lineManagers: [], self: { seen: '', help: '' } }] },
  }));
  const places = fc.uniqueArray(
    fc.record({ question: fc.constantFrom<'seen' | 'help'>('seen', 'help'), position: fc.nat(6) }).map((change) => place(change)),
    { selector: (one) => JSON.stringify(one) },
  );
  fc.assert(
    fc.property(any, places, (given, chosen) => {
      const { report, withheld } = withholdComments(given, chosen);
      const count = ({ comments: { qualities } }: Pick<Snapshot, 'comments'>): number =>
        qualities.reduce((sum, { seen, help }) => sum + seen.length + help.length, 0);
      expect(count(report) + withheld.reduce((sum, one) => sum + one.count, 0)).toBe(count(given));
    }),
  );
});
