import type { Answer } from '../answers/answers';
import type { Survey } from '../survey';

/** An answer as a person reads it. */
export const answerInWords = (survey: Survey, answer: Answer | undefined): string => {
  const { scale } = survey.view.framework;
  if (answer === null) return scale.notObserved;
  if (typeof answer === 'string' && answer !== '') return answer;
  return scale.points.find((point) => point.value === answer)?.label ?? survey.say('staleEmpty');
};
