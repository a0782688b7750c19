import { expect, test } from '@jest/globals';
import { asciiDomain } from './ascii-domain';

test('row 14: a domain in another script has an ASCII form, and what is no domain has none', () => {
  expect(asciiDomain('Schüle.test')).toBe('xn--schle-mva.test');
  expect(asciiDomain('school.test')).toBe('school.test');
  expect(asciiDomain('xn--iñvalid.test')).toBeNull();
});
