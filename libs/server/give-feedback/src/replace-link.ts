import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { tokenHash } from '@facet/answer-links';
import { type DoorRefusal, SurveyDoor } from './survey-door';

/**
 * "Not you?": one press, and the link that reached the wrong person is dead. Its owner gets another by mail at the address that is
 * known, and nobody else is told. What was answered waits for them unsent, or is deleted, as whoever pressed has chosen.
 */
@Injectable()
export class ReplaceLink {
  constructor(private readonly door: SurveyDoor) {}

  replace(token: string, keep: boolean): Promise<DoorRefusal | 'done'> {
    return this.door.enter<DoorRefusal | 'done'>(token, 'save', async ({ tx, place, secret }) => {
      const [row] = await tx.query<{ version: number }>('select door.link_version() as version');
      const version = (row?.version ?? 0) + 1;
      const hash = tokenHash(secret.token(place.invitation, version));
      const [replaced] = await tx.query<{ done: boolean }>('select door.replace_link($1, $2, $3, $4, $5) as done', [
        ...[version, hash, keep],
        ...[randomUUID(), tx.now],
      ]);
      return replaced?.done === true ? 'done' : { refused: 'unknown' };
    });
  }
}
