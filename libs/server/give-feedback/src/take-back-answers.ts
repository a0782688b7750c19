import { Injectable } from '@nestjs/common';
import { Envelopes, LiveStatus, type Status } from '@facet/store-answers-envelopes';
import { keepReason } from './decline-reason';
import { type DoorRefusal, SurveyDoor } from './survey-door';

/** Withdrawing and declining: what was answered is deleted, and only the person's link leads to it again. */
@Injectable()
export class TakeBackAnswers {
  constructor(
    private readonly door: SurveyDoor,
    private readonly envelopes: Envelopes,
    private readonly status: LiveStatus,
  ) {}

  /** The answers are gone; the person may answer anew until closing, and is reminded like everybody else. */
  withdraw(token: string): Promise<DoorRefusal | 'done'> {
    return this.discard(token, 'invited');
  }

  /** The answers are gone and no further mail is sent. Leader and coach see no difference to "not yet"; the coach may read the reason. */
  decline(token: string, reason: string): Promise<DoorRefusal | 'done'> {
    return this.discard(token, 'declined', reason);
  }

  private discard(token: string, status: Status, reason = ''): Promise<DoorRefusal | 'done'> {
    return this.door.enter<DoorRefusal | 'done'>(token, 'save', async (visit) => {
      const { tx, place } = visit;
      await this.envelopes.discard(tx, place.invitation);
      await this.status.set(tx, place.invitation, status);
      await keepReason(visit, reason);
      return 'done';
    });
  }
}
