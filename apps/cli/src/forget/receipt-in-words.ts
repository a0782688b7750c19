import type { LeaderStays, Receipt, StillThere } from '@facet/server-operate';

export const whyItStays: Readonly<Record<LeaderStays, string>> = {
  unknown: 'There is nothing here to forget.',
  leads: 'This person leads rounds. Use facet forget leader: it deletes those rounds and their reports with the person.',
  coaches: 'This person coaches rounds. Give each of them to another coach first; an administrator does so on the page of the round.',
  'last administrator': 'This is the only administrator. Make somebody else administrator first.',
  open: 'A round is still open. Cancel it first, so that everybody who was asked hears of it, and try again once those mails have left.',
};

const counted = (counts: Receipt['counts']): string[] => Object.entries(counts).map(([what, count]) => `  ${what.padEnd(20)}${count}`);

export const planInWords = ({ counts }: Receipt): string =>
  [
    'This goes, and does not come back:',
    ...counted(counts),
    '  Mails go too, and answers that stand in no report yet, whatever there is of them.',
  ].join('\n');

export const receiptInWords = ({ id, at, counts }: Receipt): string =>
  [
    `Receipt ${id}`,
    `  ${'deleted on'.padEnd(20)}${at.toISOString().slice(0, 10)}`,
    ...counted(counts),
    '  Mails, and answers that stood in no report yet, are not counted: that would tell who had answered.',
    'Backups from before still hold it. facet restore forgets it again; let old backups go within the time that you have promised.',
  ].join('\n');

/** What other people wrote with this address in it. Nobody rewrites it for them. */
export const stillThereInWords = (found: readonly StillThere[]): string =>
  found.length === 0
    ? 'A search of the whole database for the address found nothing.'
    : [
        'The address still stands in what others wrote. Change it there by hand:',
        ...found.map(({ table, rows }) => `  ${table.padEnd(28)}${rows} ${rows === 1 ? 'row' : 'rows'}`),
      ].join('\n');
