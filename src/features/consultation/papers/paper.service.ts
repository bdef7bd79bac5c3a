import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../../kernel/actor.js';
import { sha256 } from '../../../kernel/canonical.js';
import { dayOf } from '../../../kernel/clock.js';
import { notFound } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { inLanguage, pdfOf, type PdfDocument } from '../../../platform/pdf/index.js';
import { readFile, type StoredFile } from '../../people/index.js';
import { nullityLetter } from '../after/after-papers.js';
import { listNullities } from '../after/nullity.repository.js';
import { readBundle } from '../bundle.js';
import { isGroupReader } from '../competence/readers.js';
import { decisionOn, meetingsOn, pendingDecisionOn } from '../domain/standing-acts.js';
import { readCaseIn, type ReadCase } from '../reading.service.js';
import { readSnapshot } from '../requests.repository.js';
import { type MailedPaper, newestMailed, readMailedOf } from './mailed-papers.repository.js';
import { bundlePaper, decisionPaper, finalPaper, minutesPaper, personnelMinutesPaper, signSheet, verified } from './case-papers.js';
import { isSignable } from './domain/signed-paper.js';
import { findSignature } from './signature.repository.js';
import { comparedScansOf } from './signed/compared-scans.js';
import { withScans } from './signed/on-paper.js';

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

  /** The paper; where it was signed with a pen, with its scans and what is known of them, unless it is asked for as it was mailed. */
  read(actor: Actor, requestId: string, paper: CasePaper, language: Language, as: 'mailed' | 'now' = 'now'): Promise<MailedPaper> {
    return this.transactions.read(async (tx) => {
      const read = await readCaseIn(tx, requestId);
      if (!isGroupReader(actor, read.inHand.standing)) throw notFound();
      const source = found(await sourceOf(tx, read, paper));
      const mailed = await mailedOf(tx, read, source, language);
      const scans = isSignable(paper) && as === 'now' ? await comparedScansOf(tx, requestId, paper) : [];
      if (mailed && scans.length === 0) return mailed;
      const document = found(source.document);
      const reference = mailed?.reference ?? document.reference ?? read.request.reference;
      const said = mailed ? verified({ ...document, reference }) : document;
      const signed = scans.length > 0 ? withScans(said, scans, mailed && sha256(mailed.pdf)) : said;
      return { reference, pdf: await pdfOf(inLanguage(signed, language)) };
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

const mailedOf = (tx: Tx, { request }: ReadCase, { mailed }: Source, language: Language): Promise<MailedPaper | null> => {
  if (!mailed) return Promise.resolve(null);
  if (mailed.act === 'nullity.invoked') return newestMailed(tx, request.toolId, mailed.act, language);
  return readMailedOf(tx, mailed.act, mailed.subjectId, language);
};

const sourceOf = async (tx: Tx, read: ReadCase, paper: CasePaper): Promise<Source | null> => {
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
    case 'nullity': {
      const [newest] = await listNullities(tx, request.toolId);
      if (!newest) return null;
      const letter = { ...newest, writtenOn: dayOf(newest.invokedAt) };
      return {
        mailed: { act: 'nullity.invoked', subjectId: newest.reference },
        document: nullityLetter(letter, newest.reference, inHand.version.fingerprint),
      };
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
