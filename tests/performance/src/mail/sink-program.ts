import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

// A mail server that takes every mail and keeps none, each after so many milliseconds: sink-program MILLISECONDS. It says its port.
const wait = Number(process.argv[2] ?? 0);
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onData: (stream, _, done) => {
    stream.on('end', () => (wait === 0 ? done() : setTimeout(done, wait)));
    stream.resume();
  },
});
server.on('error', () => undefined); // who sends is measured; that it goes away at the end is no news
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.server.address() as AddressInfo).port}\n`));
