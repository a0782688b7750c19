import * as z from 'zod';
import { LaunchDraft } from './launch-round';

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
