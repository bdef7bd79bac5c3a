import type { Language } from '../../kernel/actor.js';
import { addDays, dayOf } from '../../kernel/clock.js';
import { formatDay, formatInstant } from '../../platform/i18n/index.js';
import { runsOnLeases } from '../../policy/index.js';
import { words } from './card.views.js';
import type { ActiveTool, DeviceLine } from './own-tools.repository.js';

/** Why somebody is not measured now, in the order in which people ask; null: nothing that we know of stands in the way. */
const outBecause = (active: ActiveTool, now: Date): 'alwaysOff' | 'paused' | 'suspended' | 'cover' | 'notTold' | 'toldToday' | null => {
  if (active.isAlwaysOff) return 'alwaysOff';
  if (active.isPaused) return 'paused';
  if (active.isSuspended) return 'suspended';
  if (active.isCover) return 'cover';
  if (!active.toldAt) return 'notTold';
  return dayOf(active.toldAt) >= dayOf(now) ? 'toldToday' : null;
};

const coverage = (active: ActiveTool, now: Date, language: Language): string => {
  const t = words(language);
  const because = outBecause(active, now);
  if (because === 'suspended')
    return t('own.suspended', {
      date: active.suspendedAt ? formatInstant(active.suspendedAt, language) : '',
      why: t(`own.cause.${causeOf(active.suspendedFor)}`),
    });
  if (because === 'toldToday') return t('own.toldToday', { date: formatDay(addDays(dayOf(now), 1), language) });
  if (because) return t(`own.${because}`);
  return t(runsOnLeases(active.enforcement) ? 'own.in' : 'own.mayBe');
};

const CAUSES = ['stopped', 'drift', 'nullity', 'condition_broken', 'gate_closed', 'platform', 'incident'] as const;
const causeOf = (cause: string | null): (typeof CAUSES)[number] => CAUSES.find((one) => one === cause) ?? 'gate_closed';

/** When it started and stopped on one device. A lease that ran out is a stop, also without a word from the device. */
const deviceLine = ({ device, startedAt, holdsUntil, stoppedAt }: DeviceLine, now: Date, language: Language): string => {
  const t = words(language);
  if (!startedAt || !holdsUntil)
    return stoppedAt ? t('device.stopped', { device, at: formatInstant(stoppedAt, language) }) : t('device.never', { device });
  const start = formatInstant(startedAt, language);
  const stopped = stoppedAt && stoppedAt >= startedAt ? stoppedAt : holdsUntil <= now ? holdsUntil : null;
  return stopped ? t('device.ran', { device, start, stop: formatInstant(stopped, language) }) : t('device.runs', { device, start });
};

/** What a tool that is on does at this person, and on which devices. */
export const ownLines = (
  { active, devices }: { readonly active: ActiveTool; readonly devices: readonly DeviceLine[] },
  now: Date,
  language: Language,
): readonly string[] => {
  const lines = devices.map((one) => deviceLine(one, now, language));
  const none = runsOnLeases(active.enforcement) && devices.length === 0 ? [words(language)('device.none')] : [];
  return [coverage(active, now, language), ...lines, ...none];
};
