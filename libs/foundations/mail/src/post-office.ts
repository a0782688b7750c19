import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileVault, RoundSecret } from '@facet/answer-links';
import { createLogger, readConfiguration, type Configuration, type Database } from '@facet/platform';
import type { DataSource } from 'typeorm';
import { Deliveries } from './outbox/deliveries';
import { MailRows, type NewMail } from './outbox/mail-rows';
import { SendMail } from './outbox/send-mail';
import { Steps } from './outbox/steps';
import { Sweep } from './outbox/sweep';
import { WriteLetter } from './outbox/write-letter';
import { Carrier } from './sending/carrier';

export const MORNING = '2026-12-01T09:00:00.000Z';

/** Without jitter, so that specs can name the second. */
const noChance = (): number => 0;

/** What a spec brings along from @facet/testing. */
interface Surroundings {
  readonly db: { readonly url: string; readonly source: DataSource; readonly database: Database; setClock(now: string): Promise<void> };
  readonly smtp: { readonly url: string };
}

/** For specs: the whole path of a mail on a real database, a real vault and a real SMTP server, with one school in it. */
export class PostOffice {
  readonly organisation = randomUUID();
  readonly rows = new MailRows();
  readonly leader = { id: randomUUID(), name: 'Ada Okafor', email: 'ada@hill.example' };
  readonly coach = { id: randomUUID(), name: 'Priya Nair', email: 'priya@hill.example' };
  private readonly framework = randomUUID();

  private constructor(
    readonly db: Surroundings['db'],
    readonly vault: FileVault,
    readonly configuration: Configuration,
    private readonly keys: string,
  ) {}

  static async open({ db, smtp }: Surroundings): Promise<PostOffice> {
    const keys = await mkdtemp(join(tmpdir(), 'facet-keys-'));
    const read = readConfiguration({
      SMTP_URL: smtp.url,
      DATABASE_URL: db.url,
      PUBLIC_URL: 'https://facet.hill.example',
      FACET_SECRET: 'a secret for tests, long enough to pass',
      FACET_MAIL_FROM: 'Feedback <feedback@hill.example>',
      FACET_KEYS_DIR: keys,
      FACET_MAIL_PER_DOMAIN: '0',
    });
    if (!read.ok) throw new Error(read.faults.join('\n'));
    const office = new PostOffice(db, new FileVault(keys), read.configuration, keys);
    await office.settle();
    return office;
  }

  async close(): Promise<void> {
    await rm(this.keys, { recursive: true, force: true });
  }

  /** One process's worker, as the module puts it together. */
  worker(configuration: Configuration = this.configuration): { send: SendMail; sweep: Sweep; deliveries: Deliveries; stop: () => void } {
    const carrier = new Carrier({ smtpUrl: configuration.smtpUrl ?? '', ...configuration.mail });
    const steps = new Steps(configuration, this.db.database, new WriteLetter(configuration, this.vault), noChance);
    const send = new SendMail(configuration, steps, carrier);
    const deliveries = new Deliveries(send, createLogger('silent'));
    return { send, deliveries, sweep: new Sweep(configuration, this.db.database, noChance), stop: () => carrier.close() };
  }

  async person(name: string, email = `${name.toLowerCase()}@hill.example`, roles: readonly string[] = []): Promise<string> {
    const id = randomUUID();
    await this.sql('insert into people.person (id, organisation, name, email, roles) values ($1, $2, $3, $4, $5)', [
      id,
      this.organisation,
      name,
      email,
      roles,
    ]);
    return id;
  }

  /** An open, confirmed round of this leader, closing on 9 December. */
  async round(leader: string = this.leader.id, closesAt = '2026-12-09T18:00:00Z'): Promise<string> {
    const id = randomUUID();
    await this.vault.put(id, RoundSecret.make());
    const promise = JSON.stringify({ minimum: 3, commentMinimum: 5, groups: [] });
    await this.sql(
      `insert into people.round (id, organisation, leader, coach, framework, message, promise, closes_local, zone, closes_at, launched_at, confirmed_at)
        values ($1, $2, $3, $4, $5, 'Please be frank.', $6, '2026-12-09T18:00', 'Europe/London', $7, '2026-11-20T09:00Z', '2026-11-20T10:00Z')`,
      [id, this.organisation, leader, this.coach.id, this.framework, promise, closesAt],
    );
    return id;
  }

  async invite(round: string, person: string, group = 'peer'): Promise<string> {
    const id = randomUUID();
    await this.sql(
      `insert into people.invitation (id, organisation, round, person, rater_group, token_hash) values ($1, $2, $3, $4, $5, sha256($1::uuid::text::bytea))`,
      [id, this.organisation, round, person, group],
    );
    return id;
  }

  /** Writes one mail as a journey would and returns its id. */
  async write(mail: Partial<NewMail> & Pick<NewMail, 'person'>): Promise<string> {
    const [id] = await this.writeAll([mail]);
    if (id === undefined) throw new Error('this mail was written before');
    return id;
  }

  async writeAll(mails: readonly (Partial<NewMail> & Pick<NewMail, 'person'>)[]): Promise<string[]> {
    return this.db.database.as('facet_mail', this.organisation, (tx) =>
      this.rows.write(
        tx,
        mails.map((mail) => ({
          kind: 'invitation',
          dedupeKey: randomUUID(),
          about: null,
          notBefore: tx.now,
          giveUpAt: 'never',
          items: [],
          ...mail,
        })),
      ),
    );
  }

  /** An invitation with its mail. */
  async invitationMail(round: string, person: string, group = 'peer'): Promise<{ invitation: string; mail: string }> {
    const invitation = await this.invite(round, person, group);
    const mail = await this.write({ person, items: [{ invitation, kind: 'invitation', ordinal: 1 }] });
    return { invitation, mail };
  }

  async mail(id: string): Promise<Record<string, unknown>> {
    const [row] = await this.sql('select * from post.mail where id = $1', [id]);
    return row ?? {};
  }

  async attempts(id: string): Promise<Record<string, unknown>[]> {
    return this.sql('select n, phase, outcome, smtp_code, reply from post.mail_attempt where mail = $1 order by n', [id]);
  }

  /** As the database's owner, past every policy. */
  sql<Row = Record<string, unknown>>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.db.source.query(text, [...parameters]);
  }

  private async settle(): Promise<void> {
    await this.db.setClock(MORNING);
    await this.sql(`insert into people.organisation (id, name, zone) values ($1, 'Hill Street School', 'Europe/London')`, [
      this.organisation,
    ]);
    for (const { id, name, email } of [this.leader, this.coach])
      await this.sql('insert into people.person (id, organisation, name, email) values ($1, $2, $3, $4)', [
        id,
        this.organisation,
        name,
        email,
      ]);
    await this.sql(
      `insert into people.framework (id, organisation, name, version, content, published_at) values ($1, $2, 'Seven', 1, '{}', '2026-11-01Z')`,
      [this.framework, this.organisation],
    );
  }
}
