import type { ConfidentialGroupCode } from './groups';

/** Groups that answer as one: promised at the launch and never divided again. */
export interface PromisedGroup {
  /** The code of the group that the others joined. */
  readonly code: ConfidentialGroupCode;
  readonly label: string;
  /** Every confidential group in it, its own code included. */
  readonly members: readonly ConfidentialGroupCode[];
}

/** What every colleague is promised before the first question; frozen at the launch. */
export interface RoundPromise {
  /** k: a number is shown only when at least so many confidential colleagues stand behind it; 3 to 5. */
  readonly minimum: number;
  /** Confidential colleagues who must have sent answers before any comment is shown. */
  readonly commentMinimum: 5;
  readonly groups: readonly PromisedGroup[];
}
