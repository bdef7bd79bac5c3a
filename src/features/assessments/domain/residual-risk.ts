export const GRADES = ['low', 'medium', 'high'] as const;
export type Grade = (typeof GRADES)[number];

/** What is left when a risk's measure is taken. */
export interface Risk {
  readonly who: string;
  readonly what: string;
  readonly chance: Grade;
  readonly harm: Grade;
  readonly measure: string;
  readonly measureOwner: string;
  readonly rest: Grade;
}

/** A lower residual risk than the rows say: it counts once the DPO has seen the reason. */
export interface LoweredRisk {
  readonly residualRisk: Grade;
  readonly reason: string;
  readonly seen: boolean;
}

export const isGrade = (value: unknown): value is Grade => GRADES.some((grade) => grade === value);
const rank = (grade: Grade): number => GRADES.indexOf(grade);

/** The highest rest of all rows; null without rows. */
export const highestRest = (risks: readonly Pick<Risk, 'rest'>[]): Grade | null =>
  risks.reduce<Grade | null>((top, { rest }) => (top === null || rank(rest) > rank(top) ? rest : top), null);

/** The residual risk that counts: the highest row, or lower when the DPO has seen why. */
export const residualRisk = (highest: Grade | null, lowered: LoweredRisk | null): Grade | null => {
  if (highest === null || !lowered || !lowered.seen) return highest;
  return rank(lowered.residualRisk) < rank(highest) ? lowered.residualRisk : highest;
};
export const isLower = (than: Grade | null, grade: Grade): boolean => than !== null && rank(grade) < rank(than);
