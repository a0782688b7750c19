import type { RoundState } from './states';

/** Who is looking at the round. */
export type Onlooker = 'leader' | 'coach';

export interface NextStepFacts {
  readonly leader: string;
  readonly coach: string;
  readonly confirmed: boolean;
  /** Colleagues who were added later wait for the coach's check. */
  readonly additions?: boolean;
  /** The coach of a closed round has been asked what is to become of it. */
  readonly choiceDue?: boolean;
  /** "Wednesday 9 December 2026 at 18:00 (Europe/London)" */
  readonly closes: string;
}

/** What happens next, in one sentence, for whoever is looking. Says nothing about who has answered. */
export function nextStep(state: RoundState, as: Onlooker, facts: NextStepFacts): string {
  const { leader, coach, confirmed, additions = false, choiceDue = false, closes } = facts;
  switch (state) {
    case 'draft':
      return 'Launch the round when everything is ready.';
    case 'open':
      if (additions && as === 'coach')
        return `Please check the colleagues whom ${leader} has added: their invitations leave when you confirm them.`;
      if (additions) return `${coach} checks the colleagues whom you have added. Everybody else can answer until ${closes}.`;
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
      return as === 'coach'
        ? `Read the report, and release it when you talk to ${leader}.`
        : `${coach} reads the report first and then releases it to you.`;
    case 'released':
      return as === 'coach' ? `${leader} can read the report.` : 'Your report is ready to read.';
    case 'cancelled':
      return 'This round was cancelled. No answers are kept.';
  }
}
