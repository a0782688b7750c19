import { computed, signal } from '@angular/core';
import { type HeldView, surveyPath as path, type QualityView, type SurveyView, type SurveyWords } from '@facet/contract';
import { longestComment } from '@facet/domain-framework';
import { AnswerSheet, type Ending, isTooLong } from './answers/answer-sheet';
import { NAMED } from './answers/answers';
import { askServer, inWords, type Reply } from './answers/ask-server';
import { fill } from './fill';
import { missingIn, missingOf, whereToResume } from './answers/progress';
import type { Unsaved } from './answers/unsaved';
import { forgetCode } from './link/link';
import { tab } from './link/tab';
import { laterWords, type Text } from './words/words';

const KEYS = 'facet.keys';

/** Which page is shown, and the element on it that receives the focus instead of the heading. */
export type Place =
  | {
      readonly page:
        'welcome' | 'wrong' | 'replaced' | 'group' | 'told' | 'held' | 'review' | 'thanks' | 'decline' | 'declined' | 'withdrawn';
    }
  | { readonly page: 'quality'; readonly index: number; readonly focus?: string };

/** What happens to a survey from without. */
export interface Outside {
  /** Another page is about to be shown. */
  turned(): void;
  /** The link has ended while its page was open. */
  ended(ending: Ending): void;
  /** The survey is to be opened anew with the same link, from its first page. */
  afresh(): void;
}

/** A survey that has been opened: what is asked, what is answered, and where the person is in it. */
export class Survey {
  readonly sheet: AnswerSheet;
  readonly place = signal<Place>({ page: 'welcome' });
  /** Why the last press did not do what it says; empty when it did. */
  readonly trouble = signal('');
  readonly busy = signal(false);
  readonly quality = computed<QualityView | undefined>(() => {
    const place = this.place();
    return place.page === 'quality' ? this.view.framework.qualities[place.index] : undefined;
  });
  readonly missing = computed(() => missingOf(this.view.framework, this.sheet.answers()));
  /** For each quality, whether all its behaviours are answered. */
  readonly finished = computed(() => this.view.framework.qualities.map((quality) => missingIn(quality, this.sheet.answers()).length === 0));
  readonly begun = computed(() => Object.keys(this.sheet.answers()).some((key) => key !== NAMED));
  /** Answers that cannot be saved as they are, by key, and why. */
  readonly faults = computed<ReadonlyMap<string, string>>(() => {
    const tooLong = Object.entries(this.sheet.unsaved()).filter(([, answer]) => isTooLong(answer));
    const refused = Object.entries(this.sheet.refusals());
    return new Map([
      ...tooLong.map(([key, answer]) => [key, this.say('commentTooLong', { over: String(answer).length - longestComment })] as const),
      ...refused.map(([key, reason]) => [key, this.say('refused', { reason })] as const),
    ]);
  });
  /** Whether the keys of the scale rate. */
  readonly keys = signal(tab.get(KEYS) !== 'off');
  /** Answers with others, in a group whose members nobody tells apart. */
  readonly confidential: boolean;
  /** True when the welcome page's press must also confirm that this person is named in the report. */
  readonly mustConfirmName = computed(() => this.view.welcome.named !== null && !this.sheet.answers()[NAMED]);

  constructor(
    private readonly code: string,
    readonly view: SurveyView,
    private readonly outside: Outside,
    unsaved: Unsaved,
    at?: Place,
  ) {
    document.documentElement.lang = view.language;
    this.confidential = !view.rater.self && view.welcome.named === null;
    this.sheet = new AnswerSheet(code, view, (ending) => outside.ended(ending), unsaved);
    if (at) this.place.set(at);
    else if (view.declined) this.place.set({ page: 'declined' });
    else if (view.sent) this.place.set({ page: 'thanks' });
  }

  say(word: keyof SurveyWords | Text, values: Readonly<Record<string, string | number>> = {}): string {
    const { rater, leader, closes, framework } = this.view;
    const known = { rater: rater.name, leader: leader.name, closes: closes.words, notObserved: framework.scale.notObserved };
    const first: Partial<Record<string, string>> = this.view.words;
    return fill(first[word] ?? laterWords()?.[word as Text] ?? '', { ...known, ...values });
  }

  faultOf(key: string): string {
    return this.faults().get(key) ?? '';
  }

  switchKeys(): void {
    this.keys.update((on) => !on);
    tab.set(KEYS, this.keys() ? 'on' : 'off');
  }

  go(place: Place): void {
    void this.sheet.push();
    this.trouble.set('');
    this.place.set(place);
    this.outside.turned();
  }

  /** From the welcome page to the first behaviour that is still open. */
  start(): void {
    if (this.mustConfirmName()) this.sheet.change(NAMED, true);
    const open = whereToResume(this.view.framework, this.sheet.answers());
    if (!open) this.go({ page: 'review' });
    else if (this.begun()) this.go({ page: 'quality', index: open.quality, focus: open.behaviour });
    else this.go({ page: 'quality', index: 0 });
  }

  step(from: number, by: 1 | -1): void {
    const index = from + by;
    if (index < 0) this.go({ page: 'welcome' });
    else if (index < this.view.framework.qualities.length) this.go({ page: 'quality', index });
    else this.go({ page: 'review' });
  }

  afresh(): void {
    this.outside.afresh();
  }

  /** Sending once more what has been sent already changes nothing, and shows that nothing is left unsaved. */
  send(): Promise<void> {
    return this.press(async () => {
      const reply = await this.sheet.send();
      if (reply.kind === 'ok') this.go({ page: 'thanks' });
      else if (reply.kind === 'changed') this.trouble.set(this.say('stale'));
      else this.refuse(reply);
    });
  }

  withdraw(): Promise<void> {
    return this.leave(path.withdraw, 'withdrawn');
  }

  decline(reason: string): Promise<void> {
    return this.leave(path.decline, 'declined', reason === '' ? {} : { reason });
  }

  /** Not this person: the link dies, and its owner gets another. */
  replaceLink(keep: boolean): Promise<void> {
    return this.leave(path.replaceLink, 'replaced', { keep });
  }

  tellWrongGroup(): Promise<void> {
    return this.press(async () => {
      const reply = await askServer<undefined>(this.code, 'POST', path.wrongGroup);
      if (reply.kind === 'ok') this.go({ page: 'told' });
      else this.refuse(reply);
    });
  }

  held(): Promise<Reply<HeldView>> {
    return askServer<HeldView>(this.code, 'GET', path.held);
  }

  private leave(where: string, page: 'withdrawn' | 'declined' | 'replaced', body?: object): Promise<void> {
    return this.press(async () => {
      await this.sheet.push(); // a save that is under way must not arrive after its answers were deleted
      const reply = await askServer<undefined>(this.code, 'POST', where, body);
      if (reply.kind !== 'ok') {
        this.refuse(reply);
        return;
      }
      this.sheet.forget();
      if (page === 'replaced') forgetCode();
      this.go({ page });
    });
  }

  /** A second press while the first is under way does nothing. */
  private async press(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set('');
    await work();
    this.busy.set(false);
  }

  private refuse(reply: Exclude<Reply<unknown>, { kind: 'ok' }> | { kind: 'unsaved' }): void {
    if (reply.kind === 'closed' || reply.kind === 'unknown') this.outside.ended(reply);
    else this.trouble.set(reply.kind === 'refused' ? inWords(reply.problem) : this.say('notDone'));
  }
}
