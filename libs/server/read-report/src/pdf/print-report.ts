import { Injectable } from '@nestjs/common';
import type { Principal } from '@facet/platform';
import { fileNameOf } from '@facet/report-in-words';
import { ReadReport } from '../read-report';
import type { NoReport } from '../report-door';
import { attachment } from './attachment';
import { printable, throughout } from './printable';
import { reportDocument } from './report-document';
import { type NoDocument, Typesetter } from './typesetter';
import { coverageOf } from './typst/covered';
import { fontFiles } from './typst/fonts';

export interface PrintedReport {
  readonly pdf: Uint8Array;
  readonly disposition: string;
}
export interface NotPrinted {
  readonly refused: NoDocument;
}

/** The report that this person reads on the page, as a PDF. */
@Injectable()
export class PrintReport {
  private inOurFaces: ((text: string) => string) | undefined;

  constructor(
    private readonly reading: ReadReport,
    private readonly typesetter: Typesetter,
  ) {}

  async print(principal: Principal, round: string, signal: AbortSignal): Promise<PrintedReport | NotPrinted | NoReport | null> {
    const report = await this.reading.read(principal, round, 'pdf');
    if (report === null || 'refused' in report) return report;
    this.inOurFaces ??= printable(coverageOf(fontFiles()));
    const { inOurFaces } = this;
    const typeset = await this.typesetter.set({
      compose: () => reportDocument(throughout(report, inOurFaces)),
      organisation: report.organisation,
      signal,
    });
    return 'pdf' in typeset ? { pdf: typeset.pdf, disposition: attachment(fileNameOf(report, 'pdf')) } : typeset;
  }
}
