import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import { Database, type Transaction } from '@facet/platform';

/** The answer to an access request about feedback that somebody has given, word for word the same for everybody. */
export const ABOUT_ANSWERS =
  'Answers that you have begun or sent while a round is open can be seen through your personal link, by you alone; once its report is made, ' +
  'they are kept only as counts and shuffled comments together with those of others, and nobody, we included, can tell which of it is yours.';

/** Whoever has led a round reads it on their own pages, which whoever looks after the installation does not. */
const ABOUT_REPORTS = 'Released reports are on the leader’s own pages, as PDF and CSV.';

const TELLING_NOTHING = [
  ...['invitation', 'link_replaced', 'taken_out', 'sign_in'],
  ...['check_list', 'coach_assigned', 'coach_changed', 'report_ready', 'report_released'],
];

export interface PersonExport {
  readonly person: { readonly name: string; readonly email: string; readonly roles: readonly string[]; readonly disabledAt: Date | null };
  readonly asked: readonly {
    readonly about: string;
    readonly group: string;
    readonly launchedAt: Date;
    readonly closesAt: Date;
    readonly takenOut: boolean;
  }[];
  readonly led: readonly {
    readonly launchedAt: Date;
    readonly closesAt: Date;
    readonly sealedAt: Date | null;
    readonly releasedAt: Date | null;
  }[];
  readonly coached: PersonExport['led'];
  /** Only of kinds that tell nothing of whether somebody had answered: whoever makes the export must not learn it. */
  readonly mails: readonly { readonly kind: string; readonly state: string; readonly sentAt: Date | null }[];
  readonly aboutAnswers: string;
  readonly aboutReports: string;
}

/**
 * What Facet holds about one person, for an access request. Read in the role that sees no answer, no status and no reminder; the names of
 * others are left out but for the leaders whom they were asked about, who are in every invitation of theirs.
 */
@Injectable()
export class ExportPerson {
  constructor(private readonly database: Database) {}

  /** Null where the organisation knows nobody of this id. */
  export(organisation: string, id: string): Promise<PersonExport | null> {
    return this.database.as('facet_people', organisation, async (tx) => {
      const [person] = await tx.query<PersonExport['person']>(
        `select name, email, roles, disabled_at as "disabledAt" from people.person where id = $1`,
        [id],
      );
      if (!person) return null;
      recordEvent(tx, { kind: 'person_exported', by: 'operator', person: id, detail: {} });
      return {
        person,
        asked: await tx.query<PersonExport['asked'][number]>(
          `select l.name as about, i.rater_group as "group", r.launched_at as "launchedAt", r.closes_at as "closesAt", i.taken_out as "takenOut"
            from people.invitation i join people.round r on r.id = i.round join people.person l on l.id = r.leader
            where i.person = $1 order by r.launched_at, r.id`,
          [id],
        ),
        led: await rounds(tx, 'leader', id),
        coached: await rounds(tx, 'coach', id),
        mails: await tx.query<PersonExport['mails'][number]>(
          `select kind, state, sent_at as "sentAt" from post.mail where person = $1 and kind = any($2) order by sent_at, id`,
          [id, TELLING_NOTHING],
        ),
        ...{ aboutAnswers: ABOUT_ANSWERS, aboutReports: ABOUT_REPORTS },
      };
    });
  }
}

const rounds = (tx: Transaction, as: 'leader' | 'coach', person: string): Promise<PersonExport['led'][number][]> =>
  tx.query(
    `select launched_at as "launchedAt", closes_at as "closesAt", sealed_at as "sealedAt", released_at as "releasedAt"
      from people.round where ${as} = $1 order by launched_at, id`,
    [person],
  );
