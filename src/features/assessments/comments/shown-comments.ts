import type { Language } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import { acceptedFingerprints, readVersion, type Version } from '../../tools/index.js';
import { adviceOn } from '../advice.repository.js';
import { type AnswerComment, placeOf, standingComments } from '../domain/answer-comments.js';
import { answersOf } from './answers.js';
import { commentActs } from './comments.repository.js';

/** A comment with the question that it is about, in the reader's language. */
export interface ShownComment extends AnswerComment {
  readonly question: string;
  readonly row: string | null;
}
/** What the DPO said of single answers, with the advice that it came with. */
export interface ShownComments {
  /** The version that was advised on. */
  readonly number: number;
  readonly comments: readonly ShownComment[];
}
const NO_COMMENTS: ShownComments = { number: 0, comments: [] };

const named = (version: Version, comments: readonly AnswerComment[], language: Language): readonly ShownComment[] => {
  const answers = new Map(answersOf(version, language).map((one) => [placeOf(one), one]));
  return comments.map((one) => {
    const answer = answers.get(placeOf(one));
    return { ...one, question: answer?.question ?? '', row: answer?.row ?? null };
  });
};

/** Comments on one question for advice, in the words of the version that was advised on. */
export const commentsOn = async (tx: Tx, requestId: string, version: Version, language: Language): Promise<readonly ShownComment[]> =>
  named(version, standingComments(await commentActs(tx, requestId)), language);

/** What came with an advice that was given: on this version, or while none was, on the one that it follows. Nothing before the advice is given. */
export const shownComments = async (tx: Tx, version: Version, language: Language): Promise<ShownComments> => {
  const own = await adviceOn(tx, version.toolId, await acceptedFingerprints(tx, version.toolId, version.fingerprint));
  const earlier = own || !version.followsId ? null : await readVersion(tx, version.followsId);
  const advice =
    own ?? (earlier && (await adviceOn(tx, version.toolId, await acceptedFingerprints(tx, version.toolId, earlier.fingerprint))));
  if (!advice) return NO_COMMENTS;
  const advised = advice.versionId === version.id ? version : await readVersion(tx, advice.versionId);
  return { number: advised.number, comments: await commentsOn(tx, advice.requestId, advised, language) };
};
