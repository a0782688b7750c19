import { readConfiguration } from '@facet/platform';
import { examine, type Finding } from '@facet/server-operate';
import type { Command } from '../command';
import { withDatabase } from '../with-database';
import { notUnderstood, readOptions } from '../words';

const marks = { good: 'good', look: 'LOOK', bad: 'BAD', 'not checked': '-' } as const;

export const doctor: Command = {
  usage: 'doctor [--to ADDRESS]',
  summary: 'Looks at settings, database, clock, key vault, queue and mail, and says what to do where something is wrong.',
  details: [
    '--to ADDRESS   sends a test mail there, as every other mail is sent',
    'The exit code is 1 where something is BAD: Facet does not work, or not safely, until it is mended.',
    'Run it with the same settings as Facet itself, on the machine where Facet runs.',
  ],

  async run(words, output) {
    const read = readOptions(words, { to: { type: 'string' } });
    if (typeof read === 'string') return notUnderstood(doctor, read, output);
    const configured = readConfiguration(process.env);
    if (!configured.ok) {
      for (const fault of configured.faults) output.report(line({ area: 'settings', state: 'bad', says: fault }));
      return 1;
    }
    const { configuration } = configured;
    return withDatabase(output, async (_, source) => {
      const databaseFolder = configuration.databaseUrl === undefined ? configuration.data : null;
      const findings = await examine({ configuration, source, databaseFolder, testMailTo: read.to ?? null });
      output.print(findings.map(line).join('\n'));
      return findings.some(({ state }) => state === 'bad') ? 1 : 0;
    });
  },
};

const line = ({ area, state, says, advice }: Finding): string =>
  `${marks[state].padEnd(5)}${area.padEnd(13)}${says}${advice === undefined ? '' : `\n${' '.repeat(18)}→ ${advice}`}`;
