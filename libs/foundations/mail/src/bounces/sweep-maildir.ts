import { LOGGER } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Maildir } from './maildir';
import { LARGEST_RETURNED, type Taken, TakeReturned } from './take-returned';

/** So many, or for so long, at once; the next sweep takes the next. */
const MOST = 200;
const LONGEST_MS = 10_000;

export interface Swept {
  readonly taken: number;
  readonly ignored: number;
  readonly strange: number;
}

/**
 * Empties a mailbox to which mail is returned. Any number of processes may do it at once: each report is first taken in, which the
 * database does once, and then moved, which the file system does once. Whoever is killed in between has lost nothing.
 */
@Injectable()
export class SweepMaildir {
  constructor(
    private readonly returned: TakeReturned,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** What this process has moved. Never throws: what cannot be done now stays where it is. */
  async run(folder: string): Promise<Swept> {
    const counts = { taken: 0, ignored: 0, strange: 0 };
    const end = performance.now() + LONGEST_MS;
    const mailbox = new Maildir(folder);
    try {
      for (const name of await mailbox.arrived(MOST)) {
        if (performance.now() > end) break;
        const moved = await this.one(mailbox, name);
        if (moved !== null) counts[moved] += 1;
      }
    } catch (err) {
      this.log.warn({ err }, 'returned mail cannot be read now; it waits in its mailbox');
    }
    if (counts.taken + counts.ignored + counts.strange > 0) this.log.info(counts, 'mail came back');
    return counts;
  }

  /** Null where it stays for the next sweep, or another process was first. */
  private async one(mailbox: Maildir, name: string): Promise<keyof Swept | null> {
    const bytes = await mailbox.read(name, LARGEST_RETURNED);
    if (bytes === 'gone') return null;
    const taken: Taken = typeof bytes === 'string' ? { kind: 'strange', why: bytes } : await this.returned.take(bytes);
    if (taken.kind === 'not yet') return null;
    if (taken.kind !== 'strange') return (await mailbox.markSeen(name)) ? taken.kind : null;
    if (!(await mailbox.setAside(name, taken.why))) return null;
    this.log.warn({ name, why: taken.why }, 'a mail that came back was set aside');
    return 'strange';
  }
}
