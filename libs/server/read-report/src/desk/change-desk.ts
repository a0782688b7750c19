import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { CommentPlace, DeskView, KeepNotes, WithholdComment } from '@facet/contract';
import { commentAt } from '@facet/domain-report';
import type { Principal } from '@facet/platform';
import { type NoReport, type OpenedDesk, ReportDoor } from '../report-door';
import { NotesOfCoach } from './debrief-notes';
import { OpenDesk } from './open-desk';
import { WithheldComments } from './withheld-comments';

export interface NotChanged {
  readonly refused: 'no such comment' | 'already released' | 'notes changed elsewhere';
}

/** What a coach changes beside a report, before its leader has read a word of it: comments until the release, notes at any time. */
@Injectable()
export class ChangeDesk {
  constructor(
    private readonly door: ReportDoor,
    private readonly opening: OpenDesk,
    private readonly withheld: WithheldComments,
    private readonly notes: NotesOfCoach,
  ) {}

  withhold(principal: Principal, id: string, { reason, ...place }: WithholdComment): Promise<DeskView | NotChanged | NoReport | null> {
    return this.beforeRelease(principal, id, place, async ({ tx, reader }) => {
      if (await this.withheld.withhold(tx, id, place, reason))
        recordEvent(tx, { kind: 'comment_withheld', by: { person: reader }, round: id, detail: {} });
    });
  }

  showAgain(principal: Principal, id: string, place: CommentPlace): Promise<DeskView | NotChanged | NoReport | null> {
    return this.beforeRelease(principal, id, place, async ({ tx, reader }) => {
      if (await this.withheld.showAgain(tx, id, place))
        recordEvent(tx, { kind: 'comment_shown_again', by: { person: reader }, round: id, detail: {} });
    });
  }

  keepNotes(principal: Principal, id: string, { version, text }: KeepNotes): Promise<DeskView | NotChanged | NoReport | null> {
    return this.door.toDesk(principal, id, async (desk): Promise<DeskView | NotChanged> => {
      const { tx, reader } = desk;
      const kept = await this.notes.keep(tx, id, reader, { version, text });
      if (!kept && (await this.notes.ofRound(tx, id, reader)).text !== text) return { refused: 'notes changed elsewhere' };
      return this.opening.view(desk);
    });
  }

  private beforeRelease(
    principal: Principal,
    id: string,
    place: CommentPlace,
    change: (desk: OpenedDesk) => Promise<void>,
  ): Promise<DeskView | NotChanged | NoReport | null> {
    return this.door.toDesk(principal, id, async (desk): Promise<DeskView | NotChanged> => {
      if (desk.round.releasedAt) return { refused: 'already released' };
      if (commentAt(desk.sealed, place) === null) return { refused: 'no such comment' };
      await change(desk);
      return this.opening.view(desk);
    });
  }
}
