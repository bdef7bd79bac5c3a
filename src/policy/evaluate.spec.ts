import { readFileSync } from 'node:fs';
import { evaluate } from './evaluate.js';

interface Case {
  readonly id: string;
  readonly group: string;
  readonly overlay: object;
  readonly expectFailing: readonly string[];
  readonly expectVerdict: string | null;
}
const published = JSON.parse(readFileSync(new URL('./catalogue/scenarios.json', import.meta.url), 'utf8')) as {
  baseline: object;
  cases: Case[];
};
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
export const overlaid = (base: unknown, overlay: unknown): unknown => {
  if (!isObject(base) || !isObject(overlay)) return overlay;
  return Object.entries(overlay).reduce<Record<string, unknown>>(
    (all, [key, value]) => ({ ...all, [key]: overlaid(all[key], value) }),
    base,
  );
};
const failing = (dossier: unknown): string[] =>
  evaluate(dossier)
    .rules.filter((rule) => rule.outcome === 'FAIL')
    .map((rule) => rule.id)
    .sort();

describe('the published dossiers', () => {
  it('holds the baseline open', () => {
    expect(failing(published.baseline)).toEqual([]);
    expect(evaluate(published.baseline).verdict).toBe('OPEN');
  });
  it.each(published.cases.map((one) => [one.id, one] as const))('%s fails exactly its rules', (_id, one) => {
    const dossier = overlaid(published.baseline, one.overlay);
    expect(failing(dossier)).toEqual([...one.expectFailing].sort());
    if (one.expectVerdict) expect(evaluate(dossier).verdict).toBe(one.expectVerdict);
  });
});
