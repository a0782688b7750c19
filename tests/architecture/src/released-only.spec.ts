import { expect, test } from '@jest/globals';
import { compile } from './compile';

/** A seal, as the server writes it, that ends with one more statement. */
const sealThat = (statement: string): string =>
  `import { disclose, poolComments, type Cell, type SentComments, type SentRatings } from '@facet/domain-disclosure';
  import type { Framework } from '@facet/domain-framework';
  import { makeSnapshot, type ReportInput } from '@facet/domain-report';
  import type { RoundPromise } from '@facet/domain-round';
  export const planted = (framework: Framework, promise: RoundPromise, sheets: readonly (SentRatings & SentComments)[]) => {
    const disclosure = disclose(framework, promise, sheets);
    const comments = poolComments(framework, promise, sheets, () => 0);
    const input: ReportInput = { framework, minimum: promise.minimum, disclosure, comments, self: null, lineManagers: [] };
    ${statement}
  };`;
const reportOf = (rest: string): string => sealThat(`return makeSnapshot({ ...input, ${rest} });`);

const allowed = {
  'what disclosure released': reportOf(''),
  'nothing where nothing was released': reportOf(
    `disclosure: { lines: [], behaviours: [{ behaviour: '1.1', cells: [{ withheld: 'too_few' }] }], qualities: [] }`,
  ),
  'a released cell in another place': reportOf(
    `disclosure: { ...disclosure, behaviours: [{ behaviour: '1.1', cells: disclosure.behaviours.flatMap(({ cells }) => cells) }] }`,
  ),
};

/** Each with a word of the compiler's reason, so that a slip of the pen in the planted line does not pass for a refusal. */
const refused = {
  'counts that nobody released': [
    reportOf(`disclosure: { ...disclosure, behaviours: [{ behaviour: '1.1', cells: [{ counts: [0, 0, 1, 0, 0], n: 1 }] }] }`),
    '[mark]',
  ],
  'a mean that nobody released': [
    reportOf(`disclosure: { ...disclosure, behaviours: [{ behaviour: '1.1', cells: [{ mean: 3, n: 1 }] }] }`),
    `'mean' does not exist in type 'Cell'`,
  ],
  'a rating in place of a cell': [
    reportOf(`disclosure: { ...disclosure, behaviours: [{ behaviour: '1.1', cells: [3] }] }`),
    `not assignable to type 'Cell'`,
  ],
  'a number of colleagues counted elsewhere': [
    reportOf(`disclosure: { ...disclosure, lines: disclosure.lines.map((line) => ({ ...line, raters: sheets.length })) }`),
    `'number' is not assignable`,
  ],
  'a word of agreement that nobody released': [
    reportOf(`disclosure: { ...disclosure, qualities: [{ quality: '1', agreement: 'high' }] }`),
    `'"high"' is not assignable`,
  ],
  'comments as they were written': [
    reportOf(`comments: { qualities: [{ quality: '1', seen: sheets.map(() => '…'), help: [] }] }`),
    '[mark]',
  ],
  'a colleague’s answers as if they stood under a name': [
    reportOf(`lineManagers: sheets.map((sheet) => ({ ...sheet, name: 'Mo Line' }))`),
    `'group' are incompatible`,
  ],
  'a cell in the right shape': [sealThat(`const cell: Cell = { counts: [0, 0, 3], n: 3 }; return cell;`), '[mark]'],
  'the function that releases, fetched from the library': [
    `import { release } from '@facet/domain-disclosure'; export const planted = release;`,
    `no exported member named 'release'`,
  ],
};

const messages = compile('libs/server/seal-round', [...Object.values(allowed), ...Object.values(refused).map(([source]) => source ?? '')]);

test.each(Object.keys(allowed).map((what, at) => [what, at] as const))('a report can be made of %s', (_, at) => {
  expect(messages[at]).toEqual([]);
});

test.each(Object.entries(refused).map(([what, [, reason]], at) => [what, reason, messages[Object.keys(allowed).length + at]] as const))(
  'the compiler refuses a report made of %s',
  (_, reason, found) => {
    expect(found).toHaveLength(1);
    expect(found?.[0]).toContain(reason);
  },
);
