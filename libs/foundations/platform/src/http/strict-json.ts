/** Deeper or larger than anything that our pages send. */
export const DEEPEST = 12;
export const MOST_NAMES = 2_000;
const COLON = /\s*:/y;

export type JsonRead = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

/**
 * JSON.parse, and a refusal for what JSON.parse would let through: names that occur twice (the last would win in silence),
 * nesting and numbers of names that only an attack has, and the name that reaches into an object's prototype.
 */
export function readStrictJson(text: string): JsonRead {
  const shape = text.startsWith('\uFEFF') ? 'The text begins with a byte order mark.' : faultOfShape(text);
  if (shape) return { ok: false, why: shape };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, why: 'This is not JSON.' };
  }
}

/** One pass over the text that follows strings and brackets only; what is no JSON at all is left to JSON.parse. */
function faultOfShape(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = []; // one entry a level: the keys of an object, undefined for an array
  let keys = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined);
      if (open.length > DEEPEST) return `Nested deeper than ${DEEPEST} levels.`;
    } else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(text, at);
      const names = open.at(-1);
      COLON.lastIndex = end + 1;
      if (names && COLON.test(text)) {
        const key = unquote(text.slice(at, end + 1));
        if (names.has(key)) return `The name “${key.slice(0, 40)}” occurs twice.`;
        if (key === '__proto__') return 'The name “__proto__” is not allowed.';
        names.add(key);
        if (++keys > MOST_NAMES) return `More than ${MOST_NAMES} names.`;
      }
      at = end;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** Two spellings of one name ("a" and "\\u0061") are one name. */
function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted; // not JSON: JSON.parse of the whole refuses it next
  }
}
