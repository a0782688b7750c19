import * as z from 'zod';
import { FrameworkView } from './framework';
import { WelcomeView } from './welcome';

export const GroupCode = z.enum(['self', 'line_manager', 'peer', 'direct_report', 'other']);
export type GroupCode = z.infer<typeof GroupCode>;

/** How colleagues are reminded who have not answered; the bounds are the server's. */
export const Reminders = z.strictObject({
  firstDays: z.int('Choose a whole number of days.'),
  spacingDays: z.int('Choose a whole number of days.'),
  most: z.int('Choose a whole number.'),
  closingSoon: z.boolean('Say yes or no.'),
});
export type Reminders = z.infer<typeof Reminders>;

const Bounds = z.object({ least: z.int(), most: z.int() });

/** What the launch page offers a leader. */
export const LaunchOptions = z.object({
  leader: z.object({ name: z.string(), email: z.string() }),
  organisation: z.object({ name: z.string(), zone: z.string() }),
  /** The newest version of each, and older ones that the leader's rounds have used: `newest` is then the version that took its place. */
  frameworks: z.array(FrameworkView.extend({ newest: z.int().nullable() })),
  coaches: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string() })),
  groups: z.array(z.object({ code: GroupCode, label: z.string(), confidential: z.boolean() })),
  minimum: z.object({ least: z.int(), usual: z.int(), most: z.int() }),
  /** A group with fewer invited than this asks the leader what to do. */
  smallGroup: z.int(),
  /** The closing date offered first, in the organisation's zone. */
  closing: z.object({ date: z.string(), time: z.string() }),
  reminders: z.object({ usual: Reminders, bounds: z.object({ firstDays: Bounds, spacingDays: Bounds, most: Bounds }) }),
  /** The leader's round that is not sealed yet, if there is one: no second can be launched beside it. */
  current: z.uuid().nullable(),
});
export type LaunchOptions = z.infer<typeof LaunchOptions>;

export const LaunchRequest = z.strictObject({
  /** Chosen by the browser and kept with the draft: the same id launches once, however often it is sent. */
  id: z.uuid().toLowerCase(),
  framework: z.uuid('Choose a framework.'),
  coach: z.uuid('Choose a coach.'),
  /** As pasted: one colleague a line, `Name <address>, group`, or CSV with a header. */
  colleagues: z.string().max(100_000, 'The list is too long to be read: at most 100,000 characters.'),
  /** For each small group: `alone`, or the group that it answers together with. */
  together: z.partialRecord(GroupCode, z.union([GroupCode, z.literal('alone')])),
  minimum: z.int('Choose 3, 4 or 5.').min(3, 'Choose 3, 4 or 5.').max(5, 'Choose 3, 4 or 5.'),
  closing: z.strictObject({
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.'),
    time: z.string().regex(/^\d{2}:\d{2}$/, 'Write the time as HH:MM.'),
    zone: z.string().max(64),
  }),
  message: z.string().max(2_000, 'The message holds at most 2,000 characters.'),
  /** Fixed at the launch, as the preview shows them; left out: as usual. */
  reminders: Reminders.optional(),
});
export type LaunchRequest = z.infer<typeof LaunchRequest>;

/** What the preview takes: a request in which choices may still be missing; the preview's `errors` name them. */
export const LaunchDraft = LaunchRequest.extend({
  framework: z.string().max(64),
  coach: z.string().max(64),
  closing: z.strictObject({ date: z.string().max(32), time: z.string().max(32), zone: z.string().max(64) }),
});
export type LaunchDraft = z.infer<typeof LaunchDraft>;

/** What was understood of the pasted lines. Errors refuse the launch, warnings do not. */
export const ColleaguesRead = z.object({
  colleagues: z.array(z.object({ line: z.int(), name: z.string(), email: z.string(), group: GroupCode })),
  /** Lines that lack nothing but a group; they are among the errors until it is chosen. */
  groupless: z.array(z.object({ line: z.int(), name: z.string(), email: z.string() })),
  errors: z.array(z.object({ line: z.int(), message: z.string() })),
  warnings: z.array(z.object({ line: z.int(), message: z.string() })),
});
export type ColleaguesRead = z.infer<typeof ColleaguesRead>;

