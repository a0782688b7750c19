import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Arrival } from '../arrival';
import { CodeBox } from './code-box';
import { LostLink } from './lost-link';
import { doorWords } from '../words/words';

/** No survey to show: not yet, or not with this link, or not any more. Each says what is safe and what to do; none loses a word. */
@Component({
  selector: 'facet-door-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeBox, LostLink],
  template: `
    <main class="cover">
      @let at = door();
      @switch (at.kind) {
        @case ('code') {
          <h1 tabindex="-1">{{ words().codeHeading }}</h1>
          <p class="kit-lede">{{ words().codeText }}</p>
          <facet-code-box [arrival]="arrival()" />
          <facet-lost-link />
        }
        @case ('unknown') {
          <h1 tabindex="-1">{{ words().unknownHeading }}</h1>
          <p class="kit-lede">{{ words().unknownText }}</p>
          <facet-code-box [arrival]="arrival()" />
          <facet-lost-link />
        }
        @case ('closed') {
          <h1 tabindex="-1">{{ at.problem.title }}</h1>
          <p class="kit-lede">{{ at.problem.detail }}</p>
        }
        @case ('refused') {
          <h1 tabindex="-1">{{ at.problem.title }}</h1>
          <p class="kit-lede">{{ at.problem.detail }}</p>
          <div class="kit-actions">
            <button type="button" class="kit-button" (click)="arrival().again()">{{ words().again }}</button>
          </div>
        }
        @case ('unreachable') {
          <h1 tabindex="-1">{{ words().unreachableHeading }}</h1>
          <p class="kit-lede">{{ words().unreachableText }}</p>
          <div class="kit-actions">
            <button type="button" class="kit-button" (click)="arrival().again()">{{ words().again }}</button>
          </div>
        }
      }
      @if (arrival().leftOver().length > 0) {
        <section class="notice">
          <h2>{{ words().unsaved }}</h2>
          @for (text of arrival().leftOver(); track $index) {
            <blockquote>
              <bdi>{{ text }}</bdi>
            </blockquote>
          }
        </section>
      }
    </main>
  `,
})
export class DoorPage {
  readonly arrival = input.required<Arrival>();
  protected readonly door = computed(() => this.arrival().door());
  protected readonly words = doorWords;
}
