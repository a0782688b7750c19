import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { observedExtent } from '@facet/domain-framework';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFrameworkFile } from './read-framework-file';

const sound = `name: Listening
language: en-GB
scale:
  points: [{ value: 1, label: a }, { value: 2, label: b }, { value: 3, label: c }, { value: 4, label: d }]
  notObserved: Not seen
prompts: { seen: Where?, help: What next? }
qualities:
  - code: '1'
    name: Listening
    definition: >-
      Hears people
      out.
    behaviours:
      - code: '1.10'
        text: Lets others finish.
reflection: []
conversation: []
`;

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'framework-'))));
afterAll(() => rm(folder, { recursive: true }));

const reading = async (content: string | Buffer) => {
  const path = join(folder, 'framework.yaml');
  await writeFile(path, content);
  return readFrameworkFile(path);
};

/** What `facet framework check` would print of each fault. */
const faultsOf = async (content: string | Buffer): Promise<string[]> => {
  const file = await reading(content);
  return file.valid ? [] : file.faults.map(({ at, message }) => (at ? `${at.line}:${at.column} ${message}` : message));
};

test('a framework in YAML is read with its codes as written and its folded lines as one', async () => {
  const file = await reading(sound);
  expect(file.valid && file.framework.qualities).toEqual([
    { code: '1', name: 'Listening', definition: 'Hears people out.', behaviours: [{ code: '1.10', text: 'Lets others finish.' }] },
  ]);
});

test('JSON, which is YAML, is read too', async () => {
  const file = await reading(sound);
  const again = file.valid && (await reading(JSON.stringify({ ...file.framework, scale: observedExtent })));
  expect(again && again.valid && again.framework.scale).toEqual(observedExtent);
});

test('line ends of Windows, a byte order mark and UTF-16 make no difference', async () => {
  for (const content of [
    sound.replaceAll('\n', '\r\n'),
    `\uFEFF${sound}`,
    Buffer.from(`\uFEFF${sound}`, 'utf16le'),
    Buffer.from(`\uFEFF${sound}`, 'utf16le').swap16(),
  ])
    expect(await faultsOf(content)).toEqual([]);
});

describe('a fault names its line and column', () => {
  test.each([
    [
      'a key that is not known',
      sound.replace('reflection:', 'reflexion:'),
      ['1:1 “reflection” is missing.', '16:1 “reflexion” is not known'],
    ],
    ['a code without quotes', sound.replace("'1.10'", '1.10'), ['14:9 Put the code in quotes']],
    ['an empty text deep inside', sound.replace('Lets others finish.', '""'), ['15:9 This text is empty.']],
    ['a text missing deep inside', sound.replace('        text: Lets others finish.\n', ''), ['14:9 “text” is missing.']],
    ['an item of a list', sound.replace('reflection: []', 'reflection:\n  - Why?\n  - 3'), ['18:5 Here belongs a text.']],
    ['a scale that skips a value', sound.replace('value: 3', 'value: 4'), ['4:62 Points count up from 1: here belongs 3.']],
    ['a bracket that is not closed', sound.replace('reflection: []', 'reflection: ['), ['17:1 This is not YAML:']],
    [
      'brackets that are not closed, said once',
      '[[[[',
      ['1:5 This is not YAML: Flow sequence in', '1:5 This is not YAML: Flow sequence must'],
    ],
    ['a tab as indentation', sound.replace('  notObserved', '\tnotObserved'), ['5:1 This is not YAML: Tabs']],
    ['a key given twice', `${sound}name: Again\n`, ['18:1 “name” is there twice.']],
    ['a second document', `${sound}---\nname: Again\n`, ['18:1 A file holds one framework']],
    ['a tag', sound.replace('name: Listening\n', 'name: !!js/function x\n'), ['1:7 Tags']],
    ['an alias', sound.replace('reflection: []', 'reflection: &a [x]').replace('conversation: []', 'conversation: *a'), ['17:15 Aliases']],
  ])('%s', async (_, content, expected) => {
    const faults = await faultsOf(content);
    expected.forEach((words, index) => expect(faults[index]).toContain(words));
  });
});

describe('a file that holds no framework is refused with a sentence', () => {
  test.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'This file is empty.'],
    ['only spaces', ' \n\t\n', 'This file is empty.'],
    ['only a comment', '# soon', 'Here belongs a group of “name”'],
    ['a plain sentence', 'Dear all', 'Here belongs a group of “name”'],
    ['a Word file', Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'), 'This is a Word file or an archive.'],
    ['a PDF file', Buffer.from('%PDF-1.7\n\xE2\xE3', 'latin1'), 'This is a PDF file.'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'This is not text in UTF-8.'],
    ['text in an old encoding', Buffer.from('name: Café', 'latin1'), 'This is not text in UTF-8.'],
    ['bytes that happen to be text', 'a\0b', 'This is a binary file'],
    ['more than a megabyte', 'x'.repeat(1_000_001), 'This file is larger than 1 MB.'],
    ['brackets without end', '['.repeat(50_000), 'This is nested too deeply.'],
  ])('%s', async (_, content, words) => {
    expect((await faultsOf(content))[0]).toContain(words);
  });

  test('a file that is not there, a folder and a device without an end', async () => {
    for (const [path, message] of [
      [join(folder, 'missing.yaml'), 'There is no such file.'],
      [folder, 'This is a folder. Name a file in it.'],
      ['/dev/zero', 'This file is larger than 1 MB. Is it the right one?'],
    ] as const)
      expect(await readFrameworkFile(path)).toEqual({ valid: false, faults: [{ at: null, message }] });
  });

  test('a bomb of aliases is refused before it unfolds', async () => {
    const levels = 'bcdefghijklmnopqrstuvwxyz'.split('').map((level, at) => {
      const below = String.fromCharCode(97 + at);
      return `${level}: &${level} [*${below}, *${below}, *${below}, *${below}, *${below}, *${below}, *${below}, *${below}, *${below}]`;
    });
    const faults = await faultsOf(['a: &a [x, x]', ...levels].join('\n'));
    expect(faults[0]).toContain('Aliases');
    expect(faults.length).toBeLessThan(60);
  });

  test('a megabyte of keys is refused in seconds, with the first fifty faults and the number of the others', async () => {
    const faults = await faultsOf(Array.from({ length: 90_000 }, (_, at) => `k${at}: 1`).join('\n'));
    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toBe('There are 89957 more errors.');
  }, 20_000);
});
