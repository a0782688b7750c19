import type { Framework } from '@facet/domain-framework';
import { raterGroups, type ConfidentialGroupCode, type PromisedGroup, type RoundPromise } from '@facet/domain-round';

/** Two qualities with three behaviours, on five points. */
export const framework: Framework = {
  name: 'Two qualities',
  language: 'en-GB',
  scale: { points: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Point ${value}` })), notObserved: 'Not observed' },
  prompts: { seen: 'Where have you seen this?', help: 'What would help?' },
  qualities: [
    { code: '1', name: 'Listens', definition: '', behaviours: ['1.1', '1.2'].map((code) => ({ code, text: code })) },
    { code: '2', name: 'Plans', definition: '', behaviours: [{ code: '2.1', text: '2.1' }] },
  ],
  reflection: [],
  conversation: [],
};

const group = (members: readonly ConfidentialGroupCode[]): PromisedGroup => {
  const [code] = members;
  if (code === undefined) throw new Error('A promised group needs a member.');
  return {
    code,
    members,
    label: members.map((member) => raterGroups.find((one) => one.code === member)?.label).join(' and '),
  };
};

/** A promise of groups, each given by its members. */
export const promiseOf = (minimum: number, ...groups: readonly (readonly ConfidentialGroupCode[])[]): RoundPromise => ({
  minimum,
  commentMinimum: 5,
  groups: groups.map(group),
});

export const confidentialGroups: readonly ConfidentialGroupCode[] = ['peer', 'direct_report', 'other'];

/** Every way in which three groups can be promised to answer alone or together, with every minimum allowed. */
export const everyPromise: readonly RoundPromise[] = [3, 4, 5].flatMap((minimum) => [
  promiseOf(minimum, ['peer'], ['direct_report'], ['other']),
  promiseOf(minimum, ['other'], ['direct_report'], ['peer']),
  promiseOf(minimum, ['peer', 'direct_report'], ['other']),
  promiseOf(minimum, ['peer', 'other'], ['direct_report']),
  promiseOf(minimum, ['direct_report', 'other'], ['peer']),
  promiseOf(minimum, ['peer', 'direct_report', 'other']),
]);
