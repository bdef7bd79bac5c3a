import type { Dispute } from './case-file.js';

const ANSWERING = ['or_chair', 'or_secretary'] as const;

/** Answered once the chair and the secretary, two persons, have each written an answer; for a staff representation two contacts. */
export const isAnswered = (dispute: Dispute): boolean => {
  const persons = (roles: readonly string[]) =>
    new Set(dispute.answers.filter(({ byRole }) => roles.includes(byRole)).map(({ byPerson }) => byPerson));
  if (ANSWERING.every((role) => persons([role]).size > 0)) return persons(ANSWERING).size > 1;
  return persons(['pvt_contact']).size > 1;
};

/** Disputes that close E10: raised before the tool ran, and not yet answered by both. */
export const openDisputes = (disputes: readonly Dispute[], activeSince: Date | null): readonly Dispute[] =>
  disputes.filter((dispute) => !isAnswered(dispute) && !(activeSince !== null && dispute.raisedAt >= activeSince));
