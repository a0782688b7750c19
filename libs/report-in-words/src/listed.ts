/** "Peers", "Peers and Direct reports", "Peers, Direct reports and Governors". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
