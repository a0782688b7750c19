import { Injectable } from '@nestjs/common';
import type { FieldError, Saved, StaleAnswers } from '@facet/contract';
import { missing } from '@facet/domain-framework';
import { Envelopes, LiveStatus, UNREADABLE } from '@facet/store-answers-envelopes';
import { forgetReason } from './decline-reason';
import { type DoorRefusal, SurveyDoor } from './survey-door';

export type SendRefusal =
  | DoorRefusal
  | { readonly refused: 'invalid'; readonly errors: FieldError[] }
  | { readonly refused: 'stale'; readonly stored: StaleAnswers | null }
  | { readonly refused: 'unreadable' };

/** "Send my answers": from now on they count. Nobody is told, and no job is rung. */
@Injectable()
export class SendAnswers {
  constructor(
    private readonly door: SurveyDoor,
    private readonly envelopes: Envelopes,
    private readonly status: LiveStatus,
  ) {}

  async send(token: string, rev: number): Promise<Saved | SendRefusal> {
    return this.door.enter<Saved | SendRefusal>(token, 'send', async ({ tx, place, secret, framework, group }) => {
      const stored = await this.envelopes.read(tx, place, secret);
      if (stored === UNREADABLE) return { refused: 'unreadable' };
      if (stored?.rev !== rev) return { refused: 'stale', stored: stored ? { rev: stored.rev, sheet: { ...stored.sheet } } : null };
      const errors = missing(framework, stored.sheet).map((code) => ({
        field: `ratings.${code}`,
        message: `Behaviour ${code} has no answer yet. “${framework.scale.notObserved}” is an answer too.`,
      }));
      if (group === 'line_manager' && !stored.sheet.named)
        errors.push({ field: 'named', message: 'Please confirm on the first page that you know you are named in the report.' });
      if (errors.length > 0) return { refused: 'invalid', errors };
      await this.status.set(tx, place.invitation, 'answered');
      await forgetReason(tx);
      return { rev, sent: true };
    });
  }
}
