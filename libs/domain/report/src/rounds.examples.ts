import type { SentRatings } from '@facet/domain-disclosure';
import type { Framework, Rating } from '@facet/domain-framework';
import { confidentialGroups, labelOf, type ConfidentialGroupCode, type PromisedGroup, type RoundPromise } from '@facet/domain-round';

/** A framework with so many behaviours in each quality: 1.1, 1.2, … */
export const frameworkOf = (points: number, ...behaviours: readonly number[]): Framework => ({
  name: 'Any',
  language: 'en-GB',
  scale: {
    points: Array.from({ length: points }, (_, index) => ({ value: index + 1, label: `Point ${index + 1}` })),
    notObserved: 'Not observed',
  },
  prompts: { seen: 'Where have you seen this?', help: 'What would help?' },
  qualities: behaviours.map((count, index) => ({
    code: `${index + 1}`,
    name: `Quality ${index + 1}`,
    definition: '',
    behaviours: Array.from({ length: count }, (_, behaviour) => `${index + 1}.${behaviour + 1}`).map((code) => ({ code, text: code })),
  })),
  reflection: [],
  conversation: [],
});

const promised = (members: readonly ConfidentialGroupCode[]): PromisedGroup => {
  const [code] = members;
  if (code === undefined) throw new Error('A promised group needs a member.');
  return { code, members, label: members.map(labelOf).join(' and ') };
};

/** Every way in which the three confidential groups can be promised to answer alone or together. */
export const joinings: readonly (readonly PromisedGroup[])[] = [
  confidentialGroups.map((code) => promised([code])),
  ...confidentialGroups.map((alone) => [promised(confidentialGroups.filter((code) => code !== alone)), promised([alone])]),
  [promised(confidentialGroups)],
];

export const promiseOf = (minimum: number, groups: readonly PromisedGroup[]): RoundPromise => ({ minimum, commentMinimum: 5, groups });

/** A sheet whose ratings are given in the framework's order. */
export const sheetOf = ({ qualities }: Framework, group: ConfidentialGroupCode, values: readonly Rating[]): SentRatings => {
  const codes = qualities.flatMap(({ behaviours }) => behaviours.map(({ code }) => code));
  return { group, ratings: Object.fromEntries(codes.map((code, index): [string, Rating] => [code, values[index] ?? null])) };
};
