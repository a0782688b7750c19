import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormRoot, type ValidationError } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { LaunchOptions, Problem } from '@facet/contract';
import { Confirm, ErrorSummary, Notice, Refusal, Section } from '@facet/web-kit';
import { ChooseFramework } from './choose-framework';
import { CoachAndClosing } from './coach-and-closing';
import { ColleaguesBox } from './list/colleagues-box';
import { type Draft, emptyDraft } from './draft';
import { DraftKeeper } from './draft-keeper';
import { launchRules } from './launch-rules';
import { LaunchStore } from './launch-store';
import { MinimumAndMessage } from './minimum-and-message';
import { eachOnce, type Objection, objectionsTo } from './objections';
import { previewOf } from './preview';
import { Reminders } from './reminders';
import { SmallGroups } from './small-groups';
import { WhatTheySee } from './what-they-see';

/** The launch in sections, on one page: a draft that keeps itself, what the server makes of it, and one press. */
@Component({
  selector: 'facet-launch-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
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
    Section,
    SmallGroups,
    WhatTheySee,
  ],
  providers: [DraftKeeper],
  templateUrl: './launch-form.html',
  styleUrl: './launch-form.css',
})
export class LaunchForm {
  readonly options = input.required<LaunchOptions>();

  private readonly store = inject(LaunchStore);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  protected readonly keeper = inject(DraftKeeper);
  private readonly summary = viewChild(ErrorSummary);

  private readonly draft = linkedSignal<LaunchOptions, Draft>({
    source: this.options,
    computation: (options, previous) =>
      previous?.value ?? this.keeper.read(options.leader.email) ?? emptyDraft(options, crypto.randomUUID()),
  });
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
  /** Set while this tab's draft is no longer its own to launch. */
  protected readonly gone = signal(false);

  protected readonly form = form(this.draft, launchRules(this.objections), {
    // The server may accept what it refused before, when something else has changed: every press asks it again.
    submission: { action: () => this.launch(), ignoreValidators: 'all' },
  });

  constructor() {
    effect(() => {
      if (!this.gone()) this.keeper.keep(this.owner(), this.draft());
    });
    afterNextRender(() =>
      this.keeper.onChangeElsewhere(this.owner(), (draft) => {
        if (draft) this.draft.set(draft);
        else this.gone.set(true);
      }),
    );
  }

  protected startAnew(): void {
    this.refused.set([]);
    this.found.set([]);
    this.refusal.set(null);
    this.form().reset(emptyDraft(this.options(), crypto.randomUUID()));
    this.gone.set(false);
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
      this.gone.set(true);
      this.keeper.drop(this.owner());
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

  private owner(): string {
    return this.options().leader.email;
  }
}
