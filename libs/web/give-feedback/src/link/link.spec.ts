import { beforeEach, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readCode, takeLink } from './link';
import { tab } from './tab';

const CODE = '0123456789ABCDEFGHJKMNPQRS';

const open = (address: string) => {
  history.replaceState(null, '', address);
  return takeLink();
};

beforeEach(() => sessionStorage.clear());

test.each([
  ['as it was sent', `/s#${CODE}`],
  ['escaped by a gateway', `/s%23${CODE}`],
  ['escaped twice', `/s%2523${CODE}`],
  ['in small letters', `/s#${CODE.toLowerCase()}`],
  ['with a parameter that a gateway added behind it', `/s%23${CODE}?utm_source=mail`],
  ['with a parameter before it', `/s?data=05#${CODE}`],
])('row 46: a link %s opens the survey, and the address bar keeps nothing of it', (_, address) => {
  expect(open(address)).toEqual({ kind: 'code', code: CODE });
  expect(location.href).toBe('http://localhost/s');
});

test('after a reload, which finds no code in the address, the tab still knows it', () => {
  open(`/s#${CODE}`);
  expect(open('/s')).toEqual({ kind: 'code', code: CODE });
});

test('a new link in the same tab takes the place of the old one', () => {
  const other = 'Z'.repeat(26);
  open(`/s#${CODE}`);
  open(`/s#${other}`);
  expect(open('/s')).toEqual({ kind: 'code', code: other });
});

test('row 42: without a code the page asks for it', () => {
  expect(open('/s')).toEqual({ kind: 'none' });
  expect(open('/s#')).toEqual({ kind: 'none' });
});

test.each(['undefined', 'null', '%00', 'x'.repeat(10_000), `${CODE}0`, CODE.slice(1), `${CODE.slice(1)}U`, `${CODE.slice(1)}é`])(
  'row 42: %p behind the # is no code: nothing is asked of the server, and the address is cleaned all the same',
  (junk) => {
    expect(open(`/s#${junk}`)).toEqual({ kind: 'wrong' });
    expect(location.href).toBe('http://localhost/s');
  },
);

test('row 44: a link that is no code leaves the code of this tab alone', () => {
  open(`/s#${CODE}`);
  open('/s#nonsense');
  expect(open('/s')).toEqual({ kind: 'code', code: CODE });
});

test('a code may be typed with spaces, hyphens, small letters and the letters that look like digits', () => {
  expect(readCode(' o123-4567 89ab–cdef ghjk-mnpq rs ')).toBe(CODE);
  expect(readCode('OIL'.padEnd(26, 'a'))).toBe('011'.padEnd(26, 'A'));
});

test('a whole link may be pasted into the box for the code', () => {
  expect(readCode(`https://feedback.school.test/s#${CODE}`)).toBe(CODE);
});

test('whatever is typed, it is read as 26 signs of the alphabet or not at all', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => expect(readCode(typed) ?? CODE).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)));
});

test('where the browser refuses to store anything, the page remembers until it is reloaded', () => {
  const refuse = () => {
    throw new Error('storage is switched off');
  };
  const real = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage');
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    value: { getItem: refuse, setItem: refuse, removeItem: refuse },
  });
  try {
    tab.set('key', 'value');
    expect(tab.get('key')).toBe('value');
    tab.drop('key');
    expect(tab.get('key')).toBeNull();
  } finally {
    if (real) Object.defineProperty(globalThis, 'sessionStorage', real);
  }
});
