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
import type { Me } from '@facet/contract';
import { Page, Refusal, refusalOf, Section, Steps, Waiting } from '@facet/web-kit';
import { AddColleagues } from './add-colleagues';
import { CancelRound } from './cancel-round';
import { CheckColleagues } from './check-colleagues';
import { ColleaguesList } from './colleagues-list';
import { DeclineReasonsList } from './decline-reasons';
import { MoveClosingForm } from './move-closing-form';
import { NameApprover } from './name-approver';
import { Progress } from './progress';
import { RoundReminders } from './round-reminders';
import { RoundStore } from './round-store';
import { ShortClosing } from './short-closing';
import { WhatWasSent } from '../sent/what-was-sent';
import { stateInWords } from './state-in-words';
import { stepsOf } from './steps-of-round';
import { waitsForCheck } from './waits-for-check';

/** A launched round: where it stands, what happens next, and what its leader, its coach or whoever checks its list may do. Nothing here says who has answered. */
@Component({
  selector: 'facet-round',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AddColleagues,
    CancelRound,
    CheckColleagues,
    ColleaguesList,
    DeclineReasonsList,
    MoveClosingForm,
    NameApprover,
    Page,
    Progress,
    Refusal,
    RoundReminders,
    RouterLink,
    Section,
    ShortClosing,
    Steps,
    Waiting,
    WhatWasSent,
  ],
  providers: [RoundStore],
  templateUrl: './round.html',
  styleUrl: './round.css',
})
export class Round {
  /** The round's id, from the address. */
  readonly round = input.required<string>();
  readonly me = input.required<Me>();

  protected readonly store = inject(RoundStore);
  protected readonly view = this.store.view;
  protected readonly choice = computed(() => (this.store.choice.hasValue() ? this.store.choice.value() : null));
  protected readonly reasons = computed(() => (this.store.reasons.hasValue() ? this.store.reasons.value().reasons : []));
  /** Whom the leader of an open round asks to check an address. */
  protected readonly mends = computed(() => {
    const view = this.view();
    return view?.as === 'leader' && view.state === 'open' ? view.coach.name : null;
  });
  protected readonly notFetched = computed(() => {
    const error = this.store.round.error();
    return error ? refusalOf(error) : null;
  });
  protected readonly heading = computed(() => {
    const view = this.view();
    if (view) return stateInWords(view);
    return this.store.list() ? 'A list of colleagues to check' : 'A round';
  });
  protected readonly over = computed(() => {
    const view = this.view();
    return view
      ? `${view.leader.name} · ${view.framework.name}, version ${view.framework.version}`
      : (this.store.list()?.leader.name ?? '');
  });
  protected readonly steps = computed(() => {
    const view = this.view();
    return view && view.state !== 'cancelled' && !view.withdrawn ? stepsOf(view) : null;
  });
  protected readonly checks = computed(() => {
    const view = this.view();
    return view?.as === 'coach' && view.state === 'open' && view.colleagues.some(waitsForCheck);
  });
  /** Without those who stand in the coach's check. */
  protected readonly listed = computed(() => {
    const view = this.view();
    if (!view || view.state === 'cancelled') return [];
    return view.colleagues.filter((colleague) => !waitsForCheck(colleague) || !this.checks());
  });
  /** Only the coach changes the list, and only while the round is open. */
  protected readonly changes = computed(() => {
    const view = this.view();
    return view?.as === 'coach' && view.state === 'open' ? view.groups : null;
  });
  protected readonly collects = computed(() => this.view()?.state === 'open' || this.view()?.state === 'closed');
  protected readonly reads = computed(() => {
    const view = this.view();
    if (!view || view.withdrawn) return false;
    return view.state === 'released' || (view.as === 'coach' && view.state === 'sealed');
  });

  private readonly said = viewChild.required<ElementRef<HTMLElement>>('said');

  constructor() {
    effect(() => this.store.open(this.round()));
    // The pressed button may be gone: the focus goes to what the press has done.
    afterRenderEffect(() => {
      if (this.store.said()) this.said().nativeElement.focus();
    });
  }
}
