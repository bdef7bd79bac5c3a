import { ATTRIBUTES } from './catalogue/attributes.catalogue.js';
import type { Dossier } from './dossier.js';

interface Branch {
  readonly members: Map<string, Branch>;
  isList: boolean;
}

const branch = (): Branch => ({ members: new Map(), isList: false });

const grow = (root: Branch, path: string): void => {
  let at = root;
  for (const step of path.split('.')) {
    const name = step.replace('[]', '');
    const next = at.members.get(name) ?? branch();
    if (step.endsWith('[]')) next.isList = true;
    at.members.set(name, next);
    at = next;
  }
};

const SHAPE = branch();
for (const { path } of ATTRIBUTES) grow(SHAPE, path);

type Members = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

const fill = (value: unknown, shape: Branch): unknown => {
  if (shape.members.size === 0) return value;
  if (shape.isList) return Array.isArray(value) ? value.map((item: unknown) => fillMembers(item, shape)) : (value ?? null);
  return fillMembers(value ?? {}, shape);
};

const fillMembers = (value: unknown, shape: Branch): unknown => {
  if (!isObject(value)) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const [name, member] of shape.members) if (member.members.size > 0) filled[name] = fill(value[name], member);
  return filled;
};

/**
 * The dossier with every object that the attributes name, so that what nobody answered reads as unanswered (null) and not as a fault of form
 * (spec.md 2.9: an attribute of a missing nested object is an error). Lists that were not answered stay null.
 */
export const completeShape = (dossier: Dossier): Dossier => fillMembers(dossier, SHAPE) as Dossier;
