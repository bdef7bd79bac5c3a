import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, holdersOf, type Identity, identityAsked, namesOf, storeFile } from '../../people/index.js';
import { lockToolOf } from '../../tools/index.js';
import { type CaseInHand, caseOf, personIn, pressedOnce, standingRequest, versionInHand } from '../acting.js';
import { confirmDecision, waitingDecision } from '../decision-confirmed.js';
import { heldAgainst } from '../conditions/held-against.js';
import { isGroupReader } from '../competence/readers.js';
import { officersOf } from '../domain/body.js';
import type { Body } from '../domain/case-file.js';
import { pendingDecisionOn } from '../domain/standing-acts.js';
import { readCaseIn } from '../reading.service.js';
import type { FoundRequest } from '../requests.repository.js';
import './signature.catalogue.js';
import { isPaperCode, paperFingerprint } from './domain/paper-code.js';
import {
  findSignature,
  insertSignature,
  insertSignatureConfirmation,
  insertSignatureRejection,
  type PaperSignature,
  signaturesOn,
} from './signature.repository.js';
import { tellOfSignature } from './signature-telling.js';
import { witnessesOf } from './witnesses.js';

interface Press {
  readonly identity: Identity;
  readonly key: string | undefined;
}
export interface Scan {
  readonly signedBy: string;
  readonly bytes: Uint8Array;
  readonly name: string;
}

const SCANS = /\.(pdf|jpe?g|png)$/i;

