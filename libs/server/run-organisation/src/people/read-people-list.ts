import { Role } from '@facet/contract';
import { readAddress } from '@facet/domain-round';
import { asciiDomain } from '@facet/platform';
import { CsvError, parse } from 'csv-parse/sync';

export interface ListedPerson {
  /** Counts from 1; of an entry over several lines, the last. */
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export interface LineFault {
  readonly line: number;
  readonly message: string;
}

export interface PeopleList {
  readonly people: readonly ListedPerson[];
  readonly faults: readonly LineFault[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export const MOST_PEOPLE = 2_000;
const LONGEST_NAME = 120;
const columns = ['name', 'email', 'roles'] as const;
type Column = (typeof columns)[number];
/** What our own export has besides: read past, so that it can be changed and brought back. */
const IGNORED = 'access';

/** CSV with a first line that names its columns, in any order, between commas, semicolons or tabs. Every fault has its line. */
export function readPeopleList(text: string): PeopleList {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (plain.trim() === '')
    return wrong(1, 'There is nobody here yet. Write a first line “name,email,roles”, and one person on each line below.');
  if (/^PK\u0003\u0004|[\0\uFFFD]/.test(plain))
    return wrong(1, 'This is not text, or its letters could not be read. Save it as CSV in UTF-8, or paste the lines.');
  const rows = readRows(plain);
  if ('message' in rows) return { people: [], faults: [rows] };
  const [header, ...entries] = rows;
  if (header === undefined || entries.length === 0) return wrong(header?.line ?? 1, 'There are no people below the first line.');
  const titles = header.cells.map((cell) => cell.trim().toLowerCase());
  const faults = faultsOfHeader(titles);
  if (faults.length > 0) return { people: [], faults: faults.map((message) => ({ line: header.line, message })) };
  if (entries.length > MOST_PEOPLE) return wrong(entries[MOST_PEOPLE]?.line ?? 1, `A list takes at most ${MOST_PEOPLE} people.`);
  return readEntries(entries, titles);
}

const wrong = (line: number, message: string): PeopleList => ({ people: [], faults: [{ line, message }] });

function readRows(text: string): Row[] | LineFault {
  const rows: Row[] = [];
  const [first = ''] = text.split('\n', 1);
  const delimiter = [',', ';', '\t'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ',';
  try {
    parse(text, {
      ...{ delimiter, trim: true, relax_column_count: true, skip_empty_lines: true, record_delimiter: '\n' },
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell !== '')) rows.push({ line: lines, cells });
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: Number(error['lines'] ?? 1), message: 'A quotation mark here is not closed, or stands in the middle of a cell.' };
  }
}

function faultsOfHeader(titles: readonly string[]): string[] {
  const unknown = titles.filter((title) => title !== IGNORED && !columns.some((column) => column === title));
  return [
    ...columns.flatMap((column) => {
      const times = titles.filter((title) => title === column).length;
      if (times === 1) return [];
      return [
        times === 0
          ? `There is no column “${column}”. The first line names them: name,email,roles.`
          : `The column “${column}” is there twice.`,
      ];
    }),
    ...unknown.map((title) => `The column “${clip(title)}” is not known here. The columns are name, email and roles.`),
  ];
}

function readEntries(entries: readonly Row[], titles: readonly string[]): PeopleList {
  const people: ListedPerson[] = [];
  const faults: LineFault[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, cells } of entries) {
    const cell = (column: Column): string => cells[titles.indexOf(column)]?.trim() ?? '';
    const found = readEntry(cell, cells.slice(titles.length));
    const twin = lineOf.get(found.mailbox);
    if (twin !== undefined) found.faults.push(`This address is on line ${twin} already.`);
    else if (found.mailbox !== '') lineOf.set(found.mailbox, line);
    if (found.faults.length === 0) people.push({ line, name: found.name, email: found.email, roles: found.roles });
    faults.push(...found.faults.map((message) => ({ line, message })));
  }
  return { people, faults };
}

function readEntry(cell: (column: Column) => string, beyond: readonly string[]) {
  const faults: string[] = [];
  const name = cell('name').replace(/^'(?=[=+\-@\t])/, ''); // the apostrophe that an export puts before what looks like a formula
  if (name === '') faults.push('name: it is missing.');
  if (name.length > LONGEST_NAME) faults.push(`name: it is longer than ${LONGEST_NAME} characters.`);
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) faults.push('name: there is an invisible control character in it. Type it again.');
  const address = readAddress(cell('email').replace(/^'(?=[=+\-@])/, ''), asciiDomain);
  if (typeof address === 'string') faults.push(`email: “${clip(cell('email'))}” is not one plain email address.`);
  const words = cell('roles')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && word !== 'and');
  const unknown = words.filter((word) => !Role.safeParse(word).success);
  if (words.length === 0) faults.push('roles: none is named. Use leader, coach or administrator.');
  for (const word of unknown) faults.push(`roles: “${clip(word)}” is not one. Use leader, coach or administrator.`);
  if (beyond.some((content) => content.trim() !== '')) faults.push('There are more cells on this line than columns in the first one.');
  const read = typeof address === 'string' ? { email: '', mailbox: '' } : address;
  return { name, email: read.email, mailbox: read.mailbox, roles: Role.options.filter((role) => words.includes(role)), faults };
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
