import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { LetterSample, type LetterWording, LetterView, of, path, type Problem } from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

/** One letter of the organisation, and what its administrator does to its words. */
@Injectable()
export class LetterStore {
  private readonly http = inject(HttpClient);
  private readonly refused = signal<Problem | null>(null);
  private readonly done = signal('');
  private readonly tried = signal<LetterSample | null>(null);

  /** Which; set by the page. */
  readonly name = signal<string | null>(null);
  readonly letter = httpResource(() => this.at(path.letter), { parse: (body) => LetterView.parse(body) });
  readonly view = computed(() => (this.letter.hasValue() ? this.letter.value() : null));
  /** A refusal of the last press that no single field is to blame for. */
  readonly refusal = this.refused.asReadonly();
  /** What the last press has done, in one sentence. */
  readonly said = this.done.asReadonly();
  /** With the words that were shown last, or those that hold. */
  readonly sample = computed(() => this.tried() ?? this.view()?.sample ?? null);
  readonly unsaved = computed(() => this.tried() !== null);

  async preview(wording: LetterWording): Promise<Problem | null> {
    return this.send(path.letterPreview, wording, (body) => {
      this.tried.set(LetterSample.parse(body));
      this.done.set('This is how it would look. Nothing is saved yet.');
    });
  }

  async save(wording: LetterWording): Promise<Problem | null> {
    return this.send(path.letter, wording, (body) => this.now(body, 'Saved. Every mail of this kind that leaves from now on says so.'));
  }

  async reset(): Promise<Problem | null> {
    return this.send(path.letterReset, {}, (body) => this.now(body, 'The letter has the words again that it came with.'));
  }

  private now(body: unknown, said: string): void {
    this.letter.set(LetterView.parse(body));
    this.tried.set(null);
    this.done.set(said);
  }

  private at(template: string): string | undefined {
    const name = this.name();
    return name === null ? undefined : of(template, encodeURIComponent(name));
  }

  /** Null when it is done. */
  private async send(template: string, body: object, done: (body: unknown) => void): Promise<Problem | null> {
    this.refused.set(null);
    this.done.set('');
    try {
      done(await firstValueFrom(this.http.post(this.at(template) ?? '', body)));
      return null;
    } catch (error) {
      const problem = refusalOf(error);
      if (!problem.errors?.length) this.refused.set(problem);
      return problem;
    }
  }
}
