import type { Actor } from '../../kernel/actor.js';
import { canonicalJson, type Json } from '../../kernel/canonical.js';
import { refused } from '../../kernel/problem.js';
import type { Config } from '../../platform/config/index.js';
import type { Tx } from '../../platform/database/index.js';
import { councilMembers, seatCouncil } from '../people/index.js';
import { type CouncilChange, insertChangeEnd, insertReset } from './changes.repository.js';
import type { Sitting } from './domain/deciding.js';
import { personsOf } from './domain/seating.js';
import { refuseConflicts } from './in-hand.js';
import { mailChange } from './mail-members.js';
import { tellReset } from './resets.js';
import { rulesAt } from './rosters.repository.js';
import { currentSeating, insertRules, insertSeating } from './seatings.repository.js';

export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
export const same = (a: unknown, b: unknown): boolean => canonicalJson(asJson(a)) === canonicalJson(asJson(b));

/** Something else took effect since it was proposed. */
export const isStale = async (tx: Tx, change: CouncilChange, now: Date): Promise<boolean> => {
  if (change.kind === 'roster') return !same(change.content.before, await currentSeating(tx, now));
  const { id: _id, ...rules } = await rulesAt(tx, now);
  return !same(change.content.before, rules);
};

interface Effect {
  readonly change: CouncilChange;
  readonly sitting: Sitting;
  readonly config: Pick<Config, 'baseUrl'>;
}

/** A confirmed change becomes the newest version, from this instant. Everyone who was or becomes a member is told. The caller records it. */
export const takeEffect = async (tx: Tx, actor: Actor, now: Date, { change, sitting, config }: Effect): Promise<void> => {
  if (await isStale(tx, change, now)) throw refused('council.changed-meanwhile');
  const told = await councilMembers(tx);
  if (change.kind === 'rules') await insertRules(tx, change.content.after, { changeId: change.id, at: now });
  else await seat(tx, actor, now, { change, sitting });
  await insertChangeEnd(tx, change.id, { outcome: 'applied', reason: null, by: actor.personId ?? actor.role, at: now });
  await mailChange(tx, [...told, ...(await councilMembers(tx))], { key: 'applied', change, config });
};

type RosterChange = Extract<CouncilChange, { readonly kind: 'roster' }>;
const seat = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  { change, sitting }: { readonly change: RosterChange; readonly sitting: Sitting },
): Promise<void> => {
  const { before, after } = change.content;
  await refuseConflicts(tx, before, after);
  const isReset = sitting.chairId === null && sitting.secretaryId === null;
  const by = actor.personId ?? actor.role;
  const resetId = isReset ? await insertReset(tx, { route: 'members', changeId: change.id, reason: null, by, at: now }) : null;
  await insertSeating(tx, after, { changeId: change.id, resetId, at: now });
  await seatCouncil(tx, actor, now, { persons: personsOf(after), chairId: after.chairId ?? '', secretaryId: after.secretaryId ?? '' });
  if (isReset) await tellReset(tx, now);
};
