import { ForwardOnly } from './forward-only';

/** Signing in. Identity is an address; what it may do is looked up in people.person on every request. */
export class Access1764000000005 extends ForwardOnly {
  readonly name = 'Access1764000000005';
  protected readonly sql = `
    create schema access;
    grant usage on schema access to facet_accounts, facet_mail;

    create table access.sign_in_request (
      id uuid primary key,
      address text not null,
      browser_hash bytea not null unique check (octet_length(browser_hash) = 32),
      asked_at timestamptz not null,
      tries int not null default 0,
      used_at timestamptz
    );
    create index sign_in_request_by_address on access.sign_in_request (address, asked_at);

    create table access.session (
      hash bytea primary key check (octet_length(hash) = 32),
      -- What its owner calls it by, to end it; the hash changes with every step of signing in.
      id uuid not null unique,
      address text not null,
      -- "Firefox on Windows": enough to know one's own by, and no more.
      browser text not null,
      began_at timestamptz not null,
      seen_at timestamptz not null,
      second_step_at timestamptz,
      -- A secret that has been shown to this browser and not been confirmed, sealed like those that have.
      enrolling bytea
    );
    create index session_by_address on access.session (lower(address));

    -- The way in before any mail has left: printed once, good for one press.
    create table access.one_time_link (
      hash bytea primary key check (octet_length(hash) = 32),
      address text not null,
      made_at timestamptz not null,
      used_at timestamptz
    );

    grant select, insert, update, delete on access.sign_in_request, access.session to facet_accounts;
    grant select, insert, update (used_at), delete on access.one_time_link to facet_accounts;
    grant select (id, address, asked_at, used_at) on access.sign_in_request to facet_mail;
  `;
}
