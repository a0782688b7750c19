import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Me, path, type Role, RoundSummary } from '@facet/contract';
import { Empty, Page, Refusal, refusalOf, Section, Steps, Waiting } from '@facet/web-kit';
import * as z from 'zod';
import { firstSteps } from '../round/steps-of-round';
import { orderRounds } from './order-rounds';
import { RoundEntry } from './round-entry';

/** My rounds for a leader, my leaders for a coach; one person may be both. */
@Component({
  selector: 'facet-home',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Empty, Page, Refusal, RoundEntry, RouterLink, Section, Steps, Waiting],
  templateUrl: './home.html',
  styleUrl: './home.css',
})
export class Home {
  readonly me = input.required<Me>();

  protected readonly rounds = httpResource(() => path.rounds, { parse: (body) => z.array(RoundSummary).parse(body) });
  protected readonly ordered = computed(() => (this.rounds.hasValue() ? orderRounds(this.rounds.value()) : null));
  protected readonly refusal = computed(() => {
    const error = this.rounds.error();
    return error ? refusalOf(error) : null;
  });
  protected readonly leads = computed(() => this.has('leader'));
  protected readonly coaches = computed(() => this.has('coach'));
  protected readonly administers = computed(() => this.has('administrator'));
  protected readonly organisations = computed(() =>
    this.me()
      .memberships.map(({ organisation }) => organisation)
      .join(', '),
  );
  /** In more than one organisation: each round says where it is. */
  protected readonly across = computed(() => this.me().memberships.length > 1);
  protected readonly heading = computed(() => {
    if (this.coaches()) return this.leads() ? 'My round and my leaders' : 'My leaders';
    return this.leads() ? 'My rounds' : 'Welcome';
  });
  protected readonly firstSteps = firstSteps;

  private has(role: Role): boolean {
    return this.me().memberships.some(({ roles }) => roles.includes(role));
  }
}
