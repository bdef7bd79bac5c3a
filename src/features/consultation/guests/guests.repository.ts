import type { Tx } from '../../../platform/database/index.js';
import type { GuestLinkRow } from './guest-link.js';

const LINK = `l.id, l.request_id as "requestId", l.made_for as "madeFor", l.made_by as "madeBy", l.made_at as "madeAt", l.expires_at as "expiresAt",
    e.at as "endedAt", (select count(*)::int from guest_openings o where o.link_id = l.id) as visits,
    (select max(o.at) from guest_openings o where o.link_id = l.id) as "lastOpenedAt"
  from guest_links l left join guest_link_ends e on e.link_id = l.id`;

/** The links that one body made for a case, newest first. */
export const listLinks = (tx: Tx, body: string, requestId: string): Promise<GuestLinkRow[]> =>
  tx.query(`select ${LINK} where l.body = $1 and l.request_id = $2 order by l.written_as desc limit 200`, [body, requestId]);

export const findLink = async (tx: Tx, body: string, requestId: string, linkId: string): Promise<GuestLinkRow | null> => {
  const rows: GuestLinkRow[] = await tx.query(`select ${LINK} where l.body = $1 and l.request_id = $2 and l.id = $3`, [
    body,
    requestId,
    linkId,
  ]);
  return rows[0] ?? null;
};

export const findByToken = async (tx: Tx, tokenHash: string): Promise<GuestLinkRow | null> => {
  const rows: GuestLinkRow[] = await tx.query(`select ${LINK} where l.token_hash = $1`, [tokenHash]);
  return rows[0] ?? null;
};

/** Who makes or ends a link of this case takes turns. */
export const lockLinks = async (tx: Tx, requestId: string): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 4360017))`, [requestId]);
};

interface NewLink {
  readonly id: string;
  readonly requestId: string;
  readonly body: string;
  readonly tokenHash: string;
  readonly madeFor: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}
export const insertLink = async (tx: Tx, l: NewLink): Promise<void> => {
  await tx.query(
    `insert into guest_links (id, request_id, body, token_hash, made_for, made_by, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [l.id, l.requestId, l.body, l.tokenHash, l.madeFor, l.madeBy, l.madeAt, l.expiresAt],
  );
};

export const insertEnd = async (tx: Tx, linkId: string, by: string, at: Date): Promise<void> => {
  await tx.query(`insert into guest_link_ends (link_id, by_person, at) values ($1, $2, $3)`, [linkId, by, at]);
};

export const insertOpening = async (tx: Tx, linkId: string, at: Date): Promise<void> => {
  await tx.query(`insert into guest_openings (link_id, at) values ($1, $2) on conflict do nothing`, [linkId, at]);
};
