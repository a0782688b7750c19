import type { QueryRunner } from 'typeorm';

export interface Table {
  /** With its schema, as SQL writes it. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

type Found = Table & { readonly leansOn: readonly string[] };

/** Whatever the migrations made, but for the list of migrations itself. The queue holds hints, which the database outlives. */
const NOT_OURS = ['information_schema', 'public', 'platform', 'queue'];

/** From the catalogue, each after those that it refers to: in this order rows can be put back. */
export async function tablesInOrder(runner: QueryRunner): Promise<Table[]> {
  const found = (await runner.query(
    `select c.oid::regclass::text as name,
        array(select quote_ident(a.attname) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
        array(select quote_ident(a.attname) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
          where i.indrelid = c.oid and i.indisprimary order by array_position(i.indkey, a.attnum)) as key,
        array(select distinct f.confrelid::regclass::text from pg_constraint f
          where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "leansOn"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname <> all($1) and n.nspname not like 'pg\\_%' order by 1`,
    [NOT_OURS],
  )) as Found[];
  const ordered: Found[] = [];
  while (ordered.length < found.length) {
    const placed = new Set(ordered.map(({ name }) => name));
    const next = found.filter(({ name, leansOn }) => !placed.has(name) && leansOn.every((other) => placed.has(other)));
    if (next.length === 0) throw new Error('tables that refer to each other in a circle cannot be backed up');
    ordered.push(...next);
  }
  return ordered.map(({ name, columns, key }) => ({ name, columns, key }));
}
