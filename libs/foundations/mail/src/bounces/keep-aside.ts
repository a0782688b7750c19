import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIGURATION, LOGGER, type Configuration } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { setAsideFolder } from './maildir';
import type { Strange } from './take-returned';

/** Whoever can write to a bounce address can have this many strange mails kept, for each reason, and no more. */
const MOST = 1_000;

/** Where set-aside lies: in the mailbox for returned mail, or in the data folder where there is none. Not in the database: it may hold links. */
export const asideRoot = ({ mail, data }: Pick<Configuration, 'mail' | 'data'>): string =>
  mail.bounceMaildir ?? join(data, 'returned-mail');

/** Keeps what was posted as returned mail and could not be used, for a person to look at, as the mailbox does with its own. */
@Injectable()
export class KeepAside {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** False where there is no room. Named by its content, so that what is posted again is kept once. */
  async keep(bytes: Uint8Array, why: Strange): Promise<boolean> {
    const folder = join(asideRoot(this.configuration), setAsideFolder(why));
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const there = await readdir(folder);
      if (there.includes(name)) return true;
      if (there.length >= MOST) return false;
      const unfinished = join(folder, `.${name}-${process.pid}`);
      await writeFile(unfinished, bytes, { mode: 0o600 });
      await rename(unfinished, join(folder, name));
      this.log.warn({ name, why }, 'a mail that was posted as returned was set aside');
      return true;
    } catch (err) {
      this.log.error({ err, why }, 'a mail that was posted as returned could not be set aside');
      return false;
    }
  }
}
