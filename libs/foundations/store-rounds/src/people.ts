import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** What they may do at present: nothing while an administrator keeps them out. */
  readonly roles: readonly ('leader' | 'coach' | 'administrator')[];
}

const COLUMNS = `id, name, email, case when disabled_at is null then roles else '{}' end as roles`;

@Injectable()
export class People {
  async byId(tx: Transaction, id: string): Promise<Person | null> {
    const [row] = await tx.query<Person>(`select ${COLUMNS} from people.person where id = $1`, [id]);
    return row ?? null;
  }

  /** Names by id, for lists that show people only by name. */
  async names(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; name: string }>(`select id, name from people.person where id = any($1::uuid[])`, [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async coaches(tx: Transaction): Promise<Person[]> {
    return tx.query<Person>(`select ${COLUMNS} from people.person where 'coach' = any(roles) and disabled_at is null order by name, id`);
  }

  /**
   * The people behind these addresses, in the same order; those not known yet are added. One person per address, whatever its
   * capitals: a known person keeps name and roles, because somebody else's list does not rename anyone.
   * Added in one order, so that two lists with the same new people wait for each other and never for ever.
   */
  async atAddresses(
    tx: Transaction,
    list: readonly { readonly id: string; readonly name: string; readonly email: string }[],
  ): Promise<Person[]> {
    await tx.query(
      `insert into people.person (id, organisation, name, email)
        select id, platform.organisation(), name, email from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, name, email) order by lower(email)
        on conflict (organisation, lower(email)) do nothing`,
      [list.map((p) => p.id), list.map((p) => p.name), list.map((p) => p.email)],
    );
    return tx.query<Person>(
      `select p.id, p.name, p.email, case when p.disabled_at is null then p.roles else '{}' end as roles
        from unnest($1::text[]) with ordinality as given (email, at) join people.person p on lower(p.email) = lower(given.email) order by given.at`,
      [list.map((p) => p.email)],
    );
  }

  /** People who may sign in; whoever is known by id or address already stays as they are. */
  async addStaff(tx: Transaction, list: readonly Person[]): Promise<void> {
    for (const { id, name, email, roles } of list)
      await tx.query(
        `insert into people.person (id, organisation, name, email, roles) values ($1, platform.organisation(), $2, $3, $4) on conflict do nothing`,
        [id, name, email, roles],
      );
  }
}
