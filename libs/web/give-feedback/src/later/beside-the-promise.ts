import { RestOfPromise } from './rest-of-promise';

export const parts = { promise: RestOfPromise };
