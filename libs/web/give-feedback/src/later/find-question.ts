import type { FrameworkView } from '@facet/contract';
import { commentKey, prompts } from '../answers/answers';

/** Where an answer is asked for, by its key: the number of its quality from 0, and what is asked there. */
export const findQuestion = (framework: FrameworkView, key: string): { readonly index: number; readonly words: string } => {
  for (const [index, quality] of framework.qualities.entries()) {
    const behaviour = quality.behaviours.find(({ code }) => code === key);
    if (behaviour) return { index, words: behaviour.text };
    const prompt = prompts.find((name) => commentKey(quality.code, name) === key);
    if (prompt) return { index, words: `${quality.name}: ${framework.prompts[prompt]}` };
  }
  return { index: 0, words: '' };
};
