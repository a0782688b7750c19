import { expect, test } from '@jest/globals';
import { FailureLimit } from './failure-limit';

const after = (limit: FailureLimit, key: string, ...times: number[]): FailureLimit => {
  for (const at of times) limit.record(key, at);
  return limit;
};

test('the last failure of a minute that is allowed shuts the door, and a minute after the first it opens', () => {
  const limit = after(new FailureLimit(3), 'a', 0, 10, 20);
  expect(limit.exceeded('a', 59_999)).toBe(true);
  expect(limit.exceeded('a', 60_000)).toBe(false);
});

test('whoever goes on failing stays outside', () => {
  const limit = after(new FailureLimit(3), 'a', 0, 10, 20, 50_000, 50_000, 50_000);
  expect(limit.exceeded('a', 60_000)).toBe(true);
});

test('one address does not stand in the way of another', () => {
  expect(after(new FailureLimit(1), 'a', 0).exceeded('b', 0)).toBe(false);
});

test('row 48: an attack from ever new addresses fills no memory, and keeps whoever failed last in mind', () => {
  const limit = new FailureLimit(1, 60_000, 100);
  for (let address = 0; address < 1_000; address++) limit.record(String(address), address);
  expect([0, 899, 900, 999].map((address) => limit.exceeded(String(address), 1_000))).toEqual([false, false, true, true]);
});

test('ten thousand addresses cost no more for each than ten', () => {
  const limit = new FailureLimit(20);
  const begun = performance.now();
  for (let address = 0; address < 200_000; address++) limit.record(String(address), address / 10);
  // A limit that looked through all it holds at every failure would need two billion steps: about half a minute.
  expect(performance.now() - begun).toBeLessThan(5_000);
});
