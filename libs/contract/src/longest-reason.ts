/** In characters, as the page, the API and the database agree on it; in a file of its own, so that a page takes no schema along with it. */
export const LONGEST_REASON = 1_000;
