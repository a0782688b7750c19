import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { BehaviourView, Rating } from '@facet/contract';
import type { Survey } from '../survey';

/** One behaviour: the points of the scale and, apart from them, "not observed". Nothing is chosen beforehand. */
@Component({
  selector: 'facet-behaviour',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown)': 'rateByKey($event)' },
  template: `
    <fieldset class="behaviour" [id]="behaviour().code">
      <legend>{{ behaviour().text }}</legend>
      <div class="points">
        @for (point of scale().points; track point.value) {
          <label class="kit-choice">
            <input
              type="radio"
              [name]="behaviour().code"
              [value]="point.value"
              [checked]="rating() === point.value"
              (change)="rate(point.value)"
            />
            <span
              ><span class="number">{{ point.value }}</span> {{ point.label }}</span
            >
          </label>
        }
      </div>
      <p class="or">{{ survey().view.words.or }}</p>
      <label class="kit-choice">
        <input type="radio" [name]="behaviour().code" value="" [checked]="rating() === null" (change)="rate(null)" />
        <span>{{ scale().notObserved }}</span>
      </label>
      @if (survey().faultOf(behaviour().code); as fault) {
        <p class="grave" role="alert">{{ fault }}</p>
      }
    </fieldset>
  `,
})
export class Behaviour {
  readonly survey = input.required<Survey>();
  readonly behaviour = input.required<BehaviourView>();
  protected readonly scale = computed(() => this.survey().view.framework.scale);
  protected readonly rating = computed(() => this.survey().sheet.answers()[this.behaviour().code]);

  protected rate(rating: Rating): void {
    this.survey().sheet.change(this.behaviour().code, rating);
  }

  /** The keys of the scale, while the focus is on this behaviour and as long as they are not switched off (WCAG 2.1.4). */
  protected rateByKey(event: KeyboardEvent): void {
    if (!this.survey().keys() || event.ctrlKey || event.metaKey || event.altKey) return;
    const rating = this.ratingOfKey(event.key);
    if (rating === undefined) return;
    event.preventDefault();
    this.rate(rating);
    const group = event.currentTarget as HTMLElement;
    group.querySelector<HTMLInputElement>(`[value="${rating ?? ''}"]`)?.focus();
  }

  private ratingOfKey(key: string): Rating | undefined {
    if (key.toUpperCase() === this.survey().view.words.notObservedKey) return null;
    return this.scale().points.find((point) => String(point.value) === key)?.value;
  }
}
