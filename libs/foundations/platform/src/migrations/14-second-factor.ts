import { ForwardOnly } from './forward-only';

/** The second step of signing in: an authenticator's secret, which nobody reads from here without FACET_SECRET, and codes for its loss. */
export class SecondFactor1764000000014 extends ForwardOnly {
  readonly name = 'SecondFactor1764000000014';
  protected readonly sql = `
    create table access.second_factor (
      -- In small letters: one person, however they type it, and in however many organisations.
      address text primary key,
      sealed bytea not null,
      since timestamptz not null,
      -- The half minute whose code counted last: each counts once, and none from before it.
      last_step bigint not null,
      tries int not null default 0,
      tries_since timestamptz not null
    );

    -- A code that has been used is gone.
    create table access.recovery_code (
      hash bytea primary key check (octet_length(hash) = 32),
      address text not null references access.second_factor on delete cascade
    );
    create index recovery_code_by_address on access.recovery_code (address);

    -- Forgetting somebody does not reach the planner's samples (9-erasure.ts).
    alter table access.second_factor alter column address set statistics 0;
    alter table access.recovery_code alter column address set statistics 0;

    grant select, insert, update (sealed, since, last_step, tries, tries_since), delete on access.second_factor to facet_accounts;
    grant select, insert, delete on access.recovery_code to facet_accounts;

    -- Who of the caller's own organisation has one: for the page on which an administrator resets it.
    create function door.second_factors() returns table (person uuid)
      language sql stable security definer set search_path = pg_catalog as $$
        select p.id from people.person p join access.second_factor f on f.address = lower(p.email)
        where p.organisation = platform.organisation() order by p.id $$;
    revoke execute on function door.second_factors() from public;
    grant execute on function door.second_factors() to facet_people;
  `;
}
