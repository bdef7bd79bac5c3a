/** The answers that name the row of a list that they stand in. */
export const NAME_OF_ROW: readonly string[] = [
  'purposes[].code',
  'tool.dataCategories[].code',
  'tool.recipients[].role',
  'processors[].name',
  'transfers[].country',
  'assessment.alternatives[].description',
];

/** What the DPO says of one answer: right as it is, or something to add. `none` takes an earlier comment back. */
export const COMMENT_VERDICTS = ['agreed', 'add', 'none'] as const;
export type CommentVerdict = (typeof COMMENT_VERDICTS)[number];
export const MAX_COMMENT = 2000;
export const MAX_COMMENTS = 500;

export interface CommentAct {
  readonly attribute: string;
  readonly item: string;
  readonly verdict: CommentVerdict;
  readonly text: string;
}
export interface AnswerComment extends CommentAct {
  readonly verdict: Exclude<CommentVerdict, 'none'>;
}

export type Place = Pick<CommentAct, 'attribute' | 'item'>;
/** An answer by its name in forms: the attribute and the row. */
export const placeOf = ({ attribute, item }: Place): string => `${attribute}|${item}`;

const stands = (act: CommentAct): act is AnswerComment => act.verdict !== 'none';

/** The comments that stand: of each answer the last, in the order in which the answers were first commented on. */
export const standingComments = (acts: readonly CommentAct[]): readonly AnswerComment[] =>
  [...new Map(acts.map((act) => [placeOf(act), act])).values()]
    .filter(stands)
    .map(({ attribute, item, verdict, text }) => ({ attribute, item, verdict, text }));
