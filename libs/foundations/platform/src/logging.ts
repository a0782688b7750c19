import { type DestinationStream, destination, type Logger, pino } from 'pino';

/** The nest token of the logger. */
export const LOGGER = Symbol('logger');

/**
 * One line of JSON an event, to standard error. What holds a secret or an answer is never given to it: addresses of the survey,
 * headers, bodies and SQL parameters are not logged at any level.
 */
export const createLogger = (level = 'info', to: DestinationStream = destination({ dest: 2, sync: true })): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutValues } }, to);

/** Errors whose message quotes what they were given: of the database ("invalid input syntax: …") and of JSON.parse. */
const QUOTING = ['QueryFailedError', 'SyntaxError'];

/** What went wrong and where, without what somebody typed: a database error's detail, parameters and often its message hold that. */
function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  return {
    type: error.name,
    ...('code' in error && { code: error.code }),
    ...(!QUOTING.includes(error.name) && { message: error.message.split('\n')[0] }),
    stack: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)),
  };
}
