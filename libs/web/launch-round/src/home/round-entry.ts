import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundSummary } from '@facet/contract';
import { Steps } from '@facet/web-kit';
import { stateInWords } from '../round/state-in-words';
import { waitsForCoach } from './order-rounds';
import { actionOn, stepsWithWay } from '../round/steps-of-round';

/** One round in a list: where it stands, what happens next, and the way in. */
@Component({
  selector: 'facet-round-entry',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, Steps],
  templateUrl: './round-entry.html',
  styleUrl: './round-entry.css',
})
export class RoundEntry {
  readonly round = input.required<RoundSummary>();
  /** Whoever looks belongs to more than one organisation. */
  readonly across = input(false);

  protected readonly title = computed(() => (this.round().as === 'coach' ? this.round().leader.name : stateInWords(this.round())));
  protected readonly onItsWay = computed(() => this.round().state !== 'cancelled' && !this.round().withdrawn);
  protected readonly offers = computed(() =>
    this.round().as === 'leader' ? this.round().state !== 'cancelled' : waitsForCoach(this.round()),
  );
  protected readonly action = computed(() => actionOn(this.round()));
  protected readonly steps = computed(() => stepsWithWay(this.round()));
}
