import { generateSecret, generateURI, verifySync } from 'otplib';

/** RFC 6238: a code belongs to half a minute. */
const STEP_SECONDS = 30;

/** 160 random bits, as 32 letters and digits. */
export const newSecret = (): string => generateSecret();

/** What the QR code says to an authenticator app. */
export const uriOf = (secret: string, address: string, site: URL): string =>
  generateURI({ issuer: `Facet ${site.host}`.replaceAll(':', ' '), label: address, secret });

/**
 * The half minute, counted from 1970, to which these six digits belong: of now, of the one before or of the one after, because people
 * type slowly and phones go wrong a little. Null for every other code. The comparison takes as long for a wrong code as for a right one.
 */
export function stepOf(secret: string, digits: string, now: Date): number | null {
  if (!/^\d{6}$/.test(digits)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: digits, epoch, epochTolerance: STEP_SECONDS });
  return result.valid ? Math.floor(epoch / STEP_SECONDS) + result.delta : null;
}
