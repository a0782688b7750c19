import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';
import type { Person } from './people';

export interface StaffMember extends Person {
  /** Roles that they would have again; `roles` of People are empty meanwhile. */
  readonly disabledAt: Date | null;
}

const COLUMNS = 'id, name, email, roles, disabled_at as "disabledAt"';

/** The people of an organisation who have a role in it, whether or not they may sign in at present. */
@Injectable()
export class Staff {
  /** Whoever changes roles or access waits here for whoever is doing so: two cannot each take away the other's. */
  async lock(tx: Transaction): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('staff ' || platform.organisation(), 0))`);
  }

  async all(tx: Transaction): Promise<StaffMember[]> {
    return tx.query<StaffMember>(`select ${COLUMNS} from people.person where roles <> '{}' order by name, id`);
  }

  /**
   * Their id; null where somebody with this address has a role already. A colleague who was only ever asked keeps who they are, and is
   * named anew.
   */
  async appoint(tx: Transaction, { id, name, email, roles }: Person): Promise<string | null> {
    const [appointed] = await tx.query<{ id: string }>(
      `insert into people.person as known (id, organisation, name, email, roles) values ($1, platform.organisation(), $2, $3, $4)
        on conflict (organisation, lower(email)) do update set name = excluded.name, roles = excluded.roles where known.roles = '{}'
        returning id`,
      [id, name, email, roles],
    );
    return appointed?.id ?? null;
  }

  async change(tx: Transaction, id: string, { name, roles }: Pick<Person, 'name' | 'roles'>): Promise<void> {
    await tx.query('update people.person set name = $2, roles = $3 where id = $1', [id, name, roles]);
  }

  async disable(tx: Transaction, id: string): Promise<void> {
    await tx.query('update people.person set disabled_at = $2 where id = $1 and disabled_at is null', [id, tx.now]);
  }

  async enable(tx: Transaction, id: string): Promise<void> {
    await tx.query('update people.person set disabled_at = null where id = $1', [id]);
  }
}
