/** What the seal does, in order. A seal that is killed at any of these leaves the round open with all envelopes, or sealed. */
export const sealSteps = [
  'take the lock',
  'read the secret',
  'open the envelopes',
  'fold and count',
  'audit the report',
  'write the cells',
  'write the comments',
  'write the snapshot',
  'mark as sealed',
  'delete the envelopes',
  'owe the destruction of the secret',
  'tell the coach',
  'commit',
] as const;
export type SealStep = (typeof sealSteps)[number];

/** Told before each step; the fault tests stop the process here. */
export type SealWatcher = (step: SealStep) => void | Promise<void>;

/** The nest token of the watcher. */
export const SEAL_WATCHER = Symbol('seal watcher');
