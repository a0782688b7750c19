import { createPublicKey } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import type { Configuration } from '@facet/platform';
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

export interface MailDomain extends Pick<Configuration['mail'], 'dkim' | 'returnDomain'> {
  /** Of the address that mail comes from. */
  readonly domain: string;
}

/**
 * What other mail servers look up before they believe a mail: SPF (RFC 7208) of the domain that it returns to, DMARC (RFC 7489) of
 * the one it comes from and, where Facet signs by itself, the key of DKIM (RFC 6376).
 */
export async function examineMailDomain({ domain, dkim: key, returnDomain = domain }: MailDomain, records: Records): Promise<Finding[]> {
  try {
    return [
      spf(returnDomain, await records(returnDomain)),
      dmarc(domain, await records(`_dmarc.${domain}`)),
      ...(key === null ? [] : [dkim(key, await records(`${key.selector}._domainkey.${key.domain}`))]),
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

function dkim({ domain, selector, privateKey }: NonNullable<MailDomain['dkim']>, texts: readonly string[]): Finding {
  const own = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  const published = texts.flatMap((text) => /(?:^|;)\s*p=([A-Za-z0-9+/=\s]+)/.exec(text)?.[1]?.replaceAll(/\s/g, '') ?? []);
  if (published.includes(own)) return good(`DKIM of ${domain}: the key of FACET_DKIM_KEY is published under ${selector}.`);
  return look(
    `${selector}._domainkey.${domain} holds ${published.length === 0 ? 'no DKIM key' : 'another DKIM key than the one that signs'}.`,
    `Publish there the public key that belongs to FACET_DKIM_KEY; until then receivers take the signature for a forgery: v=DKIM1; k=rsa; p=${own}`,
  );
}
