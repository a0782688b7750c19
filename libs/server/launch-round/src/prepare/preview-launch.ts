import { Inject, Injectable } from '@nestjs/common';
import { typedCode } from '@facet/answer-links';
import type { LaunchDraft, LaunchPreview } from '@facet/contract';
import {
  choices,
  confidentialGroups,
  forecast,
  type Invited,
  isConfidential,
  labelOf,
  promiseInWords,
  type RoundPromise,
  smallGroups,
} from '@facet/domain-round';
import { letters, readCalendar, readWording, render, reword, type Wording } from '@facet/mail';
import { CONFIGURATION, type Configuration, Database, dateInWords, type Membership } from '@facet/platform';
import { aboutData } from '@facet/store-rounds';
import { type CheckedDraft, checkDraft, type LaunchFacts } from './launch-plan';
import { ReadLaunchFacts } from './launch-facts';
import { whenMailsLeave } from './when-mails-leave';

/** Stands where a token would: the preview opens nothing. */
const NO_TOKEN = 'X'.repeat(26);
const SAMPLE = 'Sam Hill';

/** What the server understands of a draft, and what everyone would receive and see. Writes nothing. */
@Injectable()
export class PreviewLaunch {
  constructor(
    private readonly database: Database,
    private readonly facts: ReadLaunchFacts,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async preview(membership: Membership, draft: LaunchDraft): Promise<LaunchPreview> {
    const { facts, calendar, wording } = await this.database.as('facet_people', membership.organisation, async (tx) => ({
      facts: await this.facts.read(tx, membership, draft),
      calendar: await readCalendar(tx, this.configuration),
      wording: await readWording(tx, 'invitation'),
    }));
    const checked = checkDraft(draft, facts);
    const { read, closing, reminders, errors } = checked;
    const reader = read.colleagues.find(({ group }) => isConfidential(group)) ?? { name: SAMPLE, group: 'peer' as const };
    const shown = {
      leader: facts.leader.name,
      coach: facts.coach?.name ?? 'Your coach',
      rater: { name: reader.name, group: reader.group },
      promise: checked.promise ?? unjoined(checked.invited, draft.minimum),
      closes: closing ? dateInWords(closing.closesAt, closing.zone) : 'the closing time',
    };
    const welcome = promiseInWords({
      ...shown,
      invited: checked.invited,
      lineManagers: read.colleagues.filter(({ group }) => group === 'line_manager').length,
      confirmed: true,
    });
    return {
      read: {
        colleagues: read.colleagues.map(({ line, name, email, group }) => ({ line, name, email, group })),
        errors: read.errors.map(({ line, message }) => ({ line, message })),
        warnings: [...read.warnings],
      },
      groups: groupsOf(checked, draft),
      mail: this.mail(draft, facts, checked, shown, wording),
      welcome: { ...welcome, points: [...welcome.points, ...aboutData(facts.organisation)] },
      closes: closing ? shown.closes : '',
      leaves: whenMailsLeave({
        coach: shown.coach,
        closesAt: closing?.closesAt ?? null,
        reminders,
        now: facts.now,
        ...calendar,
      }),
      errors: [...errors],
    };
  }

  private mail(
    draft: LaunchDraft,
    { organisation, leader, coach, now }: LaunchFacts,
    { closing }: CheckedDraft,
    shown: { readonly rater: { readonly name: string }; readonly promise: RoundPromise },
    wording: Wording | null,
  ): LaunchPreview['mail'] {
    const { from } = this.configuration.mail;
    const letter = letters.invitation({
      sender: {
        organisation: organisation.name,
        contact: coach ?? { name: from.name, email: from.address },
        dataContact: organisation.contact,
        site: this.configuration.publicUrl.origin,
      },
      recipient: shown.rater.name,
      asks: [
        {
          leader: leader.name,
          standing: 'confidential',
          closes: { at: closing?.closesAt ?? now, zone: closing?.zone ?? organisation.zone },
          minimum: shown.promise.minimum,
          commentMinimum: shown.promise.commentMinimum,
          message: draft.message,
          link: new URL('/s', this.configuration.publicUrl).href,
          code: typedCode(NO_TOKEN),
        },
      ],
      now,
    });
    return render(reword(letter, wording));
  }
}

function groupsOf({ read, invited, promise }: CheckedDraft, { minimum, together }: LaunchDraft): LaunchPreview['groups'] {
  const asking = smallGroups(invited, minimum, together);
  const managers = read.colleagues.filter(({ group }) => group === 'line_manager').length;
  return [
    ...confidentialGroups.map((code) => ({
      code,
      label: labelOf(code),
      invited: invited[code],
      asks: asking.includes(code),
      choices: asking.includes(code) ? choices(invited, minimum, code) : [],
      forecast: forecastOf(code, invited, minimum, promise),
    })),
    {
      code: 'line_manager' as const,
      label: labelOf('line_manager'),
      invited: managers,
      asks: false,
      choices: [],
      forecast:
        managers === 0 ? 'Nobody invited: the report will show no line manager’s view.' : `${managers} invited, and named in the report.`,
    },
  ];
}

function forecastOf(code: (typeof confidentialGroups)[number], invited: Invited, minimum: number, promise: RoundPromise | null): string {
  if (invited[code] === 0) return 'Nobody invited.';
  const group = promise?.groups.find(({ members }) => members.includes(code));
  if (!group || group.members.length === 1) return forecast(invited[code], minimum);
  const all = group.members.reduce((sum, member) => sum + invited[member], 0);
  return `Together (${group.label.toLowerCase()}): ${forecast(all, minimum)}`;
}

/** While small groups still wait for a choice: each group by itself. */
const unjoined = (invited: Invited, minimum: number): RoundPromise => ({
  minimum,
  commentMinimum: 5,
  groups: confidentialGroups.filter((code) => invited[code] > 0).map((code) => ({ code, label: labelOf(code), members: [code] })),
});
