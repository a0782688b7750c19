import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { type DeskView, path } from '@facet/contract';
import { DeskStore } from './desk-store';

/** One comment as the coach sees it before the leader: shown, or withheld with the reason. */
@Component({
  selector: 'facet-desk-comment',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './desk-comment.html',
  styles: ':host, .reason { display: grid; gap: var(--gap-2); justify-items: start } bdi { white-space: pre-wrap } .reason { width: 100% }',
})
export class DeskComment {
  readonly comment = input.required<DeskView['comments'][number]>();
  readonly number = input.required<number>();

  private readonly store = inject(DeskStore);
  protected readonly asking = signal(false);
  protected readonly reason = signal('');
  protected readonly name = computed(() => `reason-${this.number()}`);

  protected async withhold(): Promise<void> {
    if (await this.store.change(path.withhold, { ...this.place(), reason: this.reason() }, 'The comment is withheld.'))
      this.asking.set(false);
  }

  protected async showAgain(): Promise<void> {
    await this.store.change(path.showAgain, this.place(), 'The comment is shown again.');
  }

  private place(): object {
    const { quality, question, writer, position } = this.comment();
    return { quality, question, writer, position };
  }
}
