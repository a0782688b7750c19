import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { generateSync } from 'otplib';
import { newSecret, stepOf, uriOf } from './authenticator';
import { hashOfRecoveryCode, newRecoveryCode } from './recovery-code';
import { seal, unseal } from './sealed-secret';

const noon = Date.parse('2026-11-24T12:00:00Z');
const at = (seconds: number): Date => new Date(noon + seconds * 1000);

test('a code counts in its half minute, in the one before and in the one after, and in no other', () => {
  const secret = newSecret();
  const code = generateSync({ secret, epoch: noon / 1000 });
  const own = noon / 30_000;
  for (const seconds of [-30, -1, 0, 29, 30, 59]) expect([seconds, stepOf(secret, code, at(seconds))]).toEqual([seconds, own]);
  for (const seconds of [-31, 60, 3600, 86_400]) expect([seconds, stepOf(secret, code, at(seconds))]).toEqual([seconds, null]);
});

test('the published example of the standard comes out (RFC 6238, appendix B, its last six digits)', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [20_000_000_000, '353130'],
  ] as const)
    expect(stepOf(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

test('what is not six digits is no code', () => {
  for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６', '12 456']) expect(stepOf(newSecret(), code, at(0))).toBeNull();
});

test('the secret has 160 random bits, and the picture says whose it is and of which Facet', () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(secret);
  const uri = new URL(uriOf(secret, 'ada@school.test', new URL('https://facet.test')));
  expect([uri.protocol, decodeURIComponent(uri.pathname), uri.searchParams.get('secret')]).toEqual([
    'otpauth:',
    expect.stringContaining('Facet facet.test:ada@school.test'),
    secret,
  ]);
});

test('a sealed secret opens for its address under its key alone', () => {
  const [key, secret] = [randomBytes(32), newSecret()];
  const sealed = seal(key, 'Ada@school.test', secret);
  expect(unseal(key, 'ada@school.test', sealed)).toBe(secret);
  expect(sealed.includes(secret)).toBe(false);
  for (const [otherKey, address, box] of [
    [randomBytes(32), 'ada@school.test', sealed],
    [key, 'eve@school.test', sealed],
    [key, 'ada@school.test', Buffer.from([...sealed].map((byte, place) => (place === 15 ? byte ^ 1 : byte)))],
    [key, 'ada@school.test', sealed.subarray(0, 20)],
  ] as const)
    expect(unseal(otherKey, address, box)).toBeNull();
});

test('a recovery code has 120 random bits, and is read however it was typed', () => {
  const code = newRecoveryCode();
  expect(code).toMatch(/^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/);
  expect(newRecoveryCode()).not.toBe(code);
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('o', '0').replaceAll('i', '1').replaceAll('b', '8');
  expect(hashOfRecoveryCode(` ${typed} `)).toEqual(hashOfRecoveryCode(code));
});
