import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';
import { recordOfAddress } from '../session/record-of-address';
import type { Identity } from './identity-provider';

export type NotConnected = 'connected already' | 'somebody else’s';

/** Whose account at the provider is whose here. The account is issuer and subject, and never what it says of an address (ASVS 6.8.1). */
@Injectable()
export class ConnectedAccounts {
  async addressOf(tx: Transaction, { issuer, subject }: Identity): Promise<string | null> {
    const [found] = await tx.query<{ address: string }>(`select address from access.connected_account where issuer = $1 and subject = $2`, [
      issuer,
      subject,
    ]);
    return found?.address ?? null;
  }

  async since(tx: Transaction, address: string): Promise<Date | null> {
    const [found] = await tx.query<{ since: Date }>(
      `select connected_at as since from access.connected_account where address = lower($1)`,
      [address],
    );
    return found?.since ?? null;
  }

  /** The same again changes nothing. An account at a provider that is no longer asked makes room. */
  async connect(tx: Transaction, address: string, { issuer, subject }: Identity): Promise<'connected' | NotConnected> {
    await tx.query(`delete from access.connected_account where address = lower($1) and issuer <> $2`, [address, issuer]);
    const isNew = await tx.query(
      `insert into access.connected_account (issuer, subject, address, connected_at) values ($1, $2, lower($3), $4)
        on conflict do nothing returning 1`,
      [issuer, subject, address, tx.now],
    );
    if (isNew.length > 0) await recordOfAddress(tx, address, 'account_connected', {});
    const owner = await this.addressOf(tx, { issuer, subject });
    if (owner === address.toLowerCase()) return 'connected';
    return owner === null ? 'connected already' : 'somebody else’s';
  }

  async disconnect(tx: Transaction, address: string): Promise<void> {
    if (await forgetAccount(tx, address)) await recordOfAddress(tx, address, 'account_disconnected', {});
  }
}

/** True where there was one. Whoever loses a role, or has their second step reset, shows anew which account is theirs. */
export const forgetAccount = async (tx: Transaction, address: string): Promise<boolean> =>
  (await tx.query('delete from access.connected_account where address = lower($1) returning 1', [address])).length > 0;
