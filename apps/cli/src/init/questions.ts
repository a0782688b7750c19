import { type SettingName, Settings } from '@facet/server-run-organisation';

type Given = Readonly<Record<string, string>>;

interface Question {
  readonly setting: SettingName;
  readonly asks: string;
  /** Taken where nothing is typed; it may follow from what was answered before. */
  readonly usual: (answers: Given) => string | undefined;
}

const nothing = (): undefined => undefined;
const said =
  (setting: SettingName) =>
  (answers: Given): string | undefined =>
    answers[setting];

/** In the order in which they are asked: what follows from an answer comes after it. */
const questions = (zone: string): readonly Question[] => [
  { setting: 'name', asks: 'Name of the organisation', usual: nothing },
  { setting: 'administrator-name', asks: 'Your name (you will be the administrator)', usual: nothing },
  { setting: 'administrator-email', asks: 'Your email address', usual: nothing },
  { setting: 'domains', asks: 'Mail domains of your own people', usual: (answers) => answers['administrator-email']?.split('@')[1] },
  { setting: 'controller', asks: 'Who answers for the data: name and address', usual: said('name') },
  {
    setting: 'purpose',
    asks: 'Why colleagues are asked',
    usual: () => 'To help our leaders learn and grow in their work. It is not used for pay, appraisal or discipline.',
  },
  { setting: 'contact', asks: 'Whom people can ask about their data', usual: said('administrator-email') },
  { setting: 'safeguarding-contact', asks: 'Whom to tell of a safeguarding concern', usual: nothing },
  { setting: 'retention-months', asks: 'How many months reports are kept', usual: () => '24' },
  { setting: 'zone', asks: 'Time zone', usual: () => zone },
  { setting: 'mail-days', asks: 'Days on which mail to colleagues may leave', usual: () => 'Mon,Tue,Wed,Thu,Fri' },
  { setting: 'mail-hours', asks: 'Hours between which it may leave', usual: () => '08:00-18:00' },
  { setting: 'sender-name', asks: 'Name that mails come from', usual: said('name') },
];

/** Asks for each setting that is not given yet, or given wrongly, until it is right. */
export const askForSettings = async (
  given: Given,
  zone: string,
  ask: (question: string) => Promise<string>,
  say: (sentence: string) => void,
): Promise<Record<string, string>> => {
  const answers: Record<string, string> = { ...given };
  for (const { setting, asks, usual } of questions(zone)) {
    let objection = answers[setting] === undefined ? null : objectionTo(setting, answers[setting]);
    if (answers[setting] !== undefined && objection === null) continue;
    const offered = usual(answers);
    do {
      if (objection !== null) say(objection);
      const typed = await ask(`${asks}${offered === undefined ? '' : ` [${offered}]`}: `);
      answers[setting] = typed.trim() === '' ? (offered ?? '') : typed;
      objection = objectionTo(setting, answers[setting]);
    } while (objection !== null);
  }
  return answers;
};

const objectionTo = (setting: SettingName, answer: string): string | null => {
  const read = Settings.shape[setting].safeParse(answer);
  return read.success ? null : (read.error.issues[0]?.message ?? '');
};
