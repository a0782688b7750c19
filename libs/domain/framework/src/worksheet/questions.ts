import type { Wording, Wordings } from './wordings';

/**
 * The reflection questions of all lists of a document as parts of the framework, in order. Lists repeat for every quality: the
 * same text is the same question, and so is another text in the same place of a list as long as the first one, which lacks the
 * first one's text; anything else is a further question.
 */
export const alignQuestions = (lists: readonly (readonly Wording[])[], wordings: Wordings): readonly string[] => {
  const parts: string[] = [];
  const partOf = new Map<string, string>();
  const further = (): string => {
    const part = `question ${parts.length + 1}`;
    parts.push(part);
    return part;
  };
  const first = lists[0] ?? [];
  for (const list of lists) {
    const texts = new Set(list.map(({ text }) => text));
    list.forEach((wording, at) => {
      const inItsPlace = list.length === first.length ? first[at]?.text : undefined;
      const reworded = inItsPlace !== undefined && !texts.has(inItsPlace) ? partOf.get(inItsPlace) : undefined;
      const part = partOf.get(wording.text) ?? reworded ?? further();
      partOf.set(wording.text, part);
      wordings.add(part, wording);
    });
  }
  return parts;
};
