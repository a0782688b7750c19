/** A place in a text; lines and columns count from 1, columns in UTF-16 code units as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something wrong at a place in the file, or with the file as a whole (`at` null). */
export interface Fault {
  readonly at: Place | null;
  readonly message: string;
}

/** Ends the reading of a file of which nothing more can be understood. Never leaves this library. */
export class Unreadable extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(({ message }) => message).join(' '));
  }
}
