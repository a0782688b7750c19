/** Who speaks: each has a mark of its own shape, so that colour is never needed. */
export type Voice = 'self' | 'others' | 'line_manager' | 'peer' | 'direct_report' | 'other' | 'together';

export interface Series {
  readonly voice: Voice;
  readonly label: string;
}

/** A value on the scale with the raters behind it (null: one person under their name), or in words why there is none. */
export type Point = { readonly value: number; readonly n: number | null } | { readonly why: string };

/** The framework's scale, lowest point first, values consecutive. */
export type Scale = readonly { readonly value: number; readonly label: string }[];

export const valueOf = (point: Point | undefined): number | null => (point !== undefined && 'value' in point ? point.value : null);

/** The scale's lowest and highest value; a scale of one point or none still has a length. */
export const endsOf = (scale: Scale): readonly [number, number] => {
  const low = scale[0]?.value ?? 1;
  return [low, Math.max(low + 1, scale.at(-1)?.value ?? low)];
};
