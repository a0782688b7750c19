import type { Behaviour, Framework, Quality, Scale } from './framework';
import { Inspection, type FrameworkFault, type FrameworkPath } from './inspection';

/** How much a framework may hold: what a colleague can read on a phone in ten minutes, with room to spare. Lengths in UTF-16 code units. */
export const limits = {
  name: 120,
  points: { least: 4, most: 7 },
  label: 60,
  prompt: 300,
  qualities: { least: 1, most: 20 },
  qualityName: 160,
  definition: 3_000,
  behaviours: { least: 1, most: 20 },
  behaviour: 500,
  reflection: { least: 0, most: 20 },
  question: 300,
  conversation: { least: 0, most: 10 },
  conversationText: 1_000,
} as const;

export type Validated =
  { readonly valid: true; readonly framework: Framework } | { readonly valid: false; readonly faults: readonly FrameworkFault[] };

/**
 * Whether a value of unknown origin is a framework, as its parts in a fresh object or as everything that is wrong with it.
 * Refused: keys that are unknown or missing; texts that are empty, too long or of several lines; a scale that is not 4 to 7
 * points with the values 1, 2, 3 … and different labels; codes and quality names given twice; a behaviour whose code does not
 * begin with its quality's.
 */
export const validateFramework = (value: unknown): Validated => {
  const inspection = new Inspection();
  const keys = ['name', 'language', 'scale', 'prompts', 'qualities', 'reflection', 'conversation'] as const;
  const given = inspection.record([], value ?? null, keys);
  const prompts = inspection.record(['prompts'], given.prompts, ['seen', 'help']);
  const framework: Framework = {
    name: inspection.text(['name'], given.name, limits.name),
    language: language(inspection, given.language),
    scale: scale(inspection, given.scale),
    prompts: {
      seen: inspection.text(['prompts', 'seen'], prompts.seen, limits.prompt),
      help: inspection.text(['prompts', 'help'], prompts.help, limits.prompt),
    },
    qualities: qualities(inspection, given.qualities),
    reflection: inspection
      .list(['reflection'], given.reflection, 'questions', limits.reflection)
      .map((question, at) => inspection.text(['reflection', at], question, limits.question)),
    conversation: inspection
      .list(['conversation'], given.conversation, 'texts', limits.conversation)
      .map((text, at) => inspection.text(['conversation', at], text, limits.conversationText)),
  };
  return inspection.faults.length === 0 ? { valid: true, framework } : { valid: false, faults: inspection.faults };
};

const language = (inspection: Inspection, value: unknown): string => {
  const tag = inspection.text(['language'], value, 35);
  if (tag !== '' && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag))
    inspection.refuse(['language'], 'Here belongs the tag of a language, such as “en-GB” or “cy”.');
  return tag;
};

const scale = (inspection: Inspection, value: unknown): Scale => {
  const given = inspection.record(['scale'], value, ['points', 'notObserved']);
  const unique = onlyOnce(inspection, 'label');
  const points = inspection.list(['scale', 'points'], given.points, 'points', limits.points).map((point, at) => {
    const path = ['scale', 'points', at];
    const { value: number, label } = inspection.record(path, point, ['value', 'label']);
    if (number !== undefined && number !== at + 1) inspection.refuse([...path, 'value'], `Points count up from 1: here belongs ${at + 1}.`);
    return { value: at + 1, label: unique([...path, 'label'], inspection.text([...path, 'label'], label, limits.label)) };
  });
  const path = ['scale', 'notObserved'];
  return { points, notObserved: unique(path, inspection.text(path, given.notObserved, limits.label)) };
};

const qualities = (inspection: Inspection, value: unknown): Quality[] => {
  const uniqueCode = onlyOnce(inspection, 'code');
  const uniqueName = onlyOnce(inspection, 'name');
  return inspection.list(['qualities'], value, 'qualities', limits.qualities).map((quality, at) => {
    const path = ['qualities', at];
    const given = inspection.record(path, quality, ['code', 'name', 'definition', 'behaviours']);
    const code = codeOf(inspection, [...path, 'code'], given.code, /^[1-9]\d?$/, 'a number from 1 to 99, such as "1"');
    return {
      code: uniqueCode([...path, 'code'], code),
      name: uniqueName([...path, 'name'], inspection.text([...path, 'name'], given.name, limits.qualityName)),
      definition: inspection.text([...path, 'definition'], given.definition, limits.definition),
      behaviours: behaviours(inspection, [...path, 'behaviours'], given.behaviours, code, uniqueCode),
    };
  });
};

const behaviours = (inspection: Inspection, path: FrameworkPath, value: unknown, quality: string, uniqueCode: Unique): Behaviour[] =>
  inspection.list(path, value, 'behaviours', limits.behaviours).map((behaviour, at) => {
    const given = inspection.record([...path, at], behaviour, ['code', 'text']);
    const shape = 'its quality’s code, a full stop and a number from 1 to 99, such as "1.3"';
    const code = codeOf(inspection, [...path, at, 'code'], given.code, /^[1-9]\d?\.[1-9]\d?$/, shape);
    if (code !== '' && quality !== '' && !code.startsWith(`${quality}.`))
      inspection.refuse([...path, at, 'code'], `This behaviour stands under quality ${quality}: its code begins with “${quality}.”.`);
    return {
      code: uniqueCode([...path, at, 'code'], code),
      text: inspection.text([...path, at, 'text'], given.text, limits.behaviour),
    };
  });

/** A code is text: written without quotes, YAML would read 1.10 as the number 1.1. */
const codeOf = (inspection: Inspection, path: FrameworkPath, value: unknown, shape: RegExp, words: string): string => {
  if (value === undefined) return '';
  if (typeof value === 'string' && shape.test(value)) return value;
  inspection.refuse(path, typeof value === 'number' ? 'Put the code in quotes, such as "1" or "1.3".' : `A code is ${words}.`);
  return '';
};

type Unique = (path: FrameworkPath, text: string) => string;

const onlyOnce = (inspection: Inspection, what: string): Unique => {
  const seen = new Set<string>();
  return (path, text) => {
    if (text !== '' && seen.has(text)) inspection.refuse(path, `The ${what} “${text}” is there twice.`);
    seen.add(text);
    return text;
  };
};
