import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DoorRefusal, SurveyDoor } from './survey-door';

/**
 * "This is not my group": the coach is told by mail, once. It is the same whether or not anything has been answered, so the mail says
 * nothing about it; what the coach may still do is decided where the list of colleagues is.
 */
@Injectable()
export class WrongGroup {
  constructor(private readonly door: SurveyDoor) {}

  tell(token: string): Promise<DoorRefusal | 'done'> {
    return this.door.enter<DoorRefusal | 'done'>(token, 'save', async ({ tx }) => {
      await tx.query('select door.tell_wrong_group($1, $2)', [randomUUID(), tx.now]);
      return 'done';
    });
  }
}
