import { attributeOf, type Attribute } from '../../../policy/index.js';

/** The parts of the dossier that are answers. All other parts are acts (a request, a decision) and live with the feature of the act. */
const ANSWERED_PARTS = [
  'tool.',
  'capture.',
  'home.',
  'office.',
  'purposes',
  'transfers',
  'processors',
  'security.',
  'assessment.',
  'dpia.',
  'covertCheck.',
  'runtime.investigation.',
  'notice.thirdParty.',
  'objectionHandling.optOut.',
] as const;
/** Kept as rows of their own: name, people in scope, settings sheet. */
const KEPT_ELSEWHERE = ['tool.name', 'tool.scope.units', 'tool.scope.persons'];

/** The attribute, when it is one that somebody answers for a version; else null. */
export const answerable = (path: string): Attribute | null => {
  const attribute = attributeOf(path);
  if (!attribute || attribute.path.endsWith('[]') || KEPT_ELSEWHERE.includes(path)) return null;
  return ANSWERED_PARTS.some((part) => path.startsWith(part)) ? attribute : null;
};

/** How many lists an attribute stands in: 0, or the number of keys its row has. */
export const depthOf = (path: string): number => path.split('[]').length - 1;
export const keysOf = (item: string): readonly string[] => (item === '' ? [] : item.split('.'));
/** The list that the attribute's row belongs to: `processors[].subprocessors` of `processors[].subprocessors[].name`. */
export const listOf = (path: string): string | null => {
  const at = path.lastIndexOf('[]');
  return at < 0 ? null : path.slice(0, at);
};
