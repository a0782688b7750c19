import { Inject, Injectable } from '@nestjs/common';
import { letterAbout, MailRows } from '@facet/mail';
import { LOGGER, type Transaction } from '@facet/platform';
import type { Logger } from 'pino';

/** For whoever watches the log: stays the same for ever. */
export const AUDIT_ALARM = 'audit_withheld';

/**
 * The audit has found something, which the rules of disclosure make impossible: a fault of this program. Administrators are told, and
 * the log says where to look. Neither says what was found: that would name the numbers that give somebody away.
 */
@Injectable()
export class AuditAlarm {
  constructor(
    private readonly mails: MailRows,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** In the seal's own transaction, so that the report and the letters exist together. */
  async write(tx: Transaction, round: string): Promise<void> {
    const administrators = await tx.query<{ person: string }>('select person from door.administrators()');
    await this.mails.write(
      tx,
      administrators.map(({ person }) => letterAbout({ round, kind: 'audit_alarm', person, cause: person }, tx.now)),
    );
  }

  /** Once the seal is committed. */
  sound(round: string, qualities: readonly string[]): void {
    this.log.error(
      { code: AUDIT_ALARM, round, qualities },
      'the audit of a report found something: these qualities, or its comments, are withheld in it',
    );
  }
}
