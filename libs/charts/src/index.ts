export type { Chart, Drawing, Shape, Table } from './drawing';
export type { DumbbellData, DumbbellRow, Point, Series, Voice } from './dumbbell/data';
export { dumbbell } from './dumbbell/dumbbell';
export { forDisplay, gapForDisplay } from './for-display';
export { toSvgText } from './svg-text';
