import { maxLength, required, schema, validateTree } from '@angular/forms/signals';
import type { Draft } from './draft';
import { asError, type Objection, standing } from './objections';
import { LONGEST_LIST } from './list/longest-list';

export const LONGEST_MESSAGE = 2_000;

/** What the page can say by itself; everything else is the server's to judge, and its objections appear as errors too. */
export const launchRules = (objections: () => readonly Objection[]) =>
  schema<Draft>((path) => {
    required(path.framework, { message: 'Choose a framework.' });
    required(path.colleagues, { message: 'Write or paste the colleagues you would like to hear from.' });
    maxLength(path.colleagues, LONGEST_LIST, { message: `A list holds at most ${LONGEST_LIST.toLocaleString('en-GB')} characters.` });
    required(path.coach, { message: 'Choose a coach.' });
    required(path.closing.date, { message: 'Write the day on which the round closes.' });
    required(path.closing.time, { message: 'Write the time at which the round closes.' });
    maxLength(path.message, LONGEST_MESSAGE, { message: `A message holds at most ${LONGEST_MESSAGE.toLocaleString('en-GB')} characters.` });
    validateTree(path, ({ value, fieldTree }) => standing(objections(), value()).map((objection) => asError(objection, fieldTree)));
  });
