import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The selectors of all components and directives that the design system hands out: `kit-notice`, `[kitControl]`. */
const pieces = [...read('libs/web/kit/src/index.ts').matchAll(/from '\.\/(.+)'/g)].flatMap(([, file = '']) => {
  const [, selector] = /selector: '([^']+)'/.exec(read(`libs/web/kit/src/${file}.ts`)) ?? [];
  return selector === undefined ? [] : [selector];
});

test('every piece of the design system stands on /kit', () => {
  expect(pieces).toEqual(expect.arrayContaining(['kit-page', 'kit-save-state', 'kit-two-texts']));
  const page = globSync('apps/web/src/kit-page/*.{html,ts}', { cwd: root }).map(read).join('\n');
  const stands = (selector: string): boolean => {
    const [, attribute] = /\[(\w+)\]/.exec(selector) ?? [];
    return new RegExp(attribute === undefined ? `<${selector}[\\s>]` : `<\\w+ [^>]*\\b${attribute}\\b`).test(page);
  };
  expect(pieces.filter((selector) => !stands(selector))).toEqual([]);
});
