import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DeskView } from '@facet/contract';
import { LATEST_RELEASE_DAYS } from '@facet/domain-round';
import { dateInWords, dayInWords, type Principal } from '@facet/platform';
import { Organisations } from '@facet/store-rounds';
import { type NoReport, type OpenedDesk, ReportDoor } from '../report-door';
import { NotesOfCoach } from './debrief-notes';
import { WithheldComments } from './withheld-comments';

/** What the coach has beside a report before its leader: every comment, what they withhold and why, their notes, the day of release. */
@Injectable()
export class OpenDesk {
  constructor(
    private readonly door: ReportDoor,
    private readonly notes: NotesOfCoach,
    private readonly withheld: WithheldComments,
    private readonly organisations: Organisations,
  ) {}

  open(principal: Principal, id: string): Promise<DeskView | NoReport | null> {
    return this.door.toDesk(principal, id, (desk) => this.view(desk));
  }

  /** As it stands at this moment of the transaction, after whatever was changed in it. */
  async view({ tx, round, reader, sealed }: OpenedDesk): Promise<DeskView> {
    const { zone, safeguardingContact } = await this.organisations.current(tx);
    const withheld = await this.withheld.ofRound(tx, round.id);
    const { releasedAt, releasesAt, releaseChosen, sealedAt } = round;
    const comments = commentsOf(sealed);
    return DeskView.parse({
      qualities: sealed.qualities.filter(({ code }) => comments.some(({ quality }) => quality === code)),
      comments: comments.map((comment) => {
        const found = withheld.find((one) => samePlace(one, comment));
        return { ...comment, withheld: found ? { reason: found.reason, on: dayInWords(found.withheldAt, zone) } : null };
      }),
      notes: await this.notes.ofRound(tx, round.id, reader),
      safeguardingContact,
      release: {
        done: releasedAt && dayInWords(releasedAt, zone),
        on: releasesAt && dateInWords(releasesAt, zone),
        chosen: releaseChosen,
        zone,
        earliest: DateTime.fromJSDate(tx.now, { zone }).toISODate(),
        latest: DateTime.fromJSDate(sealedAt ?? tx.now, { zone })
          .plus({ days: LATEST_RELEASE_DAYS - 1 })
          .toISODate(),
      },
    });
  }
}

type Comment = Omit<DeskView['comments'][number], 'withheld'>;
type Place = Pick<Comment, 'quality' | 'question' | 'writer' | 'position'>;

const samePlace = (a: Place, b: Place): boolean =>
  a.quality === b.quality && a.question === b.question && a.writer === b.writer && a.position === b.position;

const questions = ['seen', 'help'] as const;

const commentsOf = ({ comments }: OpenedDesk['sealed']): Comment[] =>
  comments.qualities.flatMap(({ quality, lineManagers, ...words }) =>
    questions.flatMap((question) => [
      ...words[question].map((text, position): Comment => ({ quality, question, writer: 'colleague', position, who: null, words: text })),
      ...lineManagers.flatMap((manager, position): Comment[] =>
        manager[question].trim() === ''
          ? []
          : [{ quality, question, writer: 'line_manager', position, who: manager.name, words: manager[question] }],
      ),
    ]),
  );
