import { domainToASCII } from 'node:url';
import type { AsciiDomain } from '@facet/domain-round';

/** Node answers an empty text for what is no domain. */
export const asciiDomain: AsciiDomain = (domain) => domainToASCII(domain) || null;
