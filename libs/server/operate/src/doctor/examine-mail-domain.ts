import { Resolver } from 'node:dns/promises';
import type { Finding } from './finding';

type Records = (name: string) => Promise<string[]>;

/** The names that say that a record is not there, as opposed to a resolver that does not answer. */
const ABSENT = ['ENODATA', 'ENOTFOUND'];

/** TXT records by the machine's resolver, each joined to one line; none where the name has none. */
export function askResolver(servers?: readonly string[]): Records {
  const resolver = new Resolver({ timeout: 3_000, tries: 1 });
  if (servers) resolver.setServers(servers);
  return async (name) => {
    try {
      return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    } catch (error) {
      if (ABSENT.includes((error as NodeJS.ErrnoException).code ?? '')) return [];
      throw error;
    }
  };
}

/**
 * What other mail servers look up before they believe a mail from `domain`: SPF (RFC 7208), DMARC (RFC 7489) and, where Facet signs
 * by itself, the key of DKIM (RFC 6376) under `selector`.
 */
export async function examineMailDomain(domain: string, selector: string | null, records: Records): Promise<Finding[]> {
  try {
    return [
      spf(domain, await records(domain)),
      dmarc(domain, await records(`_dmarc.${domain}`)),
      ...(selector === null ? [] : [dkim(domain, selector, await records(`${selector}._domainkey.${domain}`))]),
    ];
  } catch {
    return [{ area: 'mail domain', state: 'not checked', says: `No resolver answers here: look up SPF and DMARC of ${domain} elsewhere.` }];
  }
}

const good = (says: string): Finding => ({ area: 'mail domain', state: 'good', says });
const look = (says: string, advice: string): Finding => ({ area: 'mail domain', state: 'look', says, advice });

function spf(domain: string, texts: readonly string[]): Finding {
  const found = texts.filter((text) => /^v=spf1( |$)/i.test(text));
  if (found.length > 1) return look(`${domain} has ${found.length} SPF records, which counts as none.`, 'Join them into one.');
  if (found.length === 0)
    return look(`${domain} has no SPF record.`, `Add a TXT record that names your mail server, for instance: v=spf1 mx -all`);
  return good(`SPF of ${domain}: ${found[0] ?? ''}`);
}

function dmarc(domain: string, texts: readonly string[]): Finding {
  const found = texts.find((text) => /^v=DMARC1\s*;/i.test(text));
  return found === undefined
    ? look(`${domain} has no DMARC record.`, `Add a TXT record at _dmarc.${domain}, for instance: v=DMARC1; p=none; rua=mailto:…`)
    : good(`DMARC of ${domain}: ${found}`);
}

function dkim(domain: string, selector: string, texts: readonly string[]): Finding {
  const found = texts.find((text) => /(^|;)\s*p=[A-Za-z0-9+/=]{16,}/.test(text));
  return found === undefined
    ? look(
        `${selector}._domainkey.${domain} holds no DKIM key.`,
        'Publish the public key that belongs to FACET_DKIM_KEY there; until then receivers take the signature for a forgery.',
      )
    : good(`DKIM of ${domain}: a key is published under ${selector}.`);
}
