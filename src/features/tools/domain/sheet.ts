import type { Reason } from '../../../kernel/problem.js';
import { STRICTER } from '../starters/starter.js';
import type { Setting } from '../version.js';
import { checkText } from './check-value.js';

export type SettingInput = Setting;
const MAX_SETTINGS = 200;
const LENGTHS = { name: 200, value: 4000, meaningNl: 1000, meaningEn: 1000 } as const;

const fieldReasons = (setting: SettingInput, at: number): Reason[] =>
  (Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]).flatMap((part) => {
    const field = `sheet|${at}|${part}`;
    const value: unknown = setting[part];
    if (typeof value !== 'string' || value === '') return [{ code: 'field.text', field }];
    const fault = checkText(value, LENGTHS[part]);
    return fault ? [{ code: `field.${fault.code}`, field }] : [];
  });

/** What is wrong with a settings sheet: a setting without a meaning in both languages, one named twice, too many. */
export const sheetReasons = (settings: readonly SettingInput[]): readonly Reason[] => {
  if (settings.length > MAX_SETTINGS) return [{ code: 'sheet.too-long', field: 'sheet' }];
  const names = settings.map(({ name }) => name);
  return settings.flatMap((setting, at) => [
    ...fieldReasons(setting, at),
    ...(names.indexOf(setting.name) < at ? [{ code: 'sheet.named-twice', field: `sheet|${at}|name` }] : []),
    ...(setting.stricterIs !== null && !STRICTER.includes(setting.stricterIs)
      ? [{ code: 'field.choice', field: `sheet|${at}|stricterIs` }]
      : []),
  ]);
};
