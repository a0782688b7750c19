/** Every way in which a line can be wrong. The list is closed: a new kind needs its sentence below. */
export type BadLine =
  | 'nothing to read'
  | 'not text'
  | 'unreadable characters'
  | 'control characters'
  | 'line too long'
  | 'too many lines'
  | 'column missing'
  | 'column twice'
  | 'cells beyond the header'
  | 'unclosed quote'
  | 'no name'
  | 'name too long'
  | 'no address'
  | 'not an address'
  | 'several addresses'
  | 'unusual address'
  | 'non-ASCII local part'
  | 'address too long'
  | 'group missing'
  | 'group unknown'
  | 'address twice'
  | 'the leader'
  | 'the coach';

export const LONGEST_LINE = 500;
export const LONGEST_NAME = 120;
export const MOST_COLLEAGUES = 200;

const example = 'Write it as: Sam Hill <sam.hill@school.org>, peer';
const groups = 'Use line manager, peer, direct report, or governor or partner.';

/** The plain sentence for each kind; `detail` is what was found there. */
export const sentences: Readonly<Record<BadLine, (detail: string) => string>> = {
  'nothing to read': () => `There are no colleagues here yet. One a line. ${example}.`,
  'not text': () => 'This looks like a spreadsheet or another file that is not text. Save it as CSV (UTF-8), or paste the lines.',
  'unreadable characters': () => 'Some letters could not be read. Save the file as CSV in UTF-8, or type the line again.',
  'control characters': () => 'There is an invisible control character on this line. Type the line again.',
  'line too long': () => `This line is longer than ${LONGEST_LINE} characters. Put one colleague on each line.`,
  'too many lines': () => `A round takes at most ${MOST_COLLEAGUES} colleagues. Nothing from this line on was read.`,
  'column missing': (column) =>
    `The first line names columns, but there is none for the ${column}. It needs name and email, and group where you have it.`,
  'column twice': (column) => `The column for the ${column} is named twice. Keep one of them.`,
  'cells beyond the header': (cell) => `There are more cells on this line than columns in the first one, from “${cell}” on.`,
  'unclosed quote': () => 'A quotation mark opens here and is not closed. Nothing after it was read.',
  'no name': () => `There is no name on this line. ${example}.`,
  'name too long': () => `This name is longer than ${LONGEST_NAME} characters. Shorten it.`,
  'no address': () => `There is no email address on this line. ${example}.`,
  'not an address': (text) => `“${text}” is not an email address. ${example}.`,
  'several addresses': () => 'There is more than one email address on this line. Put each colleague on a line of their own.',
  'unusual address': (text) =>
    `“${text}” is written in a way that mail programs read differently. Leave out quotation marks, colons and brackets.`,
  'non-ASCII local part': (text) =>
    `“${text}” has letters before the @ that many mail servers cannot deliver. Ask for an address with plain letters.`,
  'address too long': () => 'This email address is too long: at most 64 characters before the @, and 254 in all.',
  'group missing': () => `The group is missing. ${groups}`,
  'group unknown': (text) => `“${text}” is not a group. ${groups}`,
  'address twice': (line) => `This address is on line ${line} already. Each colleague is invited once, in one group.`,
  'the leader': () => 'This is your own address. You are asked for your own view anyway, so leave this line out.',
  'the coach': (name) => `${name} is the coach and reads the answers, so cannot be a confidential colleague as well.`,
};
