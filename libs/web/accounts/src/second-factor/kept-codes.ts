import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';

/** Recovery codes, shown this once: to copy, to print, and to go on when they are kept. */
@Component({
  selector: 'facet-kept-codes',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './kept-codes.html',
  styleUrl: './kept-codes.css',
})
export class KeptCodes {
  readonly codes = input.required<readonly string[]>();
  readonly kept = output();

  private readonly document = inject(DOCUMENT);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly said = signal('');

  constructor() {
    // The button that was pressed is gone: the focus goes to what the press has brought.
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected async copy(): Promise<void> {
    try {
      await this.document.defaultView?.navigator.clipboard.writeText(this.codes().join('\n'));
      this.said.set('The codes are copied. Put them where only you can read them.');
    } catch {
      this.said.set('This browser does not let the page copy. Print the codes, or write them down.');
    }
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
