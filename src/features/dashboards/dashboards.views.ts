import type { Language } from '../../kernel/actor.js';
import { formatDay, formatInstantDay, text } from '../../platform/i18n/index.js';
import { runsOnLeases } from '../../policy/index.js';
import type { Gate } from '../gate/index.js';
import { compiledTexts, valueLabel } from '../tools/index.js';
import { dashboardsCatalogue } from './dashboards.catalogue.js';
import { managersMayLook, smallestGroupOf } from './domain/shown.js';
import type { DashboardCard } from './web/dashboards-page.js';

type Words = ReturnType<typeof text<keyof (typeof dashboardsCatalogue)['nl']>>;

const closedBecause = (gate: Gate, t: Words, language: Language): string | null => {
  const { suspension } = gate;
  if (suspension) {
    return t('closed.since', { date: formatInstantDay(suspension.at, language), reason: t(`closed.${suspension.cause}`) });
  }
  if (!gate.holds || !gate.activation) return t('closed.now');
  return managersMayLook(gate.limits) ? null : t('closed.viewers');
};

const conditionsOf = (gate: Gate, t: Words, language: Language): readonly string[] => {
  const { conditions, decidedOn } = gate.consultation.representation;
  const date = decidedOn ? formatDay(decidedOn, language) : null;
  const individual = !gate.limits.individualUse && date ? [t('conditions.individual', { date })] : [];
  const texts = (conditions ?? []).map((condition) => condition.text?.trim() ?? '').filter(Boolean);
  return [...individual, ...texts];
};

/** What a manager may know of a tool: its name, what it is for, the council's conditions. */
export const cardOf = (gate: Gate, ofHouse: number, language: Language): DashboardCard => {
  const t = text(dashboardsCatalogue, language);
  const { decidedOn } = gate.consultation.representation;
  return {
    toolId: gate.version.toolId,
    name: gate.version.toolName,
    attested: !runsOnLeases(gate.version.enforcement),
    closed: closedBecause(gate, t, language),
    conditions: conditionsOf(gate, t, language),
    kept: compiledTexts(gate.limits, language),
    smallestGroup: smallestGroupOf(gate.limits, ofHouse),
    decidedOn: decidedOn ?? null,
    purposes: (gate.dossier.purposes ?? []).map(
      ({ description, code }) => description ?? valueLabel('purposes[].code', code ?? '', language),
    ),
    activeSince: gate.activation ? formatInstantDay(gate.activation.activated_at, language) : null,
  };
};
