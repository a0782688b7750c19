export { behaviourCodes, emptySheet, missing, type Rating, type Sheet } from './answers';
export { checkChange, checkRating, longestComment, type Change, type FieldFault } from './check-change';
export type { Behaviour, Framework, Quality, Scale } from './framework';
export type { FrameworkFault, FrameworkPath } from './inspection';
export { observedExtent, openQuestions } from './observed-extent';
export { limits, validateFramework, type Validated } from './validate-framework';
export type { Dropped } from './worksheet/gathering';
export { type Found, type FoundQuality, readWorksheet, type WorksheetReading } from './worksheet/read-worksheet';
export type { Difference, Wording } from './worksheet/wordings';
