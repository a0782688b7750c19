import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { compiled, compileLayout } from './compile';

test('letter.compiled.ts is what letter.mjml says (else: node libs/foundations/mail/src/layout/compile.ts)', async () => {
  expect(await readFile(compiled, 'utf8')).toBe(await compileLayout());
});
