import { ForwardOnly } from './forward-only';

/**
 * WHO: organisations, people, frameworks, rounds, invitations. Nothing here holds an answer.
 * Rows refer to each other together with their organisation: row-level security does not look at foreign keys, so a plain one would
 * let a row of one organisation lean on another's.
 */
export class People1764000000002 extends ForwardOnly {
  readonly name = 'People1764000000002';
  protected readonly sql = `
    create schema people;
    grant usage on schema people to facet_people, facet_survey, facet_seal, facet_report, facet_mail, facet_accounts;

    create table people.organisation (
      id uuid primary key,
      name text not null,
      zone text not null,
      domains text[] not null default '{}',
      safeguarding_contact text,
      -- Who answers for the data, why it is asked for, and whom to ask about it: every colleague reads them before the first question.
      controller text,
      purpose text,
      contact text,
      retention_months int not null default 24 check (retention_months between 1 and 120),
      -- In the From of a mail; without one it is the organisation's name.
      sender_name text
    );

    create table people.person (
      id uuid primary key,
      organisation uuid not null references people.organisation,
      name text not null check (name <> ''),
      email text not null check (length(email) between 3 and 254),
      roles text[] not null default '{}' check (roles <@ array['leader', 'coach', 'administrator']),
      -- Since then they may not sign in; what they have answered and led stays.
      disabled_at timestamptz,
      unique (organisation, id)
    );
    create unique index one_person_per_address on people.person (organisation, lower(email));
    create index person_by_address on people.person (lower(email));

    create table people.framework (
      id uuid primary key,
      organisation uuid not null references people.organisation,
      name text not null,
      version int not null check (version > 0),
      content jsonb not null,
      published_at timestamptz not null,
      unique (organisation, name, version),
      unique (organisation, id)
    );

    create table people.round (
      id uuid primary key,
      organisation uuid not null references people.organisation,
      leader uuid not null,
      coach uuid not null,
      framework uuid not null,
      message text not null check (length(message) <= 2000),
      promise jsonb not null check (coalesce((promise ->> 'minimum')::int between 3 and 5 and (promise ->> 'commentMinimum')::int >= 5, false)),
      closes_local text not null,
      zone text not null,
      closes_at timestamptz not null,
      launched_at timestamptz not null,
      confirmed_at timestamptz,
      sealed_at timestamptz,
      released_at timestamptz,
      cancelled_at timestamptz,
      -- What the organisation's settings said at the launch of why colleagues are asked, and for how long the report is kept.
      purpose text,
      kept_months int not null,
      unique (organisation, id),
      foreign key (organisation, leader) references people.person (organisation, id),
      foreign key (organisation, coach) references people.person (organisation, id),
      foreign key (organisation, framework) references people.framework (organisation, id),
      check (closes_at > launched_at),
      check (leader <> coach),
      check (sealed_at is null or cancelled_at is null),
      check (released_at is null or sealed_at is not null)
    );
    create unique index one_open_round_per_leader on people.round (leader) where sealed_at is null and cancelled_at is null;
    create index round_by_coach on people.round (coach);

    create table people.invitation (
      id uuid primary key,
      organisation uuid not null references people.organisation,
      round uuid not null,
      person uuid not null,
      rater_group text not null check (rater_group in ('self', 'line_manager', 'peer', 'direct_report', 'other')),
      version int not null default 1,
      token_hash bytea not null unique check (octet_length(token_hash) = 32),
      -- When the coach confirmed this colleague; before that no link has left.
      checked_at timestamptz,
      -- Whoever is behind the address that the leader asks for in place of one that mail did not reach. Until the coach confirms it nothing
      -- follows from it: otherwise a leader could lead a colleague's link to themselves.
      proposed uuid check (proposed is null or rater_group <> 'self'),
      -- By the coach. The row stays, so that whoever was taken out does not come back in another group.
      taken_out boolean not null default false,
      -- The live status: read by the mail claim, the survey and closing, and by nobody else.
      status text not null default 'invited' check (status in ('invited', 'answered', 'declined', 'revoked')),
      unique (round, person),
      unique (organisation, id),
      foreign key (organisation, round) references people.round (organisation, id),
      foreign key (organisation, person) references people.person (organisation, id),
      foreign key (organisation, proposed) references people.person (organisation, id) on delete set null (proposed)
    );
    create index invitation_by_proposed on people.invitation (proposed) where proposed is not null;

    create table people.group_progress (
      round uuid not null,
      organisation uuid not null references people.organisation,
      rater_group text not null,
      enough boolean not null,
      refreshed_on date not null,
      primary key (round, rater_group),
      foreign key (organisation, round) references people.round (organisation, id)
    );

    create function people.keep_framework() returns trigger language plpgsql as $$
      begin raise exception 'a published framework never changes' using errcode = 'FA001'; end $$;
    create trigger framework_is_immutable before update or delete on people.framework
      for each row execute function people.keep_framework();

    create function people.keep_promise() returns trigger language plpgsql as $$
      begin
        if (new.promise, new.purpose, new.kept_months, new.leader, new.framework, new.organisation, new.launched_at)
          is distinct from (old.promise, old.purpose, old.kept_months, old.leader, old.framework, old.organisation, old.launched_at) then
          raise exception 'what was promised at the launch never changes' using errcode = 'FA002';
        end if;
        return new;
      end $$;
    create trigger promise_is_frozen before update on people.round for each row execute function people.keep_promise();

    -- Colleagues are told both before their first question: what the settings become later is promised to the rounds of then.
    create function people.promise_settings() returns trigger language plpgsql as $$
      begin
        if new.kept_months is null then
          select purpose, retention_months into new.purpose, new.kept_months from people.organisation where id = new.organisation;
        end if;
        return new;
      end $$;
    create trigger settings_are_promised before insert on people.round for each row execute function people.promise_settings();

    -- Deleting a round and launching it anew would be another way to change what was promised.
    create function people.keep_round() returns trigger language plpgsql as $$
      begin
        if old.sealed_at is null and old.cancelled_at is null then
          raise exception 'a round is cancelled before it is deleted' using errcode = 'FA002';
        end if;
        return old;
      end $$;
    create trigger round_is_kept before delete on people.round for each row execute function people.keep_round();

    create function people.keep_group() returns trigger language plpgsql as $$
      begin
        if (new.round, new.organisation) is distinct from (old.round, old.organisation)
          or old.checked_at is not null and (new.rater_group, new.checked_at) is distinct from (old.rater_group, old.checked_at)
          or old.taken_out and not new.taken_out
          or 'self' in (old.rater_group, new.rater_group)
            and (new.rater_group, new.person, new.taken_out) is distinct from (old.rater_group, old.person, false) then
          raise exception 'nobody changes groups once they may answer, and the leader''s own view stays the leader''s' using errcode = 'FA006';
        end if;
        return new;
      end $$;
    create trigger group_is_kept before update on people.invitation for each row execute function people.keep_group();

    -- The mailbox behind an address: capitals and a "+tag" make no other person.
    create function people.owner_of(email text) returns text language sql immutable
      as $$ select regexp_replace(lower(email), '\\+[^@]*@', '@') $$;

    -- Kept on both sides: whoever of the two is written last is refused.
    create function people.keep_coach_apart() returns trigger language plpgsql as $$
      declare coach text; leader text;
      begin
        if tg_table_name = 'round' then
          select people.owner_of(email) into coach from people.person where id = new.coach;
          select people.owner_of(email) into leader from people.person where id = new.leader;
          if coach = leader or exists (
            select from people.invitation i join people.person p on p.id = i.person
              where i.round = new.id and i.rater_group not in ('self', 'line_manager') and people.owner_of(p.email) = coach) then
            raise exception 'a coach is never a confidential colleague of the same round' using errcode = 'FA007';
          end if;
          -- At the launch the leader chooses; afterwards an administrator would choose themselves.
          if tg_op = 'UPDATE' and new.coach <> old.coach and exists (
            select from people.person p
              where p.organisation = new.organisation and 'administrator' = any(p.roles) and people.owner_of(p.email) = coach) then
            raise exception 'a round is given to no administrator' using errcode = 'FA008';
          end if;
        elsif new.rater_group not in ('self', 'line_manager') and exists (
          select from people.round r join people.person c on c.id = r.coach join people.person p on p.id = new.person
            where r.id = new.round and people.owner_of(p.email) = people.owner_of(c.email)) then
          raise exception 'a coach is never a confidential colleague of the same round' using errcode = 'FA007';
        end if;
        return new;
      end $$;
    create trigger coach_is_no_colleague before insert or update of coach on people.round
      for each row execute function people.keep_coach_apart();
    create trigger colleague_is_no_coach before insert or update of person, rater_group on people.invitation
      for each row execute function people.keep_coach_apart();

    grant select on people.organisation to facet_people, facet_seal, facet_report, facet_mail;
    grant insert, update (name, zone, domains, safeguarding_contact, controller, purpose, contact, retention_months, sender_name)
      on people.organisation to facet_people;
    grant select, insert, update (name, roles, disabled_at) on people.person to facet_people;
    grant select on people.person to facet_report, facet_mail;
    grant select, insert on people.framework to facet_people;
    grant select on people.framework to facet_survey, facet_seal, facet_report, facet_mail;
    grant select,
      insert (id, organisation, leader, coach, framework, message, promise, closes_local, zone, closes_at, launched_at),
      update (coach, closes_local, zone, closes_at, confirmed_at, cancelled_at) on people.round to facet_people;
    grant select on people.round to facet_survey, facet_seal, facet_report, facet_mail;
    grant update (sealed_at) on people.round to facet_seal;
    grant update (released_at) on people.round to facet_report;
    grant select (id, organisation, round, person, rater_group, version, token_hash, checked_at, proposed, taken_out),
      insert (id, organisation, round, person, rater_group, version, token_hash),
      update (person, rater_group, version, token_hash, checked_at, proposed) on people.invitation to facet_people;
    grant select (id, organisation, round, rater_group, status), update (status) on people.invitation to facet_survey;
    grant select (id, organisation, round, rater_group, status), update (status) on people.invitation to facet_seal;
    grant select (id, organisation, round, person, rater_group, version, status) on people.invitation to facet_mail;
    grant select on people.group_progress to facet_people;
    grant select, insert, update on people.group_progress to facet_seal;

    do $$
    declare name text;
    begin
      foreach name in array array['person', 'framework', 'round', 'invitation', 'group_progress'] loop
        execute format('alter table people.%I enable row level security', name);
        execute format('create policy own_organisation on people.%I to facet_people, facet_survey, facet_seal, facet_report, facet_mail
          using (organisation = platform.organisation()) with check (organisation = platform.organisation())', name);
      end loop;
    end $$;
    alter table people.organisation enable row level security;
    create policy own_organisation on people.organisation using (id = platform.organisation());

    -- The survey sees one invitation; the report sees leaders and coaches, never a colleague.
    create policy own_invitation on people.invitation as restrictive to facet_survey
      using (id = nullif(current_setting('facet.invitation', true), '')::uuid);
    create policy leaders_and_coaches on people.person as restrictive to facet_report
      using (exists (select from people.round where person.id in (round.leader, round.coach)));
  `;
}
