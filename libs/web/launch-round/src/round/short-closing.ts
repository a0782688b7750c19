import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import type { SealChoice, SealRequest } from '@facet/contract';
import { Choices, Confirm, Section } from '@facet/web-kit';

/** The round closed short, or some answers cannot be opened: the coach is told in words what a report would show, and chooses. Extending stands below. */
@Component({
  selector: 'facet-short-closing',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Choices, Confirm, Section],
  templateUrl: './short-closing.html',
  styleUrl: './short-closing.css',
})
export class ShortClosing {
  readonly choice = input.required<SealChoice>();
  readonly busy = input(false);
  readonly seal = output<NonNullable<SealRequest>>();

  /** Which of `leaveOut` is chosen; -1, the usual: what falls short is shown together. */
  protected readonly chosen = linkedSignal({ source: this.choice, computation: () => -1 });
  private readonly leaving = computed(() => this.choice().leaveOut[this.chosen()]);
  protected readonly words = computed(() => this.leaving()?.words ?? this.choice().words);

  protected make(request: NonNullable<SealRequest> = {}): void {
    const groups = this.leaving()?.groups;
    this.seal.emit(groups ? { ...request, leaveOut: groups } : request);
  }
}
