import { mailOfReturnPath } from '../sending/return-path';

/** The mail that a report is about, by the one address among `places` that we have signed; what else a report says is anybody's word. */
export function returnedMail(secret: Buffer, places: readonly string[]): { readonly mail: string } | 'unsigned' | 'several mails' {
  const addresses = places.flatMap((place) => place.match(/b\+[\da-f]{32}\.[\da-f]{16}@/gi) ?? []);
  const mails = new Set(addresses.map((address) => mailOfReturnPath(secret, address)).filter((mail) => mail !== null));
  if (mails.size > 1) return 'several mails';
  const [mail] = mails;
  return mail === undefined ? 'unsigned' : { mail };
}
