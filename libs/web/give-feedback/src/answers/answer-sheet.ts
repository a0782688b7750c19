import { computed, signal } from '@angular/core';
import { surveyPath as path, type Problem, type Saved, type StaleAnswers, type SurveyView } from '@facet/contract';
import { longestComment } from '@facet/domain-framework';
import { type Answer, type Answers, changesTo, flatten, isNothing, toSave, without } from './answers';
import { askServer, inWords, type Reply } from './ask-server';
import { type Conflict, reconcile } from './reconcile';
import type { Unsaved } from './unsaved';

/**
 * Words are saved when their box is left, the page is hidden, or the keys have been still for so long; until then this tab keeps them.
 * A save at every pause would let whoever keeps the database's write-ahead log count how much each colleague wrote, and find their
 * comments by length.
 */
const STILL_MS = 20_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** What the page can truthfully say about what is stored. */
export type Keeping = 'untouched' | 'saved' | 'writing' | 'saving' | 'unreachable' | 'refused';

/** The end of a link while its page is open. */
export type Ending = Extract<Reply<never>, { kind: 'unknown' | 'closed' }>;

/**
 * One colleague's answers, here and on the server. Every change is sent by compare-and-set on `rev`, one request at a time;
 * what changes meanwhile waits and goes together. A request without a reply is repeated as it was until its fate is known:
 * the same revision with the same content gives the same result.
 */
export class AnswerSheet {
  private readonly stored = signal<Answers>({});
  private readonly sending = signal<Answers>({});
  private readonly waiting = signal<Answers>({});
  private readonly writing = signal(false);
  private readonly unreachable = signal(false);
  private readonly touched = signal(false);
  private rev: number;
  private retries = 0;
  private stopped = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;

  readonly sent = signal(false);
  /** Something went wrong with saving, and nothing has been changed since it was put right. */
  readonly troubled = signal(false);
  readonly conflicts = signal<readonly Conflict[]>([]);
  /** Why the server refused an answer, by its key; it is sent again once it has been changed. */
  readonly refusals = signal<Readonly<Record<string, string>>>({});
  readonly answers = computed<Answers>(() => ({ ...this.stored(), ...this.unsaved() }));
  readonly unsaved = computed<Answers>(() => ({
    ...this.sending(),
    ...this.waiting(),
    ...this.disputed(),
  }));
  /** Nothing is on its way or waiting, in doubt or refused. */
  readonly settled = computed(() => isNothing(this.unsaved()));
  readonly keeping = computed<Keeping>(() => {
    if (this.settled()) return this.touched() ? 'saved' : 'untouched';
    if (this.unreachable()) return 'unreachable';
    if (!isNothing(this.sending())) return 'saving';
    if (isNothing(this.sendable())) return 'refused';
    return this.writing() ? 'writing' : 'saving';
  });
  private readonly disputed = computed<Answers>(() => Object.fromEntries(this.conflicts().map(({ key, mine }) => [key, mine])));
  private readonly sendable = computed<Answers>(() =>
    Object.fromEntries(Object.entries(this.waiting()).filter(([key, answer]) => !isTooLong(answer) && !(key in this.refusals()))),
  );

  constructor(
    private readonly code: string,
    view: Pick<SurveyView, 'rev' | 'sent' | 'sheet'>,
    private readonly ended: (ending: Ending) => void,
    private readonly tab: Unsaved,
  ) {
    this.rev = view.rev;
    this.sent.set(view.sent);
    this.touched.set(view.rev > 0);
    this.stored.set(flatten(view.sheet));
    if (tab.left) this.takeUp(tab.left.mine, tab.left.seen);
    void this.push();
  }

  change(key: string, answer: Answer): void {
    const settled = this.settled();
    this.conflicts.update((conflicts) => conflicts.filter((conflict) => conflict.key !== key));
    this.refusals.update((refusals) => without(refusals, [key]));
    this.waiting.update((waiting) => changesTo({ ...this.stored(), ...this.sending() }, { ...waiting, [key]: answer }));
    this.touched.set(true);
    this.troubled.update((troubled) => troubled && !settled);
    this.remember();
    this.writing.set(typeof answer === 'string');
    if (this.writing()) this.pushIn(STILL_MS);
    else void this.push();
  }

  /** Settles one conflict: the answer on this page is saved over the stored one, or given up for it. */
  settle(conflict: Conflict, keep: 'mine' | 'stored'): void {
    if (keep === 'mine') this.change(conflict.key, conflict.mine);
    else {
      this.conflicts.update((conflicts) => conflicts.filter((other) => other !== conflict));
      this.remember();
    }
  }

