import { FileVault } from '@facet/answer-links';
import { MailRows, type NewMail } from '@facet/mail';
import type { Configuration } from '@facet/platform';
import { type RecordingSmtp, testConfiguration, type TestDatabase, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';

/** Mails that wait to be sent, and what a process needs to send them. */
export interface MailsToSend {
  readonly ids: readonly string[];
  readonly configuration: Configuration;
  readonly environment: Readonly<Record<string, string>>;
}

const DAY_MS = 86_400_000;

/** One invitation for each of so many colleagues of a new school, and a reminder for each of so many others; due now, or when let go. */
export async function mailsToSend(
  db: TestDatabase,
  smtp: RecordingSmtp,
  { invitations, reminders, held = false, today = Date.now() }: { invitations: number; reminders: number; held?: boolean; today?: number },
): Promise<MailsToSend> {
  const configuration = testConfiguration(db, { smtpUrl: smtp.url });
  const school = await testSchool(db);
  const round = await testRound(db, school, new FileVault(configuration.keysFolder), {
    raters: Array.from({ length: invitations + reminders }, (_, at) => ({ name: `Colleague ${at}`, group: 'peer' as const })),
    launchedAt: new Date(today - DAY_MS).toISOString(),
    closesAt: new Date(today + 30 * DAY_MS).toISOString(),
  });
  // The leases of killed processes must end: the clock runs here.
  await db.source.query(
    `create or replace function platform.clock() returns timestamptz language sql volatile as 'select clock_timestamp()'`,
  );
  const asked = await db.source.query<{ invitation: string; person: string }[]>(
    'select id as invitation, person from people.invitation where round = $1 order by id',
    [round.id],
  );
  const rows = new MailRows();
  const ids = await db.database.as('facet_mail', school.organisation, (tx) =>
    rows.write(
      tx,
      asked.map(({ invitation, person }, at): NewMail => {
        const kind = at < invitations ? 'invitation' : 'reminder';
        return {
          ...{ person, kind, dedupeKey: `${kind}:${invitation}`, about: null, notBefore: held ? 'held' : tx.now, giveUpAt: 'never' },
          items: [{ invitation, kind, ordinal: 1 }],
        };
      }),
    ),
  );
  return {
    ids,
    configuration,
    environment: {
      DATABASE_URL: db.url,
      SMTP_URL: smtp.url,
      FACET_KEYS_DIR: configuration.keysFolder,
      FACET_SECRET: configuration.secret.toString(),
      FACET_MAIL_FROM: 'Feedback <feedback@facet.test>',
      PUBLIC_URL: 'https://facet.test',
    },
  };
}

/** What was held is due from now on. */
export async function letGo(db: TestDatabase, ids: readonly string[]): Promise<void> {
  await db.source.query('update post.mail set not_before = platform.clock() where id = any($1)', [ids]);
}
