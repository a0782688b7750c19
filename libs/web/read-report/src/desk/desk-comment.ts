import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { type DeskView, path } from '@facet/contract';
import { Control, LabelledField } from '@facet/web-kit';
import { DeskStore } from './desk-store';
import { Objected } from './objected';

/** One comment as the coach sees it before the leader: shown, or withheld with the reason. */
@Component({
  selector: 'facet-desk-comment',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, LabelledField],
  templateUrl: './desk-comment.html',
  styles:
    ':host, form { display: grid; gap: var(--gap-2); justify-items: start } bdi { white-space: pre-wrap; overflow-wrap: anywhere } form, kit-field { width: 100% }',
})
export class DeskComment {
  readonly comment = input.required<DeskView['comments'][number]>();
  readonly number = input.required<number>();
  /** The report is still its coach's alone. */
  readonly changes = input.required<boolean>();

  private readonly store = inject(DeskStore);
  private readonly injector = inject(Injector);
  protected readonly asking = signal(false);
  protected readonly reason = signal('');
  protected readonly objected = new Objected();
  protected readonly reasonField = this.objected.to('reason');
  protected readonly name = computed(() => `reason-${this.number()}`);
  private readonly next = viewChild<ElementRef<HTMLElement>>('next');

  protected ask(asks: boolean): void {
    this.asking.set(asks);
    this.objected.set(null);
    this.goOn();
  }

  protected async withhold(): Promise<void> {
    const body = { ...this.place(), reason: this.reason() };
    const refusal = await this.store.change(path.withhold, body, 'The comment is withheld.');
    this.objected.set(refusal);
    if (refusal === null) this.asking.set(false);
    this.goOn();
  }

  protected async showAgain(): Promise<void> {
    await this.store.change(path.showAgain, this.place(), 'The comment is shown again.');
    this.goOn();
  }

  /** The pressed button may be gone: the focus goes to what takes its place, and not away from this comment. */
  private goOn(): void {
    afterNextRender(() => this.next()?.nativeElement.focus(), { injector: this.injector });
  }

  private place(): object {
    const { quality, question, writer, position } = this.comment();
    return { quality, question, writer, position };
  }
}
