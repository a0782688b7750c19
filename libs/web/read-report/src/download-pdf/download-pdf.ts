import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { of, path, type Problem, type ReportView } from '@facet/contract';
import { fileNameOf } from '@facet/report-in-words';
import { Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

/** Asks for the report as a PDF and says what is happening until the file is there; whatever fails, the page stays as it is. */
@Component({
  selector: 'facet-download-pdf',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Refusal, Waiting],
  templateUrl: './download-pdf.html',
  styleUrl: './download-pdf.css',
})
export class DownloadPdf {
  readonly report = input.required<ReportView>();

  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly leaving = inject(DestroyRef);
  protected readonly making = signal(false);
  protected readonly refusal = signal<Problem | null>(null);

  /** Leaving the page ends the request, so that nobody's place in the queue is kept for nobody. */
  protected async download(): Promise<void> {
    this.making.set(true);
    this.refusal.set(null);
    try {
      const address = of(path.reportPdf, this.report().round);
      const pdf = this.http.get(address, { responseType: 'arraybuffer' }).pipe(takeUntilDestroyed(this.leaving));
      const file = await firstValueFrom(pdf, { defaultValue: null });
      if (file) this.keep(file);
    } catch (error) {
      this.refusal.set(refusalOf(readable(error)));
    } finally {
      this.making.set(false);
    }
  }

  private keep(file: ArrayBuffer): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
    link.download = fileNameOf(this.report(), 'pdf');
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

/** Where bytes were asked for, a refusal comes as bytes too. */
function readable(error: unknown): unknown {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof ArrayBuffer)) return error;
  const { status, headers, url } = error;
  return new HttpErrorResponse({ error: parsed(new TextDecoder().decode(error.error)), status, headers, ...(url !== null && { url }) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
