import { readAddress, type AsciiDomain } from '../address';

/**
 * Whose an address is, for comparing it with another: equal for addresses that differ by case or by a "+tag". An address that
 * cannot be read is its own owner, in lower case.
 */
export function ownerOf(email: string, asciiDomain: AsciiDomain): string {
  const address = readAddress(email, asciiDomain);
  return typeof address === 'string' ? email.trim().toLowerCase() : address.owner;
}
