import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound, type Reason } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { identityAsked, type IdentityAsked, namesOf, organisationFacts, readFile, type StoredFile } from '../people/index.js';
import { countInScope, findTool, latestVersion, readVersion, valueLabel, type Version, versionAt } from '../tools/index.js';
import { type CaseInHand, caseOf, knownRequest, versionInHand } from './acting.js';
import { findClaim } from './acts.repository.js';
import { Attachments, type AttachmentFacts } from './attachments.js';
import { type Bundle, onePagerInputOf, readBundle } from './bundle.js';
import { type CaseState, readCaseState } from './case/case-state.repository.js';
import { claimConfirmersOf } from './claim.service.js';
import { isGroupReader } from './competence/readers.js';
import { ChainCheck } from './chain-check.js';
import { standingOf } from './domain/body.js';
import { isInformed } from './mailing.repository.js';
import { lightCases } from './frameworks/light-acts.repository.js';
import { onePager, type OnePager } from './one-pager/one-pager.js';
import { informationsFor, openClaims, openDisputes, openRulings } from './overview-items.repository.js';
import { hasRun, listAnnouncements, listCases } from './overview.repository.js';
import { type MailedPaper, readMailed } from './papers/mailed-papers.repository.js';
import { runningVotes } from './voting/running-votes.js';
import { findDraft, type FoundRequest, readSnapshot, type RequestDraft } from './requests.repository.js';

/** What every page of a case rests on; each part of a page reads the rest by itself. */
export interface ReadCase extends CaseState {
  readonly request: FoundRequest;
  readonly inHand: CaseInHand;
  readonly run: 'running' | 'ended' | null;
  /** Of those who recorded or confirmed a decision. */
  readonly names: ReadonlyMap<string, string>;
}

export const readCaseIn = async (tx: Tx, requestId: string): Promise<ReadCase> => {
  const request = await knownRequest(tx, requestId);
  const inHand = await caseOf(tx, await versionInHand(tx, request));
  const acted = inHand.file.decisions.flatMap(({ recordedBy, confirmedBy }) => [recordedBy, confirmedBy ?? recordedBy]);
  return {
    request,
    inHand,
    run: await hasRun(tx, request.versionId),
    names: await namesOf(tx, [...new Set(acted)]),
    ...(await readCaseState(tx, request.toolId, requestId)),
  };
};
export interface ReadPreparation {
  readonly version: Version;
  readonly draft: RequestDraft | null;
  readonly inHand: CaseInHand;
  readonly attached: AttachmentFacts;
  readonly unmet: readonly Reason[];
  readonly onePage: OnePager;
  readonly identity: IdentityAsked;
}

/** Everything that the pages of the consultation show. It writes nothing. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly chain: ChainCheck,
    private readonly attachments: Attachments,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  council(actor: Actor) {
    return this.transactions.read(async (tx) => ({
      cases: await listCases(tx),
      body: standingOf(await organisationFacts(tx)).body,
      lights: await lightCases(tx),
      claims: await openClaims(tx),
      rulings: await openRulings(tx),
      disputes: await openDisputes(tx),
      votes: await runningVotes(tx, actor, this.clock.now()),
    }));
  }

  /** For a reader who may know of some cases only: `of`. */
  readCase(requestId: string, of?: Actor): Promise<ReadCase> {
    return this.transactions.read(async (tx) => {
      const read = await readCaseIn(tx, requestId);
      if (of && !isGroupReader(of, read.inHand.standing)) throw notFound();
      return read;
    });
  }

  /** What the council saw, as it was when the request was sent. */
  sent(requestId: string): Promise<{ readonly request: FoundRequest; readonly bundle: Bundle | null }> {
    return this.transactions.read(async (tx) => ({
      request: await knownRequest(tx, requestId),
      bundle: readBundle(await readSnapshot(tx, requestId)),
    }));
  }

  preparation(actor: Actor, toolId: string, number: number): Promise<ReadPreparation> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const version = await versionAt(tx, toolId, number);
      const attached = await this.attachments.of(tx, version.id, now);
      const people = await countInScope(tx, version.id, dayOf(now));
      return {
        version,
        draft: await findDraft(tx, version.id),
        inHand: await caseOf(tx, version),
        attached,
        unmet: await this.chain.unmetFor(tx, version.id, 'send_request', now),
        onePage: onePager(onePagerInputOf(version, attached, people), valueLabel, actor.language),
        identity: await identityAsked(tx, now, actor),
      };
    });
  }

  /** What stands in the way of the final decision, and what it takes over. */
  finalForm(actor: Actor, toolId: string, number: number) {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const version = await versionAt(tx, toolId, number);
      const unmet = await this.chain.unmetFor(tx, version.id, 'final_decision', now);
      return { version, inHand: await caseOf(tx, version), unmet, identity: await identityAsked(tx, now, actor) };
    });
  }

  versionForm(actor: Actor, toolId: string, number: number) {
    return this.transactions.read(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      return { version, inHand: await caseOf(tx, version), identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  toolForm(actor: Actor, toolId: string) {
    return this.transactions.read(async (tx) => {
      if (!(await findTool(tx, toolId))) throw notFound();
      const version = await latestVersion(tx, toolId);
      return { toolId, toolName: version.toolName, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  claimForm(actor: Actor, claimId: string) {
    return this.transactions.read(async (tx) => {
      const claim = await findClaim(tx, claimId);
      const open = (await openClaims(tx)).find(({ id }) => id === claimId);
      if (!claim || !open) throw notFound();
      const { standing } = await caseOf(tx, await readVersion(tx, claim.versionId));
      if (!claimConfirmersOf(standing).some((role) => role === actor.role)) throw notFound();
      return { claim: open, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  identity(actor: Actor): Promise<IdentityAsked> {
    return this.transactions.read((tx) => identityAsked(tx, this.clock.now(), actor));
  }

  paper(mailingId: string, language: Language): Promise<MailedPaper> {
    return this.transactions.read(async (tx) => found(await readMailed(tx, mailingId, language)));
  }

  minutesFile(requestId: string, meetingId: string): Promise<StoredFile & { readonly bytes: Buffer }> {
    return this.transactions.read(async (tx) => {
      const { file } = await caseOf(tx, await versionInHand(tx, await knownRequest(tx, requestId)));
      const meeting = file.meetings.find(({ id, requestId: on }) => id === meetingId && on === requestId);
      return found(meeting?.minutesFileId ? await readFile(tx, meeting.minutesFileId) : null);
    });
  }

  informations(actor: Actor) {
    return this.transactions.read(async (tx) => ({
      requests: await informationsFor(tx, actor.personId ?? ''),
      announcements: await listAnnouncements(tx, actor.personId ?? '', actor.language),
    }));
  }

  /** For somebody who was told: where no council speaks for the staff, everyone in scope. */
  information(actor: Actor, requestId: string): Promise<{ request: FoundRequest; bundle: Bundle | null; inHand: CaseInHand }> {
    return this.transactions.read(async (tx) => {
      const request = await knownRequest(tx, requestId);
      if (!(await this.mayRead(tx, actor, request))) throw notFound();
      return { request, bundle: readBundle(await readSnapshot(tx, requestId)), inHand: await caseOf(tx, await versionInHand(tx, request)) };
    });
  }

  private mayRead(tx: Tx, actor: Actor, request: FoundRequest): Promise<boolean> {
    return actor.personId ? isInformed(tx, request.reference, actor.personId) : Promise.resolve(false);
  }
}

const found = <T>(row: T | null): T => {
  if (row === null) throw notFound();
  return row;
};
