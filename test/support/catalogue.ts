import type { TestDatabase } from './database.js';

/** What the schema `public` consists of, a line for each thing, in a fixed order: two schemas are the same when their lines are. */
export const catalogueOf = async (database: TestDatabase): Promise<string[]> => {
  const lines: string[] = [];
  for (const sql of PARTS) lines.push(...(await database.asOwner(sql)).map(({ line }) => String(line)));
  return lines;
};

/** Tables whose rows are only ever added. */
export const appendOnlyTables = async (database: TestDatabase): Promise<string[]> => {
  const rows = await database.asOwner(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where t.tgname = 'forbid_change' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map(({ name }) => String(name));
};

const OURS = `c.relnamespace = 'public'::regnamespace and c.relname not like 'schema_migrations%'`;

const PARTS: readonly string[] = [
  `select 'relation ' || c.relname || ' ' || c.relkind::text || ' ' || c.relrowsecurity || ' ' || coalesce(c.relacl::text, '') as line
   from pg_class c where ${OURS} and c.relkind <> 'i' order by 1`,
  `select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || a.attgenerated::text
     || a.attidentity::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' ' || coalesce(a.attacl::text, '') as line
   from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where ${OURS} and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v') order by 1`,
  `select 'constraint ' || c.relname || '.' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
   from pg_constraint k join pg_class c on c.oid = k.conrelid where ${OURS} order by 1`,
  `select 'index ' || pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid where ${OURS} order by 1`,
  `select 'trigger ' || t.tgenabled::text || ' ' || pg_get_triggerdef(t.oid) as line
   from pg_trigger t join pg_class c on c.oid = t.tgrelid where ${OURS} and not t.tgisinternal order by 1`,
  `select 'view ' || c.relname || ' ' || pg_get_viewdef(c.oid) as line from pg_class c where ${OURS} and c.relkind = 'v' order by 1`,
  `select 'function ' || pg_get_functiondef(p.oid) || ' ' || coalesce(p.proacl::text, '') as line
   from pg_proc p where p.pronamespace = 'public'::regnamespace order by 1`,
  `select 'privileges ' || defaclobjtype::text || ' ' || defaclacl::text as line from pg_default_acl order by 1`,
];
