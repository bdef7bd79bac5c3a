import type { Day } from '../../../kernel/clock.js';
import type { CompiledLimits, Dossier } from '../../../policy/index.js';

/** The last days of everything a lease rests on: the consent, the trial and the evaluation that were agreed, the review, a covert check, a transfer. */
export const knownEnds = (dossier: Dossier, limits: CompiledLimits, today: Day): readonly Day[] =>
  [
    dossier.representation?.expiresOn,
    dossier.dpia?.reviewDue,
    limits.endsOn,
    limits.evaluateOn,
    dossier.covertCheck?.periodEnd,
    ...(dossier.transfers ?? []).map((transfer) => transfer.validUntil),
  ].filter((day): day is Day => typeof day === 'string' && day >= today);
