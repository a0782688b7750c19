import type { ReportView } from '@facet/contract';

/** In place of a quality's numbers, where the audit of the report found that they would say too much. */
export const withheldByAuditInWords = ({ as, minimum, organisation }: ReportView): { heading: string; paragraphs: readonly string[] } => ({
  heading: 'Colleagues’ numbers on this quality are withheld',
  paragraphs: [
    `Before this report was stored, a second method checked whether its numbers, put together, could show what fewer than ${minimum} people answered. For this quality they could, so none of them is shown. The other qualities are not touched.`,
    as === 'coach'
      ? `It should not happen, and the administrators of ${organisation} were told at once, without any answer. There is nothing for you to report. Read and release the rest; to hear about this quality, ask again with a new round.`
      : 'It says nothing about you. To hear about this quality, ask again with a new round.',
  ],
});
