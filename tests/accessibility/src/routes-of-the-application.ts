import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../../..');

/**
 * The addresses of every page of the leaders' application, as its route tables write them: `/rounds/:round`, `/sign-in` for a matcher
 * called `signInAddress`, `/**` for what is no page. Throws at whatever it does not understand, so that no page is left out unseen.
 */
export const routesOfTheApplication = (): string[] => {
  const tables = routeTables();
  const main = tables.get('routes');
  if (!main) throw new Error('apps/web/src/routes.ts has a table called routes');
  return addressesIn(main, '', tables).toSorted();
};

const routeTables = (): Map<string, ts.ArrayLiteralExpression> => {
  const tables = new Map<string, ts.ArrayLiteralExpression>();
  for (const file of ['apps/web/src/routes.ts', ...globSync('libs/web/*/src/**/*.routes.ts', { cwd: root })]) {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
    for (const statement of source.statements)
      if (ts.isVariableStatement(statement))
        for (const { name, initializer } of statement.declarationList.declarations)
          if (ts.isIdentifier(name) && initializer && ts.isArrayLiteralExpression(initializer)) tables.set(name.text, initializer);
  }
  return tables;
};

const addressesIn = (table: ts.ArrayLiteralExpression, before: string, tables: ReadonlyMap<string, ts.ArrayLiteralExpression>): string[] =>
  table.elements.flatMap((element) => {
    if (ts.isSpreadElement(element)) return addressesIn(named(element.expression, tables), before, tables);
    if (!ts.isObjectLiteralExpression(element)) throw new Error(`a route is written as an object below “${before}”`);
    const parts = new Map(element.properties.flatMap((part) => (ts.isPropertyAssignment(part) ? [[nameOf(part), part.initializer]] : [])));
    const address = [before, segment(parts)].filter(Boolean).join('/');
    const children = parts.get('children');
    const later = parts.get('loadChildren');
    if (children && ts.isArrayLiteralExpression(children)) return addressesIn(children, address, tables);
    if (later) return addressesIn(named(loaded(later), tables), address, tables);
    if (parts.has('redirectTo')) return [];
    if (!parts.has('loadComponent')) throw new Error(`the route “/${address}” loads no page that we can see`);
    return [`/${address}`];
  });

const nameOf = ({ name }: ts.PropertyAssignment): string => (ts.isIdentifier(name) ? name.text : '');

/** `signInAddress` matches `/sign-in`. */
const segment = (parts: ReadonlyMap<string, ts.Expression>): string => {
  const path = parts.get('path');
  if (path && ts.isStringLiteralLike(path)) return path.text;
  const matcher = parts.get('matcher');
  if (!matcher || !ts.isIdentifier(matcher)) throw new Error('a route has a path or a named matcher');
  return matcher.text.replace(/Address$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
};

/** `async () => (await import('…')).table` */
const loaded = (load: ts.Expression): ts.Expression => {
  if (!ts.isArrowFunction(load) || ts.isBlock(load.body) || !ts.isPropertyAccessExpression(load.body))
    throw new Error('loadChildren names the table that it loads');
  return load.body.name;
};

const named = (name: ts.Expression, tables: ReadonlyMap<string, ts.ArrayLiteralExpression>): ts.ArrayLiteralExpression => {
  const table = ts.isIdentifier(name) ? tables.get(name.text) : undefined;
  if (!table) throw new Error(`there is no route table ${ts.isIdentifier(name) ? name.text : 'without a name'}`);
  return table;
};
