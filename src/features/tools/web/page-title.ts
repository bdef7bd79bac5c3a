import type { Language } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import { PRODUCT, sectionOf } from '../domain/pages.js';
import { toolsCatalogue } from '../tools.catalogue.js';

/** The title of a page of the registration. */
export const pageTitle = (page: string, language: Language): string =>
  sectionOf(page)?.title[language] ?? text(toolsCatalogue, language)(page === PRODUCT ? 'page.product' : 'page.sheet');
