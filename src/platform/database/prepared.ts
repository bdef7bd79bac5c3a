import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements asked more than once in this process are few; those of which there are more are put together as they go, and stay unnamed. */
const MOST = 1000;
const UNNAMED = '';
const asked = new Map<string, string | null>();
const mayBeNamed = (text: string): boolean => /^\s*(select|insert|update|delete|with)\b/i.test(text) && !text.includes(';');

/** The name under which a session keeps this statement: from the second time on that any session asks it. */
const nameOf = (text: string): string => {
  const known = asked.get(text);
  if (known === undefined && asked.size < MOST) asked.set(text, mayBeNamed(text) ? null : UNNAMED);
  if (known === undefined) return UNNAMED;
  if (known !== null) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  asked.set(text, name);
  return name;
};

/** After a migration a kept `select *` would answer other columns, which PostgreSQL refuses: from then on it is asked under no name. */
const forgetWhenStale = (text: string, answer: unknown): unknown => {
  if (answer instanceof Promise)
    answer.catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.routine === 'RevalidateCachedQuery') asked.set(text, UNNAMED);
    });
  return answer;
};

/**
 * A connection on which PostgreSQL reads and plans a statement once, not each time it is asked: a gate is some eighty statements, the same ones for
 * every tool, and planning them took longer than answering them.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const plain = (...given: readonly unknown[]): unknown => Reflect.apply(pg.Client.prototype.query, this, given);
    const query = (...given: readonly unknown[]): unknown => {
      const [text, values, ...rest] = given;
      if (typeof text !== 'string' || typeof values === 'function') return plain(...given);
      const name = nameOf(text);
      return name ? forgetWhenStale(text, plain({ name, text, values: values ?? [] }, ...rest)) : plain(...given);
    };
    Object.assign(this, { query });
  }
}
