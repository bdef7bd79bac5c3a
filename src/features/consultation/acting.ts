import type { Actor, Role } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import { notFound, Problem, type Reason, refused } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { once } from '../../platform/http/index.js';
import { acceptedFingerprints, latestVersion, lockToolOf, readVersion, type Version } from '../tools/index.js';
import { readCase } from './case.repository.js';
import { standingOn } from './competence/competence.repository.js';
import { isGroupReader } from './competence/readers.js';
import type { Standing } from './domain/body.js';
import type { CaseFile } from './domain/case-file.js';
import { pickActs, type Acts } from './domain/representation.js';
import { readAnnouncements } from './mailing.repository.js';
import { findRequest, type FoundRequest } from './requests.repository.js';

/** The person who acts, in one of these roles; whoever else gets here may not. */
export const personIn = (actor: Actor, roles: readonly Role[]): string => {
  if (!actor.personId || !roles.includes(actor.role as Role)) throw new Problem(403, 'act.not-yours');
  return actor.personId;
};

/** Everything one act of a case is decided from. */
export interface CaseInHand {
  readonly version: Version;
  readonly accepted: readonly string[];
  readonly standing: Standing;
  readonly file: CaseFile;
  readonly acts: Acts;
}
export const caseOf = async (tx: Tx, version: Version): Promise<CaseInHand> => {
  const accepted = await acceptedFingerprints(tx, version.toolId, version.fingerprint);
  const standing = await standingOn(tx, version.toolId, accepted);
  const file = await readCase(tx, version.toolId, accepted);
  const announcements = await readAnnouncements(tx, version.toolId, accepted);
  return { version, accepted, standing, file, acts: pickActs({ file, standing, announcements }) };
};

/** The version that a request is about now: the newest, when it carries what was approved on the one that was sent. */
export const versionInHand = async (tx: Tx, request: FoundRequest): Promise<Version> => {
  const newest = await latestVersion(tx, request.toolId);
  const carried = await acceptedFingerprints(tx, request.toolId, newest.fingerprint);
  return carried.includes(request.fingerprint) ? newest : readVersion(tx, request.versionId);
};

/** Holds the tool, and answers its newest version. */
export const lockNewest = async (tx: Tx, toolId: string): Promise<Version> => {
  const version = await latestVersion(tx, toolId);
  await lockToolOf(tx, version.id);
  return version;
};

export const knownRequest = async (tx: Tx, requestId: string): Promise<FoundRequest> => {
  const request = await findRequest(tx, requestId);
  if (!request) throw notFound();
  return request;
};

/** As this person may know it: an officer of a group council knows of the cases that are its own, and of no other. */
export const requestKnownTo = async (tx: Tx, actor: Pick<Actor, 'role'>, requestId: string): Promise<FoundRequest> => {
  const request = await knownRequest(tx, requestId);
  if (!isGroupReader(actor, request)) throw notFound();
  return request;
};

/** A request on which something can still be decided. */
export const standingRequest = async (tx: Tx, requestId: string): Promise<FoundRequest> => {
  const request = await knownRequest(tx, requestId);
  if (request.withdrawnAt) throw refused('request.withdrawn');
  return request;
};

export const refuseUnmet = (reasons: readonly Reason[]): void => {
  if (reasons.length > 0) throw refused('chain.unmet', reasons);
};

/** A legal act is done once for one press of the button. */
export const pressedOnce = <T extends Json>(
  tx: Tx,
  now: Date,
  actor: Actor,
  asked: { readonly route: string; readonly key: string | undefined; readonly body: Json },
  work: () => Promise<T>,
): Promise<T> => once(tx, now, { personId: actor.personId ?? '', ...asked }, work);
