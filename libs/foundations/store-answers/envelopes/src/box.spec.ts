import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { close, type Label, open } from './box';

const key = randomBytes(32);
const label: Label = { round: 'r', invitation: 'i', framework: 'f', stamp: 3 };

test('whatever a colleague wrote comes back as they wrote it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(open(key, label, close(key, label, text))).toBe(text)));
});

test('a box opens only with its own key, for its own rater, round, framework and place in time', () => {
  const box = close(key, label, 'seen in assembly');
  expect(open(randomBytes(32), label, box)).toBeNull();
  for (const other of [{ round: 'R' }, { invitation: 'I' }, { framework: 'F' }, { stamp: 4 }])
    expect(open(key, { ...label, ...other }, box)).toBeNull();
});

test('a box with one bit changed does not open', () => {
  const box = close(key, label, 'seen in assembly');
  for (const at of [0, 12, 500, box.length - 1]) {
    const damaged = Buffer.from(box);
    damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
    expect(open(key, label, damaged)).toBeNull();
  }
  expect(open(key, label, Buffer.alloc(5))).toBeNull();
});

test('a line and five pages make boxes of the same size', () => {
  expect(close(key, label, '')).toHaveLength(16_384 + 28);
  expect(close(key, label, 'x'.repeat(16_380))).toHaveLength(16_384 + 28);
  expect(close(key, label, 'x'.repeat(16_381))).toHaveLength(32_768 + 28);
});

test('the same answers saved twice make two boxes', () => {
  expect(close(key, label, 'the same')).not.toEqual(close(key, label, 'the same'));
});
