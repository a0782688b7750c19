import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundSummary } from '@facet/contract';
import { Steps } from '@facet/web-kit';
import { stateInWords } from '../round/state-in-words';
import { isRunning, waitsForCoach } from './order-rounds';
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
  /** Shows the line of steps, of which one is lit: on a page of many rounds only where the next step is due. */
  readonly lit = input(true);

  protected readonly title = computed(() => titleOf(this.round()));
  protected readonly onItsWay = computed(() => this.lit() && this.round().state !== 'cancelled' && !this.round().withdrawn);
  protected readonly offers = computed(() =>
    this.round().as === 'leader' ? this.round().state !== 'cancelled' : this.round().as === 'approver' || waitsForCoach(this.round()),
  );
  protected readonly action = computed(() => actionOn(this.round()));
  protected readonly steps = computed(() => stepsWithWay(this.round()));
}

/** A leader may have many rounds that are over: the month in which each closed tells them apart. */
const titleOf = (round: RoundSummary): string => {
  if (round.as !== 'leader') return round.leader.name;
  const [month] = /\p{L}+ \d{4}/u.exec(round.closes) ?? [];
  return month === undefined || isRunning(round) ? stateInWords(round) : `${month}: ${lowerFirst(stateInWords(round))}`;
};

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
