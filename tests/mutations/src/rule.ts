/** A rule of confidentiality, and the edit that takes it out of the code. */
export interface Rule {
  readonly rule: string;
  readonly file: string;
  /** Stands exactly once in the file; otherwise the edit has gone stale and the test says so. */
  readonly from: string;
  readonly to: string;
  /** Where it must be noticed: a project's folder, and the part of a test file's path if not the whole project is asked. */
  readonly noticedBy: Suite;
}

export interface Suite {
  readonly project: string;
  readonly files?: string;
}