export const LaunchPreview = z.object({
  read: ColleaguesRead,
  groups: z.array(
    z.object({
      code: GroupCode,
      label: z.string(),
      invited: z.int(),
      /** True where the leader must choose between inviting more and answering together. */
      asks: z.boolean(),
      /** Groups that this one may answer together with; `alone` is offered when at least the minimum is invited. */
      choices: z.array(z.object({ value: z.union([GroupCode, z.literal('alone')]), label: z.string() })),
      /** "3 invited: about one chance in three of being shown." at a stated response of 70 %. */
      forecast: z.string(),
    }),
  ),
  mail: z.object({ subject: z.string(), html: z.string(), text: z.string() }),
  welcome: WelcomeView,
  /** A text with which the leader may tell everybody of the round. */
  announcement: z.string(),
  /** "Wednesday 9 December 2026 at 18:00 (Europe/London)" */
  closes: z.string(),
  /** When mails will leave, in words. */
  leaves: z.string(),
  errors: z.array(z.object({ field: z.string(), line: z.int().optional(), message: z.string() })),
});
export type LaunchPreview = z.infer<typeof LaunchPreview>;

/** In words. `ask`: whether the leader may have everyone reminded now, what that counts for, or why not yet; null for the coach. */
export const RoundReminders = z.object({
  schedule: z.string(),
  ahead: z.string(),
  ask: z.object({ may: z.boolean(), words: z.string() }).nullable(),
});
export type RoundReminders = z.infer<typeof RoundReminders>;

/** A launched round as its leader and its coach may see it: nothing here says who has answered. */
export const RoundView = z.object({
  id: z.uuid(),
  leader: z.object({ name: z.string() }),
  coach: z.object({ name: z.string() }),
  framework: z.object({ name: z.string(), version: z.int() }),
  state: z.enum(['open', 'closed', 'sealed', 'released', 'cancelled']),
  /** Who is looking. */
  as: z.enum(['leader', 'coach']),
  /** The report was taken back: personal data that it was made of had to be deleted. */
  withdrawn: z.boolean(),
  launchedAt: z.iso.datetime(),
  colleaguesConfirmed: z.boolean(),
  closes: z.object({ at: z.iso.datetime(), words: z.string(), date: z.string(), time: z.string(), zone: z.string() }),
  /**
   * One word per promised group, refreshed once a night (at once in demo mode). `told at closing` where a colleague was taken out
   * or got another link: a word that changed after that would say whether they had answered. Empty once there is a report, which says
   * more, or the round is cancelled.
   */
  progress: z.array(z.object({ label: z.string(), word: z.enum(['enough', 'not yet enough', 'told at closing']) })),
  colleagues: z.array(
    z.object({
      name: z.string(),
      email: z.string(),
      code: GroupCode,
      group: z.string(),
      outside: z.boolean(),
      needsFixing: z.string().nullable(),
      /** The coach has confirmed this colleague; nothing leaves before. */
      checked: z.boolean(),
      /** The address that the leader asks for in place of one that needs fixing; it waits for the coach's check. */
      proposed: z.string().nullable(),
      /** What the coach should look at twice, before confirming; empty for the leader. */
      marks: z.array(z.string()),
    }),
  ),
  /** Stands for the colleagues who wait for the coach's check; sent back with it, so that nobody is confirmed unseen. */
  list: z.string(),
  /** What is unusual about several colleagues together; empty for the leader. */
  remarks: z.array(z.string()),
  /** Where a colleague can be: the promised groups, and line managers. */
  groups: z.array(z.object({ code: GroupCode, label: z.string() })),
  minimum: z.int(),
  /** How and when colleagues are reminded; null once the round is closed. Reckoned for whoever never answers, so it tells of nobody. */
  reminders: RoundReminders.nullable(),
  /** What happens next, in one sentence. */
  next: z.string(),
});
export type RoundView = z.infer<typeof RoundView>;

/**
 * The list of a round as somebody sees it who checks it in the coach's stead: those who wait for the check, and nothing of how the
 * round is going.
 */
export const ListView = z.strictObject({
  ...RoundView.pick({ id: true, leader: true, coach: true, colleaguesConfirmed: true, colleagues: true, list: true }).shape,
  ...RoundView.pick({ remarks: true, groups: true, minimum: true, next: true }).shape,
  as: z.literal('approver'),
  /** The labels of the promised groups. */
  promised: z.array(z.string()),
  /** For how long they may check it, in words. */
  until: z.string(),
});
export type ListView = z.infer<typeof ListView>;

/** What the page of a round shows, by who is looking. */
export const RoundPage = z.discriminatedUnion('as', [RoundView, ListView]);
export type RoundPage = z.infer<typeof RoundPage>;

