import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../../kernel/actor.js';
import type { Clock } from '../../../../kernel/clock.js';
import { newId, newReference, readCrockford } from '../../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../../platform/database/index.js';
import { ClockToken } from '../../../../platform/http/index.js';
import { record } from '../../../evidence/index.js';
import {
  confirmIdentity,
  type Identity,
  identityAsked,
  type IdentityAsked,
  namesOf,
  readFile,
  type StoredFile,
  storeFile,
} from '../../../people/index.js';
import { personIn, requestKnownTo } from '../../acting.js';
import { mailAboutCase, peopleOf } from '../../case/case-mails.js';
import { consultationPaths } from '../../consultation.paths.js';
import type { FoundRequest } from '../../requests.repository.js';
import { PaperService } from '../paper.service.js';
import { witnessesOf } from '../witnesses.js';
import type { Signable, SignedPaper, SignedSide } from '../domain/signed-paper.js';
import { insertSignedPaper, insertSignedPaperEnd, signedPapersOf } from './signed-papers.repository.js';

export interface OnPaper {
  readonly request: FoundRequest;
  readonly paper: Signable;
}
export interface ReadSignedPaper extends OnPaper {
  readonly scans: readonly SignedPaper[];
  readonly waiting: SignedPaper | null;
  readonly names: ReadonlyMap<string, string>;
  /** A member of the body may add a scan; any of them but who added it compares it. */
  readonly mayAdd: boolean;
  readonly mayCheck: boolean;
  readonly identity: IdentityAsked;
}
interface Scan {
  readonly side: SignedSide;
  readonly bytes: Uint8Array;
  readonly name: string;
}

const SCANS = /\.(pdf|jpe?g|png)$/i;

/** A paper of a case signed with a pen: one member adds the scan, another says that it is of this paper. It takes no act's place. */
@Injectable()
export class SignedPaperService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly papers: PaperService,
  ) {}

  async read(actor: Actor, requestId: string, paper: Signable): Promise<ReadSignedPaper> {
    await this.papers.read(actor, requestId, paper, 'nl');
    return this.transactions.read(async (tx) => {
      const request = await requestKnownTo(tx, actor, requestId);
      const scans = (await signedPapersOf(tx, requestId)).filter((one) => one.paper === paper);
      const waiting = scans.find(({ outcome }) => outcome === null) ?? null;
      const member = witnessesOf(request.body).some((role) => role === actor.role);
      return {
        request,
        paper,
        scans,
        waiting,
        names: await namesOf(tx, [...new Set(scans.flatMap(({ uploadedBy, endedBy }) => [uploadedBy, endedBy ?? uploadedBy]))]),
        mayAdd: member && waiting === null,
        mayCheck: member && waiting !== null && waiting.uploadedBy !== actor.personId,
        identity: await identityAsked(tx, this.clock.now(), actor),
      };
    });
  }

  /** It says nothing yet: another member has to compare it with the paper. */
  async add(actor: Actor, requestId: string, paper: Signable, scan: Scan, identity: Identity): Promise<string> {
    const { reference: paperReference } = await this.papers.read(actor, requestId, paper, 'nl');
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const request = await requestKnownTo(tx, actor, requestId);
      const person = personIn(actor, witnessesOf(request.body));
      await confirmIdentity(tx, now, actor, identity);
      if ((await signedPapersOf(tx, requestId)).some((one) => one.paper === paper && one.outcome === null)) throw refused('paper.waiting');
      if (!SCANS.test(scan.name)) throw unusable('scan', 'paper.kind');
      const file = await storeFile(tx, actor, now, { bytes: scan.bytes, name: scan.name, field: 'scan' });
      const [id, reference] = [newId('s'), newReference()];
      await insertSignedPaper(tx, {
        id,
        request_id: requestId,
        paper,
        paper_reference: paperReference,
        signed_by_side: scan.side,
        file_id: file.id,
        reference,
        uploaded_by: person,
        uploaded_at: now,
      });
      await mailAboutCase(tx, await peopleOf(tx, 'council', request.body), {
        kind: 'signed-paper.waiting',
        toolName: request.toolName,
        page: consultationPaths.signedPaper(requestId, paper),
      });
      const payload = { paper, of: paperReference, file: file.sha256, reference };
      return record(tx, actor, now, 'signed-paper.added', { toolId: request.toolId, subjectId: id }, payload);
    });
  }

  /** Another member read the reference from the scan, saw the signature, and says that it is of this paper. */
  confirm(
    actor: Actor,
    on: { readonly requestId: string; readonly paper: Signable },
    typed: { signedId: string; code: string },
    identity: Identity,
  ) {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const { request, signed, person } = await this.held(tx, actor, on, typed.signedId);
      await confirmIdentity(tx, now, actor, identity);
      if (signed.uploadedBy === person) throw refused('paper.same-person');
      if (readCrockford(typed.code) !== readCrockford(signed.paperReference)) throw unusable('code', 'paper.reference-other');
      await insertSignedPaperEnd(tx, {
        signed_id: signed.id,
        outcome: 'confirmed',
        reason: null,
        by_person: person,
        by_role: actor.role,
        at: now,
      });
      return record(tx, actor, now, 'signed-paper.confirmed', { toolId: request.toolId, subjectId: signed.id }, { paper: on.paper });
    });
  }

  /** The scan is of something else, or cannot be read; whoever added it may take it back this way too. */
  reject(actor: Actor, on: { readonly requestId: string; readonly paper: Signable }, signedId: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const { request, signed, person } = await this.held(tx, actor, on, signedId);
      await insertSignedPaperEnd(tx, {
        signed_id: signed.id,
        outcome: 'rejected',
        reason,
        by_person: person,
        by_role: actor.role,
        at: now,
      });
      return record(tx, actor, now, 'signed-paper.rejected', { toolId: request.toolId, subjectId: signed.id }, { paper: on.paper });
    });
  }

  scan(
    actor: Actor,
    on: { readonly requestId: string; readonly paper: Signable },
    signedId: string,
  ): Promise<StoredFile & { readonly bytes: Buffer }> {
    return this.transactions.read(async (tx) => {
      await requestKnownTo(tx, actor, on.requestId);
      const signed = (await signedPapersOf(tx, on.requestId)).find(({ id, paper }) => id === signedId && paper === on.paper);
      const file = signed ? await readFile(tx, signed.fileId) : null;
      if (!file) throw notFound();
      return file;
    });
  }

  private async held(
    tx: Tx,
    actor: Actor,
    on: { readonly requestId: string; readonly paper: Signable },
    signedId: string,
  ): Promise<{ request: FoundRequest; signed: SignedPaper; person: string }> {
    const request = await requestKnownTo(tx, actor, on.requestId);
    const person = personIn(actor, witnessesOf(request.body));
    const signed = (await signedPapersOf(tx, on.requestId)).find(({ id, paper }) => id === signedId && paper === on.paper);
    if (!signed) throw notFound();
    if (signed.outcome !== null) throw refused('paper.not-waiting');
    return { request, signed, person };
  }
}
