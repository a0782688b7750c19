import { ChangeDetectionStrategy, Component, computed, type ElementRef, input, output, viewChildren } from '@angular/core';
import type { GroupCode, LaunchOptions } from '@facet/contract';
import { groupWord } from '@facet/domain-round';

export type InvitedGroup = Exclude<GroupCode, 'self'>;

/** The group of one colleague, as a row of radio buttons: arrows choose as in any, and so do the digits that stand on them. */
@Component({
  selector: 'facet-group-chips',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './group-chips.html',
  styleUrl: './group-chips.css',
})
export class GroupChips {
  /** Unique on its page. */
  readonly name = input.required<string>();
  /** The colleague, for whoever hears the row. */
  readonly person = input.required<string>();
  readonly groups = input.required<LaunchOptions['groups']>();
  readonly group = input<GroupCode | null>(null);
  readonly chosen = output<InvitedGroup>();
  /** Chosen by a digit: whoever types on wants the next colleague. */
  readonly typed = output<InvitedGroup>();

  protected readonly chips = computed(() =>
    this.groups()
      .flatMap(({ code }) => (code === 'self' ? [] : [code]))
      .map((code, at) => ({ code, key: String(at + 1), label: capital(groupWord[code]) })),
  );
  private readonly radios = viewChildren<ElementRef<HTMLInputElement>>('radio');

  /** To the chosen one, or the first. */
  focus(): void {
    const radios = this.radios().map(({ nativeElement }) => nativeElement);
    (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
  }

  protected press(event: KeyboardEvent): void {
    const chip = this.chips().find(({ key }) => key === event.key);
    if (!chip || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.typed.emit(chip.code);
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
