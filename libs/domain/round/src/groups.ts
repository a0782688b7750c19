/** Who a rater is to the leader. The codes are fixed, the labels are data. */
export type GroupCode = 'self' | 'line_manager' | 'peer' | 'direct_report' | 'other';
export type ConfidentialGroupCode = 'peer' | 'direct_report' | 'other';
/** The groups that a leader can invite: everyone but the leader. */
export type InvitedGroupCode = Exclude<GroupCode, 'self'>;

export interface RaterGroup {
  readonly code: GroupCode;
  readonly label: string;
  /** False for self and line manager: their answers stand under their name, and they are told so first. */
  readonly confidential: boolean;
}

export const raterGroups: readonly RaterGroup[] = [
  { code: 'self', label: 'Self', confidential: false },
  { code: 'line_manager', label: 'Line manager', confidential: false },
  { code: 'peer', label: 'Peers', confidential: true },
  { code: 'direct_report', label: 'Direct reports', confidential: true },
  { code: 'other', label: 'Governors and partners', confidential: true },
];

export const confidentialGroups: readonly ConfidentialGroupCode[] = ['peer', 'direct_report', 'other'];

export const isConfidential = (code: GroupCode): code is ConfidentialGroupCode =>
  code === 'peer' || code === 'direct_report' || code === 'other';

export const labelOf = (code: GroupCode): string => raterGroups.find((group) => group.code === code)?.label ?? code;

/** How many are invited in each confidential group. */
export type Invited = Readonly<Record<ConfidentialGroupCode, number>>;

export const countInvited = (colleagues: readonly { readonly group: GroupCode }[]): Invited => {
  const count = { peer: 0, direct_report: 0, other: 0 };
  for (const { group } of colleagues) if (isConfidential(group)) count[group] += 1;
  return count;
};
