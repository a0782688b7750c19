import { ReportView } from '@facet/contract';
import { isLittleToRead, type Snapshot, type UnanimousEnd, type WithheldCount } from '@facet/domain-report';

type About = Pick<
  ReportView,
  'round' | 'state' | 'as' | 'leader' | 'coach' | 'organisation' | 'framework' | 'sealedOn' | 'releasedOn' | 'releasedByItself'
> & { readonly withheldByCoach: readonly WithheldCount[]; readonly unanimous?: readonly UnanimousEnd[] };

/** The one form in which a report leaves. The contract's schema has the last word: what it does not name never does. */
export const reportView = ({ comments, ...snapshot }: Snapshot, { withheldByCoach, ...about }: About): ReportView =>
  ReportView.parse({ ...snapshot, ...about, little: isLittleToRead(snapshot), comments: { ...comments, withheldByCoach } });
