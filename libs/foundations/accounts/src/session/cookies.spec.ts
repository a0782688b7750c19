import { expect, test } from '@jest/globals';
import { cookieJar, readCookie } from './cookies';

test('over https a cookie is bound to its host; over plain http on loopback it works all the same', () => {
  const https = cookieJar(new URL('https://facet.test'));
  expect(https.set(https.names.session, 'x')).toBe('__Host-sid=x; Path=/; HttpOnly; SameSite=Lax; Secure');
  const http = cookieJar(new URL('http://localhost:3000'));
  expect(http.set(http.names.session, 'x', 60)).toBe('sid=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60');
});

test('a cookie is found among others, and another name that ends alike is not taken for it', () => {
  expect(readCookie('a=1; xsid=2;sid=3; sid=4', 'sid')).toBe('3');
  expect(readCookie('xsid=2', 'sid')).toBeUndefined();
  expect(readCookie(undefined, 'sid')).toBeUndefined();
  expect(readCookie('sid', 'sid')).toBeUndefined();
});
