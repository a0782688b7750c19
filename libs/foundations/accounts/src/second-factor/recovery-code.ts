import { randomBytes } from 'node:crypto';
import { ScureBase32Plugin } from 'otplib';
import { sha256 } from '../session/opaque-token';

export const CODES = 8;
const base32 = new ScureBase32Plugin();

/** 120 random bits, so that a plain hash is enough to keep of it (ASVS 5.0, 6.5.2): "ABCD-EFGH-…", six groups of four. */
export const newRecoveryCode = (): string => base32.encode(randomBytes(15)).replace(/(.{4})(?=.)/g, '$1-');

/** What the database holds of a code, however it was typed: these signs stand in no code, and are read for those that they resemble. */
export const hashOfRecoveryCode = (typed: string): Buffer =>
  sha256(
    typed
      .toUpperCase()
      .replaceAll('0', 'O')
      .replaceAll('1', 'I')
      .replaceAll('8', 'B')
      .replaceAll(/[^A-Z2-7]/g, ''),
  );
