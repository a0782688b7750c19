import { behaviourCodes, observedExtent, type Framework } from '@facet/domain-framework';
import type { Answers } from '../answers';
import { type Fault, Unreadable } from '../fault';
import { answerOfRow, type Expected } from './answer-of-row';
import { type Contradiction, Gathering } from './gathering';
import { type Columns, readHeader } from './header';
import { readRows, type Row } from './rows';
import { textOfFile } from './text-of-file';

export type AnswersRead = { readonly answers: Answers } | { readonly faults: readonly Fault[] };

/** A person mends a few faults at a time; a file of another kind would have thousands. */
const mostFaults = 20;

/**
 * Reads a CSV file of answers, row by row. `framework` says which behaviours there are and on what scale; null: those that are
 * rated in the file, on a scale of 1 to 5.
 */
export const readAnswers = (path: string, framework: Framework | null): Promise<AnswersRead> => gather(textOfFile(path), framework);

/** The same of a text whose lines end with "\n". */
export const gather = async (text: AsyncIterable<string>, framework: Framework | null): Promise<AnswersRead> => {
  const reading = new Reading(framework);
  try {
    await readRows(text, (row) => reading.take(row));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    reading.refuse(error.faults);
  }
  return reading.result;
};

/** One file: its first row, then its answers, and all that is wrong with either. */
class Reading {
  readonly #faults: Fault[] = [];
  readonly #gathering: Gathering;
  readonly #content: Omit<Expected, 'columns'>;
  #columns: Columns | null = null;
  #answers = 0;

  constructor(framework: Framework | null) {
    this.#gathering = new Gathering(framework);
    this.#content = {
      points: (framework?.scale ?? observedExtent).points.length,
      behaviours: framework && new Set(behaviourCodes(framework)),
    };
  }

  take(row: Row): void {
    if (this.#columns === null) {
      this.#columns = readHeader(row);
      return;
    }
    this.#answers += 1;
    const answer = answerOfRow(row, { columns: this.#columns, ...this.#content });
    this.refuse(Array.isArray(answer) ? answer : contradictions(row, this.#columns, this.#gathering.take(answer, row.line)));
    if (this.#faults.length >= mostFaults) throw new Unreadable([{ at: null, message: 'Nothing after this was read.' }]);
  }

  refuse(faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  get result(): AnswersRead {
    if (this.#faults.length > 0) return { faults: this.#faults };
    if (this.#columns === null) return nothing('This file is empty.', 1);
    return this.#answers === 0 ? nothing('There is no answer behind the first row.', 2) : { answers: this.#gathering.answers };
  }
}

const contradictions = (row: Row, columns: Columns, found: Contradiction | null): Fault[] =>
  found === null ? [] : [{ at: row.placeOf(columns.get(found.column) ?? 0), message: `${found.column}: ${found.message}` }];

const nothing = (message: string, line: number): AnswersRead => ({ faults: [{ at: { line, column: 1 }, message }] });
