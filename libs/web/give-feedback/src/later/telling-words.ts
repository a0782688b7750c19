const ROLES =
  'assistant|bursar|chair|clerk|coach|colleague|coordinator|deputy|director|governor|head|headteacher|leader|manager|mentor|parent|partner|principal|secretary|senco|successor|teacher|technician|trustee';
const MONTHS = 'jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** What readers who know the colleagues recognise first. English only: another language brings its own list. */
const patterns: readonly RegExp[] = [
  /\S+@\S+\.\w+/g,
  /\+?\d[\d ()-]{7,}\d/g,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\\b`, 'gi'),
  new RegExp(`\\b(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?\\b`, 'gi'),
  /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g,
  /\b(?:on|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi,
  new RegExp(`\\b(?:as|being) (?:an?|the|your|his|her|their|one of \\w+) (?:\\w+ )?(?:${ROLES})s?\\b`, 'gi'),
  /\b(?:my|our) (?:class|department|faculty|form|office|role|subject|team|year group)\b/gi,
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Prof)\.? \p{Lu}\p{L}+/gu,
];

const MOST = 3;

/**
 * Passages of a comment that may show who wrote it, as they stand in it and at most three: names, addresses, numbers, dates,
 * the writer's own place in the organisation. A hint and no more: plain words can tell as much.
 */
export const tellingWords = (text: string, writer: string): readonly string[] => {
  const names = writer.split(/\s+/).filter((name) => name.length > 2);
  const own = text.split(/[^\p{L}'’-]+/u).filter((word) => names.includes(word));
  return [...new Set([...patterns.flatMap((pattern) => text.match(pattern) ?? []), ...own])].slice(0, MOST);
};
