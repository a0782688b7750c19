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

    -- Backups of the whole installation.
    create table operate.backup (
      id uuid primary key,
      began_at timestamptz not null,
      finished_at timestamptz
    );

    -- Rounds that a finished backup holds as sealed or cancelled: their secret may go.
    create table operate.backed_up_end (round uuid primary key);

    -- The database comes from a backup: mails may have left since that it knows nothing of. Nobody is reminded until somebody says so.
    create table operate.restored (
      id uuid primary key,
      backup_began_at timestamptz not null,
      at timestamptz not null,
      confirmed_at timestamptz
    );

    -- Mails that were waiting when that backup was made.
    create table operate.held_mail (
      mail uuid primary key,
      organisation uuid not null references people.organisation,
      foreign key (organisation, mail) references post.mail (organisation, id) on delete cascade
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

    -- A group of an open round out of which somebody was forgotten, and not who: from then on no word before the report may say whether it has
    -- enough answers, or the next night's would tell whether theirs is missing.
    create table people.forgotten_in (
      round uuid not null,
      organisation uuid not null references people.organisation,
      rater_group text not null,
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
    alter index access.session_by_address alter column 1 set statistics 0;
    alter table access.one_time_link alter column address set statistics 0;
    alter table people.launch_draft alter column content set statistics 0;

    grant select on people.invited_count, people.forgotten_in to facet_people;
    grant select on operate.silence to facet_mail;
    grant select, insert on operate.receipt, operate.retention_run to facet_erase;
    do $$
    declare name text;
    begin
      foreach name in array array['operate.tombstone', 'operate.silence', 'operate.receipt', 'operate.retention_run', 'operate.held_mail',
        'people.invited_count', 'people.forgotten_in'] loop
        execute format('alter table %s enable row level security', name);
        execute format('create policy own_organisation on %s using (organisation = platform.organisation())
          with check (organisation = platform.organisation())', name);
      end loop;
    end $$;

    -- Once it is known no longer who was asked, nobody can tell whether another coach was.
    create function people.keep_last_coach() returns trigger language plpgsql as $$
      begin
        if new.coach <> old.coach and old.sealed_at is not null and exists (select from people.invited_count c where c.round = new.id) then
          raise exception 'a coach is never a confidential colleague of the same round' using errcode = 'FA007';
        end if;
        return new;
      end $$;
    create trigger coach_stays before update of coach on people.round for each row execute function people.keep_last_coach();
  `;
}
