import { GroupCode, type LaunchOptions, type LaunchRequest, type Reminders } from '@facet/contract';
import * as z from 'zod';

const Choice = z.union([GroupCode, z.literal('alone'), z.literal('')]);

/** Everything a leader has typed, as the controls hold it. The round's id is chosen here, once: it launches once. */
export const Draft = z.object({
  id: z.uuid(),
  framework: z.string(),
  coach: z.string(),
  colleagues: z.string(),
  together: z.object({ peer: Choice, direct_report: Choice, other: Choice }),
  minimum: z.string(),
  closing: z.object({ date: z.string(), time: z.string(), zone: z.string() }),
  message: z.string(),
  reminders: z.object({ firstDays: z.string(), spacingDays: z.string(), most: z.string(), closingSoon: z.boolean() }),
});
export type Draft = z.infer<typeof Draft>;
export type SmallGroup = keyof Draft['together'];

export const isSmallGroup = (code: GroupCode): code is SmallGroup => code === 'peer' || code === 'direct_report' || code === 'other';

/** What stands on the page before the leader has typed anything; where there is only one choice, it is made. */
export const emptyDraft = (options: LaunchOptions, id: string): Draft => ({
  id,
  framework: onlyOf(options.frameworks),
  coach: onlyOf(options.coaches),
  colleagues: '',
  together: { peer: '', direct_report: '', other: '' },
  minimum: String(options.minimum.usual),
  closing: { ...options.closing, zone: options.organisation.zone },
  message: '',
  reminders: asTexts(options.reminders.usual),
});

/** The draft as the server is asked to launch or to preview it; what is missing in it, the server says. */
export const requestOf = ({ together, minimum, reminders, ...rest }: Draft): LaunchRequest => ({
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

const asTexts = ({ firstDays, spacingDays, most, closingSoon }: Reminders): Draft['reminders'] => ({
  firstDays: String(firstDays),
  spacingDays: String(spacingDays),
  most: String(most),
  closingSoon,
});

const onlyOf = (offered: readonly { readonly id: string }[]): string => (offered.length === 1 ? (offered[0]?.id ?? '') : '');
