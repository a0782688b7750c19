import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, type Transaction } from '@facet/platform';
import { stepOf } from './authenticator';
import { CODES, hashOfRecoveryCode, newRecoveryCode } from './recovery-code';
import { unseal } from './sealed-secret';

/** So many wrong codes in so many minutes, then the rest of them is waited for. Only who has passed the first step can use them up. */
export const TRIES = 5;
export const TRIES_MINUTES = 15;

export type CodeRefusal = 'wrong code' | 'used' | 'too many tries' | 'no second factor' | 'cannot be read';

/** The authenticators of all addresses, and what is left of their recovery codes. */
@Injectable()
export class SecondFactors {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /**
   * Whether this is a code of the authenticator that has not counted yet, or a recovery code; either counts once. The try is counted
   * before the code is looked at, and locks the row: of two presses with one code at the same moment one finds it used.
   */
  async check(tx: Transaction, address: string, typed: string): Promise<'right' | CodeRefusal> {
    const factor = await this.countTry(tx, address);
    if (factor === null) return 'no second factor';
    if (factor.tries > TRIES) return 'too many tries';
    const digits = typed.replaceAll(/[\s-]/g, '');
    const found = /^\d{6}$/.test(digits)
      ? await this.checkDigits(tx, address, factor, digits)
      : await this.useRecoveryCode(tx, address, typed);
    if (found === 'right') await tx.query('update access.second_factor set tries = 0 where address = lower($1)', [address]);
    return found;
  }

  /** Replaces one that is there only where the caller has proved it (`known`); false where there is one and it has not. */
  async put(tx: Transaction, address: string, sealed: Buffer, step: number, known: boolean): Promise<boolean> {
    const put = await tx.query(
      `insert into access.second_factor as f (address, sealed, since, last_step, tries_since) values (lower($1), $2, $3, $4, $3)
        on conflict (address) do update set sealed = excluded.sealed, since = excluded.since, last_step = excluded.last_step, tries = 0
          where $5::boolean returning address`,
      [address, sealed, tx.now, step, known],
    );
    return put.length === 1;
  }

  /** Eight new ones, to be shown once; those from before are good for nothing any more. */
  async newRecoveryCodes(tx: Transaction, address: string): Promise<string[]> {
    const codes = Array.from({ length: CODES }, newRecoveryCode);
    await tx.query('delete from access.recovery_code where address = lower($1)', [address]);
    await tx.query('insert into access.recovery_code (hash, address) select hash, lower($1) from unnest($2::bytea[]) as hash', [
      address,
      codes.map(hashOfRecoveryCode),
    ]);
    return codes;
  }

  /** True where there was one. */
  async remove(tx: Transaction, address: string): Promise<boolean> {
    return (await tx.query('delete from access.second_factor where address = lower($1) returning address', [address])).length === 1;
  }

  async of(tx: Transaction, address: string): Promise<{ readonly since: Date; readonly recoveryCodesLeft: number } | null> {
    const [factor] = await tx.query<{ since: Date; recoveryCodesLeft: number }>(
      `select since, (select count(*)::int from access.recovery_code c where c.address = f.address) as "recoveryCodesLeft"
        from access.second_factor f where address = lower($1)`,
      [address],
    );
    return factor ?? null;
  }

  private async countTry(tx: Transaction, address: string): Promise<Tried | null> {
    const [factor] = await tx.query<Tried>(
      `update access.second_factor f set tries = case when f.tries = 0 or past then 1 else f.tries + 1 end,
          tries_since = case when f.tries = 0 or past then $2 else f.tries_since end
        from (select address, tries_since <= $2::timestamptz - make_interval(mins => $3) as past
          from access.second_factor where address = lower($1) for no key update) known
        where f.address = known.address returning f.sealed, f.last_step::int as "lastStep", f.tries`,
      [address, tx.now, TRIES_MINUTES],
    );
    return factor ?? null;
  }

  private async checkDigits(tx: Transaction, address: string, factor: Tried, digits: string): Promise<'right' | CodeRefusal> {
    const secret = unseal(this.configuration.secret, address, factor.sealed);
    if (secret === null) return 'cannot be read';
    const step = stepOf(secret, digits, tx.now);
    if (step === null) return 'wrong code';
    const counted = await tx.query(
      'update access.second_factor set last_step = $2 where address = lower($1) and last_step < $2 returning address',
      [address, step],
    );
    return counted.length === 1 ? 'right' : 'used';
  }

  private async useRecoveryCode(tx: Transaction, address: string, typed: string): Promise<'right' | CodeRefusal> {
    const used = await tx.query('delete from access.recovery_code where hash = $1 and address = lower($2) returning hash', [
      hashOfRecoveryCode(typed),
      address,
    ]);
    return used.length === 1 ? 'right' : 'wrong code';
  }
}

interface Tried {
  readonly sealed: Buffer;
  readonly lastStep: number;
  readonly tries: number;
}
