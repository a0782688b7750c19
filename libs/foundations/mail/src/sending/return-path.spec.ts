import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailOfReturnPath, returnPath } from './return-path';

const secret = Buffer.from('a secret of one installation, long enough');
const mail = '6f0ad7a3-3b52-4b1e-9f64-3a1f1f0f8a11';

test('the return path of a mail leads back to that mail, in capitals as well, and its local part keeps to 64 characters', () => {
  const address = returnPath(secret, mail, 'bounce.hill.example');
  expect(address).toMatch(/^b\+6f0ad7a33b524b1e9f643a1f1f0f8a11\.[\da-f]{16}@bounce\.hill\.example$/);
  expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  expect(mailOfReturnPath(secret, address)).toBe(mail);
  expect(mailOfReturnPath(secret, address.toUpperCase())).toBe(mail);
});

test('nobody else can make the return path of a mail, and that of one mail is not that of another', () => {
  const address = returnPath(secret, mail, 'bounce.hill.example');
  expect(mailOfReturnPath(Buffer.from('another secret, and a long one as well'), address)).toBeNull();
  const other = randomUUID().replaceAll('-', '');
  expect(mailOfReturnPath(secret, address.replace(/\+[\da-f]{32}/, `+${other}`))).toBeNull();
});

test('whatever else is sent there is none of our mails, and breaks nothing', () => {
  fc.assert(fc.property(fc.string(), (text) => mailOfReturnPath(secret, text) === null));
  fc.assert(
    fc.property(fc.stringMatching(/^b\+[\da-f]{30,34}\.[\da-f]{14,18}@x\.example$/), (text) => mailOfReturnPath(secret, text) === null),
  );
});
