import { SIZE } from './text-sizes';
import { widthOf } from './wrap';

/** Where labels begin after the widest code. */
export const afterCodes = (rows: readonly { readonly code: string }[]): number =>
  Math.max(34, ...rows.map(({ code }) => widthOf(code, SIZE) + 8));
