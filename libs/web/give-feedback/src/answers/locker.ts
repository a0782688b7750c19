import { tab } from '../link/tab';

interface Lock {
  readonly place: string;
  readonly key: CryptoKey;
}

/**
 * What this tab keeps of one person's words until the server has them, locked with a key that comes from their link: whoever later reads
 * the files in which a browser keeps a tab finds a locked box instead of words. Where a page may not lock (no https), it is kept in
 * memory only.
 */
export class Locker {
  private readonly lock: Promise<Lock | null>;
  /** Locking takes a moment; what was put in or taken out meanwhile is newer than what is being locked. */
  private latest = 0;
  private inMemory: string | null = null;

  constructor(code: string) {
    this.lock = lockFor(code).catch(() => null);
  }

  async put(text: string): Promise<void> {
    const mine = ++this.latest;
    this.inMemory = text;
    const lock = await this.lock;
    if (!lock) return;
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, lock.key, new TextEncoder().encode(text));
    if (mine === this.latest) tab.set(lock.place, toText([...nonce, ...new Uint8Array(box)]));
  }

  /** Null where there is nothing, or nothing that this link opens. */
  async look(): Promise<string | null> {
    if (this.inMemory !== null) return this.inMemory;
    const lock = await this.lock;
    const stored = lock && tab.get(lock.place);
    if (!stored) return null;
    try {
      const bytes = toBytes(stored);
      const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.subarray(0, 12) }, lock.key, bytes.subarray(12));
      return new TextDecoder().decode(text);
    } catch {
      return null;
    }
  }

  async empty(): Promise<void> {
    const mine = ++this.latest;
    this.inMemory = null;
    const lock = await this.lock;
    if (lock && mine === this.latest) tab.drop(lock.place);
  }
}

/** Key and place by HKDF: the name of the place must not be the link itself. */
async function lockFor(code: string): Promise<Lock> {
  const bytes = new TextEncoder();
  const secret = await crypto.subtle.importKey('raw', bytes.encode(code), 'HKDF', false, ['deriveKey', 'deriveBits']);
  const purpose = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytes.encode(`facet/tab/${info}`) });
  const [name, key] = await Promise.all([
    crypto.subtle.deriveBits(purpose('place'), secret, 64),
    crypto.subtle.deriveKey(purpose('words'), secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  ]);
  return { place: `facet.unsaved.${toText([...new Uint8Array(name)])}`, key };
}

/** Base64; `btoa` reads one character for each byte. */
const toText = (bytes: readonly number[]): string => btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
