import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { prompts } from '../answers/answers';
import type { Survey } from '../survey';
import { Comment } from './comment';

/** The two open questions about one quality, how they will be shown, and what they are not the place for. */
@Component({
  selector: 'facet-comments',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Comment],
  template: `
    <section class="comments">
      <div class="kit-quiet" [id]="quality() + '-before-writing'">
        <p>{{ shown() }}</p>
        <p>{{ elsewhere() }}</p>
      </div>
      @for (prompt of prompts; track prompt) {
        <facet-comment [survey]="survey()" [quality]="quality()" [prompt]="prompt" />
      }
    </section>
  `,
})
export class Comments {
  readonly survey = input.required<Survey>();
  readonly quality = input.required<string>();
  protected readonly prompts = prompts;
  protected readonly shown = computed(() => {
    const { rater, welcome } = this.survey().view;
    if (rater.self) return this.survey().say('commentShownSelf');
    return this.survey().say(welcome.named === null ? 'commentShown' : 'commentShownNamed');
  });
  protected readonly elsewhere = computed(() => {
    const contact = this.survey().view.organisation.safeguardingContact;
    return contact === null ? this.survey().say('safeguardingNobodyNamed') : this.survey().say('safeguarding', { contact });
  });
}
