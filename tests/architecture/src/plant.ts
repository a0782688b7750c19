/** A line that the law refuses, in the file where somebody might write it, and its innocent twin. */
export interface Plant {
  readonly what: string;
  readonly file: string;
  readonly refused: string;
  readonly allowed: string;
  readonly rule: string;
  /** Where the twin stands, if it is the file itself that is refused. */
  readonly allowedIn?: string;
  /** Judged by the law's line for this tag alone, where another line would refuse the same import first. */
  readonly only?: string;
}
