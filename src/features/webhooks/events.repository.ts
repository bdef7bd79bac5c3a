import type { Tx } from '../../platform/database/index.js';
import type { EventKind } from './domain/event.js';
import type { Facts, State, Told } from './domain/standing.js';

export interface Standing extends Told {
  readonly sequence: number;
  /** The devices that receivers know of. */
  readonly devices: readonly string[];
}

/** What receivers were told of the tool, held until the end of the transaction: one event of a tool after another. */
export const lockStanding = async (tx: Tx, toolId: string): Promise<Standing> => {
  await tx.query(`insert into webhook_standings (tool_id) values ($1) on conflict do nothing`, [toolId]);
  const [row]: Standing[] = await tx.query(
    `select state, activation_id as "activationId", sequence, devices from webhook_standings where tool_id = $1 for update`,
    [toolId],
  );
  return row!;
};

export const saveStanding = (tx: Tx, toolId: string, to: { state: State; activationId: string | null }): Promise<unknown> =>
  tx.query(
    `update webhook_standings set state = $2, activation_id = $3, devices = case when $2 = 'active' then devices else '{}' end where tool_id = $1`,
    [toolId, to.state, to.activationId],
  );

export const saveDevices = (tx: Tx, toolId: string, devices: readonly string[]): Promise<unknown> =>
  tx.query(`update webhook_standings set devices = $2 where tool_id = $1`, [toolId, devices]);

const FACTS = `a.activation_id as "activationId",
  array(select s.cause from suspensions s where s.tool_id = t.id and not exists (select 1 from suspension_ends e where e.suspension_id = s.id)) as causes`;

export const readFacts = async (tx: Tx, toolId: string): Promise<Facts> => {
  const [row]: Facts[] = await tx.query(`select ${FACTS} from tools t left join active_tools a on a.tool_id = t.id where t.id = $1`, [
    toolId,
  ]);
  return row!;
};

export interface Compared {
  readonly toolId: string;
  readonly told: Told;
  readonly facts: Facts;
}

/** Every tool that is on, or that receivers take to be on, as they were told of it and as it is. */
export const compareAll = async (tx: Tx): Promise<readonly Compared[]> => {
  const rows: (Facts & { toolId: string; state: State | null; toldActivation: string | null })[] = await tx.query(
    `select t.id as "toolId", ${FACTS}, w.state, w.activation_id as "toldActivation"
     from tools t left join active_tools a on a.tool_id = t.id left join webhook_standings w on w.tool_id = t.id
     where a.tool_id is not null or w.state in ('active', 'suspended') order by t.id`,
  );
  return rows.map(({ toolId, state, toldActivation, ...facts }) => ({
    toolId,
    told: { state, activationId: toldActivation },
    facts,
  }));
};

export interface ActivationFacts {
  readonly versionId: string;
  readonly version: number;
  readonly fingerprint: string;
  readonly generation: number;
}

/** The version that an activation switched on, and the generation that the tool is at now. */
export const activationFacts = async (tx: Tx, activationId: string | null): Promise<ActivationFacts | null> => {
  const [row]: ActivationFacts[] = await tx.query(
    `select a.version_id as "versionId", v.number as version, a.fingerprint, g.generation
     from activations a join tool_versions v on v.id = a.version_id join generations g on g.tool_id = a.tool_id where a.id = $1`,
    [activationId],
  );
  return row ?? null;
};

/** Adds an event to the tool's own, at its end, and puts it in the queue of every receiver that asked for it; that a tool may run no more, in that of all. `body` gets the number. */
export const insertEvent = async (
  tx: Tx,
  event: { id: string; toolId: string; kind: EventKind; at: Date; body: (sequence: number) => string },
): Promise<void> => {
  const { id, toolId, kind, at } = event;
  const [[next]]: [{ sequence: number }[]] = await tx.query(
    `update webhook_standings set sequence = sequence + 1 where tool_id = $1 returning sequence`,
    [toolId],
  );
  const { sequence } = next!;
  await tx.query(`insert into webhook_events (id, tool_id, sequence, type, body, at) values ($1, $2, $3, $4, $5, $6)`, [
    id,
    toolId,
    sequence,
    kind,
    event.body(sequence),
    at,
  ]);
  await tx.query(
    `insert into webhook_deliveries (receiver_id, event_id, tool_id, sequence, term_from, next_at)
     select r.id, $1, $2, $3, $4, $4 from webhook_receivers r
     where $5 = any(r.types || '{suspended,stopped}') and not exists (select 1 from webhook_receiver_ends e where e.receiver_id = r.id)
       and (not exists (select 1 from webhook_receiver_tools o where o.receiver_id = r.id)
         or exists (select 1 from webhook_receiver_tools o where o.receiver_id = r.id and o.tool_id = $2))`,
    [id, toolId, sequence, at, kind],
  );
};

/** Tools that are on and of whose devices somebody is told, with those that were told. */
export const followedTools = (tx: Tx): Promise<{ toolId: string; devices: string[] }[]> =>
  tx.query(
    `select w.tool_id as "toolId", w.devices from webhook_standings w where w.state = 'active' and exists (
       select 1 from webhook_receivers r where 'devices' = any(r.types) and not exists (select 1 from webhook_receiver_ends e where e.receiver_id = r.id)
         and (not exists (select 1 from webhook_receiver_tools o where o.receiver_id = r.id)
           or exists (select 1 from webhook_receiver_tools o where o.receiver_id = r.id and o.tool_id = w.tool_id)))
     order by w.tool_id`,
  );

/** Events that nobody waits for, older than `before`, with what is known of how they were delivered. */
export const forgetEvents = (tx: Tx, before: Date): Promise<unknown> =>
  tx.query(
    `delete from webhook_events e where e.at < $1 and not exists (select 1 from webhook_deliveries d where d.event_id = e.id and d.state = 'waiting')`,
    [before],
  );

/** Which devices came and went is kept for as long as somebody has to hear it, and no longer. */
export const emptyDelivered = (tx: Tx): Promise<unknown> =>
  tx.query(
    `update webhook_events e set body = null where e.type = 'devices' and e.body is not null
     and not exists (select 1 from webhook_deliveries d where d.event_id = e.id and d.state = 'waiting')`,
  );
