import type { Tx } from '../../platform/database/index.js';

export interface PrintedSubject {
  readonly name: string;
  readonly number: number;
  readonly fingerprint: string;
}

/** The dossier and version that a page is about, by the ids and the version number in its address; null when it is about none. */
export const printedSubject = async (tx: Tx, ids: readonly string[], number: number | null): Promise<PrintedSubject | null> => {
  const rows: PrintedSubject[] = await tx.query(
    `select t.name, v.number, v.fingerprint from (
       select id as tool_id, null as version_id from tools where id = any($1)
       union all select tool_id, version_id from consent_requests where id = any($1)
     ) named
     join tools t on t.id = named.tool_id
     join lateral (
       select v.number, v.fingerprint from tool_versions v where v.tool_id = named.tool_id and (named.version_id is null or v.id = named.version_id)
         and ($2::integer is null or v.number = $2) order by v.number desc limit 1
     ) v on true
     limit 1`,
    [ids, number],
  );
  return rows[0] ?? null;
};
