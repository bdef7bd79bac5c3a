import type { Json } from '../kernel/canonical.js';
import type { Dossier } from './dossier.js';

/** One answered attribute: its catalogue path, the key of its list item (`1`, nested `1.2`, empty outside lists), its value. */
export interface Answer {
  readonly attribute: string;
  readonly item: string;
  readonly value: Json;
}

interface Branch {
  readonly members: Map<string, Node>;
}
interface Items {
  readonly items: Map<string, Branch>;
}
type Node = { readonly leaf: Json } | Branch | Items;

const branch = (): Branch => ({ members: new Map() });
const isBranch = (node: Node | undefined): node is Branch => node !== undefined && 'members' in node;
const isItems = (node: Node | undefined): node is Items => node !== undefined && 'items' in node;

const memberBranch = (owner: Branch, name: string): Branch => {
  const existing = owner.members.get(name);
  if (isBranch(existing)) return existing;
  const made = branch();
  owner.members.set(name, made);
  return made;
};
const itemBranch = (owner: Branch, name: string, key: string): Branch => {
  const existing = owner.members.get(name);
  const list: Items = isItems(existing) ? existing : { items: new Map() };
  owner.members.set(name, list);
  const item = list.items.get(key) ?? branch();
  list.items.set(key, item);
  return item;
};

/** Puts one answer in its place. A list that has items keeps them when its own (whole) answer comes too. */
const place = (root: Branch, { attribute, item, value }: Answer): void => {
  const steps = attribute.split('.');
  const keys = item === '' ? [] : item.split('.');
  const last = steps.pop() ?? '';
  let at = root;
  for (const step of steps) at = step.endsWith('[]') ? itemBranch(at, step.slice(0, -2), keys.shift() ?? '') : memberBranch(at, step);
  if (last.endsWith('[]')) {
    itemBranch(at, last.slice(0, -2), keys.shift() ?? '').members.set('', { leaf: value });
    return;
  }
  if (!isItems(at.members.get(last))) at.members.set(last, { leaf: value });
};

const byKey = ([a]: readonly [string, Branch], [b]: readonly [string, Branch]): number =>
  a.length === b.length ? (a < b ? -1 : 1) : a.length - b.length;

const grown = (node: Node): Json => {
  if (isItems(node)) return [...node.items].sort(byKey).map(([, item]) => grownItem(item));
  if (isBranch(node)) return Object.fromEntries([...node.members].map(([name, member]) => [name, grown(member)]));
  return node.leaf;
};
/** An item of a list of plain values (`meetings[]`) is its value. */
const grownItem = (item: Branch): Json => {
  const plain = item.members.get('');
  return item.members.size === 1 && plain ? grown(plain) : grown(item);
};

/** The dossier that these answers make. An item of a list exists when one of its answers does. */
export const assembleDossier = (answers: readonly Answer[]): Dossier => {
  const root = branch();
  for (const answer of answers) place(root, answer);
  return grown(root) as Dossier;
};
