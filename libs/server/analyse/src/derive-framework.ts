import { observedExtent, openQuestions, type Framework } from '@facet/domain-framework';
import { inNaturalOrder } from '@facet/domain-report';

/** The code of a behaviour's quality: everything before its last full stop. Null for a code that has nothing on one side of it. */
export const qualityOf = (behaviour: string): string | null => /^(.+)\.[^.]+$/.exec(behaviour)?.[1] ?? null;

/** A framework for answers that come without one: the behaviours that were rated, in natural order, on a scale of 1 to 5. */
export const deriveFramework = (behaviours: Iterable<string>): Framework => {
  const codes = [...behaviours].sort(inNaturalOrder);
  const qualities = [...Map.groupBy(codes, (code) => qualityOf(code) ?? code)].sort(([one], [other]) => inNaturalOrder(one, other));
  return {
    name: 'Behaviours of the file',
    language: 'en-GB',
    scale: observedExtent,
    prompts: openQuestions,
    qualities: qualities.map(([code, members]) => ({
      code,
      name: code,
      definition: '',
      behaviours: members.map((member) => ({ code: member, text: member })),
    })),
    reflection: [],
    conversation: [],
  };
};
