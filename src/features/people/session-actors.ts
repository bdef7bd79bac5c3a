import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import type { Language } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { Problem } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ActorSource, type AppRequest, ClockToken, GUEST, isApi, isUntraced, Throttle, type Visitor } from '../../platform/http/index.js';
import { isLive, needsTouch } from './domain/sessions.js';
import { ProgramKeys } from './keys/program-keys.js';
import { LANGUAGE_COOKIE, SESSION_COOKIE } from './cookies.js';
import { hashOfToken, readSession, touchSession } from './sessions.repository.js';

const languageOf = (value: unknown): Language | null => (value === 'nl' || value === 'en' ? value : null);
export const askedLanguage = (request: AppRequest): Language | null => languageOf((request.query as { lang?: unknown } | null)?.lang);

const csrfOf = (token: string): string => createHmac('sha256', token).update('csrf').digest('base64url');

/** Of one key: ten a second, all day long. */
const MOST_A_MINUTE = 600;

/** Finds out who asks: by the session cookie, or for programs by their key. */
@Injectable()
export class SessionActors extends ActorSource {
  private readonly requests = new Throttle(MOST_A_MINUTE);

  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly programs: ProgramKeys,
  ) {
    super();
  }

  override async visitor(request: AppRequest, recent = false): Promise<Visitor> {
    if (isApi(request.url) && request.headers.authorization !== undefined) return this.program(request, recent);
    if (isUntraced(request.url)) return { ...GUEST, language: askedLanguage(request) ?? 'nl' };
    const token = request.cookies[SESSION_COOKIE];
    return (token && (await this.signedIn(token, askedLanguage(request)))) || this.guest(request);
  }

  /** A program: the key alone counts, whatever cookie came with it. */
  private async program(request: AppRequest, recent: boolean): Promise<Visitor> {
    const header = request.headers.authorization;
    const holder = recent ? await this.programs.recentHolder(header) : await this.programs.holder(header);
    if (!holder) return this.guest(request);
    if (!recent) this.mustWait(holder.id);
    const language = askedLanguage(request) ?? holder.language;
    const actor = { personId: holder.personId, role: holder.role, roles: holder.roles, language };
    return { actor, sessionId: null, language, personName: null, csrf: '', key: { id: holder.id, scopes: holder.scopes } };
  }

  /** Decisions are asked for thousands of times a second and change nothing: they are not counted. */
  private mustWait(keyId: string): void {
    const now = this.clock.now();
    if (!this.requests.lets(keyId, now)) throw new Problem(429, 'rate.exceeded', [], { retryAfter: this.requests.secondsLeft(now) });
  }

  private guest(request: AppRequest): Visitor {
    return { ...GUEST, language: askedLanguage(request) ?? languageOf(request.cookies[LANGUAGE_COOKIE]) ?? 'nl' };
  }

  private async signedIn(token: string, asked: Language | null): Promise<Visitor | null> {
    const now = this.clock.now();
    const sessionId = hashOfToken(token);
    const session = await this.transactions.read((tx) => readSession(tx, sessionId, dayOf(now)));
    if (!session || !isLive(session, now) || !session.roles.includes(session.role)) return null;
    if (needsTouch(session, now)) await this.transactions.run((tx) => touchSession(tx, sessionId, now));
    const language = asked ?? session.language;
    const actor = { personId: session.personId, role: session.role, roles: session.roles, language };
    return { actor, sessionId, language, personName: session.name, csrf: csrfOf(token) };
  }
}
