import { beforeEach, describe, expect, test } from '@jest/globals';
import { parseFramework } from '@facet/server-run-organisation';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recorded } from '../recorded';

const worksheets = `Choose one quality and talk with a partner about an hour in which it was seen.

1. Leadership quality: Leading with patience	Seen where?	What next?
1.1 Waits, and lets others try first.		Jo saw it in May

Definition	Leading with patience
1	Haste makes leaders deaf. Waiting <b>well</b> , with open ears, is work.
1.1	Waits and lets others try first.
1.2	Asks again before deciding.

• What did you see?
• What will you try?

P 3 of 9
`;

let folder: string;
let document: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  document = join(folder, 'our-leadership_worksheet.txt');
  await writeFile(document, worksheets);
});

test('standard output has the framework and nothing else, and it is valid', async () => {
  const { code, printed } = await recorded('framework', 'import', document);
  const parsed = parseFramework(printed);
  expect(code).toBe(0);
  expect(parsed.valid && parsed.framework).toMatchObject({
    name: 'Our leadership worksheet',
    language: 'en-GB',
    qualities: [
      {
        name: 'Leading with patience',
        definition: 'Haste makes leaders deaf. Waiting well, with open ears, is work.',
        behaviours: [{ text: 'Waits and lets others try first.' }, { text: 'Asks again before deciding.' }],
      },
    ],
    reflection: ['What did you see?', 'What will you try?'],
    conversation: ['Choose one quality and talk with a partner about an hour in which it was seen.'],
  });
});

test('the report says in plain words what was found, worded in two ways and left out', async () => {
  const { reported } = await recorded('framework', 'import', document);
  for (const words of [
    '1 quality with 2 behaviours',
    '1 Leading with patience: 2 behaviours (definition on line 7, worksheet on line 3)',
    '2 reflection questions, printed once',
    '1 conversation, printed once',
    'kept,     line 8 (definition table): Waits and lets others try first.',
    'not kept, line 4 (worksheet): Waits, and lets others try first.',
    'line 3: a column heading: Seen where?',
    'line 4: somebody’s note in a worksheet: Jo saw it in May',
    'line 7: a mark of formatting: <b>',
    'line 14: not recognised: P 3 of 9',
  ])
    expect(reported).toContain(words);
});

test('name and language are as asked for', async () => {
  const { printed } = await recorded('framework', 'import', document, '--name', 'Arwain', '--language', 'cy');
  const parsed = parseFramework(printed);
  expect(parsed.valid && parsed.framework).toMatchObject({ name: 'Arwain', language: 'cy' });
});

test('a language that is none is refused before anything is written', async () => {
  const { code, printed, reported } = await recorded(
    'framework',
    'import',
    document,
    '--language',
    'English',
    '--out',
    join(folder, 'x.yaml'),
  );
  expect({ code, printed }).toEqual({ code: 1, printed: '' });
  expect(reported).toContain('such as “en-GB”');
  expect(await readdir(folder)).toHaveLength(1);
});

describe('writing to a file', () => {
  test('a new file is written, and passes the check', async () => {
    const out = join(folder, 'ours.yaml');
    const { code, printed, reported } = await recorded('framework', 'import', document, '--out', out);
    expect({ code, printed }).toEqual({ code: 0, printed: '' });
    expect(reported).toContain(`Written to ${out}.`);
    expect((await recorded('framework', 'check', out)).code).toBe(0);
  });

  test('a file that is there already is kept, unless --force says otherwise', async () => {
    const out = join(folder, 'ours.yaml');
    await writeFile(out, 'mine');
    const { code, reported } = await recorded('framework', 'import', document, '--out', out);
    expect(code).toBe(1);
    expect(reported).toContain('is there already. Nothing was written; use --force to write over it.');
    expect(await readFile(out, 'utf8')).toBe('mine');
    expect((await recorded('framework', 'import', document, '--out', out, '--force')).code).toBe(0);
    expect(await readFile(out, 'utf8')).toContain('Leading with patience');
  });

  test('the document itself is never written over', async () => {
    const { code } = await recorded('framework', 'import', document, '--out', document, '--force');
    expect(code).toBe(1);
    expect(await readFile(document, 'utf8')).toBe(worksheets);
  });

  test.each([
    ['a folder', '.', 'is a folder'],
    ['a folder that is not there', 'nowhere/ours.yaml', 'There is no folder for'],
  ])('%s', async (_, out, words) => {
    const { code, reported } = await recorded('framework', 'import', document, '--out', join(folder, out), '--force');
    expect(code).toBe(1);
    expect(reported).toContain(words);
  });
});

describe('a document that is no worksheet is refused in words', () => {
  test.each<[string, string | Buffer, string]>([
    ['a letter', 'Dear all,\nthe meeting is on Monday.\n', 'No table of behaviours was found.'],
    ['an empty file', '', 'This file is empty.'],
    ['a Word file', 'PK\x03\x04…', 'Save it as plain text first.'],
    ['a table without its definition', worksheets.replace(/^1\t.*\n/m, ''), 'no definition was found'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0, 1]), 'This is not text in UTF-8.'],
  ])('%s', async (_, bytes, words) => {
    await writeFile(document, bytes);
    const { code, printed, reported } = await recorded('framework', 'import', document);
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(reported).toContain(words);
  });
});
