import { Injectable } from '@nestjs/common';
import type { FieldError, SaveAnswers as Change, Saved, StaleAnswers } from '@facet/contract';
import { checkChange, emptySheet, type Sheet } from '@facet/domain-framework';
import { Envelopes, type Stored, UNREADABLE } from '@facet/store-answers-envelopes';
import { changed, contains } from './change-of-sheet';
import { type DoorRefusal, SurveyDoor } from './survey-door';

export type SaveRefusal =
  | DoorRefusal
  | { readonly refused: 'invalid'; readonly errors: FieldError[] }
  | { readonly refused: 'stale'; readonly stored: StaleAnswers }
  | { readonly refused: 'unreadable' };

/** Every tap: the whole sheet, changed, in a new envelope. Nothing of it is readable in the database. */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly door: SurveyDoor,
    private readonly envelopes: Envelopes,
  ) {}

  async save(token: string, change: Change): Promise<Saved | SaveRefusal> {
    return this.door.enter<Saved | SaveRefusal>(token, 'save', async ({ tx, place, secret, framework, status }) => {
      const errors = checkChange(framework, change);
      if (errors.length > 0) return { refused: 'invalid', errors: [...errors] };
      const stored = await this.envelopes.read(tx, place, secret);
      if (stored === UNREADABLE) return { refused: 'unreadable' };
      const sent = status === 'answered';
      const sheet = changed(stored?.sheet ?? emptySheet, change);
      const next = (stored?.rev ?? 0) + 1;
      if (change.rev === next && (await this.envelopes.write(tx, place, secret, stored, sheet))) return { rev: next, sent };
      const latest = await this.envelopes.read(tx, place, secret);
      if (latest === UNREADABLE) return { refused: 'unreadable' };
      return answerToRepeat(change, latest, sent);
    });
  }
}

/** The same revision with the same content is a repetition whose answer was lost on its way; anything else is another tab's loss. */
function answerToRepeat(change: Change, latest: Stored | null, sent: boolean): Saved | SaveRefusal {
  if (latest && change.rev === latest.rev && contains(latest.sheet, change)) return { rev: latest.rev, sent };
  return { refused: 'stale', stored: { rev: latest?.rev ?? 0, sheet: forReading(latest?.sheet ?? emptySheet) } };
}

const forReading = ({ ratings, comments, named }: Sheet): StaleAnswers['sheet'] => ({
  ratings: { ...ratings },
  comments: { ...comments },
  named,
});
