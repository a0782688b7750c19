import type { Line } from './lines';
import { alignQuestions } from './questions';
import { recogniseRow, type Row } from './rows';
import { type Wording, Wordings } from './wordings';

/** Something of the document that is not in the framework. */
export interface Dropped {
  readonly line: number;
  readonly text: string;
  readonly why: 'formatting' | 'column heading' | 'filled in' | 'extra cell' | 'nothing under it' | 'not recognised';
}

interface OfQuality {
  readonly quality: string;
  readonly wording: Wording;
}

/** A definition table while it is read. Its heading has no number: the first behaviour under it tells whose it is. */
interface Table {
  readonly name: Wording | undefined;
  readonly definitions: OfQuality[];
  readonly qualities: Set<string>;
}

const newTable = (name?: Wording): Table => ({ name, definitions: [], qualities: new Set() });

/** More column headings than a worksheet has; what is compared with them stays few. */
const mostColumns = 50;

/** Reads a document's lines in order and keeps every wording of every part, and everything that belongs to none. */
export class Gathering {
  readonly wordings = new Wordings();
  /** Names of the reflection questions among the wordings, in order. */
  readonly questions: readonly string[];
  readonly questionLists: number;
  readonly #behaviours = new Map<string, Set<string>>();
  readonly #dropped: Dropped[] = [];
  readonly #worksheets: OfQuality[] = [];
  readonly #columns = new Set<string>();
  readonly #others: Line[] = [];
  readonly #lists: Wording[][] = [];
  #list: Wording[] | undefined;
  #table: Table | undefined;
  /** The quality whose worksheet is being read. */
  #worksheet: string | undefined;

  constructor(lines: readonly Line[]) {
    for (const line of lines) {
      for (const mark of line.tags) this.#drop(line.number, mark, 'formatting');
      this.#take(line, recogniseRow(line.cells, this.#table !== undefined));
    }
    this.#leaveSection();
    this.#nameWorksheets();
    this.#dropOthers();
    this.questions = alignQuestions(this.#lists, this.wordings);
    this.questionLists = this.#lists.length;
  }

  /** Codes of the qualities that have behaviours, by number. */
  get qualities(): readonly string[] {
    return [...this.#behaviours.keys()].sort((one, other) => Number(one) - Number(other));
  }

  /** Codes of a quality's behaviours, by number. */
  behaviours(quality: string): readonly string[] {
    const last = (code: string): number => Number(code.split('.')[1]);
    return [...(this.#behaviours.get(quality) ?? [])].sort((one, other) => last(one) - last(other));
  }

  /** By line. */
  get dropped(): readonly Dropped[] {
    return this.#dropped.toSorted((one, other) => one.line - other.line);
  }

  #take(line: Line, row: Row): void {
    switch (row.kind) {
      case 'table heading':
        this.#leaveSection();
        this.#table = newTable({ text: row.name, line: line.number, from: 'definition table' });
        this.#dropSpare(line, row.spare, 'extra cell');
        break;
      case 'worksheet heading':
        this.#leaveSection();
        this.#worksheet = row.quality;
        this.#worksheets.push({ quality: row.quality, wording: { text: row.name, line: line.number, from: 'worksheet' } });
        for (const column of row.columns.slice(0, mostColumns - this.#columns.size)) this.#columns.add(column);
        this.#dropSpare(line, row.columns, 'column heading');
        break;
      case 'definition':
        this.#takeDefinition(line, row);
        break;
      case 'behaviour':
        this.#takeBehaviour(line, row);
        break;
      case 'question':
        this.#takeQuestion(line, row);
        break;
      case 'conversation':
        this.#leaveSection();
        this.wordings.add('conversation', { text: row.text, line: line.number, from: 'list' });
        break;
      case 'other':
        this.#others.push(line);
    }
  }

  /** A worksheet has no definition: its own quality's begins a table that has lost its heading, another is a page number. */
  #takeDefinition(line: Line, row: Extract<Row, { kind: 'definition' }>): void {
    if (this.#worksheet === row.quality) this.#leaveSection();
    else if (this.#worksheet !== undefined) {
      this.#others.push(line);
      return;
    }
    this.#table ??= newTable();
    this.#table.definitions.push({ quality: row.quality, wording: { text: row.text, line: line.number, from: 'definition table' } });
    this.#dropSpare(line, row.spare, 'extra cell');
  }

  /** In a section its heading tells table from worksheet; where a heading was lost, the row's shape does. */
  #takeBehaviour(line: Line, row: Extract<Row, { kind: 'behaviour' }>): void {
    this.#list = undefined;
    if (row.parted && this.#worksheet === undefined) this.#table ??= newTable();
    this.#table?.qualities.add(row.quality);
    const known = this.#behaviours.get(row.quality);
    if (known) known.add(row.code);
    else this.#behaviours.set(row.quality, new Set([row.code]));
    const from = this.#table ? 'definition table' : 'worksheet';
    this.wordings.add(`behaviour ${row.code}`, { text: row.text, line: line.number, from });
    this.#dropSpare(line, row.spare, this.#table ? 'extra cell' : 'filled in');
  }

  #takeQuestion(line: Line, row: Extract<Row, { kind: 'question' }>): void {
    const list = this.#list ?? [];
    if (list.length === 0) this.#lists.push(list);
    list.push({ text: row.text, line: line.number, from: 'list' });
    this.#leaveSection();
    this.#list = list;
    this.#dropSpare(line, row.spare, 'extra cell');
  }

  /** A page number may look like a definition ("14", a tab, a title): only one of a quality whose behaviours follow is one. */
  #leaveSection(): void {
    const table = this.#table;
    this.#table = undefined;
    this.#worksheet = undefined;
    this.#list = undefined;
    if (!table) return;
    const [quality] = table.qualities;
    if (table.name && quality !== undefined) this.wordings.add(`name of quality ${quality}`, table.name);
    else if (table.name) this.#drop(table.name.line, table.name.text, 'nothing under it');
    const waiting = new Set(table.qualities);
    for (const definition of table.definitions)
      if (waiting.delete(definition.quality)) this.wordings.add(`definition of quality ${definition.quality}`, definition.wording);
      else this.#drop(definition.wording.line, definition.wording.text, 'not recognised');
  }

  #nameWorksheets(): void {
    for (const { quality, wording } of this.#worksheets)
      if (this.#behaviours.has(quality)) this.wordings.add(`name of quality ${quality}`, wording);
      else this.#drop(wording.line, wording.text, 'nothing under it');
  }

  /** Column headings are also printed alone, and cut off at a page's end. */
  #dropOthers(): void {
    const columns = [...this.#columns].join('\n');
    for (const { number, cells } of this.#others) {
      const heading = cells.every((cell) => cell.length > 5 && columns.includes(cell));
      this.#drop(number, cells.join(' | '), heading ? 'column heading' : 'not recognised');
    }
  }

  #dropSpare(line: Line, spare: readonly string[], why: Dropped['why']): void {
    for (const cell of spare) this.#drop(line.number, cell, why);
  }

  #drop(line: number, text: string, why: Dropped['why']): void {
    this.#dropped.push({ line, text, why });
  }
}
