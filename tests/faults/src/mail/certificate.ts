import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { Certificate } from '@facet/testing';

// Certificates (RFC 5280) as a test needs them: of today or of last year, signed by somebody or by themselves. node:crypto only reads them.

/** A value of ASN.1 in its binary form (X.690): what it is, how long, and what it holds. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const integer = (bytes: Uint8Array): Buffer => der(0x02, bytes);
const oid = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));
const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content);
const instant = (at: Date): Buffer => der(0x17, Buffer.from(at.toISOString().replace(/^..|[-:T]|\.\d+/g, ''))); // UTCTime, yymmddhhmmssZ
const YES = der(0x01, Buffer.from([0xff]));

const ECDSA_WITH_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const name = (common: string): Buffer => sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(common)))));
const extension = (last: number, ...content: readonly Buffer[]): Buffer => sequence(oid(0x55, 0x1d, last), ...content);
const MAY_SIGN = extension(0x13, YES, der(0x04, sequence(YES)));
const FOR_LOOPBACK = extension(0x11, der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))));

interface Wish {
  readonly of: string;
  readonly by: string;
  readonly until: Date;
  readonly extension: Buffer;
}
const DAY_MS = 86_400_000;

function signed({ of, by, until, extension: own }: Wish, publicKey: KeyObject, signer: KeyObject): string {
  const inside = sequence(
    der(0xa0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ...[ECDSA_WITH_SHA256, name(by), sequence(instant(new Date(until.getTime() - 400 * DAY_MS)), instant(until)), name(of)],
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(own)),
  );
  const text = sequence(inside, ECDSA_WITH_SHA256, bits(sign('sha256', inside, signer))).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

const newKey = (): { publicKey: KeyObject; privateKey: KeyObject } => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const inPem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Somebody whose signature a test may trust. */
export class Signer {
  private readonly own = newKey();
  /** What whoever trusts it has to know. */
  readonly certificate = this.sign('Test signer', MAY_SIGN, new Date(Date.now() + DAY_MS), this.own.publicKey);

  /** For a server on 127.0.0.1. */
  server(until = new Date(Date.now() + DAY_MS)): Certificate {
    const { publicKey, privateKey } = newKey();
    return { key: inPem(privateKey), cert: this.sign('127.0.0.1', FOR_LOOPBACK, until, publicKey) };
  }

  private sign(of: string, own: Buffer, until: Date, publicKey: KeyObject): string {
    return signed({ of, by: 'Test signer', until, extension: own }, publicKey, this.own.privateKey);
  }
}

/** For a server on 127.0.0.1, and nobody has signed it but itself. */
export function selfSigned(): Certificate {
  const { publicKey, privateKey } = newKey();
  const wish = { of: '127.0.0.1', by: '127.0.0.1', until: new Date(Date.now() + DAY_MS), extension: FOR_LOOPBACK };
  return { key: inPem(privateKey), cert: signed(wish, publicKey, privateKey) };
}
