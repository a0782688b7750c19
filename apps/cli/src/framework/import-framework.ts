import { type Framework, readWorksheet } from '@facet/domain-framework';
import { readTextFile, writeFramework } from '@facet/server-run-organisation';
import { basename, extname } from 'node:path';
import type { Command } from '../command';
import { notUnderstood, readWords } from '../words';
import { reportOfReading, reportOfRefusal } from './import-report';
import { publishInDatabase } from './publish-in-database';
import { writeNewFile } from './write-new-file';

const options = {
  out: { type: 'string' },
  force: { type: 'boolean' },
  name: { type: 'string' },
  language: { type: 'string' },
  publish: { type: 'boolean' },
  organisation: { type: 'string' },
} as const;

export const importFramework: Command = {
  usage: 'framework import DOCUMENT [--out FILE] [--publish]',
  summary: 'Turns a worksheet document (plain text: tables of codes and texts) into a framework exactly as worded there.',
  details: [
    'DOCUMENT             the text, in UTF-8: save a Word file or a PDF as plain text first',
    '--out FILE           write the framework to FILE, not to standard output; a file that is there already is kept',
    '--force              write over FILE',
    '--name NAME          the name leaders choose it by; without it, the document’s file name',
    '--language TAG       the language it is written in, such as cy; without it, en-GB',
    '--publish            make it one that leaders can launch on, at once; look at it first without',
    '--organisation NAME  for whom to publish it, where there are several',
    'What was found, left out and worded in two ways is reported on standard error.',
  ],

  async run(words, output) {
    const read = readWords(words, options, 'document');
    if (typeof read === 'string') return notUnderstood(importFramework, read, output);
    const { path: document, values } = read;
    const file = await readTextFile(document);
    if (!file.read) {
      output.report(`${document}: ${file.reason}`);
      return 1;
    }
    const reading = readWorksheet(file.text, { name: values.name ?? nameAfter(document), language: values.language ?? 'en-GB' });
    if (!reading.read) {
      output.report(reportOfRefusal(document, reading));
      return 1;
    }
    output.report(reportOfReading(document, reading));
    const yaml = yamlOf(reading.framework);
    if (values.out !== undefined) {
      const refusal = await writeNewFile(values.out, yaml, { over: values.force === true, notOver: document });
      output.report(refusal ?? `Written to ${values.out}. After a change, check it with: facet framework check ${values.out}`);
      if (refusal !== null) return 1;
    }
    if (values.publish) return publishInDatabase(reading.framework, values.organisation, output);
    if (values.out === undefined) output.print(yaml);
    return 0;
  },
};

const yamlOf = (framework: Framework): string =>
  `# Imported from a worksheet document. Scale and prompts are Facet's own, as the document has none.\n${writeFramework(framework)}`;

/** "our-leadership_worksheet.txt" becomes "Our leadership worksheet". */
const nameAfter = (document: string): string => {
  const words = basename(document, extname(document))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? 'Our framework' : `${words.slice(0, 1).toUpperCase()}${words.slice(1, 100)}`;
};
