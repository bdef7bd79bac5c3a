import type { Role } from '../kernel/actor.js';
import { ATTRIBUTES, type Attribute, type Owner } from './catalogue/attributes.catalogue.js';

const BY_PATH: ReadonlyMap<string, Attribute> = new Map(ATTRIBUTES.map((attribute) => [attribute.path, attribute]));
export const attributeOf = (path: string): Attribute | null => BY_PATH.get(path) ?? null;

const WRITERS: Readonly<Partial<Record<Owner, readonly Role[]>>> = {
  computed: [],
  council: ['or_chair', 'or_secretary', 'pvt_contact'],
  staff_representation: ['pvt_contact'],
  tool_owner: ['tool_owner', 'it_admin'],
};

/** The roles that may write an attribute; none for what is computed or unknown. */
export const writersOf = (path: string): readonly Role[] => {
  const owner = BY_PATH.get(path)?.owner;
  if (!owner) return [];
  return WRITERS[owner] ?? [owner as Role];
};
export const ownerMayWrite = (role: Role, path: string): boolean => writersOf(path).includes(role);
