import { sha256 } from '../../src/kernel/canonical.js';
import type { TestApp } from './app.js';

/** Everything that one observer got to see of one address. */
export interface Sight {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** Somebody who looks, with the same session in every world. */
export interface Observer {
  readonly role: string;
  readonly personId: string;
  readonly token: string;
  readonly mail: string;
}

/** A session of this person in this role, with a token that is the same in every world. */
export const letIn = async (world: TestApp, { role, personId, token }: Observer): Promise<void> => {
  await world.database.asOwner('insert into sessions (token_hash, person_id, role, created_at, seen_at) values ($1, $2, $3, $4, $4)', [
    sha256(token),
    personId,
    role,
    world.clock.now(),
  ]);
};

/** Headers of the connection, not of the answer. */
const OF_THE_LINE: readonly string[] = ['date', 'connection', 'keep-alive', 'x-request-id'];

/** What chance draws anew for each answer, and the world's own address: neither says anything. */
const DRAWN: readonly (readonly [RegExp, string])[] = [
  [/(name="_idempotency" value=")[^"]*/g, '$1once'],
  [/(name="case" value=")[^"]*/g, '$1new'],
  [/(urn:countersign:reference:)[0-9A-Z-]*/g, '$1drawn'],
  [/(\/incidents\/)[a-z]+_[0-9A-Z]+/g, '$1drawn'],
  [/(class="cs-qr"[^]*?<path d=")[^"]*/g, '$1address'],
  [/<!-- +-->/g, '<!-- filled up -->'],
];
/** The key for an app that makes codes, which its page draws anew each time. */
const NEW_KEY = /((?:cs-code--large">|secret=))[A-Z2-7 ]*/g;
/** In the demo the page fills in the code that belongs to it. */
const ITS_CODE = /(name="code" type="text" value=")\d{6}/;
/** Acts that a job records have a reference of their own in each world; pages of a tool list them. */
const OF_A_TOOL = /^\/(measurements|tools|council\/tools)\/t_/;
const REFERENCE = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/g;
const settled = (text: string, world: TestApp, path: string): string => {
  const own = text.replaceAll(world.url, 'https://world').replaceAll(new URL(world.url).host, 'world');
  const drawn = DRAWN.reduce((all, [pattern, with_]) => all.replace(pattern, with_), own);
  if (OF_A_TOOL.test(path)) return drawn.replace(REFERENCE, 'reference');
  return path === '/settings/me/code' ? drawn.replace(NEW_KEY, '$1key').replace(ITS_CODE, '$1code') : drawn;
};

export const look = async (world: TestApp, { token }: Observer, path: string, init: RequestInit = {}): Promise<Sight> => {
  const headers = new Headers(init.headers);
  headers.set('cookie', `__Host-sid=${token}`);
  headers.set('sec-fetch-site', 'same-origin');
  const response = await fetch(new URL(path, world.url), { ...init, headers, redirect: 'manual' });
  const bytes = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const shown = [...response.headers].filter(([name]) => !OF_THE_LINE.includes(name)).map(([name, value]) => `${name}: ${value}`);
  return { status: response.status, headers: settled(shown.join('\n'), world, path), body: settled(bytes, world, path) };
};

/** Where two sights part, in a few words; null where not a byte differs. */
export const difference = (one: Sight, other: Sight): string | null => {
  if (one.status !== other.status) return `answers ${one.status} and ${other.status}`;
  if (one.headers !== other.headers) return `headers ${parting(one.headers, other.headers)}`;
  return one.body === other.body ? null : `body ${parting(one.body, other.body)}`;
};

const parting = (one: string, other: string): string => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `part at ${at}: ${around(one)} and ${around(other)}`;
};
