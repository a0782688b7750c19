import { describe, expect, test } from '@jest/globals';
import { limits, observedExtent, openQuestions, validateFramework } from '@facet/domain-framework';
import { readFrameworkFile } from '@facet/server-run-organisation';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recorded } from '../recorded';

const content = fileURLToPath(new URL('../../../../framework/', import.meta.url));
const shipped = join(content, 'leadership-qualities.yaml');

describe('the framework that Facet brings', () => {
  test('is valid: seven qualities with their behaviours, reflection questions and a conversation', async () => {
    const { code, printed } = await recorded('framework', 'check', shipped);
    expect({ code, printed }).toEqual({
      code: 0,
      printed: `${shipped}: valid: 7 qualities, 30 behaviours, 7 reflection questions, 1 conversation, a scale of 5 points`,
    });
  });

  test('has codes from 1.1 to 7.4 and the usual scale and prompts', async () => {
    const file = await readFrameworkFile(shipped);
    if (!file.valid) throw new Error('it is not valid');
    const { qualities, scale, prompts } = file.framework;
    expect(qualities.map(({ code, behaviours }) => [code, behaviours.length])).toEqual([
      ['1', 5],
      ['2', 4],
      ['3', 4],
      ['4', 5],
      ['5', 3],
      ['6', 5],
      ['7', 4],
    ]);
    for (const { code, behaviours } of qualities)
      expect(behaviours.map((one) => one.code)).toEqual(behaviours.map((_, at) => `${code}.${at + 1}`));
    expect({ scale, prompts }).toEqual({ scale: observedExtent, prompts: openQuestions });
  });

  test('is set with true apostrophes and quotation marks', async () => {
    const read = JSON.stringify(await readFrameworkFile(shipped));
    expect(read.match(/\w*'\w*/g) ?? []).toEqual([]);
    expect(read).toContain('one’s own');
  });

  test('names its schema, and the schema has the limits of the check', async () => {
    expect(await readFile(shipped, 'utf8')).toMatch(/^# yaml-language-server: \$schema=framework\.schema\.json\n/);
    const { properties } = JSON.parse(await readFile(join(content, 'framework.schema.json'), 'utf8')) as Schema;
    const quality = properties.qualities.items.properties;
    expect({
      name: properties.name.maxLength,
      points: sizes(properties.scale.properties.points),
      qualities: sizes(properties.qualities),
      qualityName: quality.name.maxLength,
      definition: quality.definition.maxLength,
      behaviours: sizes(quality.behaviours),
      behaviour: quality.behaviours.items.properties.text.maxLength,
      prompt: properties.prompts.properties.seen.maxLength,
      reflection: sizes(properties.reflection),
      question: properties.reflection.items.maxLength,
      conversation: sizes(properties.conversation),
      conversationText: properties.conversation.items.maxLength,
      label: limits.label,
    }).toEqual(limits);
  });
});

interface Text {
  readonly maxLength: number;
}
interface List<Item> {
  readonly minItems?: number;
  readonly maxItems: number;
  readonly items: Item;
}
interface Schema {
  readonly properties: {
    readonly name: Text;
    readonly scale: { readonly properties: { readonly points: List<unknown> } };
    readonly prompts: { readonly properties: { readonly seen: Text } };
    readonly qualities: List<{
      readonly properties: {
        readonly name: Text;
        readonly definition: Text;
        readonly behaviours: List<{ readonly properties: { readonly text: Text } }>;
      };
    }>;
    readonly reflection: List<Text>;
    readonly conversation: List<Text>;
  };
}
const sizes = ({ minItems = 0, maxItems }: List<unknown>) => ({ least: minItems, most: maxItems });

describe('a file with errors', () => {
  test('each error is a line with file, line and column, on standard error, and the exit code is 1', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'check-')), 'ours.yaml');
    const good = await readFile(shipped, 'utf8');
    await writeFile(file, good.replace("code: '1.2'", 'code: 1.2').replace('conversation:', 'conversations:'));
    const lineOf = (start: string): number => good.split('\n').findIndex((line) => line.startsWith(start)) + 1;
    const { code, printed, reported } = await recorded('framework', 'check', file);
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(reported.split('\n')).toEqual([
      `${file}:4:1 “conversation” is missing.`,
      `${file}:${lineOf("      - code: '1.2'")}:9 Put the code in quotes, such as "1" or "1.3".`,
      expect.stringContaining(`${file}:${lineOf('conversation:')}:1 “conversations” is not known here.`),
    ]);
  });

  test('a file that is not there is a sentence', async () => {
    const { code, reported } = await recorded('framework', 'check', 'nowhere.yaml');
    expect({ code, reported }).toEqual({ code: 1, reported: 'nowhere.yaml: There is no such file.' });
  });

  test('what the schema cannot say the check does: a framework without quotes round its codes is none', () => {
    expect(validateFramework({ qualities: [{ code: 1 }] }).valid).toBe(false);
  });
});
