import type { Tx } from '../../platform/database/index.js';
import { holdersOf, mailPersons } from '../people/index.js';
import type { ChannelKind } from './domain/channels.js';
import { caseMail } from './objections.mail.js';

/** Handler and deputy of a channel for each of these persons: never that person, never who is in that person's line. */
const freeHandlers = async (tx: Tx, kind: ChannelKind, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows: { personId: string; handlers: string[] }[] = await tx.query(
    `with recursive line (of, id) as (
       select id, manager_id from persons where id = any($2) and manager_id is not null
       union select line.of, p.manager_id from line join persons p on p.id = line.id where p.manager_id is not null)
     select whose.id as "personId", array_agg(named.id order by named.place) as handlers
     from unnest($2::text[]) as whose (id) join channels c on c.kind = $1
     cross join lateral (values (1, c.handler_id), (2, c.deputy_id)) as named (place, id)
     where named.id is not null and named.id <> whose.id and not exists (select from line where line.of = whose.id and line.id = named.id)
     group by whose.id`,
    [kind, [...new Set(personIds)]],
  );
  return new Map(rows.map(({ personId, handlers }) => [personId, handlers]));
};

export const namedHandlers = async (tx: Tx, kind: ChannelKind, personId: string): Promise<readonly string[]> =>
  (await freeHandlers(tx, kind, [personId])).get(personId) ?? [];

/** Whether this person may handle what that person lodged. */
export const mayHandle = async (tx: Tx, kind: ChannelKind, handlerId: string | null, personId: string): Promise<boolean> =>
  handlerId !== null && (await namedHandlers(tx, kind, personId)).includes(handlerId);

const tellDpo = async (tx: Tx, url: string): Promise<void> => {
  const dpos = (await holdersOf(tx, ['dpo'])).map((dpo) => dpo.personId);
  await mailPersons(tx, dpos, caseMail('unhandled', url));
};

/** "There is a new case for you", and nothing else. Where nobody may handle it, the DPO hears that a case has no handler. */
export const tellHandlers = async (tx: Tx, kind: ChannelKind, personId: string, url: string): Promise<void> => {
  const handlers = await namedHandlers(tx, kind, personId);
  return handlers.length > 0 ? mailPersons(tx, handlers, caseMail('new', url)) : tellDpo(tx, url);
};

/** One mail to whoever may handle one of these, whatever their number. A mail about somebody's own line would tell who it is. */
export const remindHandlers = async (tx: Tx, kind: ChannelKind, personIds: readonly string[], url: string): Promise<void> => {
  const free = await freeHandlers(tx, kind, personIds);
  const handlers = [...new Set([...free.values()].flat())];
  if (handlers.length > 0) await mailPersons(tx, handlers, caseMail('due', url));
  if (personIds.some((id) => !free.has(id))) await tellDpo(tx, url);
};
