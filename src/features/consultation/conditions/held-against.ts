import { type Actor, isCouncil } from '../../../kernel/actor.js';
import { dayOf } from '../../../kernel/clock.js';
import type { Dossier } from '../../../policy/index.js';
import { dossierFacts, type Version } from '../../tools/index.js';

/** The version that conditions are held against, as it stands on a day. */
export interface HeldAgainst {
  readonly number: number;
  readonly dossier: Dossier;
}
export const heldAgainst = (version: Version, now: Date): HeldAgainst => ({
  number: version.number,
  dossier: { ...dossierFacts(version), today: dayOf(now) },
});

/** Who reads about a promise: an officer of the body judges it, a member looks at it, its owner hands in evidence. */
export interface PromiseReader {
  readonly judges: boolean;
  readonly looks: boolean;
  readonly personId: string | null;
}
export const promiseReader = (actor: Actor, judges: boolean): PromiseReader => ({
  judges,
  looks: isCouncil(actor) || actor.role === 'pvt_contact' || actor.role === 'group_officer',
  personId: actor.personId,
});
