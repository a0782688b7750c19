const ROLES =
  'assistant|bursar|chair|clerk|coach|colleague|coordinator|deputy|director|governor|head|headteacher|leader|manager|mentor|parent|partner|principal|secretary|senco|successor|teacher|technician|trustee';
/** Of these most organisations have one. */
const ONLY_ONE = 'bursar|caretaker|chair|clerk|deputy|librarian|nurse|receptionist|secretary|senco|technician';
const MONTHS = 'jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const NUMBERS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|thirtieth|thirty-first';
const SAID = 'said|says|told|tells|asked|asks|wrote|writes|thought|thinks|felt|feels|was|is|had|has|did|does|came|went|left|helped|helps';

/** What readers who know the colleagues recognise first. English only: another language brings its own list. */
const patterns: readonly RegExp[] = [
  // Addresses and numbers.
  /\S+@\S+\.\w+/g,
  /\+?\d[\d ()-]{7,}\d/g,
  // Dates, in digits and in words.
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\\b`, 'gi'),
  new RegExp(`\\b(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?\\b`, 'gi'),
  new RegExp(`\\b(?:(?:twenty|thirty)-)?(?:${NUMBERS}) of (?:${MONTHS})\\b`, 'gi'),
  /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g,
  /\b(?:on|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi,
  /\b(?:yesterday|last (?:week|month|term|year)|the other day)\b/gi,
  // The writer's own place.
  new RegExp(`\\b(?:as|being) (?:an?|the|your|his|her|their|one of \\w+) (?:\\w+ )?(?:${ROLES})s?\\b`, 'gi'),
  /\b(?:my|our) (?:class|department|faculty|form|office|role|subject|team|year group)\b/gi,
  /\b(?:when|since|while|after|before) I (?:\w+ ){0,2}\w+/g,
  new RegExp(`\\bthe (?:${ONLY_ONE})\\b`, 'gi'),
  // Somebody's health, which is theirs to tell.
  /\b(?:off sick|sick leave|maternity leave|pregnan(?:t|cy)|diagnos(?:ed|is)|depress(?:ed|ion)|anxiety|burn-?out|cancer|surgery)\b/gi,
  // Somebody's name, somebody's words, and what only insiders call it.
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Prof)\.? \p{Lu}\p{L}+/gu,
  /[“"][^”"]{4,}[”"]/g,
  /\b\p{Lu}{3,}\b/gu,
];

/** A capital inside a sentence: after a small word and before one of those that go with people, or after one that does. */
const NAMES: readonly RegExp[] = [
  new RegExp(`(?<=^|[.!?] |\\p{Ll},? )\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?(?= (?:${SAID})\\b)`, 'gu'),
  /(?<=\b(?:with|for|from|to|by|and|of|told|asked|helped|like|about) )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?/gu,
];

/** Capitals that are nobody's name. */
const NOBODY = new Set(
  'He She They It We You This That There What Who Everyone Everybody Nobody Someone Staff English Maths Mathematics Science History Geography French German Spanish Welsh Art Music Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Christmas Easter Ofsted'.split(
    ' ',
  ),
);

const MOST = 3;

/**
 * Passages of a comment that may show who wrote it, as they stand in it and at most three: names, addresses, numbers, dates, somebody's
 * very words, the writer's own place in the organisation. A hint and no more: plain words can tell as much. The leader's name tells
 * nothing, since everybody writes about the leader.
 */
export const tellingWords = (text: string, writer: string, leader: string): readonly string[] => {
  const [writers, leaders] = [partsOf(writer), partsOf(leader)];
  const own = text.split(/[^\p{L}'’-]+/u).filter((word) => writers.includes(word) && !leaders.includes(word));
  const isTelling = (name: string) => partsOf(name).some((part) => !NOBODY.has(part) && !leaders.includes(part));
  const found = patterns.flatMap((pattern) => text.match(pattern) ?? []);
  const names = NAMES.flatMap((pattern) => text.match(pattern) ?? []).filter(isTelling);
  const passages = [...new Set([...found, ...own, ...names])];
  return passages.filter((one) => !passages.some((other) => other !== one && other.includes(one))).slice(0, MOST);
};

const partsOf = (name: string): readonly string[] => name.split(/\s+/).filter((part) => part.length > 2);
