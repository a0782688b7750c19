/**
 * Text of a file for a person to read: what could steer a terminal, begin a line of its own or turn the order of letters round is shown
 * as a mark.
 */
export const onOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
