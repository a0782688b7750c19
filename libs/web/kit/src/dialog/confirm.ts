import { ChangeDetectionStrategy, Component, type ElementRef, input, output, viewChild } from '@angular/core';

/** Asks once more before something that cannot be undone. The native dialog keeps the focus and gives it back. */
@Component({
  selector: 'kit-confirm',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './confirm.html',
  styleUrl: './confirm.css',
})
export class Confirm {
  /** Unique on its page. */
  readonly name = input.required<string>();
  readonly heading = input.required<string>();
  /** What the pressed button does: "Cancel the round". */
  readonly action = input.required<string>();
  /** What the other button does: "Keep the round". */
  readonly otherwise = input.required<string>();
  readonly confirmed = output();

  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  open(): void {
    this.dialog().nativeElement.showModal();
  }

  protected close(confirmed: boolean): void {
    this.dialog().nativeElement.close();
    if (confirmed) this.confirmed.emit();
  }
}
