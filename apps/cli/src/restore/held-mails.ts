import { countHeld, settleHeld } from '@facet/server-operate';
import type { Command } from '../command';
import { withDatabase } from '../with-database';
import { notUnderstood, readOptions } from '../words';

export const heldMails: Command = {
  usage: 'held mails',
  summary: 'After a restore: shows that mails are held, and lets them leave or not.',
  details: [
    '--send   they leave now. Whoever got one before the restore gets it a second time',
    '--drop   they never leave. Whoever did not get one is asked again from the page of the round',
    'From either on, reminders are planned again.',
  ],

  run(words, output) {
    const read = readOptions(words, { send: { type: 'boolean' }, drop: { type: 'boolean' } });
    if (typeof read === 'string') return Promise.resolve(notUnderstood(heldMails, read, output));
    const { send = false, drop = false } = read;
    if (send && drop) return Promise.resolve(notUnderstood(heldMails, 'Either --send or --drop.', output));
    return withDatabase(output, async (_, source) => {
      const held = await countHeld(source);
      if (!held.waits) {
        output.print('Nothing is held: this database was not restored, or its mails have been seen to.');
        return 0;
      }
      if (!send && !drop) {
        output.print(`Held since the restore: ${held.mails} mails, and all reminders. Decide with --send or --drop.`);
        return 0;
      }
      await settleHeld(source, send ? 'send' : 'drop');
      output.print(`${send ? 'They leave now' : 'They will not leave'}. Reminders are planned again.`);
      return 0;
    });
  },
};
