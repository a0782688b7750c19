import { HttpClient } from '@angular/common/http';
import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { DeskView, KeepNotes, of, path } from '@facet/contract';
import { refusalOf, type SaveAnswer, Saver, UnsavedCopy } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

type Notes = DeskView['notes'];

/** Keeps a coach's notes on the server, and in this browser until the server has them. Two pages never overwrite each other. */
@Injectable()
export class NotesKeeper {
  private readonly http = inject(HttpClient);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly saver = new Saver<string>(
    (version, text) => this.send({ version, text }),
    () => this.copy?.drop(),
  );
  private round = '';
  private copy: UnsavedCopy<KeepNotes> | null = null;
  private readonly other = signal<Notes | null>(null);

  readonly state = this.saver.state;
  /** What another page has saved, while nobody has chosen between the two. */
  readonly theirs = this.other.asReadonly();

  constructor() {
    const online = (): void => this.saver.tryNow();
    this.window?.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      this.window?.removeEventListener('online', online);
      this.saver.leave();
    });
  }

  /** The browser takes no copy; read when something is not saved. */
  get keepsNoCopy(): boolean {
    return this.copy?.works === false;
  }

  /** `kept`: as the server has them. Returns the text that the coach goes on with: that, or what this browser had not yet saved. */
  open(round: string, coach: string, kept: Notes): string {
    this.round = round;
    const copy = new UnsavedCopy(
      () => this.window?.localStorage,
      `facet.debrief-notes.${round}.${coach}`,
      (value) => KeepNotes.safeParse(value).data ?? null,
    );
    this.copy = copy;
    this.saver.begin(kept.version, kept.text);
    const unsaved = copy.read();
    if (!unsaved || unsaved.text === kept.text) {
      copy.drop();
      return kept.text;
    }
    if (unsaved.version !== kept.version) {
      this.saver.begin(unsaved.version, kept.text);
      this.saver.stop('elsewhere');
      this.other.set(kept);
    }
    return unsaved.text;
  }

  offer(text: string): void {
    if (this.saver.offer(text)) this.copy?.keep({ version: this.saver.seen, text });
  }

  /** What was saved there goes on; what stands here is thrown away, as the coach chose. */
  takeTheirs({ version, text }: Notes): string {
    this.other.set(null);
    this.copy?.drop();
    this.saver.begin(version, text);
    return text;
  }

  /** What stands here goes on, in place of what was saved there. */
  keepMine({ version }: Notes, text: string): void {
    this.other.set(null);
    this.saver.overwrite(version);
    this.offer(text);
  }

  private async send(notes: KeepNotes): Promise<SaveAnswer> {
    try {
      const saved = DeskView.parse(await firstValueFrom(this.http.post(of(path.debriefNotes, this.round), notes)));
      return { version: saved.notes.version ?? '' };
    } catch (error) {
      if (refusalOf(error).code !== 'notes_changed_elsewhere') return { refused: 'not reached' };
      const theirs = await this.read();
      this.other.set(theirs);
      return { refused: theirs ? 'elsewhere' : 'not reached' };
    }
  }

  private async read(): Promise<Notes | null> {
    try {
      return DeskView.parse(await firstValueFrom(this.http.get(of(path.desk, this.round)))).notes;
    } catch (error) {
      refusalOf(error); // what is no refusal is a bug, and is thrown on
      return null;
    }
  }
}
