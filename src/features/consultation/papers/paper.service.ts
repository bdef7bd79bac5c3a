import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../../kernel/actor.js';
import { isGroupReader } from '../competence/readers.js';
import { notFound } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { inLanguage, pdfOf, type PdfDocument } from '../../../platform/pdf/index.js';
import { readFile, type StoredFile } from '../../people/index.js';
import { readBundle } from '../bundle.js';
import { decisionOn, meetingsOn, pendingDecisionOn } from '../domain/standing-acts.js';
import { readCaseIn, type ReadCase } from '../reading.service.js';
import { readSnapshot } from '../requests.repository.js';
import { type MailedPaper, newestMailed, readMailedOf } from './mailed-papers.repository.js';
import { bundlePaper, decisionPaper, finalPaper, minutesPaper, personnelMinutesPaper, signSheet } from './case-papers.js';
import { findSignature } from './signature.repository.js';

const CASE_PAPERS = ['bundle', 'minutes', 'decision', 'letter', 'nullity', 'sheet'] as const;
export type CasePaper = (typeof CASE_PAPERS)[number];
export const isCasePaper = (typed: string): typed is CasePaper => CASE_PAPERS.some((one) => one === typed);

/** How a paper is found: as it was mailed to the body, or, where it went to nobody as a paper, from what stands in the case. */
interface Source {
  readonly mailed?: { readonly act: string; readonly subjectId: string };
  readonly document: PdfDocument | null;
}

/** The papers of a case as PDF. What was mailed to the members is given again byte for byte. It writes nothing. */
@Injectable()
export class PaperService {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  read(actor: Actor, requestId: string, paper: CasePaper, language: Language): Promise<MailedPaper> {
    return this.transactions.read(async (tx) => {
      const read = await readCaseIn(tx, requestId);
      if (!isGroupReader(actor, read.inHand.standing)) throw notFound();
      if (paper === 'nullity') return found(await newestMailed(tx, read.request.toolId, 'nullity.invoked', language));
      const source = await sourceOf(tx, read, paper);
      const mailed = source?.mailed && (await readMailedOf(tx, source.mailed.act, source.mailed.subjectId, language));
      if (mailed) return mailed;
      const document = found(source?.document ?? null);
      return { reference: document.reference ?? read.request.reference, pdf: await pdfOf(inLanguage(document, language)) };
    });
  }

  /** The scan of a decision that was signed by hand. */
  scan(actor: Actor, signatureId: string): Promise<StoredFile & { readonly bytes: Buffer }> {
    return this.transactions.read(async (tx) => {
      const signature = found(await findSignature(tx, signatureId));
      const { inHand } = await readCaseIn(tx, signature.requestId);
      if (!isGroupReader(actor, inHand.standing)) throw notFound();
      return found(await readFile(tx, signature.fileId));
    });
  }
}

const sourceOf = async (tx: Tx, read: ReadCase, paper: Exclude<CasePaper, 'nullity'>): Promise<Source | null> => {
  const { request, inHand } = read;
  const { file, acts } = inHand;
  const decision = decisionOn(file, request.id);
  switch (paper) {
    case 'bundle': {
      const bundle = readBundle(await readSnapshot(tx, request.id));
      return { document: bundle && bundlePaper(request, bundle) };
    }
    case 'minutes': {
      const meeting = meetingsOn(file, request).at(-1) ?? file.meetings.findLast(({ requestId }) => requestId === request.id);
      if (meeting) return { mailed: { act: 'meeting.recorded', subjectId: meeting.id }, document: minutesPaper(request, meeting) };
      return { document: acts.personnelMeeting && personnelMinutesPaper(request, acts.personnelMeeting) };
    }
    case 'decision':
      return decision && { mailed: { act: 'decision.confirmed', subjectId: decision.id }, document: decisionPaper(request, decision) };
    case 'letter': {
      const final = file.finals.findLast(({ decisionId, kind }) => kind === 'introduction' || decisionId === decision?.id) ?? null;
      const act =
        final?.kind === 'introduction' ? 'introduction.decided' : decision?.leftOutAt ? 'final-decision.left-out' : 'final-decision.taken';
      return final && { mailed: { act, subjectId: final.id }, document: finalPaper(request, final, decision?.conditions ?? []) };
    }
    case 'sheet': {
      const pending = pendingDecisionOn(file, request.id);
      return { document: pending && signSheet(request, pending) };
    }
  }
};

const found = <T>(row: T | null | undefined): T => {
  if (row === null || row === undefined) throw notFound();
  return row;
};
