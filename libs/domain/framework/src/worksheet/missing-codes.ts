import type { Quality } from '../framework';

/** Codes that the numbering of qualities and of each one's behaviours leaves out. */
export const missingCodes = (qualities: readonly Quality[]): readonly string[] => [
  ...gaps(qualities.map(({ code }) => Number(code))).map(String),
  ...qualities.flatMap(({ code, behaviours }) =>
    gaps(behaviours.map((behaviour) => Number(behaviour.code.split('.')[1]))).map((number) => `${code}.${number}`),
  ),
];

const gaps = (numbers: readonly number[]): readonly number[] =>
  Array.from({ length: Math.max(0, ...numbers) }, (_, at) => at + 1).filter((number) => !numbers.includes(number));
