import { randomInt } from 'node:crypto';

/** Gives a number from 0 up to 1, without 1. */
export type Chance = () => number;

/** The nest token of chance; specs give their own. */
export const CHANCE = Symbol('chance');

const STEPS = 2 ** 32;
export const realChance: Chance = () => randomInt(STEPS) / STEPS;
