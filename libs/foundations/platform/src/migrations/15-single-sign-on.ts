import { ForwardOnly } from './forward-only';

/** Signing in at a provider of identities (OpenID Connect), which knows somebody by a name of its own and never by their address. */
export class SingleSignOn1764000000015 extends ForwardOnly {
  readonly name = 'SingleSignOn1764000000015';
  protected readonly sql = `
    -- Under way for ten minutes in one browser. What is sent to the provider is computed from its cookie and kept nowhere.
    create table access.sign_on_attempt (
      browser_hash bytea primary key check (octet_length(browser_hash) = 32),
      -- The session that connects an account; null: somebody signs in.
      session_hash bytea check (octet_length(session_hash) = 32),
      next text not null,
      began_at timestamptz not null
    );

    -- Issuer and subject are the account; the address, in small letters, is whose it is here, as in access.session.
    create table access.connected_account (
      issuer text not null,
      subject text not null check (length(subject) between 1 and 255),
      address text not null unique,
      connected_at timestamptz not null,
      primary key (issuer, subject)
    );
    -- Forgetting somebody does not reach the planner's samples (9-erasure.ts).
    alter table access.connected_account alter column subject set statistics 0, alter column address set statistics 0;

    grant select, insert, delete on access.sign_on_attempt, access.connected_account to facet_accounts;
  `;
}
