import type { Framework, Quality } from '../framework';
import { observedExtent, openQuestions } from '../observed-extent';
import { validateFramework } from '../validate-framework';
import { faultsInWords } from './faults-in-words';
import { type Dropped, Gathering } from './gathering';
import { readLines } from './lines';
import { missingCodes } from './missing-codes';
import type { Difference, Wordings } from './wordings';

/** One quality as found: the lines of its definition and of its worksheet's heading, null where there is none. */
export interface FoundQuality {
  readonly code: string;
  readonly name: string;
  readonly behaviours: number;
  readonly definitionLine: number | null;
  readonly worksheetLine: number | null;
}

export interface Found {
  readonly qualities: readonly FoundQuality[];
  /** How often the reflection questions are printed. */
  readonly questionLists: number;
  /** How often the conversation is printed. */
  readonly conversations: number;
  /** Codes that the numbering leaves out: a row or a table may have been lost in copying. */
  readonly missing: readonly string[];
  /** Lines that went on with the sentence of the line before them. */
  readonly joined: readonly number[];
}

export type WorksheetReading =
  | {
      readonly read: true;
      readonly framework: Framework;
      readonly found: Found;
      readonly dropped: readonly Dropped[];
      readonly differences: readonly Difference[];
    }
  | { readonly read: false; readonly reasons: readonly string[]; readonly dropped: readonly Dropped[] };

/**
 * The framework in the text of a worksheet document, exactly as worded there: tables of codes and texts (a definition table's
 * words count before a worksheet's), bulleted reflection questions, the conversation. Sections may repeat, stand in any order and
 * be torn apart by page headers. The document has neither scale nor questions to colleagues: those are Facet's own. Its lines are
 * recognised by English headings ("Definition", "Leadership quality"). A text without a whole quality in it is refused with reasons.
 */
export const readWorksheet = (text: string, about: Pick<Framework, 'name' | 'language'>): WorksheetReading => {
  const lines = readLines(text);
  const gathered = new Gathering(lines);
  const { dropped, wordings } = gathered;
  if (gathered.qualities.length === 0) return { read: false, reasons: [noTable], dropped };
  const draft = draftOf(gathered, about);
  const validated = validateFramework(draft);
  if (!validated.valid) return { read: false, reasons: faultsInWords(draft, validated.faults), dropped };
  const found: Found = {
    qualities: draft.qualities.map((quality) => foundQuality(quality, wordings)),
    questionLists: gathered.questionLists,
    conversations: wordings.all('conversation').length,
    missing: missingCodes(draft.qualities),
    joined: lines.flatMap((line) => line.joined),
  };
  return { read: true, framework: validated.framework, found, dropped, differences: wordings.differences() };
};

const draftOf = (gathered: Gathering, about: Pick<Framework, 'name' | 'language'>): Framework => {
  const kept = (part: string): string => gathered.wordings.kept(part)?.text ?? '';
  return {
    ...about,
    scale: observedExtent,
    prompts: openQuestions,
    qualities: gathered.qualities.map((code) => ({
      code,
      name: kept(`name of quality ${code}`),
      definition: kept(`definition of quality ${code}`),
      behaviours: gathered.behaviours(code).map((behaviour) => ({ code: behaviour, text: kept(`behaviour ${behaviour}`) })),
    })),
    reflection: gathered.questions.map(kept),
    conversation: gathered.wordings.all('conversation').length > 0 ? [kept('conversation')] : [],
  };
};

const foundQuality = ({ code, name, behaviours }: Quality, wordings: Wordings): FoundQuality => {
  const worksheet = wordings.all(`name of quality ${code}`).find((wording) => wording.from === 'worksheet');
  return {
    code,
    name,
    behaviours: behaviours.length,
    definitionLine: wordings.kept(`definition of quality ${code}`)?.line ?? null,
    worksheetLine: worksheet?.line ?? null,
  };
};

const noTable =
  'No table of behaviours was found. A definition table has a line “Definition”, a tab and the quality’s name, a line with the ' +
  'quality’s number, a tab and its definition, and a line for each behaviour with its code (“1.1”), a tab and its text.';
