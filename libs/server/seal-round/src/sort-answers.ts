import type { SentComments, SentRatings, Viewer } from '@facet/domain-disclosure';
import type { OwnAnswers } from '@facet/domain-report';
import { isConfidential } from '@facet/domain-round';
import { type Sealable, UNREADABLE } from '@facet/store-answers-envelopes';
import type { WhoIsWho } from './who-is-who';

export interface SortedAnswers {
  readonly self: OwnAnswers | null;
  readonly lineManagers: readonly (OwnAnswers & { readonly name: string })[];
  readonly confidential: readonly (SentRatings & SentComments)[];
  /** For each reader of the report, which of the confidential answers are their own. By the rules of who is who: none. */
  readonly readers: readonly Viewer[];
}

/**
 * Takes the answers that can be read apart into what stands under a name and what is confidential; from here on no confidential answer
 * knows whose it is.
 */
export function sortAnswers(list: readonly Sealable[], { managers, asReader }: WhoIsWho): SortedAnswers {
  const sheets = list.flatMap(({ stored, ...who }) => (stored === UNREADABLE ? [] : [{ ...who, sheet: stored.sheet }]));
  const confidential = sheets.flatMap(({ invitation, group, sheet }) => (isConfidential(group) ? [{ invitation, group, sheet }] : []));
  return {
    self: sheets.find(({ group }) => group === 'self')?.sheet ?? null,
    lineManagers: sheets
      .filter(({ group }) => group === 'line_manager')
      .map(({ invitation, sheet }) => ({ ...sheet, name: managers.get(invitation) ?? 'Line manager' }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    confidential: confidential.map(({ group, sheet: { ratings, comments } }) => ({ group, ratings, comments })),
    readers: asReader.map((own) => ({ knows: confidential.flatMap(({ invitation }, index) => (own.has(invitation) ? [index] : [])) })),
  };
}
