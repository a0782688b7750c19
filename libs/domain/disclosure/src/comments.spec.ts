import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { poolComments, type NextInt, type SentComments } from './comments';
import { isWithheld } from './released';
import { confidentialGroups, framework, promiseOf } from './rounds.examples';

const promise = promiseOf(3, ['peer'], ['direct_report'], ['other']);
const silent = (group: SentComments['group']): SentComments => ({ group, comments: {} });
const says = (group: SentComments['group'], seen: string, help = ''): SentComments => ({ group, comments: { '1': { seen, help } } });
const first: NextInt = () => 0;
/** A repeatable source: the same draws again for the same list. */
const draws = (numbers: readonly number[]): NextInt => {
  let next = 0;
  return (below) => (numbers[next++ % numbers.length] ?? 0) % below;
};

test('comments of four confidential colleagues are withheld, whatever group they are in', () => {
  const four = [says('peer', 'a'), says('peer', 'b'), says('direct_report', 'c'), says('other', 'd')];
  expect(poolComments(framework, promise, four, first)).toEqual({ withheld: 'too_few' });
});

test('a single comment is shown when five colleagues have answered, so that silence protects the one who wrote', () => {
  const five = [says('peer', 'In the spring review.'), silent('peer'), silent('peer'), silent('direct_report'), silent('other')];
  const pooled = poolComments(framework, promise, five, first);
  expect(pooled).toEqual({
    qualities: [
      { quality: '1', seen: ['In the spring review.'], help: [] },
      { quality: '2', seen: [], help: [] },
    ],
  });
});

test('rows 19, 23: a comment is kept whole, whatever is in it', () => {
  const texts = ['<script>alert(1)</script>', '=HYPERLINK("x")', '  two lines\nand 👩‍👩‍👧  ', 'مرحبا'];
  const pooled = poolComments(framework, promise, [...texts.map((text) => says('peer', text)), silent('other')], first);
  expect(isWithheld(pooled) ? [] : pooled.qualities[0]?.seen.toSorted()).toEqual(texts.toSorted());
});

test('a comment of nothing but blanks is no comment', () => {
  const pooled = poolComments(framework, promise, [says('peer', ' \n '), ...Array<SentComments>(4).fill(silent('peer'))], first);
  expect(isWithheld(pooled) ? null : pooled.qualities[0]?.seen).toEqual([]);
});

test('what a group left out wrote is not shown, and its colleagues do not count towards the minimum', () => {
  const five = [says('peer', 'a'), silent('peer'), silent('peer'), silent('direct_report'), says('other', 'z')];
  expect(poolComments(framework, promise, five, first, ['other'])).toEqual({ withheld: 'too_few' });
  const pooled = poolComments(framework, promise, [...five, silent('peer')], first, ['other']);
  expect(isWithheld(pooled) ? null : pooled.qualities[0]?.seen).toEqual(['a']);
});

test('the order in which colleagues wrote has no influence on the order shown', () => {
  const written = fc.array(
    fc.record({
      group: fc.constantFrom(...confidentialGroups),
      comments: fc.record({ '1': fc.record({ seen: fc.string(), help: fc.string() }) }),
    }),
    { minLength: 5, maxLength: 12 },
  );
  fc.assert(
    fc.property(
      written.chain((sheets) => fc.tuple(fc.constant(sheets), fc.shuffledSubarray(sheets, { minLength: sheets.length }))),
      fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
      ([sheets, otherwise], numbers) => {
        expect(poolComments(framework, promise, otherwise, draws(numbers))).toEqual(
          poolComments(framework, promise, sheets, draws(numbers)),
        );
      },
    ),
  );
});

test('every order of three comments comes up equally often', () => {
  const sheets = [says('peer', 'a'), says('peer', 'b'), says('peer', 'c'), silent('peer'), silent('peer')];
  const orders = [0, 1, 2].flatMap((one) => [0, 1].map((two) => draws([one, two])));
  const seen = orders.map((nextInt) => {
    const pooled = poolComments(framework, promise, sheets, nextInt);
    return isWithheld(pooled) ? '' : pooled.qualities[0]?.seen.join('');
  });
  expect(seen.toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
});

test('the two questions of a quality are shuffled on their own', () => {
  const sheets = ['a', 'b', 'c', 'd', 'e'].map((text) => says('peer', text, text));
  const pooled = poolComments(framework, promise, sheets, draws([3, 0, 2, 1, 1, 2, 0, 0]));
  const [quality] = isWithheld(pooled) ? [] : pooled.qualities;
  expect(quality?.seen).not.toEqual(quality?.help);
});
