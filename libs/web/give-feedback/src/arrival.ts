import { signal } from '@angular/core';
import { surveyPath as path, type Problem, type SurveyView } from '@facet/contract';
import type { Ending } from './answers/answer-sheet';
import { askServer } from './answers/ask-server';
import { Unsaved } from './answers/unsaved';
import { keepCode, type Link, readCode } from './link/link';
import { type Outside, type Place, Survey } from './survey';

const RETRY_MS = 5_000;

/** Why there is no survey on the page. */
export type Door =
  { readonly kind: 'loading' | 'code' | 'unknown' | 'unreachable' } | { readonly kind: 'closed' | 'refused'; readonly problem: Problem };

/** From a link to an opened survey, or to the page that says why not. */
export class Arrival implements Outside {
  readonly door = signal<Door>({ kind: 'loading' });
  readonly survey = signal<Survey | null>(null);
  /** Words that did not reach the server before the link ended. */
  readonly leftOver = signal<readonly string[]>([]);
  private code = '';
  private unsaved: Unsaved | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    link: Link,
    readonly turned: () => void,
  ) {
    if (link.kind === 'code') this.open(link.code, undefined, link.begun);
    else this.show({ kind: link.kind === 'none' ? 'code' : 'unknown' });
  }

  /** False when what was typed can be no code. */
  enter(typed: string): boolean {
    const code = readCode(typed);
    if (!code) return false;
    keepCode(code);
    this.open(code);
    return true;
  }

  /** The same link once more. */
  again(): void {
    this.open(this.code);
  }

  afresh(): void {
    this.open(this.code, { page: 'welcome' });
  }

  ended(ending: Ending): void {
    this.show(ending);
    void this.unsaved?.words().then((words) => this.leftOver.set(words));
  }

  private open(code: string, at?: Place, begun?: Promise<Response>): void {
    this.code = code;
    this.leftOver.set([]);
    this.show({ kind: 'loading' });
    void this.load(code, at, begun);
  }

  private async load(code: string, at?: Place, begun?: Promise<Response>): Promise<void> {
    const [reply, unsaved] = await Promise.all([askServer<SurveyView>(code, 'GET', path.survey, undefined, begun), Unsaved.open(code)]);
    this.unsaved = unsaved;
    if (reply.kind === 'ok') {
      this.survey.set(new Survey(code, reply.value, this, unsaved, at));
      this.turned();
    } else if (reply.kind === 'closed' || reply.kind === 'unknown') this.ended(reply);
    else if (reply.kind !== 'stale') this.show(reply);
    if (reply.kind === 'unreachable') this.timer = setTimeout(() => void this.load(code, at), RETRY_MS);
  }

  private show(door: Door): void {
    clearTimeout(this.timer);
    this.survey.set(null);
    this.door.set(door);
    this.turned();
  }
}
