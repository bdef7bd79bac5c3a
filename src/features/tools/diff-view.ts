import type { Actor, Language } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import type { DiffRow } from '../../platform/ui/index.js';
import { text } from '../../platform/i18n/index.js';
import { CAPABILITY_TEXTS, CATEGORY_TEXTS } from './capability.catalogue.js';
import { changesCatalogue } from './changes.catalogue.js';
import { isCapability } from './domain/capabilities.js';
import { declaredItem, declaredTitles, declaredValue } from './declarations/declared-values.js';
import { changeTitle } from './change-titles.catalogue.js';
import { type Difference, stricter, wider } from './domain/differences.js';
import { shownValue, valueLabel } from './questionnaire/shown-value.js';
import type { Comparison } from './versions.service.js';
import type { RaisedView } from './web/change-parts.js';
import type { CarriageView } from './web/diff-page.js';

type Names = ReadonlyMap<string, string>;
/** Names of units, and titles of what is declared. */
interface Named {
  readonly names: Names;
  readonly titles: Names;
}

const kindOf = ({ before, after }: Difference): DiffRow['kind'] => {
  const isEmpty = (value: Json): boolean => value === null || (Array.isArray(value) && value.length === 0);
  if (isEmpty(before)) return 'added';
  return isEmpty(after) ? 'removed' : 'changed';
};

const UNITS = [
  ['days', /Days$/],
  ['seconds', /Seconds$/],
  ['minutes', /Minutes$/],
] as const;
/** How long something is, with its unit: a number alone says nothing. */
const lengthText = (path: string, value: Json, language: Language): string | undefined => {
  const unit = UNITS.find(([, form]) => form.test(path))?.[0];
  return unit && typeof value === 'number' ? text(changesCatalogue, language)(`unit.${unit}`, { n: value }) : undefined;
};

/** A row of a list is named by itself; its parts are not repeated. */
const valueText = (change: Difference, value: Json, { names, titles }: Named, language: Language): string | undefined => {
  if (value === null) return undefined;
  const declared = declaredValue(change.path, value, names, language);
  if (declared !== undefined) return declared;
  if (change.path === 'capabilities') return text(changesCatalogue, language)(value === 'one_admin' ? 'near.one_admin' : 'near.on');
  if (change.path === 'tool.category' && typeof value === 'string') return CATEGORY_TEXTS[value]?.[language] ?? value;
  if (change.path === 'tool.scope.units' && Array.isArray(value))
    return value
      .map((id: Json) => (typeof id === 'string' ? names.get(id) : undefined) ?? '')
      .filter(Boolean)
      .join(', ');
  if (change.path === 'tool.scope.persons' && Array.isArray(value)) return String(value.length);
  if (typeof value === 'object' && !Array.isArray(value)) return change.item && itemName(change, change.item, titles, language);
  return lengthText(change.path, value, language) ?? shownValue({ attribute: change.path }, value, language);
};

/** A row of a list is named by a code that has words, or by what was typed. */
const itemName = ({ path }: Difference, item: string, titles: Names, language: Language): string => {
  if (path.startsWith('declared.')) return declaredItem(item, titles);
  if (isCapability(item)) return CAPABILITY_TEXTS[item][language];
  if (path.startsWith('purposes')) return valueLabel('purposes[].code', item, language);
  if (path.startsWith('tool.dataCategories')) return valueLabel('tool.dataCategories[].code', item, language);
  return path.startsWith('tool.recipients') ? valueLabel('tool.recipients[].role', item, language) : item;
};

/** What a change is about, in words, with the row of the list where it is about one. */
const whatOf = (change: Difference, titles: Names, language: Language): string => {
  const title = changeTitle(change.path, language);
  if (!change.item) return title;
  return `${title}: ${itemName(change, change.item, titles, language)}`;
};

/** How the DPO's form names a change. */
const changeKey = ({ path, item = '' }: Pick<Difference, 'path' | 'item'>): string => `${path}|${item}`;

/** The changes that the DPO can raise: on a fixed version and the one it follows, whatever is not wider yet. */
export const raisable = ({ before, after, changes }: Comparison, actor: Actor) =>
  actor.role === 'dpo' && after.fixedAt && after.followsId === before.id
    ? changes
        .filter(({ kind }) => kind !== 'wider')
        .map((one) => ({ value: changeKey(one), text: whatOf(one, declaredTitles([before, after], actor.language), actor.language) }))
    : [];

export const raisedViews = ({ changes, before, after }: Comparison, language: Language): readonly RaisedView[] =>
  changes.flatMap((one) =>
    one.raised
      ? [{ what: whatOf(one, declaredTitles([before, after], language), language), was: one.raised.was, reason: one.raised.reason }]
      : [],
  );

export const diffRows = ({ changes, unitNames, before, after }: Comparison, language: Language): readonly DiffRow[] => {
  const titles = declaredTitles([before, after], language);
  return changes.map((change) => ({
    kind: kindOf(change),
    what: whatOf(change, titles, language),
    before: valueText(change, change.before, { names: unitNames, titles }, language),
    after: valueText(change, change.after, { names: unitNames, titles }, language),
    effect: change.kind,
  }));
};

const PROPOSERS: readonly string[] = ['hr_registrar', 'privacy_officer'];
const OFFICERS: readonly string[] = ['or_chair', 'or_secretary', 'pvt_contact'];

const actOf = ({ carriage, changes }: Comparison, actor: Actor): CarriageView['act'] => {
  if (!carriage) return PROPOSERS.includes(actor.role) && wider(changes).length === 0 && stricter(changes).length > 0 ? 'propose' : null;
  if (actor.role === 'privacy_officer') return carriage.dpiaStatedAt ? null : 'state';
  const body = actor.role === 'dpo' ? 'dpo' : OFFICERS.includes(actor.role) ? 'council' : null;
  const waits = carriage.conditions.some((one) => one.conditionKind === body && !one.isMachineLimit && one.confirmedAt === null);
  return waits ? 'confirm' : null;
};

/** What stands on the page about carrying approvals over: only for a version that carries out conditions of the one before. */
export const carriageView = (comparison: Comparison, actor: Actor): CarriageView | null => {
  const { after, before, carriage } = comparison;
  if (after.followsId !== before.id || after.amendments.length === 0) return null;
  const conditions = carriage?.conditions ?? after.amendments.map((one) => ({ ...one, confirmedAt: null }));
  return {
    id: carriage?.id ?? null,
    conditions: conditions.map((one) => ({
      text: one.text,
      body: one.conditionKind,
      state: one.isMachineLimit ? 'machine' : one.confirmedAt ? 'confirmed' : 'waits',
    })),
    isComplete: carriage?.confirmedAt !== null && carriage !== null,
    isDpiaStated: carriage !== null && carriage.dpiaStatedAt !== null,
    act: actOf(comparison, actor),
  };
};
