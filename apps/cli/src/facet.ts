import { type Command, type ExitCode, nameOf, type Output } from './command';
import { analyseAnswers } from './analyse/analyse-answers';
import { printSchema } from './analyse/print-schema';
import { verifyAuditLog } from './audit/verify-audit-log';
import { backup } from './backup/backup';
import { moveClock } from './demo/move-demo-clock';
import { doctor } from './doctor/doctor';
import { exportPerson } from './export/export-person';
import { forgetLeader, forgetPerson, forgetRound } from './forget/forget';
import { checkFramework } from './framework/check-framework';
import { importFramework } from './framework/import-framework';
import { publishFramework } from './framework/publish-framework';
import { init } from './init/init';
import { resetSecondFactor } from './reset-second-factor';
import { heldMails } from './restore/held-mails';
import { restore } from './restore/restore';
import { retention } from './retention/retention';

const commands: readonly Command[] = [
  init,
  checkFramework,
  importFramework,
  publishFramework,
  moveClock,
  doctor,
  backup,
  restore,
  heldMails,
  forgetPerson,
  forgetRound,
  forgetLeader,
  exportPerson,
  resetSecondFactor,
  retention,
  verifyAuditLog,
  printSchema,
  analyseAnswers,
];

/** Runs the command that the words name. */
export const facet = async (words: readonly string[], output: Output): Promise<ExitCode> => {
  const command = commands.find((known) => nameOf(known) === words.slice(0, nameOf(known).split(' ').length).join(' '));
  if (command) {
    const rest = words.slice(nameOf(command).split(' ').length);
    if (!asksForHelp(rest)) return command.run(rest, output);
    output.print(helpOn(command));
    return 0;
  }
  const begun = commands.filter((known) => words[0] !== undefined && nameOf(known).startsWith(`${words[0]} `));
  const list = overview(begun.length > 0 ? begun : commands);
  if (words[0] === 'help' || asksForHelp(words)) {
    output.print(list);
    return 0;
  }
  output.report(words.length === 0 ? list : `There is no command “facet ${words.slice(0, 2).join(' ')}”.\n\n${list}`);
  return 2;
};

const asksForHelp = (words: readonly string[]): boolean => {
  const end = words.indexOf('--');
  return words.slice(0, end === -1 ? undefined : end).some((word) => word === '--help' || word === '-h');
};

const overview = (known: readonly Command[]): string =>
  [
    'Usage: facet COMMAND …',
    '',
    ...known.map(({ usage, summary }) => `  facet ${usage}\n      ${summary}`),
    '',
    'More on one: facet COMMAND --help',
  ].join('\n');

const helpOn = ({ usage, summary, details }: Command): string =>
  [`Usage: facet ${usage}`, '', summary, '', ...details.map((line) => `  ${line}`)].join('\n');
