import { UrlSegment, UrlSegmentGroup } from '@angular/router';
import { expect, test } from '@jest/globals';
import { codeInAddress, signInAddress } from './code-in-address';

test.each(['/sign-in#123456', '/sign-in%23123456', '/sign-in%2523123456', '/sign-in?next=%2Flaunch#123456'])(
  'row 46: the code is found in %s',
  (address) => {
    expect(codeInAddress(address)).toBe('123456');
  },
);

test.each(['/sign-in', '/sign-in#12345', '/sign-in#1234567', '/sign-in#12345a', '/sign-in?next=%2Frounds%2F123456'])(
  'no code is found in %s',
  (address) => {
    expect(codeInAddress(address)).toBeNull();
  },
);

const matches = (...paths: string[]) => {
  const segments = paths.map((path) => new UrlSegment(path, {}));
  return signInAddress(segments, new UrlSegmentGroup(segments, {}), {}) !== null;
};

test('row 46: the sign-in page opens in each spelling of its address, and no other page does', () => {
  expect([matches('sign-in'), matches('sign-in#123456'), matches('sign-in%23123456')]).toEqual([true, true, true]);
  expect([matches('sign-in-as'), matches('sign-in', 'more'), matches('rounds'), matches()]).toEqual([false, false, false, false]);
});
