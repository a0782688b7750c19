import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { commentKey, prompts } from '../answers/answers';
import type { Survey } from '../survey';
import { laterWords } from '../words/words';
import { shuffled } from './shuffle';

/** How the report will show what this person wrote: each comment as one of several, without a name. Nothing of it leaves the page. */
@Component({
  selector: 'facet-preview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details class="preview">
      <summary>{{ survey().say('previewHeading') }}</summary>
      @if (written().length > 0) {
        <p>{{ survey().say('previewText') }} {{ survey().say('previewFew') }}</p>
        @for (comment of written(); track comment.key) {
          <h3>{{ comment.asked }}</h3>
          <ul>
            @for (words of among()[comment.key]; track $index) {
              <li>
                <blockquote>
                  <bdi>{{ words.text }}</bdi>
                </blockquote>
                @if (words.yours) {
                  <span class="kit-quiet">({{ survey().say('previewYours') }})</span>
                }
              </li>
            }
          </ul>
        }
      } @else {
        <p>{{ survey().say('previewNone') }}</p>
      }
    </details>
  `,
})
export class Preview {
  readonly survey = input.required<Survey>();
  protected readonly written = computed(() => {
    const { framework } = this.survey().view;
    const answers = this.survey().sheet.answers();
    return framework.qualities.flatMap(({ code, name }) =>
      prompts.flatMap((prompt) => {
        const key = commentKey(code, prompt);
        const text = String(answers[key] ?? '').trim();
        return text === '' ? [] : [{ key, text, asked: `${name}: ${framework.prompts[prompt]}` }];
      }),
    );
  });
  /** By key, the comment among the examples. Mixed anew only when a comment is another one. */
  protected readonly among = computed(() => {
    const examples = (laterWords()?.previewExamples ?? []).map((text) => ({ text, yours: false }));
    return Object.fromEntries(this.written().map(({ key, text }) => [key, shuffled([...examples, { text, yours: true }])]));
  });
}
