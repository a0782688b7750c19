import { CONFIGURATION, Database, type Configuration } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import { readReport, type Report } from './read-report';
import { recordReport } from './record-report';
import { returnedMail } from './returned-mail';

/** Reports hold our own mail at most once, and that is a tenth of it. Larger ones are not even read: the parser takes its time. */
export const LARGEST_RETURNED = 300_000;

/** Why a report changed nothing and is kept for a person to look at. */
export type Strange = 'too large' | 'unreadable' | 'looping' | 'no report' | 'unsigned' | 'several mails' | 'unknown mail' | 'never sent';

/** `taken`: written down, now or before. `ignored`: nothing has gone wrong. `not yet`: come again, a worker is still sending the mail. */
export type Taken = { readonly kind: 'taken' | 'ignored' | 'not yet' } | { readonly kind: 'strange'; readonly why: Strange };

/** Takes in mail that came back, by whatever way it came. Throws only where the database does not answer. */
@Injectable()
export class TakeReturned {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
  ) {}

  /** As it stands in a mailbox. */
  async take(bytes: Uint8Array): Promise<Taken> {
    if (bytes.length > LARGEST_RETURNED) return { kind: 'strange', why: 'too large' };
    const read = await readReport(bytes);
    if (read.kind === 'report') return this.record(read.report);
    return read.kind === 'automatic' ? { kind: 'ignored' } : read;
  }

  async record(report: Report): Promise<Taken> {
    const returned = returnedMail(this.configuration.secret, report.addresses);
    if (typeof returned === 'string') return { kind: 'strange', why: returned };
    const { mail } = returned;
    const [known] = await this.database.as('facet_mail', null, (tx) =>
      tx.query<{ organisation: string | null }>('select door.mail_organisation($1) as organisation', [mail]),
    );
    if (!known?.organisation) return { kind: 'strange', why: 'unknown mail' };
    const recorded = await this.database.as('facet_mail', known.organisation, (tx) => recordReport(tx, mail, report));
    if (recorded === 'not yet') return { kind: recorded };
    return recorded === 'taken' || recorded === 'known before' ? { kind: 'taken' } : { kind: 'strange', why: recorded };
  }
}
