import { FileVault } from '@facet/answer-links';
import { MailRows, type NewMail } from '@facet/mail';
import type { Configuration } from '@facet/platform';
import { testConfiguration, type TestDatabase, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';

/** Invitations that are held until somebody lets them go, and how a process that sends them is configured. */
export interface HeldMails {
  readonly ids: readonly string[];
  readonly configuration: Configuration;
  readonly environment: Readonly<Record<string, string>>;
}

const DAY_MS = 86_400_000;

export async function heldMails(db: TestDatabase, smtpUrl: string, mails: number): Promise<HeldMails> {
  const configuration = testConfiguration(db, { smtpUrl });
  const school = await testSchool(db);
  const { id } = await testRound(db, school, new FileVault(configuration.keysFolder), {
    raters: Array.from({ length: mails }, (_, at) => ({ name: `Colleague ${at}`, group: 'peer' as const })),
    launchedAt: new Date(Date.now() - DAY_MS).toISOString(),
    closesAt: new Date(Date.now() + 30 * DAY_MS).toISOString(),
  });
  await db.source.query(
    `create or replace function platform.clock() returns timestamptz language sql volatile as 'select clock_timestamp()'`,
  );
  const invited = await db.source.query<{ invitation: string; person: string }[]>(
    'select id as invitation, person from people.invitation where round = $1',
    [id],
  );
  const ids = await db.database.as('facet_mail', school.organisation, (tx) => new MailRows().write(tx, invited.map(heldInvitation)));
  await db.source.query('vacuum analyze');
  return {
    ids,
    configuration,
    environment: {
      DATABASE_URL: db.url,
      SMTP_URL: smtpUrl,
      FACET_KEYS_DIR: configuration.keysFolder,
      FACET_SECRET: configuration.secret.toString(),
      FACET_MAIL_FROM: 'Feedback <feedback@facet.test>',
      FACET_MAIL_PER_DOMAIN: '0',
      FACET_MAIL_HOURS: '00:00-23:59',
      FACET_MAIL_DAYS: 'Mon,Tue,Wed,Thu,Fri,Sat,Sun',
      FACET_MAIL_SWEEP_SECONDS: '5',
      FACET_ROLES: 'jobs',
      FACET_LOG: 'silent',
      PUBLIC_URL: 'https://facet.test',
    },
  };
}

export const heldInvitation = ({ invitation, person }: { invitation: string; person: string }): NewMail => ({
  ...{ person, kind: 'invitation', dedupeKey: `invitation:${invitation}`, about: null, notBefore: 'held', giveUpAt: 'never' },
  items: [{ invitation, kind: 'invitation', ordinal: 1 }],
});
