/** Ids of the places that others on the page lead to. */
export const CONTENTS = 'qualities';
export const RELEASE = 'release';
export const qualityPlace = (code: string): string => `quality-${code}`;
export const BEHAVIOURS = 'behaviour-';
export const behaviourPlace = (code: string): string => `${BEHAVIOURS}${code}`;
