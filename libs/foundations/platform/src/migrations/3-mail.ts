import { ForwardOnly } from './forward-only';

/** The outbox: the truth about mail. Queue jobs carry ids of these rows and nothing else. */
export class Mail1764000000003 extends ForwardOnly {
  readonly name = 'Mail1764000000003';
  protected readonly sql = `
    create schema post;
    grant usage on schema post to facet_people, facet_seal, facet_report, facet_mail, facet_accounts;

    create table post.mail (
      id uuid primary key,
      organisation uuid not null references people.organisation,
      dedupe_key text not null unique,
      person uuid not null,
      kind text not null,
      -- The round or the sign-in request that it is about; null where its items say it.
      about uuid,
      -- infinity: held until the coach has confirmed the list of colleagues. For mail that rests, the instant that its local day comes
      -- to as far as is known today; the claim computes it again.
      not_before timestamptz not null,
      leaves_on date,
      leaves_zone text,
      -- Its place among the mails to one domain; null: it has none yet.
      paced_for timestamptz,
      give_up_at timestamptz not null,
      state text not null default 'pending'
        check (state in ('pending', 'sending', 'sent', 'rejected', 'cancelled', 'suppressed', 'unknown', 'expired')),
      attempt int not null default 0,
      lease_until timestamptz,
      lease_owner text,
      message_id text unique,
      last_code int,
      last_text text,
      -- When it left; of an unknown one, when it was last seen.
      sent_at timestamptz,
      unique (organisation, id),
      check ((leaves_on is null) = (leaves_zone is null)),
      foreign key (organisation, person) references people.person (organisation, id)
    );
    create index mail_by_person on post.mail (person, kind);
    create index mail_due on post.mail (not_before) where state in ('pending', 'sending');

    create table post.mail_item (
      mail uuid not null,
      organisation uuid not null references people.organisation,
      invitation uuid not null,
      kind text not null,
      ordinal int not null default 1,
      dropped boolean not null default false,
      -- The closing that is near; when it moves, another item speaks of the new one.
      closes_at timestamptz,
      primary key (mail, invitation, kind, ordinal),
      unique (invitation, kind, ordinal),
      check ((kind = 'closing_soon') = (closes_at is not null)),
      foreign key (organisation, mail) references post.mail (organisation, id),
      foreign key (organisation, invitation) references people.invitation (organisation, id)
    );

    create table post.mail_attempt (
      mail uuid not null,
      organisation uuid not null references people.organisation,
      n int not null,
      started_at timestamptz not null,
      phase text not null check (phase in ('claimed', 'data', 'finished')),
      smtp_code int,
      reply text,
      outcome text check (outcome in ('sent', 'rejected', 'later', 'unknown')),
      finished_at timestamptz,
      primary key (mail, n),
      check ((phase = 'finished') = (outcome is not null) and (phase = 'finished') = (finished_at is not null)),
      foreign key (organisation, mail) references post.mail (organisation, id)
    );

    -- When mail to colleagues may leave, in the organisation's own zone; without a row the hours of the installation hold.
    create table post.calendar (
      organisation uuid primary key references people.organisation,
      -- 1 is Monday, 7 is Sunday.
      weekdays int[] not null check (weekdays <> '{}' and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
      opens time not null,
      ends time not null check (opens < ends),
      closed_on date[] not null default '{}'
    );

    -- How often a round reminds; without a row as every round does.
    create table post.reminder_schedule (
      round uuid primary key,
      organisation uuid not null references people.organisation,
      first_days int check (first_days > 0),
      spacing_days int not null check (spacing_days > 0),
      most int not null check (most >= 0),
      closing_soon_days int check (closing_soon_days > 0),
      foreign key (organisation, round) references people.round (organisation, id)
    );

    -- The wishes of leaders that everyone be reminded who has not answered.
    create table post.asked_reminder (
      round uuid not null,
      organisation uuid not null references people.organisation,
      at timestamptz not null,
      primary key (round, at),
      foreign key (organisation, round) references people.round (organisation, id)
    );

    -- The last look at a round for reminders, and from when on another one can find something new. It is about the round as a whole and
    -- is written by the clock, never because somebody answered.
    create table post.reminder_look (
      round uuid primary key,
      organisation uuid not null references people.organisation,
      at timestamptz not null,
      again_at timestamptz not null,
      -- The closing and the last wish of the leader that it knew of.
      closes_at timestamptz not null,
      asked_at timestamptz,
      foreign key (organisation, round) references people.round (organisation, id) on delete cascade
    );

    -- Who is not reminded any more: the address does not work, or its owner asked for it.
    create table post.suppression (
      organisation uuid not null references people.organisation,
      person uuid not null,
      reason text not null check (reason in ('refused', 'opted out', 'complained')),
      since timestamptz not null,
      primary key (organisation, person),
      foreign key (organisation, person) references people.person (organisation, id)
    );

    -- What came back about a mail: it could not be delivered, or not yet, or its reader complained. One report is one row.
    create table post.mail_return (
      mail uuid not null,
      organisation uuid not null references people.organisation,
      digest bytea not null,
      kind text not null check (kind in ('failed', 'delayed', 'complaint')),
      status text,
      said text not null,
      received_at timestamptz not null,
      primary key (mail, digest),
      foreign key (organisation, mail) references post.mail (organisation, id)
    );

    -- From when the next mail may go to a domain.
    create table post.pace (
      organisation uuid not null references people.organisation,
      domain text not null,
      free_at timestamptz not null,
      primary key (organisation, domain)
    );

    -- The moves of outbox/mail-states.ts, for whoever writes past it; a test compares the two.
    create function post.keep_moves() returns trigger language plpgsql as $$
      declare legal boolean;
      begin
        if tg_op = 'INSERT' then
          if new.state = 'pending' and new.attempt = 0 then return new; end if;
          raise exception 'a mail begins as pending, not as %', new.state using errcode = 'FA004';
        end if;
        legal := new.attempt >= old.attempt and (new.state = old.state or case old.state
          when 'pending' then new.state in ('sending', 'sent', 'rejected', 'cancelled', 'suppressed', 'expired')
          when 'sending' then new.state in ('pending', 'sent', 'rejected', 'unknown', 'expired')
          when 'unknown' then new.state in ('sent', 'rejected')
          when 'sent' then new.state = 'rejected'
          else false end);
        if not legal then
          raise exception 'a mail that is % does not become %', old.state, new.state using errcode = 'FA004';
        end if;
        return new;
      end $$;
    create trigger mail_moves_forward before insert or update on post.mail for each row execute function post.keep_moves();

    -- What has been written down about an attempt stays; only of an unknown one the truth may still come to light.
    create function post.keep_attempt() returns trigger language plpgsql as $$
      declare phases text[] := array['claimed', 'data', 'finished'];
      begin
        if (new.mail, new.n, new.started_at) is distinct from (old.mail, old.n, old.started_at)
          or array_position(phases, new.phase) < array_position(phases, old.phase)
          or old.outcome is not null and not (old.outcome = 'unknown' and new.outcome in ('sent', 'rejected')) then
          raise exception 'what became of an attempt never changes' using errcode = 'FA005';
        end if;
        return new;
      end $$;
    create trigger attempt_is_kept before update on post.mail_attempt for each row execute function post.keep_attempt();

    -- To whom a mail goes, and about what, never changes.
    grant select, insert,
      update (not_before, leaves_on, leaves_zone, paced_for, give_up_at, state, attempt, lease_until, lease_owner, message_id, last_code, last_text,
        sent_at)
      on post.mail to facet_mail;
    grant select, insert, update (dropped) on post.mail_item to facet_mail;
    grant select, insert, update (phase, smtp_code, reply, outcome, finished_at) on post.mail_attempt to facet_mail;
    grant select on post.calendar, post.reminder_schedule, post.asked_reminder to facet_mail;
    grant select, insert, update, delete on post.reminder_look to facet_mail;
    grant select, insert, delete on post.suppression to facet_mail;
    grant select, insert, update on post.pace to facet_mail;
    grant select, insert on post.mail_return to facet_mail;
    grant select, insert, update on post.calendar to facet_people;
    grant select, insert on post.reminder_schedule, post.asked_reminder to facet_people;
    grant select, insert, update (not_before) on post.mail to facet_people;
    grant select (mail, organisation, invitation, kind, ordinal), insert on post.mail_item to facet_people;
    grant select (id, organisation, dedupe_key), insert on post.mail to facet_seal, facet_report, facet_accounts;

    do $$
    declare name text;
    begin
      foreach name in array array['mail', 'mail_item', 'mail_attempt', 'mail_return', 'calendar', 'reminder_schedule', 'asked_reminder', 'reminder_look',
        'suppression', 'pace'] loop
        execute format('alter table post.%I enable row level security', name);
        execute format('create policy own_organisation on post.%I using (organisation = platform.organisation())
          with check (organisation = platform.organisation())', name);
      end loop;
    end $$;

    -- Whom a reminder reaches has not answered, and whoever reads that their answers could not be opened has: only the role that sends
    -- mail may see either.
    create policy tells_who_answered on post.mail as restrictive for select to facet_people, facet_seal, facet_report, facet_accounts
      using (kind not in ('reminder', 'answers_unread'));
    create policy no_reminders on post.mail_item as restrictive for select to facet_people using (kind = 'invitation');
    -- Whoever declined is not told of a cancelling. What became of such a mail is nobody else's business either.
    create policy untold on post.mail as restrictive for select to facet_people
      using (kind <> 'round_cancelled' or (state = 'pending' and attempt = 0));
  `;
}
