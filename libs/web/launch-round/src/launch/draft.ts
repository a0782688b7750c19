import type { GroupCode, LaunchDraft, LaunchOptions, Reminders, RoundAgain } from '@facet/contract';

type Choice = GroupCode | 'alone' | '';

/** Everything a leader has typed, as the controls hold it. The round's id is chosen here, once: it launches once. */
export interface Draft {
  id: string;
  framework: string;
  coach: string;
  colleagues: string;
  together: { peer: Choice; direct_report: Choice; other: Choice };
  minimum: string;
  closing: { date: string; time: string; zone: string };
  message: string;
  reminders: { firstDays: string; spacingDays: string; most: string; closingSoon: boolean };
}
export type SmallGroup = keyof Draft['together'];

export const isSmallGroup = (code: GroupCode): code is SmallGroup => code === 'peer' || code === 'direct_report' || code === 'other';

/** What stands on the page before the leader has typed anything; where there is only one choice, it is made. */
export const emptyDraft = (options: LaunchOptions, id: string): Draft => ({
  id,
  framework: onlyOf(options.frameworks.filter(({ newest }) => newest === null)),
  coach: onlyOf(options.coaches),
  colleagues: '',
  together: { peer: '', direct_report: '', other: '' },
  minimum: String(options.minimum.usual),
  closing: { ...options.closing, zone: options.organisation.zone },
  message: '',
  reminders: asTexts(options.reminders.usual),
});

/** The draft as the server is asked to keep, to preview or to launch it; what is missing in it, the server says. */
export const requestOf = ({ together, minimum, reminders, ...rest }: Draft): LaunchDraft => ({
  ...rest,
  together: Object.fromEntries(Object.entries(together).filter(([, choice]) => choice !== '')),
  minimum: Number(minimum),
  reminders: {
    firstDays: Number(reminders.firstDays),
    spacingDays: Number(reminders.spacingDays),
    most: Number(reminders.most),
    closingSoon: reminders.closingSoon,
  },
});

/** A draft that the server has kept, as the controls hold it. */
export const draftOf = ({ together, minimum, reminders, ...rest }: LaunchDraft, options: LaunchOptions): Draft => ({
  ...rest,
  together: choicesOf(together),
  minimum: String(minimum),
  reminders: asTexts(reminders ?? options.reminders.usual),
});

/** A new draft with the list and the choices of an earlier round; its closing is a new one. */
export const draftAgain = ({ together, minimum, ...rest }: RoundAgain, options: LaunchOptions, id: string): Draft => ({
  ...emptyDraft(options, id),
  ...rest,
  together: choicesOf(together),
  minimum: String(minimum),
});

const choicesOf = (together: LaunchDraft['together']): Draft['together'] => ({
  peer: together.peer ?? '',
  direct_report: together.direct_report ?? '',
  other: together.other ?? '',
});

const asTexts = ({ firstDays, spacingDays, most, closingSoon }: Reminders): Draft['reminders'] => ({
  firstDays: String(firstDays),
  spacingDays: String(spacingDays),
  most: String(most),
  closingSoon,
});

const onlyOf = (offered: readonly { readonly id: string }[]): string => (offered.length === 1 ? (offered[0]?.id ?? '') : '');
