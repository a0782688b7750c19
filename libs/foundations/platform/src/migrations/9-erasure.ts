import { ForwardOnly } from './forward-only';

/**
 * What is forgotten on request, and what is kept no longer than promised. The role facet_erase reads none of it: it may open doors that
 * delete inside its own organisation and return how many rows went. Mails and envelopes are never counted: a reminder says that
 * somebody had not answered, an envelope that they had begun.
 */
export class Erasure1764000000009 extends ForwardOnly {
  readonly name = 'Erasure1764000000009';
  protected readonly sql = `
    do $$
    begin
      begin
        create role facet_erase nologin;
      exception when duplicate_object or unique_violation then null;
      end;
      if not pg_has_role(current_user, 'facet_erase', 'SET') then
        grant facet_erase to current_user with inherit false, set true;
      end if;
    end $$;
    create schema operate;
    grant usage on schema platform, door, operate to facet_erase;
    grant usage on schema operate to facet_mail;

    -- Who and which rounds were forgotten, so that a backup from before does not bring them back. Nobody's name: a hash with a salt.
    create table operate.tombstone (
      organisation uuid not null references people.organisation,
      kind text not null check (kind in ('person', 'round')),
      salt bytea not null check (octet_length(salt) = 16),
      hash bytea not null check (octet_length(hash) = 32),
      at timestamptz not null,
      primary key (organisation, hash)
    );

    -- Who asked for no more reminders and is forgotten: the wish stays with the address, should somebody ask them again.
    create table operate.silence (
      organisation uuid not null references people.organisation,
      salt bytea not null check (octet_length(salt) = 16),
      hash bytea not null check (octet_length(hash) = 32),
      reason text not null check (reason in ('opted out', 'complained')),
      since timestamptz not null,
      primary key (organisation, hash)
    );

    create table operate.receipt (
      id uuid primary key,
      organisation uuid not null references people.organisation,
      what text not null check (what in ('person', 'round', 'leader')),
      counts jsonb not null,
      at timestamptz not null
    );

    create table operate.retention_run (
      id uuid primary key,
      organisation uuid not null references people.organisation,
      counts jsonb not null,
      at timestamptz not null
    );

    -- What remains of who was asked, once it is known no longer.
    create table people.invited_count (
      round uuid not null,
      organisation uuid not null references people.organisation,
      rater_group text not null,
      invited int not null check (invited > 0),
      primary key (round, rater_group),
      foreign key (organisation, round) references people.round (organisation, id) on delete cascade
    );

    -- A report that somebody named in it had taken back. Its round stays, to say so.
    alter table people.round add column withdrawn_at timestamptz check (withdrawn_at is null or sealed_at is not null);

    -- PostgreSQL's planner keeps samples of columns in a catalogue of its own, where forgetting somebody does not reach them.
    alter table people.person alter column name set statistics 0, alter column email set statistics 0;
    alter index people.one_person_per_address alter column 2 set statistics 0;
    alter index people.person_by_address alter column 1 set statistics 0;
    alter table post.mail alter column last_text set statistics 0;
    alter table post.mail_attempt alter column reply set statistics 0;
    alter table post.mail_return alter column said set statistics 0;
    alter table access.sign_in_request alter column address set statistics 0;
    alter table access.session alter column address set statistics 0;
    alter table access.one_time_link alter column address set statistics 0;
    alter table people.launch_draft alter column content set statistics 0;

    grant select on operate.silence to facet_mail;
    grant select, insert on operate.receipt, operate.retention_run to facet_erase;
    do $$
    declare name text;
    begin
      foreach name in array array['operate.tombstone', 'operate.silence', 'operate.receipt', 'operate.retention_run', 'people.invited_count'] loop
        execute format('alter table %s enable row level security', name);
        execute format('create policy own_organisation on %s using (organisation = platform.organisation())
          with check (organisation = platform.organisation())', name);
      end loop;
    end $$;

    create function door.bury(kind text, name text, at timestamptz) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      declare salt bytea := uuid_send(gen_random_uuid());
      begin
        insert into operate.tombstone (organisation, kind, salt, hash, at)
          values (platform.organisation(), bury.kind, salt, sha256(salt || convert_to(bury.name, 'UTF8')), bury.at);
      end $$;

    -- Mails to one person, or about one round; a mail that is about other rounds too only loses this one.
    create function door.drop_mails(mails uuid[]) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      begin
        delete from post.mail_item i where i.mail = any(mails) and i.organisation = platform.organisation();
        delete from post.mail_attempt a where a.mail = any(mails) and a.organisation = platform.organisation();
        delete from post.mail_return r where r.mail = any(mails) and r.organisation = platform.organisation();
        delete from post.mail m where m.id = any(mails) and m.organisation = platform.organisation();
      end $$;

    -- The numbers and comments of a sealed round. They are never counted anew without somebody: that would give them away.
    create function door.drop_report(round uuid) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      begin
        delete from answers.cell c where c.round = drop_report.round and c.organisation = platform.organisation();
        delete from answers.comment c where c.round = drop_report.round and c.organisation = platform.organisation();
        delete from answers.snapshot s where s.round = drop_report.round and s.organisation = platform.organisation();
      end $$;

    /* Everything of a person who leads and coaches no round. The locks are those of the survey (round-locks.ts): first the rounds', which
       a seal holds alone, then each invitation's. Their own row is locked first, so that nothing new comes to lean on it. */
    create function door.forget_person(person uuid, at timestamptz) returns jsonb
      language plpgsql security definer set search_path = pg_catalog as $$
      declare known people.person; asked uuid[]; drafts int; reports int := 0; place record; wish text;
      begin
        select * into known from people.person p where p.id = forget_person.person and p.organisation = platform.organisation() for update;
        if not found then return jsonb_build_object('refused', 'unknown'); end if;
        if exists (select from people.round r where r.coach = known.id) then return jsonb_build_object('refused', 'coaches'); end if;
        if exists (select from people.round r where r.leader = known.id) then return jsonb_build_object('refused', 'leads'); end if;
        if 'administrator' = any(known.roles) and known.disabled_at is null and not exists (select from people.person p
          where p.organisation = known.organisation and p.id <> known.id and 'administrator' = any(p.roles) and p.disabled_at is null) then
          return jsonb_build_object('refused', 'last administrator');
        end if;
        for place in select distinct i.round from people.invitation i where i.person = known.id order by 1 loop
          perform pg_advisory_xact_lock_shared(hashtextextended(place.round::text, 0));
        end loop;
        asked := array(select i.id from people.invitation i where i.person = known.id order by i.id);
        for place in select unnest(asked) as id loop
          perform pg_advisory_xact_lock(hashtextextended(place.id::text, 1));
        end loop;

        for place in select i.round from people.invitation i join people.round r on r.id = i.round
          where i.id = any(asked) and i.rater_group = 'line_manager' and r.sealed_at is not null and r.withdrawn_at is null loop
          perform door.drop_report(place.round);
          update people.round r set withdrawn_at = forget_person.at where r.id = place.round;
          reports := reports + 1;
        end loop;
        delete from answers.envelope e where e.invitation = any(asked);
        perform door.drop_mails(array(select m.id from post.mail m where m.person = known.id));
        delete from post.mail_item i where i.invitation = any(asked);
        delete from people.invitation i where i.id = any(asked);

        select s.reason into wish from post.suppression s where s.person = known.id and s.reason <> 'refused';
        if found then perform door.keep_silence(lower(known.email), wish, forget_person.at); end if;
        delete from post.suppression s where s.person = known.id;
        if not exists (select from people.person p where lower(p.email) = lower(known.email) and p.id <> known.id) then
          delete from access.session a where lower(a.address) = lower(known.email);
          delete from access.sign_in_request a where lower(a.address) = lower(known.email);
          delete from access.one_time_link a where lower(a.address) = lower(known.email);
        end if;
        delete from people.launch_draft d where d.organisation = known.organisation and (d.person = known.id
          or strpos(lower(d.content::text), btrim(to_json(lower(known.email))::text, '"')) > 0
          or strpos(lower(d.content::text), btrim(to_json(lower(known.name))::text, '"')) > 0);
        get diagnostics drafts = row_count;
        delete from people.person p where p.id = known.id;
        perform door.bury('person', lower(known.email), forget_person.at);
        return jsonb_build_object('people', 1, 'invitations', cardinality(asked), 'drafts of launches', drafts, 'reports withdrawn', reports);
      end $$;

    create function door.keep_silence(address text, reason text, at timestamptz) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      declare salt bytea := uuid_send(gen_random_uuid());
      begin
        insert into operate.silence (organisation, salt, hash, reason, since)
          values (platform.organisation(), salt, sha256(salt || convert_to(address, 'UTF8')), keep_silence.reason, keep_silence.at);
      end $$;

    -- Everything of a round that has ended. That its secret has to go stays written down until the vault confirms it.
    create function door.forget_round(round uuid, at timestamptz) returns jsonb
      language plpgsql security definer set search_path = pg_catalog as $$
      declare known people.round; invited int; reports int; touched uuid[];
      begin
        perform pg_advisory_xact_lock(hashtextextended(forget_round.round::text, 0));
        select * into known from people.round r where r.id = forget_round.round and r.organisation = platform.organisation() for update;
        if not found then return jsonb_build_object('refused', 'unknown'); end if;
        if known.sealed_at is null and known.cancelled_at is null then return jsonb_build_object('refused', 'open'); end if;
        select count(*) into reports from answers.snapshot s where s.round = known.id;
        perform door.drop_report(known.id);
        delete from answers.envelope e where e.round = known.id;
        delete from answers.unreadable_round u where u.round = known.id;
        insert into answers.secret_destruction (round, organisation, owed_since) values (known.id, known.organisation, forget_round.at)
          on conflict do nothing;

        touched := array(select distinct i.mail from post.mail_item i join people.invitation a on a.id = i.invitation where a.round = known.id);
        delete from post.mail_item i using people.invitation a where a.id = i.invitation and a.round = known.id;
        perform door.drop_mails(array(select m.id from post.mail m where m.about = known.id
          or m.id = any(touched) and not exists (select from post.mail_item i where i.mail = m.id)));
        delete from post.reminder_schedule s where s.round = known.id;
        delete from post.asked_reminder a where a.round = known.id;
        delete from people.group_progress g where g.round = known.id;
        delete from people.invitation i where i.round = known.id;
        get diagnostics invited = row_count;
        delete from people.round r where r.id = known.id;
        perform door.bury('round', known.id::text, forget_round.at);
        return jsonb_build_object('rounds', 1, 'invitations', invited, 'reports', reports);
      end $$;

    revoke execute on function door.bury, door.keep_silence, door.drop_mails, door.drop_report, door.forget_person, door.forget_round from public;
    grant execute on function door.forget_person, door.forget_round to facet_erase;
  `;
}
