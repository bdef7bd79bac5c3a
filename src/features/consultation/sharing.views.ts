import type { Actor } from '../../kernel/actor.js';
import { text } from '../../platform/i18n/index.js';
import { agreementPaths, roomOf, roomPaths, staffRulesPaths } from '../council/index.js';
import { frameworkPaths } from './frameworks/frameworks.paths.js';
import { sharingCatalogue } from './sharing.catalogue.js';

/** What a reader finds beside the requests, by what that reader may open. */
export const besideCases = (actor: Actor): readonly { readonly text: string; readonly href: string }[] => {
  const t = text(sharingCatalogue, actor.language);
  const room = roomOf(actor) ? [{ text: t('beside.room'), href: roomPaths.room }] : [];
  const rules = actor.role === 'pvt_contact' ? [{ text: t('beside.staffRules'), href: staffRulesPaths.rules }] : [];
  const frameworks = { text: t('beside.frameworks'), href: frameworkPaths.list };
  return [...room, ...rules, frameworks, { text: t('beside.agreement'), href: agreementPaths.agreement }];
};
