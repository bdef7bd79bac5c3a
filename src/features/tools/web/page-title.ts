import type { Language } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import { declaredPage } from '../declarations/domain/declared-pages.js';
import { formsCatalogue } from '../declarations/forms.catalogue.js';
import { PRODUCT, sectionOf } from '../domain/pages.js';
import { toolsCatalogue } from '../tools.catalogue.js';

const declaredTitle = (page: string, language: Language): string | null => {
  const declared = declaredPage(page);
  return declared ? text(formsCatalogue, language)(`page.${declared}`) : null;
};

/** The title of a page of the registration. */
export const pageTitle = (page: string, language: Language): string =>
  declaredTitle(page, language) ??
  sectionOf(page)?.title[language] ??
  text(toolsCatalogue, language)(page === PRODUCT ? 'page.product' : 'page.sheet');
