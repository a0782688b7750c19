import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormRoot, type ValidationError } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { LaunchOptions, Problem, RoundAgain } from '@facet/contract';
import { Confirm, ErrorSummary, Notice, Refusal, SaveState, Section } from '@facet/web-kit';
import { ChooseFramework } from './choose-framework';
import { CoachAndClosing } from './coach-and-closing';
import { ColleaguesBox } from './list/colleagues-box';
import { Announcement } from '../announcement/announcement';
import { type Draft, draftAgain, draftOf, emptyDraft, requestOf } from './draft';
import { DraftKeeper } from './draft-keeper';
import { launchRules } from './launch-rules';
import { LaunchStore } from './launch-store';
import { MinimumAndMessage } from './minimum-and-message';
import { eachOnce, type Objection, objectionsTo } from './objections';
import { previewOf } from './preview';
import { Reminders } from './reminders';
import { SmallGroups } from './small-groups';
import { TwoDrafts } from './two-drafts';
import { WhatTheySee } from './what-they-see';

/** The launch in sections, on one page: a draft that keeps itself, what the server makes of it, and one press. */
@Component({
  selector: 'facet-launch-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    Announcement,
    ChooseFramework,
    CoachAndClosing,
    ColleaguesBox,
    Confirm,
    ErrorSummary,
    FormRoot,
    MinimumAndMessage,
    Notice,
    Refusal,
    Reminders,
    RouterLink,
    SaveState,
    Section,
    SmallGroups,
    TwoDrafts,
    WhatTheySee,
  ],
  templateUrl: './launch-form.html',
  styleUrl: './launch-form.css',
})
export class LaunchForm {
  readonly options = input.required<LaunchOptions>();
  readonly initial = input.required<Draft>();
  /** The list of an earlier round, which would replace this draft. */
  readonly again = input<RoundAgain | null>(null);

  private readonly store = inject(LaunchStore);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  protected readonly keeper = inject(DraftKeeper);
  private readonly summary = viewChild(ErrorSummary);

  private readonly draft = linkedSignal<Draft, Draft>({
    source: this.initial,
    computation: (initial, previous) => previous?.value ?? initial,
  });
  protected readonly request = computed(() => requestOf(this.draft()));
  protected readonly preview = previewOf(this.draft);
  private readonly refused = signal<readonly Objection[]>([]);
  private readonly objections = computed(() => {
    const foreseen = (this.preview.latest()?.errors ?? []).filter(({ field }) => field !== 'colleagues');
    return eachOnce([...this.refused(), ...objectionsTo(this.draft(), foreseen)]);
  });

  protected readonly refusal = signal<Problem | null>(null);
  private readonly found = signal<readonly ValidationError.WithFieldTree[]>([]);
  /** What the last press found, less what has been put right since. */
  protected readonly attention = computed(() =>
    this.found()
      .filter(({ fieldTree, message }) =>
        fieldTree()
          .errors()
          .some((error) => error.message === message),
      )
      .map(({ fieldTree, message }) => ({ message: message ?? '', focus: () => fieldTree().focusBoundControl() })),
  );
  protected readonly gone = computed(() => this.keeper.state() === 'gone');
  protected readonly offersAgain = linkedSignal(() => this.again() !== null);

  protected readonly form = form(this.draft, launchRules(this.objections), {
    // The server may accept what it refused before, when something else has changed: every press asks it again.
    submission: { action: () => this.launch(), ignoreValidators: 'all' },
  });

  constructor() {
    effect(() => this.keeper.offer(this.request()));
    const document = inject(DOCUMENT);
    // Whoever comes back from another device or tab goes on with what they typed there.
    const look = (): void => void (document.visibilityState === 'visible' ? this.follow() : undefined);
    document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', look));
  }

  protected startAnew(draft: Draft = emptyDraft(this.options(), crypto.randomUUID())): void {
    this.refused.set([]);
    this.found.set([]);
    this.refusal.set(null);
    this.offersAgain.set(false);
    this.keeper.startAnew();
    this.form().reset(draft);
  }

  protected repeat(again: RoundAgain): void {
    this.startAnew(draftAgain(again, this.options(), crypto.randomUUID()));
  }

  protected choose(which: 'here' | 'there'): void {
    if (which === 'here') {
      this.keeper.keepMine(this.request());
      return;
    }
    const theirs = this.keeper.takeTheirs();
    if (theirs) this.form().reset(draftOf(theirs, this.options()));
  }

  private async follow(): Promise<void> {
    const newer = await this.keeper.look();
    if (newer) this.form().reset(draftOf(newer, this.options()));
  }

  private async launch(): Promise<void> {
    this.refusal.set(null);
    this.refused.set([]);
    if (this.ownErrors().length > 0) {
      this.showErrors(this.ownErrors());
      return;
    }
    const draft = this.draft();
    const answer = await this.store.launch(draft);
    if ('round' in answer) {
      this.keeper.finish();
      await this.router.navigate(['/rounds', answer.round]);
      return;
    }
    const errors = answer.refusal.errors ?? [];
    this.refused.set(objectionsTo(draft, errors));
    if (errors.length === 0) this.refusal.set(answer.refusal);
    else this.showErrors(this.form().errorSummary());
  }

  private showErrors(errors: readonly ValidationError.WithFieldTree[]): void {
    this.found.set(errors);
    afterNextRender(() => this.summary()?.focus(), { injector: this.injector });
  }

  private ownErrors(): ValidationError.WithFieldTree[] {
    return this.form()
      .errorSummary()
      .filter(({ kind }) => kind !== 'objection');
  }
}
