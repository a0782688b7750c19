import { ForwardOnly } from './forward-only';

/**
 * Who looked, changed and decided, one chain of entries for each organisation (docs/decisions/0016). Nothing that a colleague does with
 * a link: the role of the survey cannot write here, nor that of the mail.
 */
export class AuditLog1764000000020 extends ForwardOnly {
  readonly name = 'AuditLog1764000000020';
  protected readonly sql = `
    create schema audit;
    grant usage on schema audit to facet_people;

    /* Names people and rounds by their ids alone, and leans on neither: whoever is forgotten leaves no name here, and breaks no chain.
       No line break but in detail, which comes last where the hash is taken, and where JSON writes it as two characters. */
    create table audit.entry (
      organisation uuid not null references people.organisation,
      number int not null check (number > 0),
      at timestamptz not null,
      kind text not null check (kind ~ '^[a-z_]+$'),
      doer text not null check (doer in ('person', 'clock', 'operator')),
      actor uuid check ((actor is not null) = (doer = 'person')),
      person uuid,
      round uuid,
      detail jsonb not null,
      previous bytea not null check (octet_length(previous) = 32),
      hash bytea not null check (octet_length(hash) = 32),
      primary key (organisation, number)
    );

    -- The end of each chain: without it nobody would miss a last entry. And its beginning, once the oldest entries have been let go.
    create table audit.chain (
      organisation uuid primary key references people.organisation,
      last_number int not null,
      last_hash bytea not null check (octet_length(last_hash) = 32),
      gone_number int not null check (gone_number between 0 and last_number),
      gone_hash bytea not null check (octet_length(gone_hash) = 32)
    );

    create function audit.keep_entry() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if old.at <= platform.clock() - interval '24 months' then return old; end if;
        end if;
        raise exception 'the audit log is only ever added to' using errcode = 'FA011';
      end $$;
    create trigger entry_is_kept before update or delete on audit.entry for each row execute function audit.keep_entry();
    create trigger log_is_kept before truncate on audit.entry for each statement execute function audit.keep_entry();

    /* The only way into the log. Whoever writes holds the end of the chain until the commit, so that two at once cannot both follow the
       same entry; for that reason it is the last thing that a transaction does. */
    create function door.record_events(events jsonb, at timestamptz) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      declare own audit.chain; entry audit.entry;
      begin
        if events is null then return; end if;
        insert into audit.chain (organisation, last_number, last_hash, gone_number, gone_hash)
          values (platform.organisation(), 0, decode(repeat('00', 32), 'hex'), 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
        select * into own from audit.chain c where c.organisation = platform.organisation() for update;
        for entry in select r.* from jsonb_array_elements(events) with ordinality as e (event, n),
            jsonb_populate_record(null::audit.entry, e.event) r order by e.n loop
          entry.organisation := own.organisation;
          entry.number := own.last_number + 1;
          entry.at := record_events.at;
          entry.previous := own.last_hash;
          entry.hash := sha256(entry.previous || convert_to(concat_ws(e'\\n', entry.organisation, entry.number,
            to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.kind, entry.doer,
            coalesce(entry.actor::text, ''), coalesce(entry.person::text, ''), coalesce(entry.round::text, ''), entry.detail), 'UTF8'));
          insert into audit.entry select entry.*;
          own.last_number := entry.number;
          own.last_hash := entry.hash;
        end loop;
        update audit.chain c set last_number = own.last_number, last_hash = own.last_hash where c.organisation = own.organisation;
      end $$;

    -- From the oldest on, what is older than twenty-four months. The chain then begins with the hash of the last one that went.
    create function door.shorten_log(at timestamptz) returns int
      language plpgsql security definer set search_path = pg_catalog as $$
      declare own audit.chain; up_to int; gone int;
      begin
        select * into own from audit.chain c where c.organisation = platform.organisation() for update;
        if not found then return 0; end if;
        select coalesce(min(e.number) - 1, own.last_number) into up_to from audit.entry e
          where e.organisation = own.organisation and e.at > shorten_log.at - interval '24 months';
        update audit.chain c set gone_number = up_to,
            gone_hash = (select e.hash from audit.entry e where e.organisation = own.organisation and e.number = up_to)
          where c.organisation = own.organisation and up_to > c.gone_number;
        delete from audit.entry e where e.organisation = own.organisation and e.number <= up_to;
        get diagnostics gone = row_count;
        return gone;
      end $$;

    revoke execute on function door.record_events, door.shorten_log from public;
    grant execute on function door.record_events to facet_people, facet_seal, facet_report, facet_accounts, facet_erase;
    grant execute on function door.shorten_log to facet_erase;

    grant select on audit.entry to facet_people;
    alter table audit.entry enable row level security;
    create policy own_organisation on audit.entry to facet_people using (organisation = platform.organisation());
    alter table audit.chain enable row level security;
  `;
}
