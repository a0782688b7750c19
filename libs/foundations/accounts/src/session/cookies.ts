/** A cookie of ours: no script reads it, no other site's form carries it, no subdomain can set it where the site has https. */
export interface CookieJar {
  readonly names: { readonly session: string; readonly request: string; readonly signOn: string };
  set(name: string, value: string, seconds?: number): string;
  clear(name: string): string;
}

/** `__Host-` is only allowed with Secure, and Secure only over https; configuration allows plain http on loopback alone. */
export function cookieJar(publicUrl: URL): CookieJar {
  const secure = publicUrl.protocol === 'https:';
  const named = (name: string): string => (secure ? `__Host-${name}` : name);
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    names: { session: named('sid'), request: named('asked'), signOn: named('signing-on') },
    set: (name, value, seconds) => `${name}=${value}; ${attributes}${seconds === undefined ? '' : `; Max-Age=${seconds}`}`,
    clear: (name) => `${name}=; ${attributes}; Max-Age=0`,
  };
}

/** The value of one cookie in a Cookie header (RFC 6265, section 4.2.1). The first wins where a name occurs twice. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
