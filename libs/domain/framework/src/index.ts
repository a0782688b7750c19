export { behaviourCodes, emptySheet, missing, type Rating, type Sheet } from './answers';
export { checkChange, checkRating, longestComment, type Change, type FieldFault } from './check-change';
export type { Behaviour, Framework, Quality, Scale } from './framework';
