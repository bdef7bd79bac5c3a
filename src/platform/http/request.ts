import type { FastifyRequest } from 'fastify';
import type { Actor, Language } from '../../kernel/actor.js';
import type { Scope } from '../../kernel/scopes.js';

/** What the doors know about a request, put there by the guard before any handler runs. */
export interface Visitor {
  readonly actor: Actor | null;
  /** SHA-256 of the session token, to tell sessions apart without holding the token. */
  readonly sessionId: string | null;
  readonly language: Language;
  readonly personName: string | null;
  /** Hidden in every form of this session and compared on every unsafe request. */
  readonly csrf: string;
  /** The key by which a program asks for this person; absent for people. */
  readonly key?: { readonly id: string; readonly scopes: readonly Scope[] };
}

export type AppRequest = FastifyRequest & { visitor?: Visitor };

export const GUEST: Visitor = { actor: null, sessionId: null, language: 'nl', personName: null, csrf: '' };
export const visitorOf = (request: AppRequest): Visitor => request.visitor ?? GUEST;

/** Programs get problem+json; people get a page. */
export const isApi = (path: string): boolean => /^\/(api|access|health|\.well-known)(\/|$)/.test(path);

/** The decision API: its errors are 400, 401, 403 and 500 alone, and it gives back the id that a request came with (AuthZEN 1.0). */
export const isDecision = (path: string): boolean => /^\/access(\/|$|\?)/.test(path);
