import type { Language } from '../../kernel/actor.js';
import { formatDay, formatInstantDay, text } from '../../platform/i18n/index.js';
import type { Gate } from '../gate/index.js';
import { dashboardsCatalogue } from './dashboards.catalogue.js';
import { closedFor, type Standing } from './domain/closed.js';

/** What of a gate a dashboard says. */
export interface SeenGate extends Standing {
  readonly version: Pick<Gate['version'], 'id' | 'toolId' | 'toolName'>;
  readonly dossier: Pick<Gate['dossier'], 'purposes'>;
  readonly declarations: Pick<Gate['declarations'], 'dashboards' | 'metrics'>;
  readonly consultation: { readonly representation: Pick<Gate['consultation']['representation'], 'conditions' | 'decidedOn'> };
  readonly suspension: Pick<NonNullable<Gate['suspension']>, 'cause' | 'at'> | null;
  readonly limits: Pick<Gate['limits'], 'viewersOnly' | 'individualUse'>;
}

/** Why somebody in this role sees no figures of a tool; null while it is open. */
export const closedBecause = (gate: Pick<SeenGate, keyof Standing>, role: string, language: Language): string | null => {
  const t = text(dashboardsCatalogue, language);
  const closed = closedFor(gate, role);
  if (closed === null) return null;
  const { suspension } = gate;
  if (suspension) return t('closed.since', { date: formatInstantDay(suspension.at, language), reason: t(`closed.${suspension.cause}`) });
  if (closed === 'viewers') return t(role === 'manager' ? 'closed.viewers' : 'closed.role');
  return t(closed === 'platform' ? 'closed.platform' : 'closed.now');
};

/** The council's conditions, as whoever looks must know them. */
export const conditionsOf = (gate: Pick<SeenGate, 'consultation' | 'limits'>, language: Language): readonly string[] => {
  const t = text(dashboardsCatalogue, language);
  const { conditions, decidedOn } = gate.consultation.representation;
  const date = decidedOn ? formatDay(decidedOn, language) : null;
  const individual = !gate.limits.individualUse && date ? [t('conditions.individual', { date })] : [];
  const texts = (conditions ?? []).map((condition) => condition.text?.trim() ?? '').filter(Boolean);
  return [...individual, ...texts];
};
