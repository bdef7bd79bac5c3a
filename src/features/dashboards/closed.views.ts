import type { Language } from '../../kernel/actor.js';
import { formatDay, formatInstantDay, text } from '../../platform/i18n/index.js';
import type { Gate } from '../gate/index.js';
import { dashboardsCatalogue } from './dashboards.catalogue.js';
import { closedFor } from './domain/closed.js';

/** Why somebody in this role sees no figures of a tool; null while it is open. */
export const closedBecause = (gate: Gate, role: string, language: Language): string | null => {
  const t = text(dashboardsCatalogue, language);
  const closed = closedFor(gate, role);
  if (closed === null) return null;
  const { suspension } = gate;
  if (suspension) return t('closed.since', { date: formatInstantDay(suspension.at, language), reason: t(`closed.${suspension.cause}`) });
  if (closed === 'viewers') return t(role === 'manager' ? 'closed.viewers' : 'closed.role');
  return t(closed === 'platform' ? 'closed.platform' : 'closed.now');
};

/** The council's conditions, as whoever looks must know them. */
export const conditionsOf = (gate: Gate, language: Language): readonly string[] => {
  const t = text(dashboardsCatalogue, language);
  const { conditions, decidedOn } = gate.consultation.representation;
  const date = decidedOn ? formatDay(decidedOn, language) : null;
  const individual = !gate.limits.individualUse && date ? [t('conditions.individual', { date })] : [];
  const texts = (conditions ?? []).map((condition) => condition.text?.trim() ?? '').filter(Boolean);
  return [...individual, ...texts];
};
