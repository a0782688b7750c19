export * from './forecast';
export * from './groups';
export * from './make-promise';
export type { PromisedGroup, RoundPromise } from './promise';
export * from './promise-in-words';
export * from './small-groups';
