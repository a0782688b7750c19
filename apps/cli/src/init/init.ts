import { type Configuration, readConfiguration } from '@facet/platform';
import { readFrameworkFile, readSettings, readSettingsFile, Settings } from '@facet/server-run-organisation';
import type { Command, Output } from '../command';
import { faultLines } from '../framework/framework-in-words';
import { sevenQualities } from '../shipped';
import { notUnderstood, readOptions } from '../words';
import { askInTerminal, Stopped } from './ask-in-terminal';
import { openInDatabase } from './open-in-database';
import { onOwnDatabase } from './own-database';
import { askForSettings } from './questions';

type Given = Readonly<Record<string, string>>;

const text = { type: 'string' } as const;
const settingOptions = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, text]));

export const init: Command = {
  usage: 'init',
  summary: 'Makes an organisation of your own and its administrator, and prints a link that signs the administrator in once.',
  details: [
    'Asks in the terminal for each setting that is not given, and writes nothing unless everything is right.',
    '--settings FILE   a YAML file with one setting on each line',
    '--framework FILE  a framework in YAML, in place of the seven qualities that come with Facet',
    '--another         makes one more organisation beside those that are there',
    `Settings, in the file or as options: ${Object.keys(settingOptions).join(', ')}.`,
    'Needs the variables of the start (SMTP_URL, PUBLIC_URL, FACET_SECRET, …), and sets up the database if it is new.',
  ],

  async run(words, output) {
    const read = readOptions(words, { settings: text, framework: text, another: { type: 'boolean' }, ...settingOptions });
    if (typeof read === 'string') return notUnderstood(init, read, output);
    const { settings: file, framework: path = sevenQualities, another = false, ...options } = read;
    const configuration = realConfiguration(output);
    if (configuration === null) return 1;
    const inFile = file === undefined ? { read: true as const, given: {} } : await readSettingsFile(file);
    if (!inFile.read) return refuse(output, `${file ?? ''}: ${inFile.reason}`);
    const parsed = await readFrameworkFile(path);
    if (!parsed.valid) return refuse(output, faultLines(path, parsed.faults));

    const given: Given = { ...inFile.given, ...(options as Given) };
    const strange = Object.keys(given).filter((name) => !(name in Settings.shape));
    if (strange.length > 0) return refuse(output, strange.map((name) => `${name}: There is no such setting.`).join('\n'));
    const asks = process.stdin.isTTY;
    if (!asks && checked(given, output) === null) return 1;
    const settle = async (): Promise<Settings | null> => checked(asks ? await ask(given, output) : given, output);
    const result = await onOwnDatabase(configuration, (database) =>
      openInDatabase(database, { framework: parsed.framework, another }, settle, configuration.publicUrl, output),
    ).catch((error: unknown) => {
      if (error instanceof Stopped) return { refused: '\nStopped.' };
      throw error;
    });
    return typeof result === 'object' ? refuse(output, result.refused) : result;
  },
};

/** Null, and said why, where Facet would start as a demo: an organisation of one's own never shares its database. */
function realConfiguration(output: Output): Configuration | null {
  const read = readConfiguration(process.env);
  if (read.ok && !read.configuration.demo) return read.configuration;
  const faults = read.ok
    ? ['SMTP_URL is missing, so Facet would start as a demo here. Set it, PUBLIC_URL, FACET_MAIL_FROM and FACET_SECRET first.']
    : read.faults;
  refuse(output, faults.join('\n'));
  return null;
}

function checked(given: Given, output: Output): Settings | null {
  const read = readSettings(given);
  if (read.ok) return read.settings;
  refuse(output, read.faults.map(({ setting, message }) => `${setting}: ${message}`).join('\n'));
  return null;
}

const ask = (given: Given, output: Output): Promise<Given> => {
  output.report('Press Enter to take what stands in brackets.');
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return askInTerminal((question) => askForSettings(given, timeZone, question, (sentence) => output.report(sentence)));
};

function refuse(output: Output, reason: string): 1 {
  output.report(`${reason}\nNothing was made.`);
  return 1;
}
