import { createLogger, type Database } from '@facet/platform';
import type { Email } from 'postal-mime';
import { Doorbell } from '../doorbell/doorbell';
import type { PostOffice } from '../post-office';
import { PlanReminders } from './plan-reminders';

interface Smtp {
  readonly messages: { readonly to: readonly string[]; readonly mail: Email }[];
}

/** The Tuesday on which everybody in these specs is invited. */
export const INVITED = '2026-12-01T09:00:00Z';

/** For specs: rounds, colleagues whose invitation has arrived, and the tick at any time that a spec says. */
export class ReminderStage {
  readonly worker;
  private readonly doorbell;
  private readonly log = createLogger('silent');

  private constructor(
    readonly office: PostOffice,
    readonly smtp: Smtp,
    private readonly database: Database,
  ) {
    this.worker = office.worker();
    this.doorbell = new Doorbell(office.configuration, this.log);
  }

  static async open(office: PostOffice, smtp: Smtp, database: Database): Promise<ReminderStage> {
    const stage = new ReminderStage(office, smtp, database);
    await stage.doorbell.onModuleInit();
    return stage;
  }

  async close(): Promise<void> {
    this.worker.stop();
    await this.doorbell.onApplicationShutdown();
  }

  /** Nobody is invited and no mail is there. */
  async empty(): Promise<void> {
    for (const table of ['post.mail_attempt', 'post.mail_item', 'post.mail', 'post.suppression', 'post.calendar', 'people.invitation'])
      await this.office.sql(`delete from ${table}`);
    this.smtp.messages.splice(0);
    await this.office.db.setClock(INVITED);
  }

  planner(configuration = this.office.configuration): PlanReminders {
    return new PlanReminders(configuration, this.database, this.office.rows, this.doorbell, this.log);
  }

  person(name: string): Promise<string> {
    return this.office.person(name, `${name}.${crypto.randomUUID()}@hill.example`);
  }

  async roundOf(leader: string, closesAt: string): Promise<string> {
    return this.office.round(await this.person(leader), closesAt);
  }

  /** A colleague whose invitation has arrived. */
  async invite(round: string, person: string): Promise<string> {
    const { invitation, mail } = await this.office.invitationMail(round, person);
    await this.worker.send.send(mail);
    this.smtp.messages.splice(0);
    return invitation;
  }

  /** What a process with the role "jobs" does again and again. */
  async tick(at: string): Promise<void> {
    await this.office.db.setClock(at);
    await this.planner().run();
    await this.worker.deliveries.deliver(await this.worker.sweep.run());
  }

  async answer(invitation: string, status: string): Promise<void> {
    await this.office.sql('update people.invitation set status = $2 where id = $1', [invitation, status]);
  }

  async closeAt(round: string, instant: string): Promise<void> {
    await this.office.sql('update people.round set closes_at = $2 where id = $1', [round, instant]);
  }

  /** The leaders of whom each mail that has left speaks, in order: "Ada’s and Ben’s". */
  get told(): (string | undefined)[] {
    return this.smtp.messages.map(({ mail }) => /^Reminder: your view of (.+) leadership by /.exec(mail.subject ?? '')?.[1]);
  }

  /** Every item that is due stands in exactly one mail. */
  async items(): Promise<{ kind: string; ordinal: number; state: string; dropped: boolean }[]> {
    return this.office.sql(
      `select item.kind, item.ordinal, mail.state, item.dropped from post.mail_item item join post.mail mail on mail.id = item.mail
        where item.kind <> 'invitation' order by item.invitation, item.ordinal`,
    );
  }
}
