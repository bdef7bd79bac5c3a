import { requiredNoticeItems } from './derived.js';
import type { Dossier } from './dossier.js';
import { readFacts } from './facts.js';

/** The items that this dossier's notice must hold; null when the dossier does not tell. */
export const noticeItemsDue = (dossier: Dossier): readonly string[] | null => {
  const due = requiredNoticeItems(readFacts(dossier));
  return Array.isArray(due) ? due : null;
};
