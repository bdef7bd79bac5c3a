import type { Language } from '../../kernel/actor.js';
import { text } from '../../platform/i18n/index.js';
import { nearCapabilities } from '../../policy/index.js';
import { CAPABILITY_TEXTS } from './capability.catalogue.js';
import { changesCatalogue } from './changes.catalogue.js';
import { CAPABILITY_CODES, filledInCapabilities } from './domain/capabilities.js';
import { facts } from './domain/facts.js';
import { valueLabel } from './questionnaire/index.js';
import type { VersionRow } from './version.js';

type Near = 'on' | 'one_admin' | 'no' | 'unknown';
/** One thing that is measured or not, in the old version and in the new one. */
export interface MeasuredRow {
  readonly what: string;
  readonly before: Near;
  readonly after: Near;
  readonly change: 'added' | 'removed' | 'changed' | 'same';
}

const SENSORS = ['audio', 'video', 'location'] as const;
const RANK: Readonly<Record<Near, number>> = { no: 0, one_admin: 1, unknown: 2, on: 2 };
const changeOf = (before: Near, after: Near): MeasuredRow['change'] => {
  if (before === after) return 'same';
  if (RANK[before] === 0) return 'added';
  return RANK[after] === 0 ? 'removed' : 'changed';
};
const rowOf = (what: string, before: Near, after: Near): MeasuredRow => ({ what, before, after, change: changeOf(before, after) });

const capabilitiesOf = (version: VersionRow) => {
  const answers = filledInCapabilities(version.capabilityRows);
  const near = nearCapabilities(answers);
  const unknown = new Set(answers.filter(({ can, on }) => can === null || (can && on === null)).map(({ code }) => code));
  return (code: (typeof CAPABILITY_CODES)[number]): Near => (unknown.has(code) ? 'unknown' : (near.get(code) ?? 'no'));
};
const sensorOf = (value: boolean | null | undefined): Near => (value === true ? 'on' : value === false ? 'no' : 'unknown');

/** What is and is not measured, side by side: each capability, sensor and kind of data. What changed comes first, then what is measured. */
export const measuredRows = (before: VersionRow, after: VersionRow, language: Language): readonly MeasuredRow[] => {
  const t = text(changesCatalogue, language);
  const [was, is] = [capabilitiesOf(before), capabilitiesOf(after)];
  const [old, fresh] = [facts(before), facts(after)];
  const codes = (of: typeof old): readonly string[] => (of.tool?.dataCategories ?? []).flatMap(({ code }) => code ?? []);
  const rows = [
    ...CAPABILITY_CODES.map((code) => rowOf(CAPABILITY_TEXTS[code][language], was(code), is(code))),
    ...SENSORS.map((sensor) => rowOf(t(sensor), sensorOf(old.capture?.[sensor]), sensorOf(fresh.capture?.[sensor]))),
    ...[...new Set([...codes(old), ...codes(fresh)])].map((code) =>
      rowOf(
        t('data', { name: valueLabel('tool.dataCategories[].code', code, language) }),
        codes(old).includes(code) ? 'on' : 'no',
        codes(fresh).includes(code) ? 'on' : 'no',
      ),
    ),
  ];
  const place = ({ change, after: near }: MeasuredRow): number => (change !== 'same' ? 0 : near === 'no' ? 2 : 1);
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => place(a.row) - place(b.row) || a.at - b.at)
    .map(({ row }) => row);
};
