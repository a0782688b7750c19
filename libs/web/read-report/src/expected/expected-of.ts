import type { ExpectationsView } from '@facet/contract';

/** What the leader wrote about one quality before seeing any result. */
export interface ExpectedHere {
  /** "4 (Seen consistently)", or null where no point was chosen. */
  readonly level: string | null;
  readonly note: string;
}

/** Null where the leader left this quality open. */
export const expectedOf = ({ scale, expected }: ExpectationsView, quality: string): ExpectedHere | null => {
  const written = expected.qualities.find(({ code }) => code === quality);
  const point = scale.find(({ value }) => value === written?.level);
  const note = written?.note.trim() ?? '';
  if (!point && note === '') return null;
  return { level: point ? `${point.value} (${point.label})` : null, note };
};
