const LONGEST = 500;

/**
 * One line without characters that cannot be stored or that change how others are shown, and without addresses: the leader reads it,
 * and the one that does not work may be a private one to which a colleague has their mail forwarded.
 */
export const forPeople = (text: string): string =>
  text
    .slice(0, 4 * LONGEST)
    .replace(/[^\s<>@]+@[^\s<>@]+/g, '…')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, LONGEST)
    .toWellFormed()
    .trim();

/** The SMTP reply that a server's words begin with, from 400 to 599. */
export function codeOf(said: string): number | null {
  const [digits] = /^[45]\d\d\b/.exec(said) ?? [];
  return digits === undefined ? null : Number(digits);
}
