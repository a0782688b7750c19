import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../../..');

/** Compiles sources as if each were a file of `project`, by that project's settings, and returns what the compiler refuses in each. */
export function compile(project: string, sources: readonly string[]): string[][] {
  const folder = join(root, project);
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (name) => ts.sys.readFile(name)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const planted = new Map(sources.map((source, at) => [join(folder, 'src', `planted-${at}.ts`), source]));
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version, ...rest) => {
    const source = planted.get(name);
    return source === undefined ? onDisk(name, version, ...rest) : ts.createSourceFile(name, source, version);
  };
  host.fileExists = (name) => planted.has(name) || ts.sys.fileExists(name);
  host.directoryExists = (name) => [...planted.keys()].some((file) => dirname(file) === name) || ts.sys.directoryExists(name);
  const program = ts.createProgram([...planted.keys()], options, host);
  return [...planted.keys()].map((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
}
