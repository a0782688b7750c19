import { readFrameworkFile } from '@facet/server-run-organisation';
import type { Command } from '../command';
import { notUnderstood, readWords } from '../words';
import { faultLines, sizeOf } from './framework-in-words';

export const checkFramework: Command = {
  usage: 'framework check FILE',
  summary: 'Says whether a YAML file is a valid framework, or names line and column of everything that is wrong with it.',
  details: ['FILE   a framework in YAML, such as framework/leadership-qualities.yaml'],

  async run(words, output) {
    const read = readWords(words, {}, 'file');
    if (typeof read === 'string') return notUnderstood(checkFramework, read, output);
    const parsed = await readFrameworkFile(read.path);
    if (parsed.valid) {
      output.print(`${read.path}: valid: ${sizeOf(parsed.framework)}`);
      return 0;
    }
    output.report(faultLines(read.path, parsed.faults));
    return 1;
  },
};
