import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { arrayText } from './array-text.js';

/** As many statements as a session keeps, and as many as are remembered for having been asked once. */
const MOST = 1000;
const UNNAMED = '';
const names = new Map<string, string>();
const askedOnce = new Set<string>();
const mayBeNamed = (text: string): boolean =>
  names.size < MOST && /^\s*(select|insert|update|delete|with)\b/i.test(text) && !text.includes(';');

/** The name under which a session keeps this statement: from the second time on that any session asks it. */
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (askedOnce.delete(text)) {
    const name = createHash('sha256').update(text).digest('base64url');
    names.set(text, name);
    return name;
  }
  if (!mayBeNamed(text)) return UNNAMED;
  askedOnce.add(text);
  for (const oldest of askedOnce) {
    if (askedOnce.size <= MOST) break;
    askedOnce.delete(oldest);
  }
  return UNNAMED;
};

/** After a migration a kept `select *` would answer other columns, which PostgreSQL refuses: from then on it is asked under no name. */
const forgetWhenStale = (text: string, answer: unknown): unknown => {
  if (answer instanceof Promise)
    answer.catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.routine === 'RevalidateCachedQuery') names.set(text, UNNAMED);
    });
  return answer;
};

/** What is asked in one turn goes out in one piece. */
const sendTogether = (stream: Duplex | undefined): void => {
  if (!stream || stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
};

const asSent = (value: unknown): unknown => (Array.isArray(value) ? (arrayText(value) ?? value) : value);

/** The library's connection, which its published types leave out. */
interface WithConnection {
  readonly connection?: { readonly stream?: Duplex };
}

/**
 * A connection on which PostgreSQL reads and plans a statement once, not each time it is asked: a gate is some eighty statements, the same ones for
 * every tool, and planning them took longer than answering them. What is asked before an earlier answer came is sent all the same.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true });
    const plain = this.query.bind(this) as (...given: readonly unknown[]) => unknown;
    const query = (...given: readonly unknown[]): unknown => {
      const [text, values, ...rest] = given;
      sendTogether((this as WithConnection).connection?.stream);
      if (typeof text !== 'string' || typeof values === 'function') return plain(...given);
      const name = nameOf(text);
      return name
        ? forgetWhenStale(text, plain({ name, text, values: Array.isArray(values) ? values.map(asSent) : [] }, ...rest))
        : plain(...given);
    };
    Object.assign(this, { query });
  }
}
