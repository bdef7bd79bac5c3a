import { randomBytes } from 'node:crypto';
import type { Json } from '../../kernel/canonical.js';
import { type Day, instant } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import { commitmentTo, leafOf, type Opening, openingOf } from './domain/commitment.js';

export interface NewEntry {
  readonly at: Date;
  readonly type: string;
  readonly toolId: string | null;
  readonly actorRole: string;
  readonly body: Opening;
  readonly who: Opening;
  /** Whose the openings are: erased with that person. */
  readonly bodyPersonId: string | null;
  readonly whoPersonId: string | null;
  /** The reference that the act has already, on its paper. Null: the log gives one. */
  readonly reference: string | null;
}

export interface TimelineEntry {
  readonly at: Date;
  readonly type: string;
  readonly actorRole: string;
  readonly reference: string;
}

const REFERENCE_TRIES = 5;

export const newOpening = (payload: Json): Opening => openingOf(payload, randomBytes(32));

/** Adds an entry and its two openings; answers its id and the random reference. The index comes later, from the sequencer. */
export const insertEntry = async (tx: Tx, entry: NewEntry): Promise<{ id: string; reference: string }> => {
  const leaf = leafOf({
    at: instant(entry.at),
    type: entry.type,
    case: entry.toolId ?? undefined,
    body: commitmentTo(entry.body),
    who: commitmentTo(entry.who),
  });
  const id = newId('e');
  for (let tries = 0; tries < REFERENCE_TRIES; tries += 1) {
    const reference = (tries === 0 ? entry.reference : null) ?? newReference();
    if (await insertWith(tx, { id, reference, leaf }, entry)) return { id, reference };
  }
  throw new Error(`Expected: a free reference within ${REFERENCE_TRIES} tries. Found: each was taken.`);
};

/** The entry and its openings in one statement; false when the reference is taken. */
const insertWith = async (tx: Tx, made: { id: string; reference: string; leaf: Buffer }, entry: NewEntry): Promise<boolean> => {
  const { body, who } = entry;
  const added: unknown[] = await tx.query(
    `with entry as (
       insert into evidence_entries (id, at, type, tool_id, reference, actor_role, leaf) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (reference) do nothing returning id),
     openings as (
       insert into evidence_openings (entry_id, part, salt, payload, person_id)
       select id, 'body', $8::bytea, $9::text, $10::text from entry union all select id, 'who', $11::bytea, $12::text, $13::text from entry)
     select from entry`,
    [
      made.id,
      entry.at,
      entry.type,
      entry.toolId,
      made.reference,
      entry.actorRole,
      made.leaf,
      body.salt,
      body.payload,
      entry.bodyPersonId,
      who.salt,
      who.payload,
      entry.whoPersonId,
    ],
  );
  return added.length > 0;
};

export interface LatestAct extends TimelineEntry {
  readonly toolId: string;
}
/** The newest acts of these types on these tools. */
export const latestRows = (tx: Tx, toolIds: readonly string[], types: readonly string[], limit: number): Promise<LatestAct[]> =>
  tx.query(
    `select a.* from unnest($1::text[]) as t(id) cross join lateral (
       select tool_id as "toolId", at, type, actor_role as "actorRole", reference, written_as from evidence_entries
       where tool_id = t.id and type = any($2) order by at desc, written_as desc limit $3) a
     order by a.at desc, a.written_as desc limit $3`,
    [toolIds, types, limit],
  );

export const timelineRows = (tx: Tx, toolId: string): Promise<TimelineEntry[]> =>
  tx.query(`select at, type, actor_role as "actorRole", reference from evidence_entries where tool_id = $1 order by at, written_as`, [
    toolId,
  ]);

/** Takes away what opens a person's commitments; the entries and their hashes stay. */
export const eraseOpenings = async (tx: Tx, personId: string): Promise<void> => {
  await tx.query(`delete from evidence_openings where person_id = $1`, [personId]);
};

const SEQUENCER = 4_360_001;
const CONFIDENTIAL_DAY = 4_360_002;

/** True for the one sequencer at a time; held until this transaction ends. */
export const takeSequencer = async (tx: Tx): Promise<boolean> => {
  const [row]: { taken: boolean }[] = await tx.query(`select pg_try_advisory_xact_lock($1) as taken`, [SEQUENCER]);
  return row?.taken === true;
};

/** Gives every committed entry without an index the next ones, in order of writing. Only for whoever holds the sequencer. */
export const assignIndexes = async (tx: Tx, most: number): Promise<number> => {
  const rows: { index: string }[] = await tx.query(
    `with chosen as (select entry_id from evidence_pending join evidence_entries on id = entry_id order by written_as limit $1),
      taken as (delete from evidence_pending using chosen where evidence_pending.entry_id = chosen.entry_id returning evidence_pending.entry_id),
      base as (select coalesce(max(index) + 1, 0) as next from evidence_sequence)
    insert into evidence_sequence (index, entry_id, leaf_hash)
    select base.next + row_number() over (order by e.written_as) - 1, e.id, sha256('\\x00'::bytea || e.leaf)
    from taken join evidence_entries e on e.id = taken.entry_id cross join base
    returning index`,
    [most],
  );
  return rows.length;
};

/** Acts of a day may be added side by side; closing days waits for them and they for it. */
export const shareConfidentialDay = (tx: Tx): Promise<unknown> => tx.query(`select pg_advisory_xact_lock_shared($1)`, [CONFIDENTIAL_DAY]);
export const holdConfidentialDays = (tx: Tx): Promise<unknown> => tx.query(`select pg_advisory_xact_lock($1)`, [CONFIDENTIAL_DAY]);

export const lastClosedDay = async (tx: Tx): Promise<Day | null> => {
  const [row]: { day: Day | null }[] = await tx.query(`select max(on_day)::text as day from confidential_days`);
  return row?.day ?? null;
};

/** The day of the first entry of the log, or of the first confidential act; null while there is neither. */
export const firstDay = async (tx: Tx): Promise<Day | null> => {
  const [row]: { day: Day | null }[] = await tx.query(
    `select least((select min(on_day) from confidential_acts), (select min((at at time zone 'Europe/Amsterdam')::date) from evidence_entries))::text as day`,
  );
  return row?.day ?? null;
};

export const insertConfidentialAct = async (tx: Tx, onDay: Day, { salt, payload }: Opening): Promise<void> => {
  await tx.query(`insert into confidential_acts (id, on_day, payload, salt) values ($1, $2, $3, $4)`, [newId('c'), onDay, payload, salt]);
};

export const confidentialActsOn = (tx: Tx, onDay: Day): Promise<Opening[]> =>
  tx.query(`select salt, payload from confidential_acts where on_day = $1`, [onDay]);

export const insertConfidentialDay = async (tx: Tx, onDay: Day, entryId: string): Promise<void> => {
  await tx.query(`insert into confidential_days (on_day, entry_id) values ($1, $2)`, [onDay, entryId]);
};
