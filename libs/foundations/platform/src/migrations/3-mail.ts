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
      person uuid not null references people.person,
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
      sent_at timestamptz
    );
    create index mail_due on post.mail (not_before) where state in ('pending', 'sending');

    create table post.mail_item (
      mail uuid not null references post.mail,
      organisation uuid not null references people.organisation,
      invitation uuid not null references people.invitation,
      kind text not null,
      ordinal int not null default 1,
      dropped boolean not null default false,
      primary key (mail, invitation),
      unique (invitation, kind, ordinal)
    );

    create table post.mail_attempt (
      mail uuid not null references post.mail,
      organisation uuid not null references people.organisation,
      n int not null,
      started_at timestamptz not null,
      phase text not null check (phase in ('claimed', 'data', 'finished')),
      smtp_code int,
      reply text,
      finished_at timestamptz,
      primary key (mail, n)
    );

    grant select, insert, update on post.mail to facet_mail;
    grant select, insert, update on post.mail_item to facet_mail;
    grant select, insert, update on post.mail_attempt to facet_mail;
    grant select, insert, update (not_before) on post.mail to facet_people;
    grant select, insert on post.mail_item to facet_people;
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
  `;
}
