import { missingMandatory, missingNoticeItems, requiredNoticeItems, stricterDims } from './derived.js';
import type { Dossier } from './dossier.js';
import { readFacts } from './facts.js';

const named = (names: readonly string[] | symbol): readonly string[] => (typeof names === 'symbol' ? [] : names);

/** The mandatory attributes that are still unanswered (GEN-DOS-01). */
export const missingAnswers = (dossier: Dossier): readonly string[] => missingMandatory(readFacts(dossier));
/** The items that the notice must hold, and those it lacks (EU-GDPR-13-01); empty when the dossier cannot tell yet. */
export const requiredItems = (dossier: Dossier): readonly string[] => named(requiredNoticeItems(readFacts(dossier)));
export const missingItems = (dossier: Dossier): readonly string[] => named(missingNoticeItems(readFacts(dossier)));
/** The dimensions on which home is stricter than the office (NL-PAR-01). */
export const stricterAtHome = (dossier: Dossier): readonly string[] => named(stricterDims(readFacts(dossier)));
