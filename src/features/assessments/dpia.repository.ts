import { newId } from '../../kernel/ids.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { Grade, LoweredRisk, Risk } from './domain/residual-risk.js';

export interface By {
  readonly personId: string;
  readonly at: Date;
}

export interface SectionNote {
  readonly section: string;
  readonly note: string;
  /** Where in the attached DPIA the answer stands: "blz. 12-14". */
  readonly pages: string;
}
export const sectionNotes = (tx: Tx, versionId: string): Promise<SectionNote[]> =>
  tx.query(`select section, note, pages from section_notes where version_id = $1 order by section`, [versionId]);

export const writeNote = (tx: Tx, versionId: string, note: SectionNote, by: By): Promise<unknown> =>
  tx.query(
    `insert into section_notes (version_id, section, note, pages, written_by, written_at) values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint section_notes_key do update
       set note = excluded.note, pages = excluded.pages, written_by = excluded.written_by, written_at = excluded.written_at`,
    [versionId, note.section, note.note, note.pages, by.personId, by.at],
  );

export const finishedSections = async (tx: Tx, versionId: string): Promise<string[]> => {
  const rows: { section: string }[] = await tx.query(`select section from finished_sections where version_id = $1 order by section`, [
    versionId,
  ]);
  return rows.map(({ section }) => section);
};
export const finishSection = (tx: Tx, versionId: string, section: string, by: By): Promise<unknown> =>
  tx.query(
    `insert into finished_sections (version_id, section, finished_by, finished_at) values ($1, $2, $3, $4)
     on conflict on constraint finished_sections_key do nothing`,
    [versionId, section, by.personId, by.at],
  );
export const reopenSection = (tx: Tx, versionId: string, section: string): Promise<unknown> =>
  tx.query(`delete from finished_sections where version_id = $1 and section = $2`, [versionId, section]);

export const risksOf = (tx: Tx, versionId: string): Promise<Risk[]> =>
  tx.query(
    `select who, what, chance, harm, measure, measure_owner as "measureOwner", rest from dpia_risks where version_id = $1 order by place`,
    [versionId],
  );
export const replaceRisks = async (tx: Tx, versionId: string, risks: readonly Risk[], by: By): Promise<void> => {
  await tx.query(`delete from dpia_risks where version_id = $1`, [versionId]);
  const rows = risks.map((risk, place) => ({ ...risk, place, id: newId('k') }));
  await tx.query(
    `insert into dpia_risks (id, version_id, place, who, what, chance, harm, measure, measure_owner, rest, written_by, written_at)
     select r.id, $1, r.place, r.who, r.what, r.chance, r.harm, r.measure, r."measureOwner", r.rest, $3, $4
     from jsonb_to_recordset($2) as r(id text, place integer, who text, what text, chance text, harm text, measure text, "measureOwner" text, rest text)`,
    [versionId, JSON.stringify(rows), by.personId, by.at],
  );
};

export const loweredRisk = async (tx: Tx, versionId: string): Promise<LoweredRisk | null> => {
  const [row]: LoweredRisk[] = await tx.query(
    `select residual_risk as "residualRisk", reason, seen_at is not null as seen from lowered_risks where version_id = $1`,
    [versionId],
  );
  return row ?? null;
};
/** A new reason has not been seen yet. The same one again changes nothing. */
export const writeLowered = (tx: Tx, versionId: string, lowered: Pick<LoweredRisk, 'residualRisk' | 'reason'>, by: By): Promise<unknown> =>
  tx.query(
    `insert into lowered_risks (version_id, residual_risk, reason, written_by, written_at) values ($1, $2, $3, $4, $5)
     on conflict on constraint lowered_risks_key do update set residual_risk = excluded.residual_risk, reason = excluded.reason,
       written_by = excluded.written_by, written_at = excluded.written_at, seen_by = null, seen_at = null
     where (lowered_risks.residual_risk, lowered_risks.reason) is distinct from (excluded.residual_risk, excluded.reason)`,
    [versionId, lowered.residualRisk, lowered.reason, by.personId, by.at],
  );
export const deleteLowered = (tx: Tx, versionId: string): Promise<unknown> =>
  tx.query(`delete from lowered_risks where version_id = $1`, [versionId]);
/** False when there was nothing unseen. */
export const seeLowered = async (tx: Tx, versionId: string, by: By): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `with seen as (update lowered_risks set seen_by = $2, seen_at = $3 where version_id = $1 and seen_at is null returning version_id) select * from seen`,
    [versionId, by.personId, by.at],
  );
  return rows.length > 0;
};

export interface Fixing {
  readonly id: string;
  readonly versionId: string;
  readonly fingerprint: string;
  /** The highest rest of the risk rows when it was fixed. */
  readonly highestRest: Grade;
  readonly reviewDue: Day;
  readonly fixedBy: string;
  readonly fixedAt: Date;
}
const FIXING = `select id, version_id as "versionId", fingerprint, residual_risk as "highestRest", review_due::text as "reviewDue",
  fixed_by as "fixedBy", fixed_at as "fixedAt" from dpia_fixings`;
/** The last fixing on one of these fingerprints: the version's own, or one from which approvals carry to it. */
export const fixingOn = async (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<Fixing | null> => {
  const [row]: Fixing[] = await tx.query(`${FIXING} where tool_id = $1 and fingerprint = any($2) order by ordinal desc limit 1`, [
    toolId,
    fingerprints,
  ]);
  return row ?? null;
};
/** The last fixing of a tool, whatever it was on. */
export const lastFixing = async (tx: Tx, toolId: string): Promise<Fixing | null> => {
  const [row]: Fixing[] = await tx.query(`${FIXING} where tool_id = $1 order by ordinal desc limit 1`, [toolId]);
  return row ?? null;
};
export const insertFixing = (tx: Tx, toolId: string, fixing: Omit<Fixing, 'fixedAt' | 'fixedBy'>, by: By): Promise<unknown> =>
  tx.query(
    `insert into dpia_fixings (id, tool_id, version_id, fingerprint, residual_risk, review_due, fixed_by, fixed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [fixing.id, toolId, fixing.versionId, fixing.fingerprint, fixing.highestRest, fixing.reviewDue, by.personId, by.at],
  );

export const insertSignature = (
  tx: Tx,
  versionId: string,
  signed: { readonly item: string; readonly digest: string },
  by: By,
): Promise<unknown> =>
  tx.query(`insert into balancing_signatures (id, version_id, item, digest, signed_by, signed_at) values ($1, $2, $3, $4, $5, $6)`, [
    newId('s'),
    versionId,
    signed.item,
    signed.digest,
    by.personId,
    by.at,
  ]);
/** What a director signed for a tool: `item digest signer`. */
export const signaturesOf = async (tx: Tx, toolId: string): Promise<ReadonlySet<string>> => {
  const rows: { key: string }[] = await tx.query(
    `select s.item || ' ' || s.digest || ' ' || s.signed_by as key from balancing_signatures s join tool_versions v on v.id = s.version_id where v.tool_id = $1`,
    [toolId],
  );
  return new Set(rows.map(({ key }) => key));
};
/** A signature stands for the text that was signed and for no other. */
export const withdrawSignatures = (tx: Tx, versionId: string, attribute: string, items: readonly string[]): Promise<unknown> =>
  tx.query(`delete from answers where version_id = $1 and attribute = $2 and item = any($3)`, [versionId, attribute, items]);