/** An officer who cannot use the system signs the decision on paper: one officer adds the scan, another member says that it is of this paper. */
@Injectable()
export class SignatureService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** What the page with the scan shows: the decision that waits, and who may have signed it. */
  scanForm(actor: Actor, requestId: string) {
    return this.transactions.read(async (tx) => {
      const { request, inHand } = await readCaseIn(tx, requestId);
      if (!isGroupReader(actor, inHand.standing)) throw notFound();
      const decision = pendingDecisionOn(inHand.file, requestId);
      if (!decision) throw refused('decision.not-waiting');
      const officers = await holdersOf(tx, [...officersOf(request.body)]);
      const signers = officers.filter(({ personId }) => personId !== actor.personId && personId !== decision.recordedBy);
      return { request, decisionId: decision.id, signers, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  /** The scan that waits, with the decision that it should be of. */
  checkForm(actor: Actor, requestId: string) {
    return this.transactions.read(async (tx) => {
      const { request, inHand } = await readCaseIn(tx, requestId);
      if (!isGroupReader(actor, inHand.standing)) throw notFound();
      const decision = pendingDecisionOn(inHand.file, requestId);
      const waiting = decision ? ((await openSignatures(tx, requestId, decision.id))[0] ?? null) : null;
      const names = await namesOf(tx, waiting ? [waiting.signedBy] : []);
      const concerned = [decision?.recordedBy, waiting?.uploadedBy, waiting?.signedBy].includes(actor.personId ?? '');
      const signature = waiting && { id: waiting.id, signer: names.get(waiting.signedBy) ?? '…' };
      const now = this.clock.now();
      const version = heldAgainst(inHand.version, now);
      return { request, decision, version, signature, concerned, identity: await identityAsked(tx, now, actor) };
    });
  }

  /** One officer adds the scan. It decides nothing: another member has to compare it with the paper. */
  upload(actor: Actor, requestId: string, decisionId: string, scan: Scan, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const { request, inHand } = await this.hold(tx, requestId);
      const person = personIn(actor, officersOf(request.body));
      await confirmIdentity(tx, now, actor, identity);
      const decision = waitingDecision(inHand, requestId, decisionId);
      const signer = await signerOf(tx, request.body, scan.signedBy);
      if (!signer || signer.personId === person || signer.personId === decision.recordedBy)
        throw unusable('signedBy', 'paper.other-signer');
      if ((await openSignatures(tx, requestId, decisionId)).length > 0) throw refused('paper.waiting');
      if (!SCANS.test(scan.name)) throw unusable('scan', 'paper.kind');
      const file = await storeFile(tx, actor, now, { bytes: scan.bytes, name: scan.name, field: 'scan' });
      const [id, reference] = [newId('s'), newReference()];
      await insertSignature(tx, {
        id,
        decision_id: decisionId,
        code: paperFingerprint(decision),
        signed_by: signer.personId,
        signed_role: signer.role,
        file_id: file.id,
        reference,
        uploaded_by: person,
        uploaded_at: now,
      });
      await tellOfSignature(tx, now, { request, inHand, act: 'paper-signature.uploaded', reference, subjectId: id, role: signer.role });
      const payload = { decision: decisionId, file: file.sha256, reference };
      return record(
        tx,
        actor,
        now,
        'paper-signature.uploaded',
        { toolId: request.toolId, subjectId: id, personId: signer.personId },
        payload,
      );
    });
  }

  /** Another member read the code from the scan, saw the signature, and says that it is of this paper. From here on the decision counts. */
  confirm(actor: Actor, requestId: string, signatureId: string, code: string, press: Press): Promise<{ reference: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const { request, inHand } = await this.hold(tx, requestId);
      const person = personIn(actor, witnessesOf(request.body));
      return pressedOnce(tx, now, actor, { route: 'paper.confirm', key: press.key, body: { signatureId, code } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const signature = await openSignature(tx, requestId, signatureId);
        const decision = waitingDecision(inHand, requestId, signature.decisionId);
        refuseConcerned(signature, decision.recordedBy, person);
        if (signature.code !== paperFingerprint(decision)) throw refused('paper.other-decision');
        if (!isPaperCode(code, signature.code)) throw unusable('code', 'paper.code-other');
        await insertSignatureConfirmation(tx, { signature_id: signatureId, by_person: person, by_role: actor.role, at: now });
        const reference = await confirmDecision(tx, actor, now, { inHand, decision, person, signatureId });
        await record(tx, actor, now, 'paper-signature.confirmed', { toolId: request.toolId, subjectId: signatureId });
        return { reference };
      });
    });
  }

  /** The scan is of something else, or cannot be read: another one can be added. */
  reject(actor: Actor, requestId: string, signatureId: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const { request, inHand } = await this.hold(tx, requestId);
      const person = personIn(actor, witnessesOf(request.body));
      const signature = await openSignature(tx, requestId, signatureId);
      await insertSignatureRejection(tx, { signature_id: signatureId, reason, by_person: person, at: now });
      const reference = newReference();
      const told = {
        request,
        inHand,
        act: 'paper-signature.rejected',
        reference,
        subjectId: signature.id,
        role: signature.signedRole,
      } as const;
      await tellOfSignature(tx, now, { ...told, reason });
      return record(tx, actor, now, 'paper-signature.rejected', { toolId: request.toolId, subjectId: signatureId }, { reference });
    });
  }

  private async hold(tx: Tx, requestId: string): Promise<{ readonly request: FoundRequest; readonly inHand: CaseInHand }> {
    const request = await standingRequest(tx, requestId);
    await lockToolOf(tx, request.versionId);
    return { request, inHand: await caseOf(tx, await versionInHand(tx, request)) };
  }
}

const signerOf = async (tx: Tx, body: Body, personId: string) =>
  (await holdersOf(tx, [...officersOf(body)])).find((holder) => holder.personId === personId) ?? null;

const openSignatures = async (tx: Tx, requestId: string, decisionId: string): Promise<readonly PaperSignature[]> =>
  (await signaturesOn(tx, requestId)).filter((one) => one.decisionId === decisionId && !one.rejectedAt && !one.confirmedAt);

const openSignature = async (tx: Tx, requestId: string, signatureId: string): Promise<PaperSignature> => {
  const signature = await findSignature(tx, signatureId);
  if (signature?.requestId !== requestId) throw notFound();
  if (signature.confirmedAt || signature.rejectedAt) throw refused('paper.not-waiting');
  return signature;
};

/** Neither who wrote the decision down, nor who added the scan, nor who signed it. */
const refuseConcerned = ({ uploadedBy, signedBy }: PaperSignature, recordedBy: string, person: string): void => {
  if ([uploadedBy, signedBy, recordedBy].includes(person)) throw refused('paper.same-person');
};
