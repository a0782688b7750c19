import { moveDemoClock } from '@facet/server-operate';
import type { Command } from '../command';
import { withDatabase } from '../with-database';
import { notUnderstood, readWords } from '../words';

const seconds: Readonly<Record<string, number>> = { m: 60, h: 3_600, d: 86_400 };
const MOST_DAYS = 366;

export const moveClock: Command = {
  usage: 'demo later TIME',
  summary: 'Moves the clock of the demo school on, so that reminders, closing and seal can be seen in minutes.',
  details: [
    'TIME   how far: 3d, 12h or 30m',
    'Facet must be running here in demo mode. Closing and seal follow within seconds. A reminder whose day is leapt over is not sent: go day by day to see them all.',
    'Whoever is signed in is signed out when the clock moves by more than half an hour.',
  ],

  async run(words, output) {
    const read = readWords(words, {}, 'time');
    if (typeof read === 'string') return notUnderstood(moveClock, read, output);
    const [, amount, unit] = /^(\d{1,5})([mhd])$/.exec(read.path) ?? [];
    const distance = Number(amount) * (seconds[unit ?? ''] ?? Number.NaN);
    if (!(distance > 0 && distance <= MOST_DAYS * 86_400)) return notUnderstood(moveClock, 'How far? Write for instance 3d.', output);
    return withDatabase(output, async (_, source) => {
      const now = await moveDemoClock(source, distance);
      if (now === null) {
        output.report('This is no demo: its clock is the real one. Nothing was changed.');
        return 1;
      }
      output.print(`In the demo it is now ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC.`);
      return 0;
    });
  },
};
