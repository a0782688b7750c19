import { beforeEach, expect, jest, test } from '@jest/globals';
import { Locker } from './locker';

const CODE = '0123456789ABCDEFGHJKMNPQRS';
const everything = (): string => JSON.stringify(sessionStorage);

beforeEach(() => sessionStorage.clear());

test('row 34: words that wait in a tab can be read with their link, and by no other means', async () => {
  await new Locker(CODE).put('She listens, zebra.');
  expect(sessionStorage.length).toBe(1);
  expect(everything()).not.toContain('zebra');
  expect(everything()).not.toContain(CODE);
  expect(await new Locker(CODE).look()).toBe('She listens, zebra.');
  expect(await new Locker(CODE.replace('0', '1')).look()).toBeNull();
});

test('row 20: every script survives being locked away', async () => {
  const words = '👩‍👩‍👧 é שלום 漢字 \u202E';
  await new Locker(CODE).put(words);
  expect(await new Locker(CODE).look()).toBe(words);
});

test('of words that follow each other quickly the last ones stay, and nothing stays once they are saved', async () => {
  const locker = new Locker(CODE);
  await Promise.all(['a', 'ab', 'abc'].map((words) => locker.put(words)));
  expect(await new Locker(CODE).look()).toBe('abc');
  await Promise.all([locker.put('abcd'), locker.empty()]);
  expect(sessionStorage.length).toBe(0);
});

test('a box that somebody has changed is taken for empty', async () => {
  await new Locker(CODE).put('Kind.');
  const place = sessionStorage.key(0) ?? '';
  sessionStorage.setItem(place, sessionStorage.getItem(place)?.replace(/^...../, 'AAAAA') ?? '');
  expect(await new Locker(CODE).look()).toBeNull();
});

test('where a page may not lock anything, its words stay in memory and out of the files of the browser', async () => {
  const forbidden = jest.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new Error('not here'));
  const locker = new Locker(CODE);
  await locker.put('Kind.');
  expect(await locker.look()).toBe('Kind.');
  expect(sessionStorage.length).toBe(0);
  forbidden.mockRestore();
});
