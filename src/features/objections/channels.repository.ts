import type { Tx } from '../../platform/database/index.js';
import { readFacts } from '../people/index.js';
import { type Channel, OUTSIDE } from './domain/channels.js';

/** Every channel as it is set up; somebody who left no longer counts as named. */
export const listChannels = (tx: Tx): Promise<Channel[]> =>
  tx.query(
    `select c.kind, h.id as "handlerId", d.id as "deputyId", c.is_open as "isOpen", c.outside_address as "outsideAddress",
       c.kind <> 'complaint' or (select count(*) from proven_case_keys k where k.person_id in (h.id, d.id)) = 2 as "canOpen"
     from channels c left join persons h on h.id = c.handler_id and h.left_at is null and h.erased_at is null
     left join persons d on d.id = c.deputy_id and d.left_at is null and d.erased_at is null order by c.kind`,
  );

/** Who proved to be able to open what is sealed for them: a complaint goes to nobody else. */
export const provenOpeners = async (tx: Tx): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(`select person_id as id from proven_case_keys`);
  return rows.map(({ id }) => id);
};

interface NewChannel {
  readonly kind: Channel['kind'];
  readonly handlerId: string | null;
  readonly deputyId: string | null;
  readonly isOpen: boolean;
  readonly outsideAddress: string | null;
}
export const saveChannels = async (tx: Tx, rows: readonly NewChannel[], by: string, at: Date): Promise<void> => {
  await tx.query(
    `insert into channels (kind, handler_id, deputy_id, is_open, outside_address, changed_by, changed_at)
     select c.kind, c."handlerId", c."deputyId", c."isOpen", c."outsideAddress", $2, $3
     from jsonb_to_recordset($1) as c(kind text, "handlerId" text, "deputyId" text, "isOpen" boolean, "outsideAddress" text)
     on conflict (kind) do update set handler_id = excluded.handler_id, deputy_id = excluded.deputy_id, is_open = excluded.is_open,
       outside_address = excluded.outside_address, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [JSON.stringify(rows), by, at],
  );
};

export const outsideAddress = async (tx: Tx): Promise<string | null> => {
  const found = (await listChannels(tx)).find(({ kind }) => kind === OUTSIDE);
  return found?.isOpen ? found.outsideAddress : null;
};

/** The director's promise, in the director's own words: a fact of the organisation. */
export const noRetaliationRule = async (tx: Tx): Promise<string | null> => {
  const { noRetaliationRule: rule } = await readFacts(tx);
  return typeof rule === 'string' && rule.trim() !== '' ? rule : null;
};
