import type { Language } from '../../../kernel/actor.js';
import { formatDay, text } from '../../../platform/i18n/index.js';
import type { OwnMetric } from '../../measurements/index.js';
import { ownDataCatalogue } from './own-data.catalogue.js';

/** Measurements that stay beyond their day, added up by tool and reason. */
export type KeptLonger = Pick<OwnMetric, 'toolName' | 'n' | 'why' | 'until'>;

export const keptLonger = (kept: readonly OwnMetric[]): readonly KeptLonger[] => {
  const sums = new Map<string, KeptLonger>();
  for (const { toolName, n, why, until } of kept) {
    if (why === null) continue;
    const key = `${toolName} ${why} ${until}`;
    sums.set(key, { toolName, n: (sums.get(key)?.n ?? 0) + n, why, until });
  }
  return [...sums.values()];
};

/** What stays, and why: in the reader's words. */
export const longerWords = ({ toolName, n, why, until }: KeptLonger, language: Language): readonly [what: string, why: string] => {
  const t = text(ownDataCatalogue, language);
  const reason =
    why === 'hold'
      ? t('longer.hold', { date: formatDay(until ?? '', language) })
      : t(why === 'request' ? 'longer.request' : 'longer.objection');
  return [t('longer.row', { tool: toolName, n }), reason];
};
