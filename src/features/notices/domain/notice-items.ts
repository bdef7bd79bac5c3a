import type { Dossier } from '../../../policy/index.js';
import { concernsThirdParties, noticeItemsDue } from '../../../policy/index.js';

export { concernsThirdParties };

/** The items of an employee notice, GDPR 13, 14 and 21(4) with the product's own. */
export const NOTICE_ITEMS = [
  'N01',
  'N02',
  'N03',
  'N04',
  'N05',
  'N06',
  'N07',
  'N08',
  'N09',
  'N10',
  'N11',
  'N12',
  'N13',
  'N14',
  'N15',
  'N16',
  'N17',
  'N18',
  'N19',
  'N20',
  'N21',
  'N22',
  'N23',
  'N24',
  'N25',
] as const;
export type NoticeItem = (typeof NOTICE_ITEMS)[number];

/** One text for each purpose: what it is for, and how long its data are kept. */
const PER_PURPOSE: readonly NoticeItem[] = ['N03', 'N08'];
/** What the reader sees first: why, what when and how, who looks and what for, how long, and objecting. */
export const SUMMARY_ITEMS: readonly NoticeItem[] = ['N03', 'N16', 'N17', 'N08', 'N10'];
/** Items that only apply when the dossier says so; when it cannot be read they all do. */
const CONDITIONAL: readonly NoticeItem[] = ['N02', 'N05', 'N07', 'N10', 'N13', 'N15', 'N21'];

/** A place for text: an item, an item for one purpose (`N08:training`), or its short text in the summary (`short:N08`). */
export type NoticeField = string;
const SHORT = 'short:';
export const fieldOf = (item: NoticeItem, purpose: string): NoticeField => `${item}:${purpose}`;
const shortFieldOf = (item: NoticeItem): NoticeField => `${SHORT}${item}`;
export const isShort = (field: NoticeField): boolean => field.startsWith(SHORT);
/** The place of the full text that belongs to a place. */
export const fullFieldOf = (field: NoticeField): string => (isShort(field) ? field.slice(SHORT.length) : field);
export const itemOf = (field: NoticeField): NoticeItem => fullFieldOf(field).split(':')[0] as NoticeItem;
export const purposeOf = (field: NoticeField): string | null => fullFieldOf(field).split(':')[1] ?? null;

export const purposeCodes = (dossier: Dossier): readonly string[] => [
  ...new Set(
    (dossier.purposes ?? []).map((purpose) => purpose.code).filter((code): code is string => typeof code === 'string' && code !== ''),
  ),
];

/** The items without which the notice is incomplete. */
export const requiredItems = (dossier: Dossier): readonly NoticeItem[] => {
  const due = noticeItemsDue(dossier);
  const required = due === null ? NOTICE_ITEMS.filter((item) => CONDITIONAL.includes(item) || ALWAYS.includes(item)) : due;
  return NOTICE_ITEMS.filter((item) => item === 'N08' || required.includes(item));
};
const ALWAYS: readonly NoticeItem[] = ['N01', 'N03', 'N04', 'N06', 'N09', 'N11', 'N12', 'N14', 'N16', 'N17', 'N18'];

const recommendedItems = (dossier: Dossier, decided: boolean): readonly NoticeItem[] => [
  ...(decided ? (['N19'] as const) : []),
  ...(dossier.tool?.covert ? (['N20'] as const) : []),
  'N22',
  'N23',
  'N24',
  ...(concernsThirdParties(dossier) ? (['N25'] as const) : []),
];

/** Every item that this dossier's notice has a place for, in order. */
export const applicableItems = (dossier: Dossier, decided = false): readonly NoticeItem[] => {
  const required = requiredItems(dossier);
  const recommended = recommendedItems(dossier, decided);
  return NOTICE_ITEMS.filter((item) => required.includes(item) || recommended.includes(item));
};

export const fieldsOf = (items: readonly NoticeItem[], purposes: readonly string[]): readonly NoticeField[] =>
  items.flatMap((item) => (PER_PURPOSE.includes(item) ? purposes.map((purpose) => fieldOf(item, purpose)) : [item]));

/** The short texts of the one screen that comes first. Where nobody can object, it says where to go instead. */
export const summaryFields = (items: readonly NoticeItem[]): readonly NoticeField[] =>
  SUMMARY_ITEMS.map((item) => (item === 'N10' && !items.includes('N10') ? 'N18' : item))
    .filter((item) => items.includes(item))
    .map(shortFieldOf);

/** Every place for text: the summary first, then each item in full. */
export const placesOf = (items: readonly NoticeItem[], purposes: readonly string[]): readonly NoticeField[] => [
  ...summaryFields(items),
  ...fieldsOf(items, purposes),
];
