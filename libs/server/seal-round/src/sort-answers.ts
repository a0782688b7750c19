import type { SentComments, SentRatings } from '@facet/domain-disclosure';
import type { OwnAnswers } from '@facet/domain-report';
import { isConfidential } from '@facet/domain-round';
import { type Sealable, UNREADABLE } from '@facet/store-answers-envelopes';

export interface SortedAnswers {
  readonly self: OwnAnswers | null;
  readonly lineManagers: readonly (OwnAnswers & { readonly name: string })[];
  readonly confidential: readonly (SentRatings & SentComments)[];
}

/**
 * Takes the answers that can be read apart into what stands under a name and what is confidential; from here on no confidential answer
 * knows whose it is. `managers`: names of the line managers by invitation.
 */
export function sortAnswers(list: readonly Sealable[], managers: ReadonlyMap<string, string>): SortedAnswers {
  const sheets = list.flatMap(({ stored, ...who }) => (stored === UNREADABLE ? [] : [{ ...who, sheet: stored.sheet }]));
  return {
    self: sheets.find(({ group }) => group === 'self')?.sheet ?? null,
    lineManagers: sheets
      .filter(({ group }) => group === 'line_manager')
      .map(({ invitation, sheet }) => ({ ...sheet, name: managers.get(invitation) ?? 'Line manager' }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    confidential: sheets.flatMap(({ group, sheet: { ratings, comments } }) =>
      isConfidential(group) ? [{ group, ratings, comments }] : [],
    ),
  };
}
