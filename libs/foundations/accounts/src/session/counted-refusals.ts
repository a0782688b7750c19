import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { type AnyAuditEvent, recordEvent } from '@facet/audit-log';
import { Database, LOGGER, type Principal } from '@facet/platform';
import type { Logger } from 'pino';
import { membershipsOf } from './memberships';

type Refusal = 'asked_for_foreign' | 'sign_in_refused';

interface Counted {
  readonly kind: Refusal;
  readonly organisation: string;
  readonly person: string;
  times: number;
}

/** Refusals of so long are one entry. */
const WINDOW_MS = 60_000;

/**
 * Refusals on their way into the log: counted in memory and written once a minute, one entry for a person and kind. So nobody fills the
 * log by asking, and no answer takes longer because of it: they are counted when the reply has left. A process that is killed loses the
 * last minute's.
 */
@Injectable()
export class CountedRefusals implements BeforeApplicationShutdown {
  private readonly counted = new Map<string, Counted>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Somebody who is signed in asked for what is not theirs, or is not there. */
  askedForForeign({ memberships }: Pick<Principal, 'memberships'>): void {
    for (const { organisation, person } of memberships) this.count('asked_for_foreign', organisation, person);
  }

  /** Somebody tried to sign in with this address. Of one that nobody with a role has, nothing is kept. Nobody waits for it. */
  signInRefused(address: string): void {
    this.database
      .as('facet_accounts', null, (tx) => membershipsOf(tx, address))
      .then((known) => {
        for (const { organisation, person } of known) this.count('sign_in_refused', organisation, person);
      })
      .catch(this.failed);
  }

  /** Writes what has been counted so far. What cannot be written is said in the ordinary log. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const all = [...this.counted.values()];
    this.counted.clear();
    for (const [organisation, counted] of Map.groupBy(all, (one) => one.organisation))
      await this.database
        .as('facet_accounts', organisation, (tx) => {
          recordEvent(tx, ...counted.map(eventOf));
          return Promise.resolve();
        })
        .catch(this.failed);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.write();
  }

  private readonly failed = (err: unknown): void => this.log.error({ err }, 'refusals could not be written into the audit log');

  private count(kind: Refusal, organisation: string, person: string): void {
    const key = `${kind} ${organisation} ${person}`;
    const counted = this.counted.get(key) ?? { kind, organisation, person, times: 0 };
    counted.times++;
    this.counted.set(key, counted);
    this.timer ??= setTimeout(() => void this.write(), WINDOW_MS).unref();
  }
}

/** Who tries to sign in is not known: only whose address it was. */
const eventOf = ({ kind, person, times }: Counted): AnyAuditEvent =>
  kind === 'sign_in_refused' ? { kind, by: 'clock', person, detail: { times } } : { kind, by: { person }, detail: { times } };
