import type { WithheldReason } from '@facet/contract';

/** Why a number is not shown, in a sentence. None of them says how many there were. */
export const withheldInFull = (minimum: number): Readonly<Record<WithheldReason, string>> => ({
  too_few_saw_it: `Fewer than ${minimum} of this group rated the behaviour; the others had not observed it. That says nothing about the behaviour.`,
  too_few: `Fewer than ${minimum} of this group answered, so the group is shown nowhere.`,
  group_left_out: 'Too few of this group answered, and the report was made without it. None of its answers is in any number.',
  audit: 'The numbers together could have shown what a few people answered, so the quality is withheld as a whole.',
});
