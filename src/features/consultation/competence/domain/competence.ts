/** Which council of several enterprises: the central one (COR) or that of a group within them (GOR). */
export type GroupLevel = 'cor' | 'gor';
export const GROUP_LEVELS: readonly GroupLevel[] = ['cor', 'gor'];

export interface CompetenceConfirmation {
  readonly byPerson: string;
  readonly byRole: string;
  readonly at: Date;
}
/** Somebody says that the matter concerns several enterprises, so that the group council decides and not the local one (WOR 35). */
export interface Competence {
  readonly id: string;
  readonly level: GroupLevel;
  readonly bodyName: string;
  readonly ground: string;
  readonly reference: string;
  readonly claimedBy: string;
  readonly claimedRole: string;
  readonly claimedAt: Date;
  readonly endedAt: Date | null;
  readonly confirmations: readonly CompetenceConfirmation[];
}

/** Whose word is needed: both officers of the council that would lose its say, and the council that would get it. */
export const CONFIRMING_ROLES = ['or_chair', 'or_secretary', 'group_officer'] as const;
export type ConfirmingRole = (typeof CONFIRMING_ROLES)[number];

/** One person of each role, three persons in all, and none of them the one who claimed it. */
export const missingFrom = ({ confirmations, claimedBy }: Pick<Competence, 'confirmations' | 'claimedBy'>): readonly ConfirmingRole[] => {
  const counted = new Set([claimedBy]);
  return CONFIRMING_ROLES.filter((role) => {
    const one = confirmations.find(({ byRole, byPerson }) => byRole === role && !counted.has(byPerson));
    if (one) counted.add(one.byPerson);
    return !one;
  });
};

/** The newest claim that nobody turned down; what it says counts when nobody is missing from it. */
export const openClaim = (claims: readonly Competence[]): Competence | null => claims.findLast(({ endedAt }) => endedAt === null) ?? null;

/** The group council that is competent; null while the local one is. */
export const competentLevel = (claims: readonly Competence[]): GroupLevel | null => {
  const claim = openClaim(claims);
  return claim && missingFrom(claim).length === 0 ? claim.level : null;
};
