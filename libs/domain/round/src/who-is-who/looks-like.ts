interface Named {
  readonly name: string;
  readonly email: string;
}

/**
 * Whether `other` may be `person` under another address: the same name, the same letters before the "@" ("ada.okafor" and
 * "AdaOkafor+x"), or letters that are made of the person's name ("okafor.ada", "aokafor"). A guess for somebody who looks, and
 * no proof: relatives share a surname, and namesakes a whole name.
 */
export function looksLikeOneOf(person: Named, other: Named): boolean {
  const letters = lettersBeforeAt(other.email);
  if (plain(person.name) === plain(other.name)) return true;
  if (letters.length >= SHORTEST && letters === lettersBeforeAt(person.email)) return true;
  return spellings(person.name).includes(letters);
}

/** Fewer letters than this are initials, which many people share. */
const SHORTEST = 4;

/** Addresses that people make out of a first and a last name; none where there is only one. */
function spellings(name: string): string[] {
  const words = name.split(/[\s-]+/).map(plain);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length < 2 || last.length < SHORTEST) return [];
  return [first + last, last + first, first.charAt(0) + last, last + first.charAt(0)];
}

const lettersBeforeAt = (email: string): string => plain(email.slice(0, email.lastIndexOf('@')).replace(/\+.*$/, ''));

/** Without accents, capitals, space and signs. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
