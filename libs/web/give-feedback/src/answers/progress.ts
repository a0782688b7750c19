import type { BehaviourView, FrameworkView, QualityView } from '@facet/contract';
import type { Answers } from './answers';

export const isAnswered = (answers: Answers, behaviour: BehaviourView): boolean => Object.hasOwn(answers, behaviour.code);

/** The behaviours of one quality that are neither rated nor marked as not observed. */
export const missingIn = (quality: QualityView, answers: Answers): readonly BehaviourView[] =>
  quality.behaviours.filter((behaviour) => !isAnswered(answers, behaviour));

export const missingOf = (framework: FrameworkView, answers: Answers): readonly BehaviourView[] =>
  framework.qualities.flatMap((quality) => missingIn(quality, answers));

/** The quality's number from 0 and the first behaviour in it that is still open; null when none is. */
export const whereToResume = (framework: FrameworkView, answers: Answers): { quality: number; behaviour: string } | null => {
  for (const [quality, { behaviours }] of framework.qualities.entries()) {
    const open = behaviours.find((behaviour) => !isAnswered(answers, behaviour));
    if (open) return { quality, behaviour: open.code };
  }
  return null;
};

/** True when every behaviour is answered, and not one of them by a number. */
export const nothingObserved = (framework: FrameworkView, answers: Answers): boolean =>
  framework.qualities.every((quality) => quality.behaviours.every((behaviour) => answers[behaviour.code] === null));
