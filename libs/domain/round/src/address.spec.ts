import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAddress } from './address';

const read = (text: string) => readAddress(text, (domain) => (domain.toLowerCase() === 'schüle.test' ? 'xn--schle-lva.test' : null));
const email = (text: string) => {
  const address = read(text);
  return typeof address === 'string' ? address : address.email;
};

test('row 9: space, brackets, mailto and a dot at the end are taken off, and the domain is written in lower case', () => {
  for (const typed of [
    'Sam@X.test',
    ' Sam@x.test\u00a0',
    '<Sam@x.test>',
    'mailto:Sam@x.test',
    'Sam@x.test.',
    '\u200bSam@x.test',
    'MAILTO:Sam@X.TEST',
  ])
    expect(email(typed)).toBe('Sam@x.test');
});

test('row 9: addresses that differ only by case are one mailbox', () => {
  expect(read('A@X.test')).toMatchObject({ mailbox: 'a@x.test' });
});

test('row 10: an address with a plus sign is another mailbox of the same owner', () => {
  expect(read('a+b@x.test')).toMatchObject({ email: 'a+b@x.test', mailbox: 'a+b@x.test', owner: 'a@x.test' });
});

test('row 12: several addresses, groups, comments and quoted local parts are refused', () => {
  expect(email('b@y.test,evil@z.test')).toBe('several addresses');
  expect(email('b@y.test;evil@z.test')).toBe('several addresses');
  expect(email('b@y.test evil@z.test')).toBe('several addresses');
  expect(email('a@b@x.test')).toBe('several addresses');
  expect(email('undisclosed:a@x.test;')).toBe('unusual address');
  expect(email('"a@b"@x.test')).toBe('unusual address');
  expect(email('a(comment)@x.test')).toBe('unusual address');
  expect(email('a@[127.0.0.1]')).toBe('unusual address');
});

test('row 13: an address with a line break or another control character inside is refused', () => {
  for (const control of ['\r\n', '\n', '\t', '\0', '\u001b']) expect(email(`a${control}b@x.test`)).toBe('not an address');
});

test('row 14: a domain in another script becomes ASCII, and one without an ASCII form is refused', () => {
  expect(email('sam@Schüle.test')).toBe('sam@xn--schle-lva.test');
  expect(email('sam@ä..test')).toBe('not an address');
});

test('row 14: letters beyond ASCII before the at sign are refused by name', () => {
  expect(email('jörg@x.test')).toBe('non-ASCII local part');
});

test('row 14: 64 characters before the at sign and 254 in all are taken, one more is not', () => {
  const domain = `${'d'.repeat(63)}.${'e'.repeat(63)}.${'f'.repeat(56)}.test`;
  expect(email(`${'a'.repeat(64)}@x.test`)).toHaveLength(71);
  expect(email(`${'a'.repeat(65)}@x.test`)).toBe('address too long');
  expect(email(`${'a'.repeat(254 - 1 - domain.length)}@${domain}`)).toHaveLength(254);
  expect(email(`${'a'.repeat(255 - 1 - domain.length)}@${domain}`)).toBe('address too long');
});

test('what is no address is refused', () => {
  expect(email('  ')).toBe('no address');
  for (const typed of [
    'sam',
    'sam@',
    '@x.test',
    'sam@localhost',
    'sam@x..test',
    'sam@-x.test',
    'sam.@x.test',
    '.sam@x.test',
    'sam@1.2.3.4',
    's m@x.test',
  ])
    expect(email(typed)).toBe('not an address');
});

test('whatever is typed, what comes out is one plain address that reads as itself', () => {
  const typed = fc.oneof(fc.string(), fc.emailAddress(), fc.stringMatching(/^[a-z@.<>,;:" +]{0,30}$/));
  fc.assert(
    fc.property(typed, (text) => {
      const address = read(text);
      if (typeof address === 'string') return;
      expect(address.email).toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+$/);
      expect(address.email).not.toMatch(/[\s,;<>"()[\]\\:]/);
      expect(read(address.email)).toEqual(address);
    }),
    { numRuns: 500 },
  );
});
