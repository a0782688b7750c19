import type { InvitedGroupCode } from '../groups';

const names: Readonly<Record<InvitedGroupCode, readonly string[]>> = {
  line_manager: ['line manager', 'manager', 'boss', 'supervisor', 'superior'],
  peer: ['peer', 'colleague', 'coworker', 'co worker', 'fellow leader'],
  direct_report: ['direct report', 'direct', 'report', 'team', 'team member', 'my team', 'staff', 'subordinate'],
  other: ['governor', 'partner', 'governor or partner', 'governor and partner', 'governors and partner'].concat([
    'other',
    'external',
    'stakeholder',
    'trustee',
  ]),
};

/** What one colleague of each group is called on a line of a list; `readGroup` understands it. */
export const groupWord: Readonly<Record<InvitedGroupCode, string>> = {
  line_manager: 'line manager',
  peer: 'peer',
  direct_report: 'direct report',
  other: 'governor or partner',
};

/** The group that a person means by what they typed ("Peers", "direct-report", "GOVERNOR"), or null. */
export function readGroup(text: string): InvitedGroupCode | null {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const known = (Object.keys(names) as InvitedGroupCode[]).find((code) =>
    names[code].some((name) => plain === name || plain === `${name}s`),
  );
  return known ?? null;
}
