import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../../kernel/actor.js';
import { sha256 } from '../../../kernel/canonical.js';
import type { Clock } from '../../../kernel/clock.js';
import { newId, newSecret } from '../../../kernel/ids.js';
import { notFound, Problem, refused } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken, Throttle } from '../../../platform/http/index.js';
import { recordConfidential } from '../../evidence/index.js';
import { confirmIdentity, type Identity, identityAsked, type IdentityAsked, namesOf, readFile } from '../../people/index.js';
import { roomOf } from '../../council/index.js';
import { knownRequest, personIn, requestKnownTo } from '../acting.js';
import { type Bundle, readBundle } from '../bundle.js';
import { answerFileOf, type Question, readQuestions } from '../questions/questions.repository.js';
import { type FoundRequest, readSnapshot } from '../requests.repository.js';
import { beginsVisit, expiryOf, type GuestLinkRow, isOpen, linkState, OPEN_LINKS_PER_CASE } from './guest-link.js';
import { findByToken, findLink, insertEnd, insertLink, insertOpening, listLinks, lockLinks } from './guests.repository.js';

const MEMBERS: readonly Role[] = ['or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer'];
const OFFICERS: readonly Role[] = ['or_chair', 'or_secretary', 'pvt_contact', 'group_officer'];
const OPENED_A_MINUTE = 60;
const UNKNOWN_A_MINUTE = 120;

export interface ShownLink extends GuestLinkRow {
  readonly state: 'open' | 'ended' | 'expired';
  readonly maker: string;
}
export interface ReadLinks {
  readonly request: FoundRequest;
  readonly links: readonly ShownLink[];
  readonly mayMake: boolean;
  readonly identity: IdentityAsked;
}
export interface Opened {
  readonly request: FoundRequest;
  readonly bundle: Bundle | null;
  readonly questions: readonly Question[];
  readonly expiresAt: Date;
}

/** Read-only links to one case, for an expert or union adviser of the body. The employer sees nothing of them. */
@Injectable()
export class GuestsService {
  private readonly known = new Throttle(OPENED_A_MINUTE);
  private readonly unknown = new Throttle(UNKNOWN_A_MINUTE);

  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  links(actor: Actor, requestId: string): Promise<ReadLinks> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const { request, body } = await this.caseOf(tx, actor, requestId, MEMBERS);
      const links = await listLinks(tx, body, requestId);
      const names = await namesOf(tx, [...new Set(links.map(({ madeBy }) => madeBy))]);
      return {
        request,
        links: links.map((link) => ({ ...link, state: linkState(link, now), maker: names.get(link.madeBy) ?? '' })),
        mayMake: OFFICERS.some((role) => role === actor.role),
        identity: await identityAsked(tx, now, actor),
      };
    });
  }

  /** Answers the token, once: only its hash is kept. */
  make(actor: Actor, requestId: string, typed: { madeFor: string; days: number }, identity: Identity): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const { body, person } = await this.caseOf(tx, actor, requestId, OFFICERS);
      await confirmIdentity(tx, now, actor, identity);
      await lockLinks(tx, requestId);
      const open = (await listLinks(tx, body, requestId)).filter((link) => isOpen(link, now));
      if (open.length >= OPEN_LINKS_PER_CASE) throw refused('guest.too-many');
      const [id, token, expiresAt] = [newId('l'), newSecret(), expiryOf(now, typed.days)];
      await insertLink(tx, {
        id,
        requestId,
        body,
        tokenHash: sha256(token),
        madeFor: typed.madeFor,
        madeBy: person,
        madeAt: now,
        expiresAt,
      });
      await recordConfidential(tx, now, { kind: 'guest-link.made', subject: id, person, days: typed.days });
      return token;
    });
  }

  /** Takes a link back at once. Any member may: closing a door is never urgent for one person only. */
  end(actor: Actor, requestId: string, linkId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const { body, person } = await this.caseOf(tx, actor, requestId, MEMBERS);
      await lockLinks(tx, requestId);
      const link = await findLink(tx, body, requestId, linkId);
      if (!link) throw notFound();
      if (!isOpen(link, now)) throw refused('guest.over');
      await insertEnd(tx, linkId, person, now);
      await recordConfidential(tx, now, { kind: 'guest-link.ended', subject: linkId, person });
    });
  }

  /** What the guest reads; null where no open link has this token. That somebody came is noted, once a visit. */
  async open(token: string): Promise<Opened | null> {
    const now = this.clock.now();
    const link = await this.transactions.read((tx) => findByToken(tx, sha256(token)));
    this.refuseTooMany(link && isOpen(link, now) ? link : null, now);
    if (!link || !isOpen(link, now)) return null;
    return this.transactions.run(async (tx) => {
      if (beginsVisit(link.lastOpenedAt, now)) {
        await insertOpening(tx, link.id, now);
        await recordConfidential(tx, now, { kind: 'guest-link.opened', subject: link.id });
      }
      const request = await knownRequest(tx, link.requestId);
      const bundle = readBundle(await readSnapshot(tx, link.requestId));
      return { request, bundle, questions: await readQuestions(tx, link.requestId), expiresAt: link.expiresAt };
    });
  }

  /** A file that came with an answer in the case of this link; for any other it does not exist. */
  answerFile(token: string, questionId: string, fileId: string) {
    const now = this.clock.now();
    return this.transactions.read(async (tx) => {
      const link = await findByToken(tx, sha256(token));
      this.refuseTooMany(link && isOpen(link, now) ? link : null, now);
      const known = link && isOpen(link, now) ? await answerFileOf(tx, link.requestId, questionId, fileId) : null;
      const stored = known && (await readFile(tx, known));
      if (!stored) throw notFound();
      return stored;
    });
  }

  /** Who guesses gets few tries; who holds a link is not kept out by who guesses. */
  private refuseTooMany(link: GuestLinkRow | null, now: Date): void {
    const lets = link ? this.known.lets(link.id, now) : this.unknown.lets('unknown', now);
    if (!lets) throw new Problem(429, 'rate.exceeded');
  }

  private async caseOf(
    tx: Tx,
    actor: Actor,
    requestId: string,
    roles: readonly Role[],
  ): Promise<{ request: FoundRequest; body: string; person: string }> {
    const body = roomOf(actor);
    if (!body) throw notFound();
    return { request: await requestKnownTo(tx, actor, requestId), body, person: personIn(actor, roles) };
  }
}
