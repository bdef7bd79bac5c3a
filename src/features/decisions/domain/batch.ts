import { Problem } from '../../../kernel/problem.js';
import { type Decision, denied } from './decision.js';
import { malformed, objectOf, type Question, readQuestion } from './question.js';

const SEMANTICS = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
export type Semantic = (typeof SEMANTICS)[number];

/** More questions than this in one request are refused with 400. */
const MOST_IN_A_BATCH = 1000;

export interface Batch {
  readonly semantic: Semantic;
  /** A question, or the answer to one that could not be read. */
  readonly items: readonly (Question | Decision)[];
}

type Members = Readonly<Record<string, unknown>>;

const semanticOf = (options: unknown): Semantic => {
  if (options === undefined) return 'execute_all';
  const wanted = objectOf(options, 'options')['evaluations_semantic'];
  if (wanted === undefined) return 'execute_all';
  const known = SEMANTICS.find((semantic) => semantic === wanted);
  if (!known) throw malformed('options.evaluations_semantic', 'isIn');
  return known;
};

const KEYS = ['subject', 'action', 'resource', 'context'] as const;

/** Top-level members stand in for what an item leaves out, each as a whole: nothing is merged. */
const withDefaults = (body: Members, item: Members): Members =>
  Object.fromEntries(KEYS.map((key) => [key, key in item ? item[key] : body[key]]));

const readItem = (members: Members): Question | Decision => {
  try {
    return readQuestion(members);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [fault] = error.reasons;
    return denied([], [], { error: { status: 400, message: `${fault?.field ?? ''}: ${fault?.code ?? ''}` } });
  }
};

/** Reads a request for several decisions; null when it holds one question, as of a single evaluation. */
export const readBatch = (body: Members): Batch | null => {
  const asked = body['evaluations'];
  if (asked === undefined) return null;
  if (!Array.isArray(asked)) throw malformed('evaluations', 'isArray');
  if (asked.length === 0) return null;
  if (asked.length > MOST_IN_A_BATCH) throw malformed('evaluations', 'arrayMaxSize');
  for (const key of KEYS) if (body[key] !== undefined) objectOf(body[key], key);
  const items = asked.map((item: unknown, index) => readItem(withDefaults(body, objectOf(item, `evaluations.${index}`))));
  return { semantic: semanticOf(body['options']), items };
};

/** Whether this answer ends the batch: then what follows is neither asked nor answered. */
export const endsBatch = (semantic: Semantic, { decision }: Decision): boolean =>
  (semantic === 'deny_on_first_deny' && !decision) || (semantic === 'permit_on_first_permit' && decision);
