import type { Dossier } from './dossier.js';
import { readFacts } from './facts.js';
import { missingMandatory } from './mandatory.js';
import { missingNoticeItems } from './notice-due.js';

const named = (names: readonly string[] | symbol): readonly string[] => (typeof names === 'symbol' ? [] : names);

/** The mandatory attributes that are still unanswered (GEN-DOS-01). */
export const missingAnswers = (dossier: Dossier): readonly string[] => missingMandatory(readFacts(dossier));
/** The items that the notice lacks (EU-GDPR-13-01); empty when the dossier cannot tell yet. */
export const missingItems = (dossier: Dossier): readonly string[] => named(missingNoticeItems(readFacts(dossier)));
