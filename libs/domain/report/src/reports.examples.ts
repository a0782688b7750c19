import { disclose, type SentRatings } from '@facet/domain-disclosure';
import type { Framework, Rating } from '@facet/domain-framework';
import type { RoundPromise } from '@facet/domain-round';
import { makeSnapshot, type OwnAnswers, type ReportInput } from './make-snapshot';
import type { QualityFigures, Snapshot } from './snapshot';

/** Two qualities with two behaviours each, on five points. */
export const framework: Framework = {
  name: 'Two qualities',
  language: 'en-GB',
  scale: { points: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Point ${value}` })), notObserved: 'Not observed' },
  prompts: { seen: 'Where have you seen this?', help: 'What would help?' },
  qualities: [
    { code: '1', name: 'Listens', definition: 'Hears people out.', behaviours: ['1.1', '1.2'].map((code) => ({ code, text: code })) },
    { code: '2', name: 'Plans', definition: 'Looks ahead.', behaviours: ['2.1', '2.2'].map((code) => ({ code, text: code })) },
  ],
  reflection: [],
  conversation: [],
};
export const promise: RoundPromise = {
  minimum: 3,
  commentMinimum: 5,
  groups: [
    { code: 'peer', label: 'Peers', members: ['peer'] },
    { code: 'direct_report', label: 'Direct reports', members: ['direct_report'] },
  ],
};
const codes = ['1.1', '1.2', '2.1', '2.2'];
const ratings = (values: readonly Rating[]): Record<string, Rating> =>
  Object.fromEntries(values.map((value, index): [string, Rating] => [codes[index] ?? '', value]));
export const own = (...values: Rating[]): OwnAnswers => ({ ratings: ratings(values), comments: {} });
export const peer = (...values: Rating[]): SentRatings => ({ group: 'peer', ratings: ratings(values) });
export const report = (...values: Rating[]): SentRatings => ({ group: 'direct_report', ratings: ratings(values) });

export const snapshotOf = (sheets: readonly SentRatings[], rest: Partial<ReportInput> = {}): Snapshot =>
  makeSnapshot({
    framework,
    minimum: promise.minimum,
    disclosure: disclose(framework, promise, sheets),
    comments: { withheld: 'too_few' },
    self: null,
    lineManagers: [],
    ...rest,
  });
export const quality = (snapshot: Snapshot, code: string): QualityFigures => {
  const found = snapshot.qualities.find((one) => one.code === code);
  if (!found) throw new Error(`No quality ${code}.`);
  return found;
};
