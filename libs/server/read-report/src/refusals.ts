import { Refused } from '@facet/platform';
import type { NotPrinted } from './pdf/print-report';
import type { NoReport } from './report-door';

export type Refusal = NoReport | NotPrinted;

/** Every refusal of this journey, in words for whoever may know of the report. */
export function refusal({ refused }: Refusal): Refused {
  switch (refused) {
    case 'not sealed':
      return new Refused({
        code: 'not_sealed',
        title: 'There is no report yet.',
        status: 409,
        detail: 'It is made once the round has closed and its answers are counted. You get a mail then; nothing is lost until that day.',
      });
    case 'cancelled':
      return new Refused({
        code: 'cancelled',
        title: 'There will be no report.',
        status: 409,
        detail: 'This round was cancelled, and no answers were kept.',
      });
    case 'withdrawn':
      return new Refused({
        code: 'report_withdrawn',
        title: 'This report was withdrawn.',
        status: 409,
        detail:
          'Personal data that it was made of had to be deleted. Its numbers and comments are gone, here and as files, and they cannot be counted anew without giving somebody away. Please delete copies that were downloaded before. A new round can ask again.',
      });
    case 'expectation first':
      return new Refused({
        code: 'expectation_first',
        title: 'First write what you expect.',
        status: 409,
        detail:
          'Your report is released and waits for you. There is no view of your own in it to set beside that of others, so write down first what you expect them to say; the report opens after that.',
      });
    case 'busy':
      return new Refused({
        code: 'pdf_busy',
        title: 'Many reports are being printed just now.',
        status: 503,
        detail: 'The report is safe and still in front of you. Please ask for the PDF again in a minute.',
      });
    case 'failed':
    case 'gone':
      return new Refused({
        code: 'pdf_failed',
        title: 'The PDF could not be made this time.',
        status: 503,
        detail:
          'The report is safe and still in front of you. Please ask for the PDF again; if it fails once more, print this page instead.',
      });
  }
}
