import { analyse, type Answers, countComments, readAnswers, type Wanted } from '@facet/server-analyse';
import { readFrameworkFile, type TextFault } from '@facet/server-run-organisation';
import type { Command, ExitCode, Output } from '../command';
import { faultLines } from '../framework/framework-in-words';
import { notUnderstood, readWords } from '../words';
import { reportInWords } from './report-in-words';

const options = {
  framework: { type: 'string' },
  'min-group': { type: 'string' },
  json: { type: 'boolean' },
  unprotected: { type: 'boolean' },
} as const;

export const analyseAnswers: Command = {
  usage: 'analyse FILE [--framework FILE] [--min-group K] [--json] [--unprotected]',
  summary: 'Makes the report of a round, with all of its protection, from answers in a CSV file.',
  details: [
    'FILE              CSV in UTF-8. Its first row names the columns leader, rater, group, behaviour, rating and, if you like, seen, help',
    '                  group: self, line_manager, peer, direct_report, other; rating: a whole number, or N for not observed',
    '--framework FILE  the framework in YAML: its behaviours and its scale. Without it: the behaviours of the file, a scale of 1 to 5;',
    '                  a behaviour’s quality is what stands before the last full stop of its code',
    '--min-group K     show no number that fewer than K confidential raters stand behind: 3, 4 or 5; without it, 3',
    '--json            print JSON, one object a leader, as docs/analyse.schema.json describes it',
    '--unprotected     add statistics for researchers over the raw file: these give single raters away',
    'A file that is not understood ends with exit code 2, and the line and column of what is wrong on standard error.',
    'Nothing but FILE and the framework is read: no server, no database. Comments are counted, and never printed.',
  ],

  async run(words, output) {
    const read = readWords(words, options, 'file');
    if (typeof read === 'string') return notUnderstood(analyseAnswers, read, output);
    const { path, values } = read;
    const minimum = /^[345]$/.test(values['min-group'] ?? '3') ? Number(values['min-group'] ?? '3') : null;
    if (minimum === null) return notUnderstood(analyseAnswers, 'The smallest group that is shown holds 3, 4 or 5.', output);

    const parsed = values.framework === undefined ? null : await readFrameworkFile(values.framework);
    if (parsed?.valid === false) return refused(values.framework ?? '', parsed.faults, output);
    const file = await readAnswers(path, parsed?.framework ?? null);
    if ('faults' in file) return refused(path, file.faults, output);

    if (values.unprotected) output.report(warning);
    const print = values.json ? printJson : printTables;
    print(file.answers, { minimum, unprotected: values.unprotected === true }, output);
    return 0;
  },
};

const warning =
  'Warning: --unprotected adds statistics over the raw file. Beside the report they can tell who said what: keep them to yourself, and never give them to the leader or a coach.';

/** Leader by leader, so that the whole of a large file's JSON is never held at once. */
const printJson = ({ framework, leaders }: Answers, wanted: Wanted, output: Output): void => {
  let before = '[';
  for (const leader of leaders) {
    output.print(`${before}${JSON.stringify(analyse(framework, leader, wanted))}`);
    before = ',';
  }
  output.print(']');
};

const printTables = ({ framework, leaders }: Answers, wanted: Wanted, output: Output): void => {
  for (const leader of leaders) output.print(reportInWords(analyse(framework, leader, wanted), framework, countComments(leader)));
};

const refused = (file: string, faults: readonly TextFault[], output: Output): ExitCode => {
  output.report(faultLines(file, faults));
  return 2;
};
