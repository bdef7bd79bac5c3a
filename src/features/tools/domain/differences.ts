import { type Change, classifyChanges } from '../../../policy/index.js';
import type { Setting, VersionRow } from '../version.js';
import { facts } from './facts.js';

const OFF = ['off', 'false', 'no', 'nee', 'uit', '0', 'none'];
const ON = ['on', 'true', 'yes', 'ja', 'aan', '1'];

/** Whether a value went the way that the approved sheet itself calls stricter. */
const wentStricter = (setting: Setting, after: string): boolean => {
  const [was, is] = [Number(setting.value), Number(after)];
  const numbers = setting.value.trim() !== '' && after.trim() !== '' && Number.isFinite(was) && Number.isFinite(is);
  if (setting.stricterIs === 'lower') return numbers && is < was;
  if (setting.stricterIs === 'higher') return numbers && is > was;
  if (setting.stricterIs === 'off') return OFF.includes(after.toLowerCase());
  return setting.stricterIs === 'on' && ON.includes(after.toLowerCase());
};

/** What differs between two versions. A setting is stricter only where the earlier sheet says so. */
export const differences = (before: VersionRow, after: VersionRow): readonly Change[] =>
  classifyChanges(facts(before), facts(after)).map((change) => {
    if (change.path !== 'settings[].value' || change.kind !== 'wider') return change;
    const setting = before.sheet.find(({ name }) => name === change.item);
    return setting && typeof change.after === 'string' && wentStricter(setting, change.after) ? { ...change, kind: 'stricter' } : change;
  });

export const wider = (changes: readonly Change[]): readonly Change[] => changes.filter(({ kind }) => kind === 'wider');
export const stricter = (changes: readonly Change[]): readonly Change[] => changes.filter(({ kind }) => kind === 'stricter');
