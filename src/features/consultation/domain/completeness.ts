import type { Day } from '../../../kernel/clock.js';
import type { Ground, TouchedGround } from './grounds.js';
import type { AttachmentStates } from './known.js';

/** One thing that a request still lacks. `place`: the field of the form, or the requirement in the dossier, where it is mended. */
export interface Gap {
  readonly code: string;
  readonly place: string;
  /** Without it the request does not go out. The rest follows: it goes along when it is there. */
  readonly stops: boolean;
}

interface Written {
  readonly intendedDecision: string;
  readonly reasons: string;
  readonly consequences: string;
  readonly grounds: readonly string[];
  readonly evaluationOn: Day | null;
  readonly trialUntil?: Day | null;
}

export const UNPREPARED: Written = { intendedDecision: '', reasons: '', consequences: '', grounds: [], evaluationOn: null };

/** A ground of which the dossier says that the tool touches it, and that the request does not name. */
const groundsLeftOut = (grounds: readonly string[], touched: readonly TouchedGround[]): readonly Ground[] =>
  touched.filter(({ ground, weight }) => weight === 'demanded' && !grounds.includes(ground)).map(({ ground }) => ground);

/** What the request lacks in what HR writes. */
export const gapsIn = (draft: Written, touched: readonly TouchedGround[], today: Day): readonly Gap[] => {
  const gap = (lacks: boolean, code: string, place: string): Gap[] => (lacks ? [{ code, place, stops: true }] : []);
  const empty = (text: string): boolean => text.trim() === '';
  return [
    ...gap(empty(draft.intendedDecision), 'request.no-decision', 'intendedDecision'),
    ...gap(empty(draft.reasons), 'request.no-reasons', 'reasons'),
    ...gap(empty(draft.consequences), 'request.no-consequences', 'consequences'),
    ...gap(!draft.grounds.some((ground) => ground === 'k' || ground === 'l'), 'grounds.missing', 'grounds'),
    ...groundsLeftOut(draft.grounds, touched).flatMap((ground) => gap(true, `request.ground-${ground}`, 'grounds')),
    ...gap(draft.evaluationOn === null, 'request.no-evaluation', 'evaluationOn'),
    ...gap(draft.evaluationOn !== null && draft.evaluationOn <= today, 'request.evaluation-past', 'evaluationOn'),
    ...gap(Boolean(draft.trialUntil && draft.trialUntil <= today), 'request.trial-past', 'trialUntil'),
  ];
};

/** What is not among the papers yet. It stops nothing now; the council cannot decide without it. */
export const gapsAmongPapers = (attached: AttachmentStates): readonly Gap[] => {
  const gap = (there: boolean, code: string, place: string): Gap[] => (there ? [] : [{ code, place, stops: false }]);
  return [
    ...gap(attached.dpiaFixed, 'request.no-dpia', 'E3'),
    ...gap(attached.adviceReceived, 'request.no-advice', 'E5'),
    ...gap(attached.agreementsAttached, 'request.no-agreements', 'E16'),
    ...gap(attached.noticeDraftComplete, 'request.no-notice', 'E11'),
  ];
};
