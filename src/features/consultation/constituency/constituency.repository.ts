import type { Day } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Choice, CountedChoice } from './reactions.js';

export interface Publication {
  readonly id: string;
  readonly requestId: string;
  readonly message: string;
  readonly smallestGroup: number;
  readonly reference: string;
  readonly publishedBy: string;
  readonly publishedAt: Date;
  readonly closesOn: Day;
  readonly endedAt: Date | null;
}
const PUBLICATION = `s.id, s.request_id as "requestId", s.message, s.smallest_group as "smallestGroup", s.reference, s.published_by as "publishedBy",
    s.published_at as "publishedAt", s.closes_on::text as "closesOn", e.at as "endedAt"
  from summary_publications s left join summary_publication_ends e on e.publication_id = s.id`;

export const listPublications = (tx: Tx, requestId: string): Promise<Publication[]> =>
  tx.query(`select ${PUBLICATION} where s.request_id = $1 order by s.written_as desc`, [requestId]);

export const findPublication = async (tx: Tx, id: string): Promise<Publication | null> => {
  const rows: Publication[] = await tx.query(`select ${PUBLICATION} where s.id = $1`, [id]);
  return rows[0] ?? null;
};

/** Publishing and closing take turns in a case, and reactions wait for closing. */
export const lockRounds = async (tx: Tx, requestId: string): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 4360018))`, [requestId]);
};
export const shareRounds = async (tx: Tx, requestId: string): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended($1, 4360018))`, [requestId]);
};

export const insertPublication = async (tx: Tx, p: Omit<Publication, 'endedAt'>): Promise<void> => {
  await tx.query(
    `insert into summary_publications (id, request_id, message, smallest_group, reference, published_by, published_at, closes_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [p.id, p.requestId, p.message, p.smallestGroup, p.reference, p.publishedBy, p.publishedAt, p.closesOn],
  );
};

export const insertPublicationEnd = async (tx: Tx, id: string, by: string, at: Date): Promise<void> => {
  await tx.query(`insert into summary_publication_ends (publication_id, by_person, at) values ($1, $2, $3)`, [id, by, at]);
};

/** Those concerned: in the scope of the version that the request is about, on that day. Parameters: the version, the day. */
const CONCERNED = `select distinct s.person_id, s.unit_id from people_in_scope s
  where s.version_id = $1 and s.starts_on <= $2::date and (s.ends_on is null or s.ends_on >= $2::date)`;

/** The unit in which somebody is concerned; null for whoever is not. */
export const concernedUnit = async (tx: Tx, versionId: string, today: Day, personId: string): Promise<string | null> => {
  const rows: { unit: string }[] = await tx.query(`select c.unit_id as unit from (${CONCERNED}) c where c.person_id = $3 limit 1`, [
    versionId,
    today,
    personId,
  ]);
  return rows[0]?.unit ?? null;
};

/** Every unit in which somebody is, was or will be concerned. */
export const concernedUnits = async (tx: Tx, versionId: string): Promise<string[]> => {
  const rows: { unit: string }[] = await tx.query(
    `select distinct u.name as unit from people_in_scope s join units u on u.id = s.unit_id where s.version_id = $1 order by u.name`,
    [versionId],
  );
  return rows.map(({ unit }) => unit);
};

/** Whom to mail, in one language: reference and address. */
export const concernedIn = (versionId: string, today: Day, language: string) => ({
  sql: `select p.id as reference, p.email as address from (${CONCERNED}) c join persons p on p.id = c.person_id
    left join accounts a on a.person_id = p.id where p.left_at is null and coalesce(a.language, p.language) = $3`,
  parameters: [versionId, today, language],
});

/** False when this person reacted already. */
export const insertGiver = async (tx: Tx, publicationId: string, personId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into reaction_givers (publication_id, person_id) values ($1, $2) on conflict do nothing returning person_id`,
    [publicationId, personId],
  );
  return rows.length > 0;
};
export const hasReacted = async (tx: Tx, publicationId: string, personId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from reaction_givers where publication_id = $1 and person_id = $2`, [
    publicationId,
    personId,
  ]);
  return rows.length > 0;
};

/** Adds one to the choice of a unit; a remark lies apart from both. */
export const countReaction = async (
  tx: Tx,
  publicationId: string,
  { unitId, choice, remark }: { readonly unitId: string; readonly choice: Choice; readonly remark: string },
): Promise<void> => {
  await tx.query(
    `insert into reaction_counts (publication_id, unit_id, choice, people) values ($1, $2, $3, 1)
     on conflict (publication_id, unit_id, choice) do update set people = reaction_counts.people + 1`,
    [publicationId, unitId, choice],
  );
  if (remark !== '')
    await tx.query(`insert into reaction_remarks (id, publication_id, text) values ($1, $2, $3)`, [newId('x'), publicationId, remark]);
};

interface OfRound {
  readonly publicationId: string;
}
export const readCounts = (tx: Tx, publicationIds: readonly string[]): Promise<(CountedChoice & OfRound)[]> =>
  tx.query(
    `select c.publication_id as "publicationId", u.name as unit, c.choice, c.people from reaction_counts c join units u on u.id = c.unit_id
     where c.publication_id = any($1)`,
    [publicationIds],
  );

/** In an order that says nothing: their ids are random. */
export const readRemarks = (tx: Tx, publicationIds: readonly string[]): Promise<({ readonly text: string } & OfRound)[]> =>
  tx.query(`select publication_id as "publicationId", text from reaction_remarks where publication_id = any($1) order by id limit 5000`, [
    publicationIds,
  ]);

export interface ListedSummary {
  readonly id: string;
  readonly toolName: string;
  readonly publishedAt: Date;
  readonly closesOn: Day;
  readonly endedAt: Date | null;
  readonly reacted: boolean;
}
/** The summaries that were published to one person, newest first. */
export const summariesFor = (tx: Tx, personId: string, today: Day): Promise<ListedSummary[]> =>
  tx.query(
    `select s.id, t.name as "toolName", s.published_at as "publishedAt", s.closes_on::text as "closesOn", e.at as "endedAt",
      exists (select 1 from reaction_givers g where g.publication_id = s.id and g.person_id = $1) as reacted
     from summary_publications s join consent_requests r on r.id = s.request_id join tools t on t.id = r.tool_id
       left join summary_publication_ends e on e.publication_id = s.id
     where exists (select 1 from people_in_scope c where c.version_id = r.version_id and c.person_id = $1
       and c.starts_on <= $2::date and (c.ends_on is null or c.ends_on >= $2::date))
     order by s.written_as desc limit 100`,
    [personId, today],
  );
