import type { Expected } from '@facet/contract';

/** Expectations as the controls hold them: a level that is left open is an empty text. */
export interface Typed {
  qualities: { code: string; level: string; note: string }[];
  reflection: string[];
}

export const typedOf = ({ qualities, reflection }: Expected): Typed => ({
  qualities: qualities.map(({ code, level, note }) => ({ code, level: level === null ? '' : String(level), note })),
  reflection: [...reflection],
});

export const expectedOf = ({ qualities, reflection }: Typed): Expected => ({
  qualities: qualities.map(({ code, level, note }) => ({ code, level: level === '' ? null : Number(level), note })),
  reflection: [...reflection],
});
