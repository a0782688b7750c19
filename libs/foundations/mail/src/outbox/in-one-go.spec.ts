import { expect, test } from '@jest/globals';
import { InOneGo } from './in-one-go';

const recorded = (): { goes: string[][]; numbers: InOneGo<string, string> } => {
  const goes: string[][] = [];
  const numbers = new InOneGo<string, string>(
    (asked) => asked.charAt(0),
    async (asked) => {
      goes.push([...asked]);
      await Promise.resolve();
      if (asked.includes('a-bad')) throw new Error('no');
      return asked.map((one) => `${one}!`);
    },
  );
  return { goes, numbers };
};

test('who asks in the same moment shares a go with its own kind, and each gets its own answer', async () => {
  const { goes, numbers } = recorded();
  const answers = await Promise.all(['a1', 'b1', 'a2', 'a1'].map((asked) => numbers.ask(asked)));
  expect(answers).toEqual(['a1!', 'b1!', 'a2!', 'a1!']);
  expect(goes).toEqual([['a1', 'a2', 'a1'], ['b1']]);
});

test('who asks while a go is under way is in the next one, and a hundred are the most', async () => {
  const { goes, numbers } = recorded();
  const many = Array.from({ length: 250 }, (_, at) => `a${at}`);
  await Promise.all(many.map((asked) => numbers.ask(asked)));
  expect(goes.map(({ length }) => length)).toEqual([100, 100, 50]);
  await numbers.ask('a-late');
  expect(goes.at(-1)).toEqual(['a-late']);
});

test('where one spoils the go, the others get their answers and only it is refused', async () => {
  const { numbers } = recorded();
  const settled = await Promise.allSettled(['a1', 'a-bad', 'a2'].map((asked) => numbers.ask(asked)));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await numbers.ask('a3')).toBe('a3!');
});
