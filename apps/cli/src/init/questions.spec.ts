import { expect, test } from '@jest/globals';
import { readSettings } from '@facet/server-run-organisation';
import { askForSettings } from './questions';

/** Somebody who types these lines, and Enter from then on. */
const typing = (...lines: string[]) => {
  const asked: string[] = [];
  const said: string[] = [];
  const ask = (question: string): Promise<string> => {
    asked.push(question);
    return Promise.resolve(lines.shift() ?? '');
  };
  return { asked, said, ask, say: (sentence: string) => void said.push(sentence) };
};

test('four answers are typed, and Enter takes what is offered for the rest', async () => {
  const { asked, said, ask, say } = typing('Hill Street', 'Ruth Vale', 'ruth@hill.example', '', '', '', '', 'Jo Park, extension 204');
  const read = readSettings(await askForSettings({}, 'Europe/Paris', ask, say));
  expect(said).toEqual([]);
  expect(asked).toHaveLength(13);
  expect(asked[3]).toBe('Mail domains of your own people [hill.example]: ');
  expect(read).toMatchObject({
    ok: true,
    settings: {
      ...{ controller: 'Hill Street', contact: 'ruth@hill.example', 'safeguarding-contact': 'Jo Park, extension 204' },
      ...{ zone: 'Europe/Paris', domains: ['hill.example'], 'retention-months': 24, 'sender-name': 'Hill Street' },
    },
  });
});

test('a wrong answer is said in a sentence, and asked for again', async () => {
  const { asked, said, ask, say } = typing('', 'Hill Street', 'Ruth Vale', 'ruth', 'ruth@hill.example', '', '', '', '', 'Jo Park');
  await askForSettings({}, 'Europe/Paris', ask, say);
  expect(said).toEqual([expect.stringContaining('the name of the organisation'), expect.stringContaining('Write one email address')]);
  expect(asked).toHaveLength(15);
});

test('what was given is not asked for, unless it is wrong', async () => {
  const { asked, ask, say } = typing('Europe/London');
  const given = { name: 'Hill Street', 'administrator-name': 'Ruth Vale', 'administrator-email': 'ruth@hill.example', zone: 'here' };
  const answers = await askForSettings({ ...given, 'safeguarding-contact': 'Jo Park' }, 'Europe/Paris', ask, say);
  expect(asked.some((question) => question.startsWith('Name of the organisation'))).toBe(false);
  expect(asked.filter((question) => question.startsWith('Time zone'))).toHaveLength(1);
  expect(answers['zone']).toBe('Europe/Paris');
});
