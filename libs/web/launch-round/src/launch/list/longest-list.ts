/** The longest list of colleagues that the server reads, in characters. */
export const LONGEST_LIST = 100_000;
