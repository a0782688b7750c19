import { Injectable } from '@nestjs/common';
import { Database } from '@facet/platform';
import { type Earnest, forgetOne, type NotForgotten, type Receipt } from './receipt';

/** A leader is forgotten together with their rounds; a coach's rounds go to somebody else first; somebody must stay in charge. */
export type PersonStays = 'unknown' | 'leads' | 'coaches' | 'last administrator';

/**
 * Forgets somebody who was asked for feedback, or who worked with Facet: who they are, what they were asked, their mails, and answers
 * that stand in no report yet. Numbers and unlabelled comments of sealed reports stay, because nothing tells whose they are; a report in
 * which they may be named as line manager is withdrawn as a whole. The receipt is the same whether or not they had answered.
 */
@Injectable()
export class ForgetPerson {
  constructor(private readonly database: Database) {}

  forget(organisation: string, person: string, earnest: Earnest = 'for good'): Promise<Receipt | NotForgotten<PersonStays>> {
    return forgetOne(this.database, organisation, 'person', person, earnest);
  }
}
