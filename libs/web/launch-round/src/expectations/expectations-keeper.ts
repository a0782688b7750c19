import { HttpClient } from '@angular/common/http';
import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { type Expected, ExpectationsView, of, path, type Problem, WriteExpectations } from '@facet/contract';
import { inOneOrder, refusalOf, type SaveAnswer, Saver, UnsavedCopy } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

type Sent = { readonly version: string } | (Extract<SaveAnswer, { readonly refused: string }> & { readonly problem: Problem });

/** What a leader expects, kept on the server as they write, and in this browser until the server has it. */
@Injectable()
export class ExpectationsKeeper {
  private readonly http = inject(HttpClient);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly latest = signal<ExpectationsView | null>(null);
  private readonly saver = new Saver<Expected>(
    (version, expected) => this.send({ version, expected, done: false }),
    () => this.copy?.drop(),
  );
  private address = '';
  private copy: UnsavedCopy<WriteExpectations> | null = null;

  readonly state = this.saver.state;
  /** As the server has it. */
  readonly view = this.latest.asReadonly();

  constructor() {
    const online = (): void => this.saver.tryNow();
    this.window?.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      this.window?.removeEventListener('online', online);
      this.saver.end();
    });
  }

  get keepsNoCopy(): boolean {
    return this.copy?.works === false;
  }

  /** Returns what the leader goes on with: what the server has, or what this browser had not yet saved. */
  async open(round: string): Promise<Expected> {
    this.address = of(path.expectations, encodeURIComponent(round));
    const copy = new UnsavedCopy(
      () => this.window?.localStorage,
      `facet.expectations.${round}`,
      (value) => WriteExpectations.safeParse(value).data ?? null,
    );
    this.copy = copy;
    const view = await this.fetch();
    const unsaved = copy.read();
    if (!unsaved || !view.mayWrite || inOneOrder(unsaved.expected) === inOneOrder(view.expected)) {
      copy.drop();
      return view.expected;
    }
    if (unsaved.version !== view.version) {
      this.saver.begin(unsaved.version, view.expected);
      this.saver.stop('elsewhere');
    }
    return unsaved.expected;
  }

  offer(expected: Expected): void {
    if (this.saver.offer(expected)) this.copy?.keep({ version: this.saver.seen, expected, done: false });
  }

  /** What was saved elsewhere goes on; what stands here is thrown away, as the leader chose. */
  async takeTheirs(): Promise<Expected> {
    this.copy?.drop();
    return (await this.fetch()).expected;
  }

  async keepMine(expected: Expected): Promise<void> {
    const { version } = await this.fetch();
    this.saver.overwrite(version);
    this.offer(expected);
  }

  /** Null when the server has noted that this is what the leader expects. */
  async finish(expected: Expected): Promise<Problem | null> {
    this.saver.end();
    const answer = await this.send({ version: this.saver.seen, expected, done: true });
    if ('refused' in answer) return answer.problem;
    this.copy?.drop();
    this.saver.begin(answer.version, expected);
    return null;
  }

  private async fetch(): Promise<ExpectationsView> {
    const view = ExpectationsView.parse(await firstValueFrom(this.http.get(this.address)));
    this.latest.set(view);
    this.saver.begin(view.version, view.expected);
    return view;
  }

  private async send(written: WriteExpectations): Promise<Sent> {
    try {
      const view = ExpectationsView.parse(await firstValueFrom(this.http.post(this.address, written)));
      this.latest.set(view);
      return { version: view.version ?? '' };
    } catch (error) {
      const problem = refusalOf(error);
      return { refused: problem.code === 'expectation_changed_elsewhere' ? 'elsewhere' : 'not reached', problem };
    }
  }
}
