import type { RoundSecret } from './round-secret';

/** Where the rounds' secrets are kept, apart from the database and its backups. */
export interface Vault {
  /** Returns when the secret would survive a power cut and has been read back; throws otherwise. */
  put(round: string, secret: RoundSecret): Promise<void>;
  /** Null where there is none, or where what is there cannot be the secret that was put. */
  get(round: string): Promise<RoundSecret | null>;
  /** Returns when the secret is gone; also when there was none. */
  destroy(round: string): Promise<void>;
  /** Ids of the rounds whose secret is here. */
  list(): Promise<string[]>;
}

/** The nest token of the vault. */
export const VAULT = Symbol('vault');
