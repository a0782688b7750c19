import type { DataSource } from 'typeorm';

/**
 * A demo moves the clock, marks mail as sent that reached nobody, and knows its people by heart: none of it may touch a database
 * with a school in it. And real mail must not leave from a database whose people and times are made up. The mark is in the
 * database, because processes that share one do not share a folder.
 *
 * @throws with a sentence on what to set, before anything has been changed
 */
export async function keepDemoApart(source: DataSource, demo: boolean): Promise<void> {
  const [found] = await source.query<{ demo: boolean; used: boolean }[]>(
    `select to_regclass('platform.demo_clock') is not null as demo, exists (select from people.organisation) as used`,
  );
  if (demo && found?.used === true && !found.demo)
    throw new Error('SMTP_URL is missing, and this database holds a school that is no demo. Set SMTP_URL to its mail server.');
  if (!demo && found?.demo === true)
    throw new Error(
      'This database was made in demo mode. For real mail set FACET_DATA or DATABASE_URL to another one; leave out SMTP_URL to go on with the demo.',
    );
}
