import type { Rule } from './rule';

const doors = 'libs/foundations/platform/src/migrations/11-doors-that-delete.ts';
const drill = { project: 'libs/server/operate', files: 'drill' };

/** What forgetting somebody, a backup and a restore must not tell. */
export const erasureRules: readonly Rule[] = [
  {
    rule: 'a group remembers that somebody was forgotten, so that no word tells whether they had answered',
    file: doors,
    from: 'i.checked_at is not null and r.sealed_at is null and r.cancelled_at is null',
    to: 'false',
    noticedBy: { project: 'libs/server/launch-round', files: 'take-out-colleague' },
  },
  {
    rule: 'a report goes as a whole with its line manager',
    file: doors,
    from: 'perform door.drop_report(place.round);',
    to: '',
    noticedBy: { project: 'libs/server/operate', files: 'forget-person' },
  },
  {
    rule: 'what was sealed after a backup is never sealed a second time',
    file: 'libs/server/operate/src/restore/end-again.ts',
    from: 'if (kept && !ended.has(id)) {',
    to: 'if (kept) {',
    noticedBy: drill,
  },
  {
    rule: 'whoever was forgotten after a backup is forgotten again',
    file: 'libs/server/operate/src/restore/restore-backup.ts',
    from: '[...beside.forgotten, ...keys.forgotten]',
    to: '[]',
    noticedBy: drill,
  },
  {
    rule: 'rows of a backup do not stand in the order in which people answered',
    file: 'libs/server/operate/src/backup/dump.ts',
    from: 't order by ${order}) one',
    to: 't) one',
    noticedBy: drill,
  },
];
