import type { RoundSummary, RoundView } from '@facet/contract';

/** Where a round stands, as its leader or its coach would say it. */
export const stateInWords = ({
  state,
  as,
  colleaguesConfirmed,
  withdrawn,
}: Pick<RoundView | RoundSummary, 'state' | 'as' | 'colleaguesConfirmed' | 'withdrawn'>): string => {
  if (withdrawn) return 'The report was withdrawn';
  switch (state) {
    case 'open':
      if (colleaguesConfirmed) return 'Collecting answers';
      return as === 'coach' ? 'The list of colleagues waits for you' : 'Your coach checks the list of colleagues';
    case 'closed':
      return 'Closed, not yet a report';
    case 'sealed':
      return as === 'coach' ? 'The report waits for you' : 'Your coach reads the report first';
    case 'released':
      return 'The report is released';
    case 'cancelled':
      return 'Cancelled';
  }
};
