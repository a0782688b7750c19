import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Notice, Page, Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { LaunchForm } from './launch-form';
import { LaunchStore } from './launch-store';

/** The launch page: what is offered first, then the form; a leader with a running round is led to that. */
@Component({
  selector: 'facet-launch',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LaunchForm, Notice, Page, Refusal, RouterLink, Waiting],
  providers: [LaunchStore],
  templateUrl: './launch.html',
})
export class Launch {
  protected readonly store = inject(LaunchStore);
  protected readonly refusal = computed(() => {
    const error = this.store.options.error();
    return error ? refusalOf(error) : null;
  });
}
