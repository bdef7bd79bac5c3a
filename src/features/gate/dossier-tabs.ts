import type { Actor, Role } from '../../kernel/actor.js';
import { text } from '../../platform/i18n/index.js';
import { concernsThirdParties } from '../../policy/index.js';
import type { NavItem } from '../../platform/ui/index.js';
import { advicePaths, assessmentPaths } from '../assessments/index.js';
import { consultationPaths, frameworkPaths } from '../consultation/index.js';
import { noticePaths } from '../notices/index.js';
import { dossierFacts, toolPaths } from '../tools/index.js';
import { gateCatalogue } from './gate.catalogue.js';
import { gatePaths } from './gate.paths.js';
import { carriesOut } from './list.service.js';
import type { Gate } from './read-gate.js';

interface Tab {
  readonly key: 'register' | 'assessment' | 'advice' | 'request' | 'light' | 'case' | 'final' | 'notice' | 'callers' | 'versions';
  readonly roles: readonly Role[];
  readonly href: string | null;
}

const EMPLOYER: readonly Role[] = ['hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin', 'director'];
const COUNCIL: readonly Role[] = ['or_member', 'or_chair', 'or_secretary', 'pvt_contact'];
export const READS_LIGHT: readonly Role[] = [...COUNCIL, 'director', 'hr_registrar', 'dpo', 'privacy_officer'];

/** What people outside hear and read; a feature above this one shows it. */
const callersHref = (version: Gate['version']): string | null =>
  concernsThirdParties(dossierFacts(version)) ? `/tools/${version.toolId}/versions/${version.number}/callers` : null;

const tabsOf = (gate: Gate): readonly Tab[] => {
  const { toolId, number, id } = gate.version;
  const { requestId } = gate.consultation.proofs;
  const { light } = gate.consultation.notes;
  return [
    { key: 'register', roles: ['hr_registrar', 'tool_owner', 'it_admin'], href: toolPaths.register(toolId, number) },
    { key: 'assessment', roles: EMPLOYER, href: assessmentPaths.overview(toolId, number) },
    { key: 'advice', roles: EMPLOYER, href: advicePaths.show(toolId, number) },
    { key: 'advice', roles: ['dpo'], href: gate.chain.adviceAsked || carriesOut(gate.version, 'dpo') ? advicePaths.give(id) : null },
    { key: 'request', roles: ['hr_registrar', 'director'], href: consultationPaths.prepare(toolId, number) },
    { key: 'light', roles: READS_LIGHT, href: light && frameworkPaths.light(light.id) },
    {
      key: 'case',
      roles: [...COUNCIL, 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer'],
      href: requestId && consultationPaths.request(requestId),
    },
    { key: 'final', roles: ['director'], href: requestId && consultationPaths.final(toolId, number) },
    { key: 'notice', roles: ['hr_registrar', 'dpo', 'privacy_officer', 'director'], href: noticePaths.draft(toolId, number) },
    { key: 'callers', roles: [...EMPLOYER, ...COUNCIL, 'dpo'], href: callersHref(gate.version) },
    { key: 'versions', roles: [...EMPLOYER, ...COUNCIL, 'dpo', 'auditor'], href: toolPaths.versions(toolId) },
  ];
};

/** The pages that belong to a dossier, as far as this role may open them. */
export const dossierTabs = (gate: Gate, actor: Actor): readonly NavItem[] => {
  const t = text(gateCatalogue, actor.language);
  const mine = tabsOf(gate).filter(({ roles, href }) => href !== null && roles.some((role) => role === actor.role));
  return [
    { href: gatePaths.dossier(gate.version.toolId), text: t('tab.dossier'), current: true },
    ...mine.map(({ key, href }) => ({ href: href ?? '', text: t(`tab.${key}`) })),
  ];
};
