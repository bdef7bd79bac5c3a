import { createHmac } from 'node:crypto';
import { newSecret } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import type { Addition, Counting } from './domain/add-up.js';
import { countingEndsAt } from './domain/periods.js';

/** The group that a figure is of: a unit, as the person's was on arrival. */
export interface Group {
  readonly toolId: string;
  readonly versionId: string;
  readonly unitId: string;
  /** Whether any week or month of this version takes nothing in any more: only then they are looked for. */
  readonly someEnded: boolean;
}

const INTO = `insert into metric_rollups (tool_id, version_id, metric, unit_id, period, period_start, total, events, people)`;
/** The criterion of what the period's figures are for did not happen in it. */
const goesOn = ({ someEnded }: Group): string =>
  someEnded
    ? `not exists (select 1 from ended_periods e where (e.version_id, e.metric, e.period, e.period_start) = ($2, x.metric, x.period, x.start))`
    : 'true';
const SUM = `on conflict on constraint metric_rollups_key do update
  set total = metric_rollups.total + excluded.total, events = metric_rollups.events + excluded.events, people = metric_rollups.people + excluded.people`;

/** Adds to the figures of a group. One statement, however many lines. */
export const addToRollups = async (tx: Tx, group: Group, additions: readonly Addition[]): Promise<void> => {
  const { toolId, versionId, unitId } = group;
  if (additions.length === 0) return;
  await tx.query(
    `${INTO} select $1, $2, x.metric, $3, x.period, x.start, x.total, x.events, 0
     from unnest($4::text[], $5::text[], $6::date[], $7::float8[], $8::bigint[]) as x(metric, period, start, total, events) where ${goesOn(group)} ${SUM}`,
    [
      toolId,
      versionId,
      unitId,
      additions.map(({ metric }) => metric),
      additions.map(({ period }) => period),
      additions.map(({ start }) => start),
      additions.map(({ total }) => total),
      additions.map(({ events }) => events),
    ],
  );
};

interface CountKey extends Counting {
  readonly key: Buffer;
}

const partsOf = (countings: readonly Counting[]) => [
  countings.map(({ metric }) => metric),
  countings.map(({ period }) => period),
  countings.map(({ start }) => start),
];

const keysOf = (tx: Tx, group: Group, countings: readonly Counting[]): Promise<CountKey[]> =>
  tx.query(
    `select k.metric, k.period, k.period_start::text as start, k.key from count_keys k
     join unnest($4::text[], $5::text[], $6::date[]) as x(metric, period, start) on k.metric = x.metric and k.period = x.period and k.period_start = x.start
     where k.tool_id = $1 and k.version_id = $2 and k.unit_id = $3 and ${goesOn(group)} order by k.metric, k.period, k.period_start`,
    [group.toolId, group.versionId, group.unitId, ...partsOf(countings)],
  );

/** The keys of these periods; one is made where there is none yet, which is once for a group and period. */
const countKeys = async (tx: Tx, group: Group, countings: readonly Counting[]): Promise<readonly CountKey[]> => {
  const found = await keysOf(tx, group, countings);
  if (found.length === countings.length) return found;
  await tx.query(
    `insert into count_keys (tool_id, version_id, metric, unit_id, period, period_start, destroy_at, key)
     select $1, $2, x.metric, $3, x.period, x.start, x.destroy_at, decode(x.key, 'base64')
     from unnest($4::text[], $5::text[], $6::date[], $7::timestamptz[], $8::text[]) as x(metric, period, start, destroy_at, key) where ${goesOn(group)}
     on conflict on constraint count_keys_key do nothing`,
    [
      group.toolId,
      group.versionId,
      group.unitId,
      ...partsOf(countings),
      countings.map(({ period, start }) => countingEndsAt(period, start)),
      countings.map(() => Buffer.from(newSecret(32), 'base64url').toString('base64')),
    ],
  );
  return keysOf(tx, group, countings);
};

/** Counts a person once in each of these periods. What is kept says nothing without the key, and the key goes when the period is over. */
export const countPerson = async (tx: Tx, group: Group, personId: string, countings: readonly Counting[]): Promise<void> => {
  if (countings.length === 0) return;
  const keys = await countKeys(tx, group, countings);
  const marks = keys.map(({ key }) => createHmac('sha256', key).update(personId).digest('base64'));
  await tx.query(
    `with marked as (
       insert into count_marks (tool_id, version_id, metric, unit_id, period, period_start, mark)
       select $1, $2, x.metric, $3, x.period, x.start, decode(x.mark, 'base64')
       from unnest($4::text[], $5::text[], $6::date[], $7::text[]) as x(metric, period, start, mark)
       on conflict on constraint count_marks_key do nothing returning metric, period, period_start
     )
     ${INTO} select $1, $2, m.metric, $3, m.period, m.period_start, 0, 0, 1 from marked m order by 3, 5, 6 ${SUM}`,
    [
      group.toolId,
      group.versionId,
      group.unitId,
      keys.map(({ metric }) => metric),
      keys.map(({ period }) => period),
      keys.map(({ start }) => start),
      marks,
    ],
  );
};

/** Destroys the keys of periods that are over, and what was counted with them. Answers how many keys went. */
export const destroyCountKeys = async (tx: Tx, now: Date): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(
    `with gone as (delete from count_keys where destroy_at <= $1 returning 1) select count(*)::int as n from gone`,
    [now],
  );
  return row?.n ?? 0;
};
