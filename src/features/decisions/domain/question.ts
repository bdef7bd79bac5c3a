import { Problem } from '../../../kernel/problem.js';

/** One question of OpenID AuthZEN 1.0, 5: may this subject do this action on this resource? */
export interface Question {
  readonly subject: Entity;
  readonly action: Act;
  readonly resource: Entity;
}

export interface Entity {
  readonly type: string;
  /** Empty in a search for it. */
  readonly id: string;
  /** Whom the agent wants to measure. It can only narrow: an agent that may measure nobody else is asked about this person alone. */
  readonly person: string | null;
}

export interface Act {
  readonly name: string;
  /** What is to be collected. It can only narrow: what the version does not hold is refused. */
  readonly measure: string | null;
}

type Members = Readonly<Record<string, unknown>>;

/** A member that is missing or of the wrong type: 400, naming it. */
export const malformed = (field: string, code: string): Problem => new Problem(400, 'input.unusable', [{ code: `field.${code}`, field }]);

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOf = (value: unknown, field: string): Members => {
  if (!isObject(value)) throw malformed(field, value === undefined ? 'isDefined' : 'isObject');
  return value;
};

const WRITTEN = /^[\x21-\x7e]{1,200}$/;
/** Whether anything here could have this id. What could not is nothing: no store is asked for it. */
export const couldBe = (id: string): boolean => WRITTEN.test(id);

const textOf = (value: unknown, field: string): string => {
  if (typeof value !== 'string') throw malformed(field, value === undefined ? 'isDefined' : 'isString');
  return value;
};

/** `properties` and `context` are objects where they are given. Nothing is decided by them: the facts are the product's own. */
const hintsOf = (value: unknown, field: string): Members => (value === undefined ? {} : objectOf(value, field));

const hint = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** `searched`: its id may be left out, and is ignored. */
const entityOf = (value: unknown, field: string, searched = false): Entity => {
  const entity = objectOf(value, field);
  const type = textOf(entity['type'], `${field}.type`);
  const id = searched ? '' : textOf(entity['id'], `${field}.id`);
  return { type, id, person: hint(hintsOf(entity['properties'], `${field}.properties`)['person']) };
};

const actOf = (value: unknown): Act => {
  const action = objectOf(value, 'action');
  const name = textOf(action['name'], 'action.name');
  return { name, measure: hint(hintsOf(action['properties'], 'action.properties')['measure']) };
};

export type Searched = 'subject' | 'resource' | 'action';
const ANY_ACT: Act = { name: '', measure: null };

/** Reads one question; what it does not know it passes over. Throws 400 naming the first member that is missing or of the wrong type. */
export const readQuestion = (body: Members, searched?: Searched): Question => {
  const subject = entityOf(body['subject'], 'subject', searched === 'subject');
  const action = searched === 'action' ? ANY_ACT : actOf(body['action']);
  const resource = entityOf(body['resource'], 'resource', searched === 'resource');
  hintsOf(body['context'], 'context');
  return { subject, action, resource };
};
