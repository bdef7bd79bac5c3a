import { type Change, classifyCapabilities, classifyChanges, classifyDeclared, type Declared } from '../../../policy/index.js';
import type { RaisedChange, Setting, VersionRow } from '../version.js';
import { filledInCapabilities } from './capabilities.js';
import { facts } from './facts.js';

const OFF = ['off', 'false', 'no', 'nee', 'uit', '0', 'none'];
const ON = ['on', 'true', 'yes', 'ja', 'aan', '1'];

/** A difference between two versions, with what the DPO said of it where the DPO classed it as wider than the rules did. */
export interface Difference extends Change {
  readonly raised: RaisedChange | null;
}

/** Whether a value went the way that the approved sheet itself calls stricter. */
const wentStricter = (setting: Setting, after: string): boolean => {
  const [was, is] = [Number(setting.value), Number(after)];
  const numbers = setting.value.trim() !== '' && after.trim() !== '' && Number.isFinite(was) && Number.isFinite(is);
  if (setting.stricterIs === 'lower') return numbers && is < was;
  if (setting.stricterIs === 'higher') return numbers && is > was;
  if (setting.stricterIs === 'off') return OFF.includes(after.toLowerCase());
  return setting.stricterIs === 'on' && ON.includes(after.toLowerCase());
};

/** A setting is stricter only where the earlier sheet says so. */
const bySheet = (change: Change, { sheet }: VersionRow): Change => {
  if (change.path !== 'settings[].value' || change.kind !== 'wider') return change;
  const setting = sheet.find(({ name }) => name === change.item);
  return setting && typeof change.after === 'string' && wentStricter(setting, change.after) ? { ...change, kind: 'stricter' } : change;
};

/** What the DPO raised counts as wider, in every comparison that spans the version that made the change. */
const raisedIn = ({ path, item = '' }: Change, before: VersionRow, after: VersionRow): RaisedChange | null =>
  after.raised.find((one) => one.number > before.number && one.path === path && one.item === item) ?? null;

const declared = ({ declarations, enforcement }: VersionRow): Declared => ({ ...declarations, enforcement });

/** What differs between two versions, each as wider, stricter or text. Nobody can class a change downwards; the DPO can raise one. */
export const differences = (before: VersionRow, after: VersionRow): readonly Difference[] =>
  [
    ...classifyCapabilities(filledInCapabilities(before.capabilityRows), filledInCapabilities(after.capabilityRows)),
    ...classifyChanges(facts(before), facts(after)),
    ...classifyDeclared(declared(before), declared(after)),
  ].map((change) => {
    const raised = raisedIn(change, before, after);
    return { ...bySheet(change, before), ...(raised ? { kind: 'wider' as const } : {}), raised };
  });

export const wider = <T extends Change>(changes: readonly T[]): readonly T[] => changes.filter(({ kind }) => kind === 'wider');
export const stricter = <T extends Change>(changes: readonly T[]): readonly T[] => changes.filter(({ kind }) => kind === 'stricter');
