import { Inject, Injectable } from '@nestjs/common';
import type { LaunchDraft, LaunchPreview } from '@facet/contract';
import {
  announceRound,
  choices,
  confidentialGroups,
  forecast,
  type Invited,
  isConfidential,
  labelOf,
  type RoundPromise,
  smallGroups,
} from '@facet/domain-round';
import { readCalendar, readWording } from '@facet/mail';
import { CONFIGURATION, type Configuration, Database, dateInWords, type Membership } from '@facet/platform';
import { knownTroubles } from './known-troubles';
import { type CheckedDraft, checkDraft } from './launch-plan';
import { ReadLaunchFacts } from './launch-facts';
import { whatColleaguesSee } from './what-colleagues-see';
import { whenMailsLeave } from './when-mails-leave';

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
    const { facts, checked, troubles, calendar, wording } = await this.database.as('facet_people', membership.organisation, async (tx) => {
      const facts = await this.facts.read(tx, membership, draft);
      const checked = checkDraft(draft, facts);
      return {
        facts,
        checked,
        troubles: await knownTroubles(tx, membership.person, [...checked.read.colleagues, ...checked.read.groupless]),
        calendar: await readCalendar(tx, this.configuration),
        wording: await readWording(tx, 'invitation'),
      };
    });
    const { read, invited, closing, reminders, errors } = checked;
    const reader = read.colleagues.find(({ group }) => isConfidential(group)) ?? { name: SAMPLE, group: 'peer' as const };
    const coach = facts.coach?.name ?? 'Your coach';
    const promise = checked.promise ?? unjoined(invited, draft.minimum);
    const closes = closing ? dateInWords(closing.closesAt, closing.zone) : '';
    const lineManagers = read.colleagues.filter(({ group }) => group === 'line_manager').length;
    return {
      read: {
        colleagues: read.colleagues.map(({ line, name, email, group }) => ({ line, name, email, group })),
        groupless: [...read.groupless],
        errors: read.errors.map(({ line, message }) => ({ line, message })),
        warnings: [...read.warnings, ...troubles],
      },
      groups: groupsOf(checked, draft),
      ...whatColleaguesSee(
        { ...facts, reader, promise, invited, lineManagers, closing, message: draft.message, wording },
        this.configuration,
      ),
      announcement: announceRound({ leader: facts.leader.name, coach, promise, closes: closes === '' ? 'the closing time' : closes }),
      closes,
      leaves: whenMailsLeave({ coach, closesAt: closing?.closesAt ?? null, reminders, now: facts.now, ...calendar }),
      errors: [...errors],
    };
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
