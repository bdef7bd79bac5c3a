import type { NoticeContent } from './notice-content.js';
import { fieldsOf, itemOf, NOTICE_ITEMS, type NoticeField, type NoticeItem } from './notice-items.js';

export type DifferenceKind = 'added' | 'removed' | 'changed';

/** One place of a notice that says something else than before: the lines that went and the lines that came. */
export interface FieldDifference {
  readonly field: NoticeField;
  readonly kind: DifferenceKind;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Who decided and which version it is are new in every notice. */
const ALWAYS_NEW: readonly NoticeItem[] = ['N19', 'N22'];

const linesOf = (content: NoticeContent, language: string, field: NoticeField): readonly string[] =>
  (content.texts[language]?.[field] ?? '')
    .split('\n')
    .map((line) => line.replace(/^- /, '').trim())
    .filter(Boolean);

const union = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

const compare = (field: NoticeField, old: readonly string[], fresh: readonly string[]): readonly FieldDifference[] => {
  const before = old.filter((line) => !fresh.includes(line));
  const after = fresh.filter((line) => !old.includes(line));
  if (before.length === 0 && after.length === 0) return [];
  const kind = before.length === 0 ? 'added' : after.length === 0 ? 'removed' : 'changed';
  return [{ field, kind, before, after }];
};

/** What a reader of this language finds different from an earlier notice, in the order of the notice. */
export const differenceOf = (before: NoticeContent, after: NoticeContent, language: string): readonly FieldDifference[] => {
  const items = NOTICE_ITEMS.filter((item) => !ALWAYS_NEW.includes(item) && (before.items.includes(item) || after.items.includes(item)));
  const fields = fieldsOf(items, union(after.purposes, before.purposes));
  return fields.flatMap((field) => {
    const holds = (content: NoticeContent) => content.items.includes(itemOf(field));
    return compare(field, holds(before) ? linesOf(before, language, field) : [], holds(after) ? linesOf(after, language, field) : []);
  });
};

/** Languages that the earlier notice was not in. */
export const newLanguages = (before: NoticeContent, after: NoticeContent): readonly string[] =>
  after.reviewed.filter((language) => !before.reviewed.includes(language));
