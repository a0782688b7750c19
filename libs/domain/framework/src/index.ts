export { behaviourCodes, emptySheet, missing, type Rating, type Sheet } from './answers';
export type { Behaviour, Framework, Quality, Scale } from './framework';
