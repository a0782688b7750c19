/** The page that says how to tell a genuine mail of this installation from another. */
export const GENUINE = '/genuine';
