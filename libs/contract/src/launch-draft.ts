import * as z from 'zod';
import { LaunchDraft, LaunchPreview } from './launch-round';

/** A leader's draft as the server keeps it, theirs alone. Without one, all is null. */
export const KeptDraft = z.object({
  /** Changes with every save; sent back with the next one, so that no draft overwrites another unseen. */
  version: z.uuid().nullable(),
  draft: LaunchDraft.nullable(),
  /** "Tuesday 24 November 2026 at 14:05 (Europe/London)" */
  saved: z.string(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

export const KeepDraft = z.strictObject({
  /** The version that this page has seen; null where it has seen none. */
  version: z.uuid().nullable(),
  draft: LaunchDraft,
});
export type KeepDraft = z.infer<typeof KeepDraft>;

export const DraftSaved = KeptDraft.pick({ saved: true }).extend({ version: z.uuid() });
export type DraftSaved = z.infer<typeof DraftSaved>;

/** The list and the choices of an earlier round, for the next one: the same version of the framework, so that the two can be compared. */
export const RoundAgain = LaunchDraft.pick({
  framework: true,
  coach: true,
  colleagues: true,
  together: true,
  minimum: true,
  message: true,
});
export type RoundAgain = z.infer<typeof RoundAgain>;

/** What colleagues were sent and see, word for word but for the link, which is each colleague's own. */
export const SentView = LaunchPreview.pick({ mail: true, welcome: true, announcement: true });
export type SentView = z.infer<typeof SentView>;

/** Somebody whom the leader may ask: staff of the organisation, and whoever they have asked before. */
export const KnownPeople = z.object({ people: z.array(z.object({ name: z.string(), email: z.string() })) });
export type KnownPeople = z.infer<typeof KnownPeople>;
