import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type AddColleagues,
  type CorrectAddress,
  DeclineReasons,
  type MoveClosing,
  type MoveColleague,
  type NameApprover,
  of,
  path,
  type Problem,
  RoundPage,
  SealChoice,
  type SealRequest,
} from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

/** One round as its leader, its coach or whoever checks its list sees it, and what each may do with it. */
@Injectable()
export class RoundStore {
  private readonly http = inject(HttpClient);
  private readonly id = signal<string | null>(null);
  private readonly doing = signal(false);
  private readonly refused = signal<Problem | null>(null);
  private readonly done = signal('');

  readonly round = httpResource(
    () => {
      const id = this.id();
      return id === null ? undefined : of(path.round, encodeURIComponent(id));
    },
    { parse: (body) => RoundPage.parse(body) },
  );
  /** For the coach of a closed round: what a report made now would show. */
  readonly choice = httpResource(
    () => {
      const round = this.view();
      return round?.as === 'coach' && round.state === 'closed' ? of(path.seal, round.id) : undefined;
    },
    { parse: (body) => SealChoice.parse(body) },
  );
  /** For the coach: why some would rather not answer, without names. */
  readonly reasons = httpResource(
    () => {
      const round = this.view();
      return round?.as === 'coach' && round.state !== 'cancelled' ? of(path.declineReasons, round.id) : undefined;
    },
    { parse: (body) => DeclineReasons.parse(body) },
  );
  private readonly page = computed(() => (this.round.hasValue() ? this.round.value() : null));
  /** For leader and coach. */
  readonly view = computed(() => {
    const page = this.page();
    return page?.as === 'approver' ? null : page;
  });
  /** For whoever checks the list in the coach's stead, who sees nothing else of the round. */
  readonly list = computed(() => {
    const page = this.page();
    return page?.as === 'approver' ? page : null;
  });
  /** Until what the press has changed is on the page: the next one, above all of who confirms the list, is about what can be seen. */
  readonly inFlight = computed(() => this.doing() || this.round.isLoading());
  /** A refusal of the last press that no single field is to blame for. */
  readonly refusal = this.refused.asReadonly();
  /** What the last press has done, in one sentence. */
  readonly said = this.done.asReadonly();

  open(id: string): void {
    this.id.set(id);
  }

  confirmColleagues(): Promise<Problem | null> {
    return this.change(path.confirmColleagues, { list: this.page()?.list }, 'The list is confirmed. The invitations are on their way.');
  }

  addColleagues(additions: AddColleagues): Promise<Problem | null> {
    const coach = this.view()?.coach.name ?? 'the coach';
    return this.change(path.colleagues, additions, `They are on the list. Their invitations leave when ${coach} has checked it.`);
  }

  moveColleague(move: MoveColleague, name: string): Promise<Problem | null> {
    return this.change(path.group, move, `${name} is in another group now.`);
  }

  takeOut(email: string, name: string): Promise<Problem | null> {
    return this.change(path.takeOut, { email }, `${name} is no longer asked. Whoever had been written to is told.`);
  }

  moveClosing(closing: MoveClosing): Promise<Problem | null> {
    return this.change(path.closing, closing, 'The closing is moved.');
  }

  correctAddress(correction: CorrectAddress, said: string): Promise<Problem | null> {
    return this.change(path.address, correction, said);
  }

  proposeAddress(proposal: CorrectAddress, name: string): Promise<Problem | null> {
    const coach = this.view()?.coach.name ?? 'the coach';
    return this.change(path.proposeAddress, proposal, `${coach} checks the new address of ${name}; then the invitation leaves anew.`);
  }

  keepAddress(email: string, name: string): Promise<Problem | null> {
    return this.change(path.keepAddress, { email }, `The address of ${name} stays as it was.`);
  }

  nameApprover(named: NameApprover, name: string): Promise<Problem | null> {
    return this.change(path.approver, named, `${name} may check the list in your stead.`);
  }

  endApprover(name: string): Promise<Problem | null> {
    return this.change(path.endApprover, {}, `${name} no longer checks the list.`);
  }

  remind(): Promise<Problem | null> {
    return this.change(
      path.remind,
      {},
      'It is noted. Whoever has not answered and may still get a reminder gets one at the next hour at which mails leave.',
    );
  }

  cancel(): Promise<Problem | null> {
    return this.change(path.cancel, {}, 'The round is cancelled. No answer was kept.');
  }

  async seal(request: NonNullable<SealRequest> = {}): Promise<Problem | null> {
    const refusal = await this.change(path.seal, request, 'The report is made. The answers behind it are gone.');
    if (refusal) this.choice.reload();
    return refusal;
  }

  /** Null when it is done. A second press while the first is on its way does nothing. */
  private async change(template: string, body: object, said: string): Promise<Problem | null> {
    const id = this.id();
    if (id === null || this.doing()) return null;
    this.doing.set(true);
    this.refused.set(null);
    this.done.set('');
    try {
      await firstValueFrom(this.http.post(of(template, encodeURIComponent(id)), body));
      this.round.reload();
      this.done.set(said);
      return null;
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal.errors?.length) this.refused.set(refusal);
      return refusal;
    } finally {
      this.doing.set(false);
    }
  }
}
