/**
 * The one SQL expression that tells the time. It calls platform.clock(), which the tests and the demo school replace in their
 * database; every process that uses the database then lives in the same time. Read once per transaction, passed on as `now`.
 */
export const CLOCK_SQL = 'platform.clock()';
