// A program of its own: it runs as it stands, beside the bundle or from source, and imports nothing of ours.
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** How it is started: the template's file, then every font's. */
const [template = '', ...fonts] = process.argv.slice(2);

/** A folder that does not exist: Typst reads nothing outside it, and so nothing but what is given to it here. */
const ROOT = '/nowhere/facet';
const MAIN = `${ROOT}/report.typ`;

const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(font)) }] });
compiler.addSource(MAIN, readFileSync(template, 'utf8'));

/** Null where Typst refuses. Its reasons quote the text, so they are told to nobody. */
function print(data: string): Buffer | null {
  try {
    compiler.mapShadow(`${ROOT}/report.json`, Buffer.from(data));
    return compiler.pdf({ mainFilePath: MAIN, resetRead: true }, { pdfStandard: 'ua-1' });
  } catch {
    return null;
  } finally {
    compiler.unmapShadow(`${ROOT}/report.json`);
    compiler.evictCache(1);
  }
}

process.on('message', (data: string) => {
  process.send?.({ pdf: print(data), memory: process.memoryUsage.rss() });
  setImmediate(() => globalThis.gc?.()); // what Typst holds is outside JavaScript's heap, which sees no reason to collect it
});

process.once('disconnect', () => process.exit(0));
