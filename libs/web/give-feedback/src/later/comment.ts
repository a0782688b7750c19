import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { longestComment } from '@facet/domain-framework';
import { commentKey, type Prompt } from '../answers/answers';
import type { Survey } from '../survey';
import { tellingWords } from './telling-words';

const TYPING_PAUSE_MS = 600;

const grouped = (count: number): string => count.toLocaleString(document.documentElement.lang || undefined);

/** One open question. What might show who wrote is pointed out here, on the person's own device, and never held against them. */
@Component({
  selector: 'facet-comment',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="comment">
      <label [for]="key()">
        {{ survey().view.framework.prompts[prompt()] }} <span class="kit-quiet">({{ survey().say('optional') }})</span>
      </label>
      <textarea
        class="kit-control"
        rows="4"
        dir="auto"
        [id]="key()"
        [value]="text()"
        [attr.aria-describedby]="quality() + '-before-writing ' + key() + '-notes'"
        [attr.aria-invalid]="wrong() !== ''"
        (input)="write($event)"
        (blur)="survey().sheet.push()"
      ></textarea>
      <div [id]="key() + '-notes'">
        @if (text()) {
          <p class="kit-quiet">{{ count() }}</p>
        }
        <p class="grave" role="alert">{{ wrong() }}</p>
        <p class="hint" role="status">{{ hint() }}</p>
      </div>
    </div>
  `,
})
export class Comment {
  readonly survey = input.required<Survey>();
  readonly quality = input.required<string>();
  readonly prompt = input.required<Prompt>();
  /** The text at the last pause: a hint that changes with every letter would be read out with every letter. */
  private readonly paused = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly key = computed(() => commentKey(this.quality(), this.prompt()));
  protected readonly text = computed(() => String(this.survey().sheet.answers()[this.key()] ?? ''));
  protected readonly count = computed(() =>
    this.survey().say('commentCount', { count: grouped(this.text().length), most: grouped(longestComment) }),
  );
  protected readonly wrong = computed(() => this.survey().faultOf(this.key()));
  protected readonly hint = computed(() => {
    const { leader, rater } = this.survey().view;
    const found = !this.survey().confidential ? [] : tellingWords(this.paused(), rater.name, leader.name);
    return found.length === 0 ? '' : this.survey().say('commentHint', { what: found.map((words) => `“${words}”`).join(', ') });
  });

  protected write(event: Event): void {
    const typed = (event.target as HTMLTextAreaElement).value.replaceAll('\0', '');
    this.survey().sheet.change(this.key(), typed);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.paused.set(typed), TYPING_PAUSE_MS);
  }
}
