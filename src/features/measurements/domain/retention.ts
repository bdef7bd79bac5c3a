import type { Day } from '../../../kernel/clock.js';
import type { CompiledLimits, Dossier } from '../../../policy/index.js';

type Limits = Pick<CompiledLimits, 'retentionMaxDays' | 'retentionMaxDaysOf'>;

const least = (...days: readonly (number | null | undefined)[]): number | null => {
  const known = days.filter((found): found is number => typeof found === 'number');
  return known.length === 0 ? null : Math.min(...known);
};

/** The purposes that a data category serves; a category that names none serves all of them. */
export const purposesOf = ({ tool, purposes }: Dossier, category: string): readonly string[] => {
  const named = tool?.dataCategories?.find(({ code }) => code === category)?.purposes ?? [];
  const all = (purposes ?? []).map(({ code }) => code).filter((code): code is string => typeof code === 'string');
  return named.length > 0 ? all.filter((code) => named.includes(code)) : all;
};

/**
 * How many days a data category may be kept per person when it was measured at a place: as long as one of its purposes needs it, never longer than a
 * condition or the place's own profile allows. Null: no purpose says so. GDPR 5(1)(e).
 */
export const keepDaysOf = (dossier: Dossier, limits: Limits, category: string, place: string): number | null => {
  const days = purposesOf(dossier, category).map((purpose) =>
    least(
      dossier.purposes?.find(({ code }) => code === purpose)?.retention?.maxDays,
      limits.retentionMaxDaysOf[purpose],
      limits.retentionMaxDays,
    ),
  );
  const known = days.filter((found): found is number => found !== null);
  if (known.length === 0) return null;
  const profile = place === 'home' ? dossier.home : place === 'office' ? dossier.office : null;
  return least(known.length < days.length ? Math.min(...known) : Math.max(...known), profile?.retentionDays);
};

/** The day on which the last of these purposes was over; null: one of them goes on. GDPR 5(1)(e). */
export const overOn = (purposes: readonly string[], criteria: ReadonlyMap<string, Day>): Day | null => {
  const days = purposes.map((purpose) => criteria.get(purpose) ?? null);
  return days.length === 0 || days.includes(null)
    ? null
    : days.reduce<Day | null>((last, day) => (last && day && last > day ? last : day), null);
};
