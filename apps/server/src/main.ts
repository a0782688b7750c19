import { createLogger, readConfiguration } from '@facet/platform';
import { fileURLToPath } from 'node:url';
import { demoPeople } from '@facet/server-operate';
import { start } from './start';

const read = readConfiguration(process.env);
if (!read.ok) {
  console.error(`Facet cannot start:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`);
  process.exit(1);
}
const log = createLogger(read.configuration.logLevel);
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let stopping = false;
const starting = start(read.configuration, log, { site: beside('..'), content: beside('../../../framework') });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void starting
      .then((running) => running.stop())
      .catch(() => undefined) // a start that failed has stopped what it started, and says why below
      .finally(() => process.exit(0));
  });

try {
  const running = await starting;
  console.log(welcome(running.address, running.demo, running.notice));
} catch (error) {
  console.error(`Facet could not start: ${error instanceof Error ? error.message : String(error)}`);
  log.debug({ err: error }, 'start');
  process.exit(1);
}

function welcome(address: string, demo: boolean, notice: string | null): string {
  const seconds = (performance.now() / 1000).toFixed(1);
  return [
    `Facet is ready at ${address} (after ${seconds} s)`,
    ...(demo
      ? [
          '  A demo school is open. Sign in as:',
          ...demoPeople.map(({ email, role, tells }) => `    ${email.padEnd(32)}${role.padEnd(15)}${tells}`),
          `  Every mail, with its codes and links, is at ${new URL('/mailbox', address).href}`,
          '  Nothing leaves this machine. Press Ctrl-C to stop.',
        ]
      : []),
    ...(notice === null ? [] : [`  ${notice}`]),
  ].join('\n');
}
