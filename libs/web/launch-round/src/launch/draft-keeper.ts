import { HttpClient } from '@angular/common/http';
import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { DraftSaved, KeepDraft, KeptDraft, type LaunchDraft, path } from '@facet/contract';
import { inOneOrder, refusalOf, type SaveAnswer, Saver, UnsavedCopy } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

/** Keeps a leader's draft on the server, and in this browser until the server has it. Two pages never overwrite each other. */
@Injectable()
export class DraftKeeper {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly saver = new Saver<LaunchDraft>(
    (version, draft) => this.send(version, draft),
    () => this.copy?.drop(),
  );
  private copy: UnsavedCopy<KeepDraft> | null = null;
  private readonly other = signal<KeptDraft | null>(null);

  readonly state = this.saver.state;
  /** What another page has saved, while nobody has chosen between the two. */
  readonly theirs = this.other.asReadonly();

  constructor() {
    const window = this.document.defaultView;
    const online = (): void => this.saver.tryNow();
    window?.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      window?.removeEventListener('online', online);
      this.saver.end();
    });
  }

  /** The browser takes no copy; read when something is not saved. */
  get keepsNoCopy(): boolean {
    return this.copy?.works === false;
  }

  /**
   * Fetches what the server has, and returns the draft that the leader goes on with: that, or what this browser had not yet saved, or
   * `otherwise`.
   */
  async open(owner: string, otherwise: LaunchDraft): Promise<LaunchDraft> {
    const copy = new UnsavedCopy(
      () => this.document.defaultView?.localStorage,
      `facet.launch-draft.${owner}`,
      (value) => KeepDraft.safeParse(value).data ?? null,
    );
    this.copy = copy;
    const kept = KeptDraft.parse(await firstValueFrom(this.http.get(path.launchDraft)));
    const there = kept.draft ?? otherwise;
    this.saver.begin(kept.version, there);
    const unsaved = copy.read();
    // A copy of a draft that has become a round, or been discarded, is nothing that anybody would expect back.
    if (unsaved === null || inOneOrder(unsaved.draft) === inOneOrder(there) || (unsaved.version !== null && kept.version === null)) {
      copy.drop();
      return there;
    }
    if (unsaved.version !== kept.version) {
      this.saver.begin(unsaved.version, there);
      this.saver.stop('elsewhere');
      this.other.set(kept);
    }
    return unsaved.draft;
  }

  offer(draft: LaunchDraft): void {
    if (this.saver.offer(draft)) this.copy?.keep({ version: this.saver.seen, draft });
  }

  /** What another page has gone on with, while nothing here waits to be saved; null: nothing new. */
  async look(): Promise<LaunchDraft | null> {
    const seen = this.saver.seen;
    if (this.saver.state() !== 'saved' || seen === null) return null;
    const kept = await this.read();
    if (!kept || kept.version === seen || this.saver.seen !== seen || this.saver.state() !== 'saved') return null;
    if (kept.version === null) this.saver.stop('gone');
    if (kept.draft) this.saver.begin(kept.version, kept.draft);
    return kept.draft;
  }

  /** What was typed there goes on; the copy of this browser is thrown away, as its leader chose. */
  takeTheirs(): LaunchDraft | null {
    const theirs = this.other();
    if (!theirs?.draft) return null;
    this.other.set(null);
    this.copy?.drop();
    this.saver.begin(theirs.version, theirs.draft);
    return theirs.draft;
  }

  /** What was typed here goes on, in place of what was saved there. */
  keepMine(draft: LaunchDraft): void {
    this.saver.overwrite(this.other()?.version ?? null);
    this.other.set(null);
    this.offer(draft);
  }

  /** Launched: there is nothing to keep any more. */
  finish(): void {
    this.saver.stop('gone');
    this.copy?.drop();
  }

  /** The page begins anew beside a draft that is gone: nothing is there to overwrite. */
  startAnew(): void {
    if (this.saver.state() === 'gone') this.saver.overwrite(null);
  }

  private async send(version: string | null, draft: LaunchDraft): Promise<SaveAnswer> {
    try {
      return DraftSaved.parse(await firstValueFrom(this.http.post(path.launchDraft, { version, draft } satisfies KeepDraft)));
    } catch (error) {
      const { code } = refusalOf(error);
      if (code === 'draft_gone') return { refused: 'gone' };
      if (code !== 'draft_changed_elsewhere') return { refused: 'not reached' };
      const theirs = await this.read();
      this.other.set(theirs);
      return { refused: theirs ? 'elsewhere' : 'not reached' };
    }
  }

  private async read(): Promise<KeptDraft | null> {
    try {
      return KeptDraft.parse(await firstValueFrom(this.http.get(path.launchDraft)));
    } catch (error) {
      refusalOf(error); // what is no refusal is a bug, and is thrown on
      return null;
    }
  }
}
