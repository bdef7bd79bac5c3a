import { afterPart } from '../after/after-part.js';
import { readBundle } from '../bundle.js';
import { heldAgainst, promiseReader } from '../conditions/held-against.js';
import { listPapers } from '../overview.repository.js';
import { readQuestions } from '../questions/questions.repository.js';
import { readSnapshot } from '../requests.repository.js';
import { type CaseActsProps, DecisionPart, FinalPart, ViewPart } from '../web/case-acts.js';
import { CommentsPart } from '../web/case-comments.js';
import { CourtPart, RelatedPart } from '../web/case-court.js';
import { OnePage, OpenQuestions, SummaryLinks } from '../web/case-page.js';
import { Asked, Papers } from '../web/case-papers.js';
import { QuestionsPart } from '../web/case-questions.js';
import { CopiesPart, DisputesPart } from '../web/case-talk.js';
import { SharingPart } from '../web/sharing-part.js';
import { handSignatures } from '../papers/hand-signatures.js';
import { paperLinks } from '../papers/paper-links.js';
import { timelinePart } from '../timeline/timeline-part.js';
import { votePart } from '../voting/vote-part.js';
import type { CasePart, SeenCase } from './case-part.js';
import type { CaseTab } from './case-tabs.js';
import { readRelated } from './related.repository.js';
import { agendaPart, minutesPart, planPart, termPart } from './meeting-parts.js';

const on = <T extends { readonly requestId: string }>(list: readonly T[], { request }: SeenCase): readonly T[] =>
  list.filter(({ requestId }) => requestId === request.id);

/** The acts on this request, as the parts of meeting and decision show them. */
const actsOn = (seen: SeenCase): CaseActsProps => {
  const { file } = seen.inHand;
  const decisions = on(file.decisions, seen);
  return {
    ...seen,
    version: heldAgainst(seen.inHand.version, seen.now),
    reader: promiseReader(seen.actor, seen.may.judgePromises),
    decisions,
    final: file.finals.findLast(({ decisionId, kind }) => kind === 'introduction' || decisions.some(({ id }) => id === decisionId)) ?? null,
    view: on(file.views, seen).at(-1) ?? null,
    personnelMeeting: on(file.personnelMeetings, seen).at(-1) ?? null,
  };
};

/** A part that shows only what the page has read already. */
const shown =
  (show: (seen: SeenCase) => Awaited<ReturnType<CasePart>>): CasePart =>
  (_tx, seen) =>
    Promise.resolve(show(seen));

const onePage: CasePart = async (tx, seen) => {
  const bundle = readBundle(await readSnapshot(tx, seen.request.id));
  return bundle && <OnePage request={seen.request} bundle={bundle} />;
};
const papers: CasePart = async (tx, seen) => {
  const bundle = readBundle(await readSnapshot(tx, seen.request.id));
  return bundle && <Papers bundle={bundle} />;
};
const copies: CasePart = async (tx, seen) =>
  seen.may.seePapers ? <CopiesPart papers={await listPapers(tx, seen.request.toolId)} /> : null;
const questions: CasePart = async (tx, seen) => (
  <QuestionsPart {...seen} questions={await readQuestions(tx, seen.request.id)} meetings={on(seen.inHand.file.meetings, seen)} />
);

const related: CasePart = async (tx, seen) => <RelatedPart seen={seen} related={await readRelated(tx, seen.request.id)} />;

/** What stands on each page of a case, from top to bottom. Add a part here. */
export const CASE_PARTS: Readonly<Record<CaseTab, readonly CasePart[]>> = {
  summary: [related, onePage, votePart, shown((seen) => <SharingPart {...seen} />), shown((seen) => <SummaryLinks {...seen} />)],
  papers: [paperLinks, shown(({ request }) => <Asked request={request} />), papers, copies],
  questions: [questions, shown((seen) => <CommentsPart {...seen} comments={on(seen.inHand.file.comments, seen)} />)],
  meetings: [termPart, planPart, agendaPart, minutesPart],
  decisions: [
    shown((seen) => <OpenQuestions {...seen} />),
    votePart,
    shown((seen) => <ViewPart {...actsOn(seen)} />),
    shown((seen) => <DecisionPart {...actsOn(seen)} />),
    handSignatures,
    shown((seen) => <FinalPart {...actsOn(seen)} />),
    shown((seen) => <CourtPart seen={seen} />),
    related,
    afterPart,
    shown((seen) => <DisputesPart {...seen} disputes={seen.inHand.file.disputes} />),
  ],
  timeline: [timelinePart],
};
