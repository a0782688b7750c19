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
      -- infinity: held until the coach has confirmed the list of colleagues.
      not_before timestamptz not null,
      give_up_at timestamptz not null,
      state text not null default 'pending'
        check (state in ('pending', 'sending', 'sent', 'rejected', 'cancelled', 'suppressed', 'unknown', 'expired')),
      attempt int not null default 0,
      lease_until timestamptz,
      lease_owner text,
      message_id text unique,
      last_code int,
      last_text text,
      sent_at timestamptz,
      unique (organisation, id),
      foreign key (organisation, person) references people.person (organisation, id)
    );
    create index mail_due on post.mail (not_before) where state in ('pending', 'sending');

    create table post.mail_item (
      mail uuid not null,
      organisation uuid not null references people.organisation,
      invitation uuid not null,
      kind text not null,
      ordinal int not null default 1,
      dropped boolean not null default false,
      primary key (mail, invitation),
      unique (invitation, kind, ordinal),
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
      finished_at timestamptz,
      primary key (mail, n),
      foreign key (organisation, mail) references post.mail (organisation, id)
    );

    -- To whom a mail goes, and about what, never changes.
    grant select, insert,
      update (not_before, give_up_at, state, attempt, lease_until, lease_owner, message_id, last_code, last_text, sent_at)
      on post.mail to facet_mail;
    grant select, insert, update (dropped) on post.mail_item to facet_mail;
    grant select, insert, update (phase, smtp_code, reply, finished_at) on post.mail_attempt to facet_mail;
    grant select, insert, update (not_before) on post.mail to facet_people;
    grant select (mail, organisation, invitation, kind, ordinal), insert on post.mail_item to facet_people;
    grant select (id, organisation, dedupe_key), insert on post.mail to facet_seal, facet_report, facet_accounts;

    do $$
    declare name text;
    begin
      foreach name in array array['mail', 'mail_item', 'mail_attempt'] loop
        execute format('alter table post.%I enable row level security', name);
        execute format('create policy own_organisation on post.%I using (organisation = platform.organisation())
          with check (organisation = platform.organisation())', name);
      end loop;
    end $$;

    -- Whom a reminder reaches has not answered: only the role that sends mail may see it.
    create policy no_reminders on post.mail as restrictive for select to facet_people, facet_seal, facet_report, facet_accounts
      using (kind <> 'reminder');
    create policy no_reminders on post.mail_item as restrictive for select to facet_people using (kind <> 'reminder');
  `;
}
