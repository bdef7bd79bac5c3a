import { COUNCIL_OFFICERS, type Role } from '../../../kernel/actor.js';

export interface CouncilGrant {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly acceptedAt: Date | null;
}

/** Who is in the council from now on, holders of seats and deputies alike, and who leads it. */
export interface CouncilSeating {
  readonly persons: readonly string[];
  readonly chairId: string;
  readonly secretaryId: string;
}
type Offer = Pick<CouncilGrant, 'personId' | 'role'>;

/** What ends and what is offered so that open roles follow a seating. An office that somebody still holds ends when the successor accepts. */
export const followSeating = (
  grants: readonly CouncilGrant[],
  { persons, chairId, secretaryId }: CouncilSeating,
): { readonly ends: readonly CouncilGrant[]; readonly offers: readonly Offer[] } => {
  const officerIn = (role: Role): string | null => (role === 'or_chair' ? chairId : role === 'or_secretary' ? secretaryId : null);
  const succeeded = (role: Role): boolean =>
    grants.some((grant) => grant.role === role && grant.personId === officerIn(role) && grant.acceptedAt !== null);
  const stays = ({ personId, role, acceptedAt }: CouncilGrant): boolean => {
    if (!persons.includes(personId)) return false;
    if (!COUNCIL_OFFICERS.includes(role) || officerIn(role) === personId) return true;
    return acceptedAt !== null && !succeeded(role);
  };
  const kept = grants.filter(stays);
  const offices: Offer[] = COUNCIL_OFFICERS.flatMap((role) => {
    const personId = officerIn(role);
    return personId === null || kept.some((grant) => grant.role === role && grant.personId === personId) ? [] : [{ personId, role }];
  });
  const without = persons.filter((personId) => ![...kept, ...offices].some((held) => held.personId === personId));
  return {
    ends: grants.filter((grant) => !stays(grant)),
    offers: [...offices, ...without.map((personId) => ({ personId, role: 'or_member' as const }))],
  };
};