  /** Sends what may be sent at once; resolves when it is stored or cannot be for now. */
  push(): Promise<void> {
    clearTimeout(this.timer);
    this.writing.set(false);
    if (this.running) return this.running;
    return this.takeNext() ? (this.running = this.run()) : Promise.resolve();
  }

  /** "Send my answers": makes them count. `changed` when the stored sheet was another one and has to be looked over again. */
  async send(): Promise<Reply<Saved> | { kind: 'unsaved' } | { kind: 'changed' }> {
    this.refusals.set({});
    await this.push();
    if (!this.settled()) return { kind: 'unsaved' };
    const reply = await askServer<Saved>(this.code, 'POST', path.send, { rev: this.rev });
    if (reply.kind === 'ok') this.accept(reply.value);
    if (reply.kind !== 'stale') return reply;
    this.takeStored(reply.stored);
    return { kind: 'changed' };
  }

  /** After declining, withdrawing or closing: nothing is sent any more. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  forget(): void {
    this.stop();
    this.tab.drop();
  }

  private async run(): Promise<void> {
    let more = true;
    while (more) {
      const reply = await askServer<Saved>(this.code, 'PUT', path.answers, toSave(this.rev + 1, this.stored(), this.sending()));
      more = this.hear(reply) && this.takeNext();
    }
    this.running = undefined;
  }

  /** Moves on to what is waiting, unless a request without a reply has to be repeated first. False when there is nothing to send. */
  private takeNext(): boolean {
    if (this.stopped) return false;
    if (!isNothing(this.sending())) return true;
    const next = this.sendable();
    this.sending.set(next);
    this.waiting.update((waiting) => without(waiting, Object.keys(next)));
    return !isNothing(next);
  }

  /** True when the next request may follow at once. */
  private hear(reply: Reply<Saved>): boolean {
    this.unreachable.set(reply.kind === 'unreachable');
    this.troubled.update((troubled) => troubled || reply.kind === 'unreachable' || reply.kind === 'refused');
    switch (reply.kind) {
      case 'ok':
        this.retries = 0;
        this.stored.update((stored) => ({ ...stored, ...this.sending() }));
        this.sending.set({});
        this.accept(reply.value);
        return true;
      case 'stale':
        this.takeStored(reply.stored);
        return true;
      case 'refused':
        return this.takeBack(reply.problem);
      case 'unreachable':
        this.pushIn(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.retries++));
        return false;
      case 'unknown':
      case 'closed':
        this.stop();
        this.ended(reply);
        return false;
    }
  }

  private accept(saved: Saved): void {
    this.rev = saved.rev;
    this.sent.set(saved.sent);
    this.remember();
  }

  private takeStored({ rev, sheet }: StaleAnswers): void {
    const [mine, seen] = [this.unsaved(), this.seen()];
    this.rev = rev;
    this.stored.set(flatten(sheet));
    this.sending.set({});
    this.takeUp(mine, seen);
  }

  private takeUp(mine: Answers, seen: readonly Answers[]): void {
    const { changes, conflicts } = reconcile(this.stored(), mine, seen);
    this.waiting.set(changes);
    this.conflicts.set(conflicts);
    this.touched.set(true);
    this.remember();
  }

  /** The server refused: the answers it names wait until they are changed; where it names none, all that were sent do. */
  private takeBack(problem: Problem): boolean {
    const sent = this.sending();
    const all = Object.keys(sent).map((key) => [key, inWords(problem)] as const);
    const named = (problem.errors ?? []).map(({ field, message }) => [keyOf(field), message] as const).filter(([key]) => key in sent);
    const refused = (named.length > 0 ? named : all).filter(([key]) => !(key in this.waiting()));
    this.refusals.update((refusals) => ({ ...refusals, ...Object.fromEntries(refused) }));
    this.waiting.update((waiting) => ({ ...sent, ...waiting }));
    this.sending.set({});
    return true;
  }

  /** The stored answers as this page knows them, with and without the request in doubt; of a conflict, none has been accepted yet. */
  private seen(): readonly Answers[] {
    const known = { ...this.stored(), ...this.disputed() };
    return [known, { ...known, ...this.sending() }];
  }

  private pushIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.push(), milliseconds);
  }

  private remember(): void {
    if (this.settled()) this.tab.drop();
    else this.tab.keep({ mine: this.unsaved(), seen: this.seen() });
  }
}

export const isTooLong = (answer: Answer | undefined): boolean => typeof answer === 'string' && answer.length > longestComment;

/** `ratings.1.3` and `comments.2.seen`, as the server names fields, as keys of ours. */
const keyOf = (field: string): string => field.replace(/^(ratings|comments)\./, '');
