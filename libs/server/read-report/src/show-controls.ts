/**
 * Characters that change how others are shown without being seen: controls, marks of direction, zero-width spaces, tags.
 * Joiners stay: emoji families and several scripts are written with them.
 */
const hidden = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A character's number in Unicode, for where its shape cannot or must not stand. */
export const byNumber = (character: string): string => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Text for a file that other programs open: hidden characters are written out by their number, blanks and line ends become one space. */
export const showControls = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().replaceAll(hidden, byNumber);
