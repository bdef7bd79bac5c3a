import type { Role } from '../../../kernel/actor.js';
import { type Dossier, missingAnswers, writersOf } from '../../../policy/index.js';

/** Whoever has still to answer a mandatory question: each of them can go on at the same time. */
export const rolesWithOpenAnswers = (dossier: Dossier): readonly Role[] => [
  ...new Set(missingAnswers(dossier).flatMap((path) => writersOf(path))),
];
