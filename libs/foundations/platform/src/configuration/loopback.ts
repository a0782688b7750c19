import { isIP } from 'node:net';

/** True for a host name or address that only this machine itself can reach. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
