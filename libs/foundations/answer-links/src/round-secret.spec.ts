import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromCode, toCode } from './crockford';
import { RoundSecret, tokenHash } from './round-secret';
import { surveyLink, typedCode } from './survey-link';

const invitation = '6f7c2f52-6f3f-4b44-9d0c-0e6f5b6f2a11';
const secret = RoundSecret.from(Buffer.alloc(32, 7));

test('every 128 bits become 26 letters and digits and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const code = toCode(Buffer.from(bytes));
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
      expect(fromCode(code)).toEqual(Buffer.from(bytes));
    }),
  );
});

test('a code typed from paper opens the same invitation', () => {
  const token = secret.token(invitation, 1);
  const typed = typedCode(token).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' - ');
  expect(tokenHash(typed)).toEqual(tokenHash(token));
});

test('rows 42, 46: what is no token has no hash', () => {
  const token = secret.token(invitation, 1);
  const wrong = ['', 'undefined', 'null', '%00', token.slice(1), `${token}0`, 'U'.repeat(26), 'x'.repeat(10_000), `${token.slice(0, 25)}!`];
  for (const typed of wrong) expect(tokenHash(typed)).toBeNull();
});

test('row 42: a token with one character changed is another token or none', () => {
  const token = secret.token(invitation, 1);
  const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
  expect(tokenHash(changed)).not.toEqual(tokenHash(token));
});

test('the token and the envelope keys of one round share nothing that can be compared', () => {
  const other = '00000000-0000-4000-8000-000000000000';
  expect(secret.token(invitation, 1)).not.toEqual(secret.token(invitation, 2));
  expect(secret.token(invitation, 1)).not.toEqual(secret.token(other, 1));
  expect(secret.envelopeKey(invitation)).not.toEqual(secret.envelopeKey(other));
  expect(RoundSecret.make().toBytes()).not.toEqual(RoundSecret.make().toBytes());
});

test('a damaged secret is refused', () => expect(() => RoundSecret.from(Buffer.alloc(31))).toThrow('32 bytes'));

test('the link carries its token where no server is told', () => {
  const link = new URL(surveyLink(new URL('https://feedback.school.example'), secret.token(invitation, 1)));
  expect(link.pathname).toBe('/s');
  expect(link.hash).toBe(`#${secret.token(invitation, 1)}`);
});
