import { refused } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import type { OwnWork } from './domain/own-work.js';

/** Who stands apart from the council's decision on this version, and because of what. */
export const ownWorkOn = async (tx: Tx, versionId: string): Promise<ReadonlyMap<string, readonly OwnWork[]>> => {
  const rows: { person: string; acts: OwnWork[] }[] = await tx.query(
    `select person_id as person, array_agg(act order by act) as acts from version_makers where version_id = $1 group by person_id`,
    [versionId],
  );
  return new Map(rows.map(({ person, acts }) => [person, acts]));
};

/** Refuses, with the reason, whoever would decide for the council on what they did in another role. */
export const refuseOwnWork = async (tx: Tx, versionId: string, personId: string): Promise<void> => {
  const acts = (await ownWorkOn(tx, versionId)).get(personId) ?? [];
  if (acts.length > 0)
    throw refused(
      'case.own-work',
      acts.map((act) => ({ code: `case.own-work.${act}` })),
    );
};
