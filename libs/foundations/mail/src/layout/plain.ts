// Line feeds stay; other control characters and the characters that turn the direction of text around (Trojan Source,
// CVE-2021-42574) could make a name show as something else than it is.
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** Whether text holds any of them. */
export const hasUnseen = (text: string): boolean => text.search(UNSEEN) !== -1;

/** Text as it may stand in a letter. */
export const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNSEEN, ' ').trim();

/** The same, for what may hold no line break: subjects and names. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ');
