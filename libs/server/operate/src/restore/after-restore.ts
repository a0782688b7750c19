import { Injectable } from '@nestjs/common';
import { Database } from '@facet/platform';

/** A restored database does not know whom it has reminded since its backup. */
@Injectable()
export class AfterRestore {
  constructor(private readonly database: Database) {}

  /** True until somebody has said what is to become of the mails that were waiting then: until that nobody is reminded. */
  async waits(): Promise<boolean> {
    const [row] = await this.database.as('facet_mail', null, (tx) =>
      tx.query<{ waits: boolean }>('select door.waits_after_restore() as waits'),
    );
    return row?.waits === true;
  }
}
