import { asideRoot } from '@facet/mail';
import type { Configuration } from '@facet/platform';
import { Database } from '@facet/platform';
import type { DataSource } from 'typeorm';
import { examineBackup } from './examine-backup';
import { examineDatabase } from './examine-database';
import { askResolver, examineMailDomain } from './examine-mail-domain';
import { examineMailServer } from './examine-mail-server';
import { examineQueue } from './examine-queue';
import { examineReturnedMail } from './examine-returned-mail';
import { examineVault } from './examine-vault';
import type { Finding } from './finding';

export interface Patient {
  readonly configuration: Configuration;
  readonly source: DataSource;
  /** Where the database keeps its files, if it runs on this machine as Facet's own. */
  readonly databaseFolder: string | null;
  /** Whom to send a test mail; null: the mail server is only greeted. */
  readonly testMailTo: string | null;
}

/** Looks at everything that an installation stands on. Changes nothing but what it writes into the vault and takes out again. */
export async function examine({ configuration, source, databaseFolder, testMailTo }: Patient): Promise<Finding[]> {
  const { mail, demo, keysFolder, redisUrl } = configuration;
  const database = new Database(source);
  const now = await database.as('facet_people', null, (tx) => Promise.resolve(tx.now));
  const domain = mail.from.address.slice(mail.from.address.lastIndexOf('@') + 1);
  return [
    { area: 'settings', state: 'good', says: demo ? 'Demo mode: no SMTP_URL is set.' : 'Every setting can be used.' },
    ...(await examineDatabase(source)),
    ...(await examineVault(keysFolder, database, databaseFolder)),
    ...(demo ? [] : await examineBackup(source)),
    await examineQueue(redisUrl, source),
    ...(await examineMailServer(configuration, testMailTo, now)),
    ...(await examineReturnedMail(mail, asideRoot(configuration))),
    ...(demo ? [] : await examineMailDomain({ domain, ...mail }, askResolver())),
  ];
}
