import { destination, type Logger, pino } from 'pino';

/** The nest token of the logger. */
export const LOGGER = Symbol('logger');

/**
 * One line of JSON an event, to standard error. What holds a secret or an answer is never given to it: addresses of the survey,
 * headers, bodies and SQL parameters are not logged at any level.
 */
export const createLogger = (level = 'info'): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutParameters } },
    destination({ dest: 2, sync: true }),
  );

/** A database error's `parameters`, `detail` and `driverError` can hold what somebody typed. */
const withoutParameters = (error: Error): object => ({ type: error.name, message: error.message.split('\n')[0], stack: error.stack });
