import { domainToASCII } from 'node:url';

/** A domain name in its ASCII form (RFC 3492), or null where it has none: Node answers an empty text for what is no domain. */
export const asciiDomain = (domain: string): string | null => domainToASCII(domain) || null;
