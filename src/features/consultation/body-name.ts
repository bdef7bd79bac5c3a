import type { Language } from '../../kernel/actor.js';
import { text } from '../../platform/i18n/index.js';
import type { Body } from './domain/case-file.js';
import { casePapersCatalogue } from './papers/case-papers.catalogue.js';

/** Who speaks for the staff, in words. */
export const bodyName = (body: Body, language: Language): string => text(casePapersCatalogue, language)(`body.${body}`);
