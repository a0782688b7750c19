import type { ReportView } from '@facet/contract';

export interface Limit {
  readonly what: string;
  readonly text: string;
}

/** Whatever the rules protect, this is asked of every reader. */
export const neverGuess =
  'Comments stand here word for word, and colleagues may tell one another what they answered: no rule can prevent that someone is recognised. Please never ask who wrote a comment or gave a rating, and do not guess aloud.';

/** Every limit in full for the coach, who answers for the conversation. The leader reads the request alone: the rest would say where to look. */
export const limitsFor = ({ as, leader, organisation }: ReportView): Limit[] =>
  as === 'leader'
    ? []
    : [
        {
          what: 'Colleagues who compare notes',
          text: 'Those who tell one another what they answered can work out what is left of their group.',
        },
        {
          what: 'A way of writing',
          text: 'Comments stand as they were written, without their writer’s name. A turn of phrase, a name, a date or a place in them can still show who wrote.',
        },
        {
          what: 'Everyone at the same end',
          text: `Where a whole group chose the lowest or the highest point, the mean says what each of them answered. Such places are marked for you; ${leader} sees no mark.`,
        },
        {
          what: 'Everyone has answered',
          text: 'The report says how many of a group answered. Where that is all who were asked, it says of each that they did.',
        },
        {
          what: 'People who are no colleagues',
          text: `Nothing here can tell an invented person from a real one. With addresses of their own in a group, a leader could work out the rest of it: only the coach’s check of the list, before any mail leaves, stands against that.`,
        },
        {
          what: 'The organisation’s own mail',
          text: `The mail system of ${organisation} may record who received a link and whether it was opened. None of that is kept here, and none of it can be prevented from here.`,
        },
        {
          what: 'Whoever runs the server',
          text: 'While a round is open its answers are stored encrypted, yet someone in control of the machine who means harm could read them. Once they are counted, nothing leads from a person to an answer.',
        },
      ];
