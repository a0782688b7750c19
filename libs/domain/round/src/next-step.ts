import type { RoundState } from './states';

/** Who is looking at the round. */
export type Onlooker = 'leader' | 'coach';

export interface NextStepFacts {
  readonly leader: string;
  readonly coach: string;
  readonly confirmed: boolean;
  /** Colleagues who were added later, or an address that was put right, wait for the coach's check. */
  readonly changes?: boolean;
  /** The coach of a closed round has been asked what is to become of it. */
  readonly choiceDue?: boolean;
  /** The report of a sealed round was taken back. */
  readonly withdrawn?: boolean;
  /** The day, in words, on which the coach’s report is released without another press; `chosen`: by the coach. */
  readonly releases?: { readonly on: string; readonly chosen: boolean } | null;
  /** "Wednesday 9 December 2026 at 18:00 (Europe/London)" */
  readonly closes: string;
}

/** What happens next, in one sentence, for whoever is looking. Says nothing about who has answered. */
export function nextStep(state: RoundState, as: Onlooker, facts: NextStepFacts): string {
  const { leader, coach, confirmed, changes = false, choiceDue = false, withdrawn = false, releases = null, closes } = facts;
  if (withdrawn) return 'The report was withdrawn: personal data that it was made of had to be deleted.';
  switch (state) {
    case 'draft':
      return 'Launch the round when everything is ready.';
    case 'open':
      if (changes && as === 'coach') return `Please check what ${leader} has changed on the list: invitations leave when you confirm it.`;
      if (changes) return `${coach} checks what you have changed on the list. Everybody else can answer until ${closes}.`;
      if (confirmed) return `Colleagues can answer until ${closes}.`;
      return as === 'coach'
        ? `Please check the list of colleagues: ${leader}’s invitations leave when you confirm it.`
        : `${coach} checks the list of colleagues; then the invitations leave. You can answer about yourself already.`;
    case 'closed':
      if (!choiceDue) return 'Answers are no longer taken. The report is made next.';
      return as === 'coach'
        ? 'Answers are no longer taken. Your choice about the report is due.'
        : `Answers are no longer taken. ${coach} has to make a choice about the report.`;
    case 'sealed':
      if (as === 'leader') return `${coach} reads the report first and then releases it to you.`;
      if (releases?.chosen) return `Read the report before ${leader} does: it is released on ${releases.on}, as you chose.`;
      return releases
        ? `Read the report, and release it when you talk to ${leader}, or it is released by itself on ${releases.on}.`
        : `Read the report, and release it when you talk to ${leader}.`;
    case 'released':
      return as === 'coach' ? `${leader} can read the report.` : 'Your report is ready to read.';
    case 'cancelled':
      return 'This round was cancelled. No answers are kept.';
  }
}
