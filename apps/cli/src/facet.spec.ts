import { describe, expect, test } from '@jest/globals';
import { recorded } from './recorded';

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']], [['framework', '--help']]])('facet %j lists the commands', async (words) => {
    const { code, printed, reported } = await recorded(...words);
    expect({ code, reported }).toEqual({ code: 0, reported: '' });
    for (const usage of ['framework check FILE', 'framework import DOCUMENT', 'framework publish FILE']) expect(printed).toContain(usage);
  });

  test('on one command: its options', async () => {
    const { code, printed } = await recorded('framework', 'import', '--help');
    expect(code).toBe(0);
    expect(printed).toContain('--force');
  });
});

describe('what is not understood is said, with exit code 2 and nothing on standard output', () => {
  test.each<[string[], string]>([
    [[], 'Usage: facet COMMAND'],
    [['framwork', 'check'], 'There is no command “facet framwork check”.'],
    [['framework'], 'There is no command “facet framework”.'],
    [['framework', 'chek', 'x'], 'There is no command “facet framework chek”.'],
    [['--version'], 'There is no command “facet --version”.'],
    [['framework', 'check'], 'Which file?'],
    [['framework', 'check', 'a', 'b'], 'One file at a time'],
    [['framework', 'check', '--strict', 'a'], "Unknown option '--strict'."],
    [['framework', 'import'], 'Which document?'],
    [['framework', 'import', 'a', '--out'], "Option '--out <value>' argument missing."],
    [['framework', 'import', 'a', '--force=yes'], "Option '--force' does not take an argument."],
    [['framework', 'publish'], 'Which file?'],
  ])('facet %j', async (words, expected) => {
    const { code, printed, reported } = await recorded(...words);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(reported).toContain(expected);
    expect(reported).toContain('Usage: facet');
  });
});
