import type { Condition, CouncilDecision, DecisionWord, FinalDecision } from './case-file.js';

/** The conditions of a decision that the employer's decision does not take over. */
export const leftOutBy = (decision: Pick<CouncilDecision, 'conditions'>, final: Pick<FinalDecision, 'takesOver'>): readonly Condition[] =>
  decision.conditions.filter(({ id }) => !final.takesOver.includes(id));

/** Each decision with the moment at which the employer left one of its conditions out: from then on it counts as refused. */
export const withTakeovers = (decisions: readonly CouncilDecision[], finals: readonly FinalDecision[]): CouncilDecision[] =>
  decisions.map((decision) => {
    const final = finals.findLast(({ decisionId }) => decisionId === decision.id);
    return { ...decision, leftOutAt: final && leftOutBy(decision, final).length > 0 ? final.decidedAt : null };
  });

/** What a decision amounts to. A consent whose conditions were not all taken over is none. */
export const wordOf = ({ decision, leftOutAt }: Pick<CouncilDecision, 'decision' | 'leftOutAt'>): DecisionWord =>
  leftOutAt ? 'refused' : decision;
