import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { of, path } from '@facet/contract';
import { Page, Refusal, refusalOf, Section, Waiting } from '@facet/web-kit';
import { LetterStore } from './letter-store';
import { WordLetter } from './word-letter';

/** One letter: how it arrives, and its words. */
@Component({
  selector: 'facet-letter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Page, Refusal, RouterLink, Section, Waiting, WordLetter],
  providers: [LetterStore],
  templateUrl: './letter.html',
  styleUrl: './letter.css',
})
export class Letter {
  /** From the address. */
  readonly letter = input.required<string>();

  /** The line that divides a plain text from its small print. */
  protected readonly smallPrint = '--';

  protected readonly store = inject(LetterStore);
  protected readonly html = computed(() => of(path.letterHtml, encodeURIComponent(this.letter())));
  protected readonly paragraphs = computed(() => this.store.sample()?.text.trim().split('\n\n') ?? []);
  protected readonly notFetched = computed(() => {
    const error = this.store.letter.error();
    return error ? refusalOf(error) : null;
  });
  private readonly said = viewChild.required<ElementRef<HTMLElement>>('said');

  constructor() {
    effect(() => this.store.name.set(this.letter()));
    // What was pressed stands far from what it has done: the focus goes there.
    afterRenderEffect(() => {
      if (this.store.said()) this.said().nativeElement.focus();
    });
  }
}