/** Who checks the list in the coach's stead at present, and who could: for the coach alone. */
export const ApproverView = z.object({
  approver: z.object({ id: z.uuid(), name: z.string(), until: z.string() }).nullable(),
  people: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string() })),
});
export type ApproverView = z.infer<typeof ApproverView>;

/** `until`: the last day, in the round's zone; null: as long as the round is open. */
export const NameApprover = z.strictObject({
  person: z.uuid('Choose somebody.').toLowerCase(),
  until: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.')
    .nullable(),
});
export type NameApprover = z.infer<typeof NameApprover>;

export const RoundSummary = RoundView.pick({
  id: true,
  leader: true,
  coach: true,
  state: true,
  colleaguesConfirmed: true,
  withdrawn: true,
}).extend({
  as: z.enum(['leader', 'coach', 'approver']),
  organisation: z.string(),
  /** The coach of a closed round has been asked what is to become of it. */
  choiceDue: z.boolean(),
  /** For the coach: the report has waited for so long that they were reminded, and no day is chosen. */
  overdue: z.boolean(),
  /** For the coach: a day of release is chosen. */
  dayChosen: z.boolean(),
  closes: z.string(),
  next: z.string(),
});
export type RoundSummary = z.infer<typeof RoundSummary>;

/**
 * The coach corrects an address: any, before the list is confirmed; after that one that the mail server refused: the invitation is sent
 * anew, and the link of the old mail is dead. What the leader asks for in the same words waits for the coach's check.
 */
export const CorrectAddress = z.strictObject({ from: z.string().max(254), to: z.string().max(254) });
export type CorrectAddress = z.infer<typeof CorrectAddress>;

/** The coach confirms the list as they saw it (RoundView.list): a leader may have added somebody a second before. */
export const ConfirmColleagues = z.strictObject({
  list: z.string('Say which list you have looked at: “list”, as the round shows it.').max(64),
});
export type ConfirmColleagues = z.infer<typeof ConfirmColleagues>;

/** More colleagues for a launched round, as they are pasted at the launch. */
export const AddColleagues = LaunchRequest.pick({ colleagues: true });
export type AddColleagues = z.infer<typeof AddColleagues>;

/** A colleague of the round, by address. */
export const TakeOut = z.strictObject({ email: z.string().max(254) });
export type TakeOut = z.infer<typeof TakeOut>;

export const MoveColleague = TakeOut.extend({ group: GroupCode.exclude(['self']) });
export type MoveColleague = z.infer<typeof MoveColleague>;

/** Who coaches whom, for an administrator: nothing here tells how a round is going. */
export const CoachingView = z.object({
  rounds: z.array(z.object({ id: z.uuid(), leader: z.string(), coach: z.object({ id: z.uuid(), name: z.string() }), closes: z.string() })),
  coaches: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string() })),
});
export type CoachingView = z.infer<typeof CoachingView>;

export const GiveRound = z.strictObject({ coach: z.uuid('Choose a coach.') });
export type GiveRound = z.infer<typeof GiveRound>;

export const MoveClosing = LaunchRequest.shape.closing;
export type MoveClosing = z.infer<typeof MoveClosing>;

const ConfidentialGroup = GroupCode.exclude(['self', 'line_manager']);

/** For the coach of a closed round that has too few: what would be shown if it were sealed now, in words without counts. */
export const SealChoice = z.object({
  /** As promised: what falls short is shown together with others. */
  words: z.array(z.string()),
  /** Groups that miss their promise and may be left out instead, each choice with what would then be shown. */
  leaveOut: z.array(z.object({ groups: z.array(ConfidentialGroup), label: z.string(), words: z.array(z.string()) })),
  sealsByItself: z.string(),
  /** Where some answers could not be opened: what that means, and whether the coach may now seal without them. */
  unreadable: z.object({ words: z.string(), mayGoWithout: z.boolean() }).optional(),
});
export type SealChoice = z.infer<typeof SealChoice>;
/** What a coach sends with the seal; nothing at all where every answer is to be in it, and short groups are shown together. */
export const SealRequest = z
  .strictObject({
    without: z.literal('unreadable', 'Say "unreadable", or leave it out.').optional(),
    leaveOut: z.array(ConfidentialGroup).max(3).optional(),
  })
  .optional();
export type SealRequest = z.infer<typeof SealRequest>;
