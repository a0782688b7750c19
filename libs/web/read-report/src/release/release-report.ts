import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { of, path, type Problem, type ReportView } from '@facet/contract';
import { Confirm, Refusal, refusalOf, Section } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';
import { RELEASE } from '../on-page/places';

/** The coach gives the report to its leader. It cannot be taken back, so it is asked twice. */
@Component({
  selector: 'facet-release-report',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Confirm, Refusal, Section],
  templateUrl: './release-report.html',
})
export class ReleaseReport {
  readonly report = input.required<ReportView>();
  readonly released = output();

  protected readonly place = RELEASE;
  private readonly http = inject(HttpClient);
  protected readonly sending = signal(false);
  protected readonly refusal = signal<Problem | null>(null);

  protected async release(): Promise<void> {
    this.sending.set(true);
    this.refusal.set(null);
    try {
      await firstValueFrom(this.http.post(of(path.release, this.report().round), {}));
      this.released.emit();
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.sending.set(false);
    }
  }
}
