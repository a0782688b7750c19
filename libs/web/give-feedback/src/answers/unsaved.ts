import type { Answers } from './answers';
import { Locker } from './locker';

/** What a tab has not been able to save: the changes, and the stored answers that it had seen when they were made. */
export interface Left {
  readonly mine: Answers;
  readonly seen: readonly Answers[];
}

/** Keeps them in this tab until the server has acknowledged them, so that neither a reload nor a dead connection loses a word. */
export class Unsaved {
  private constructor(
    private readonly locker: Locker,
    /** What was left in this tab when the page was opened. */
    readonly left: Left | null,
  ) {}

  static async open(code: string): Promise<Unsaved> {
    const locker = new Locker(code);
    const text = await locker.look();
    return new Unsaved(locker, text === null ? null : (JSON.parse(text) as Left));
  }

  keep(left: Left): void {
    void this.locker.put(JSON.stringify(left));
  }

  drop(): void {
    void this.locker.empty();
  }

  /** The words in them, for a page that can only give them back. */
  async words(): Promise<readonly string[]> {
    const text = await this.locker.look();
    const { mine } = text === null ? { mine: {} } : (JSON.parse(text) as Left);
    return Object.values(mine).filter((answer) => typeof answer === 'string' && answer.trim() !== '') as string[];
  }
}
