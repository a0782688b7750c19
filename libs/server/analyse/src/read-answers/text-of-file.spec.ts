import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Fault, Unreadable } from '../fault';
import { textOf, textOfFile } from './text-of-file';

/** Cuts bytes at these places, wherever in a letter they fall. */
async function* cut(bytes: Buffer, at: readonly number[]): AsyncGenerator<Buffer> {
  const places = [0, ...at.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [index, place] of places.slice(1).entries()) yield await Promise.resolve(bytes.subarray(places[index], place));
}

const joined = async (text: AsyncIterable<string>): Promise<string> => (await Readable.from(text).toArray()).join('');

const faultOf = async (text: AsyncIterable<string>): Promise<Fault | undefined> => {
  const error = await joined(text).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Unreadable ? error.faults[0] : undefined;
};

test('a text is the same however its bytes arrive, with every line ended in one way', () =>
  fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('a', 'é', '€', '🎓', '\r', '\n', '\r\n', ',') }),
      fc.array(fc.nat()),
      async (text, places) => {
        expect(await joined(textOf(cut(Buffer.from(text), places)))).toBe(text.replace(/\r\n?/g, '\n'));
      },
    ),
    { numRuns: 500 },
  ));

test('a byte order mark at the beginning is no part of the text; elsewhere it is', async () => {
  expect(await joined(textOf(cut(Buffer.from('\uFEFFa\uFEFF'), [1, 2])))).toBe('a\uFEFF');
});

describe('what is not UTF-8 is refused where it stands', () => {
  test.each<[string, Buffer, number, number]>([
    ['Latin 1', Buffer.from('leader\nRen\xe9,1\n', 'latin1'), 2, 4],
    ['UTF-16', Buffer.from('\uFEFFleader', 'utf16le'), 1, 1],
    ['a letter cut off at the end', Buffer.from('a\r\nb€').subarray(0, -1), 2, 2],
    ['half of a pair', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 1, 2],
  ])('%s', (_, bytes, line, column) =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 4 }), async (places) => {
        expect(await faultOf(textOf(cut(bytes, places)))).toEqual({
          at: { line, column },
          message: 'This is not text in UTF-8. Save the file as CSV with the encoding UTF-8.',
        });
      }),
    ),
  );
});

describe('a file that cannot be read is refused with a sentence', () => {
  test('when it is not there', async () => {
    expect(await faultOf(textOfFile('/no/such/file.csv'))).toEqual({ at: null, message: 'There is no such file.' });
  });

  test('when it is a folder', async () => {
    expect(await faultOf(textOfFile(tmpdir()))).toEqual({ at: null, message: 'This is a folder. Name a file in it.' });
  });

  test('when it lies in what is no folder', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'analyse-')), 'a');
    await writeFile(file, '');
    expect(await faultOf(textOfFile(join(file, 'b')))).toEqual({ at: null, message: 'There is no such file.' });
  });
});
