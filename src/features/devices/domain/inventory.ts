import { KNOWN_PRODUCTS, type KnownProduct } from '../known-products.catalogue.js';

const INVENTORY_COLUMNS = ['device_id', 'product', 'publisher', 'version', 'installed_on'] as const;
export type InventoryColumn = (typeof INVENTORY_COLUMNS)[number];
export const REQUIRED_INVENTORY_COLUMNS: readonly InventoryColumn[] = ['device_id', 'product'];
export const MOST_LINES = 100_000;

/** Names by which a usual export calls these columns (Intune's discovered apps among them), in small letters. */
const OTHER_NAMES: Readonly<Record<string, InventoryColumn>> = {
  deviceid: 'device_id',
  'device id': 'device_id',
  applicationname: 'product',
  'application name': 'product',
  applicationpublisher: 'publisher',
  'application publisher': 'publisher',
  applicationversion: 'version',
  'application version': 'version',
  'installed on': 'installed_on',
  installdate: 'installed_on',
};
export const inventoryColumnOf = (name: string): InventoryColumn | null =>
  INVENTORY_COLUMNS.find((column) => column === name) ?? OTHER_NAMES[name] ?? null;

type Cells = Readonly<Partial<Record<InventoryColumn, string>>>;
export interface InventoryLine {
  readonly line: number;
  readonly cells: Cells;
}
export interface InventoryFault {
  readonly line: number;
  readonly column: InventoryColumn;
  readonly code: 'missing' | 'long' | 'day';
}

const LONGEST: Readonly<Record<InventoryColumn, number>> = { device_id: 100, product: 300, publisher: 300, version: 100, installed_on: 40 };
const DAY = /^(\d{4}-\d{2}-\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b/;

const faultIn = (column: InventoryColumn, text: string): InventoryFault['code'] | null => {
  if (text === '') return REQUIRED_INVENTORY_COLUMNS.includes(column) ? 'missing' : null;
  if (text.length > LONGEST[column]) return 'long';
  return column === 'installed_on' && !DAY.test(text) ? 'day' : null;
};

/** Each cell that cannot be right, by its line and column. */
export const faultsOf = (lines: readonly InventoryLine[]): readonly InventoryFault[] =>
  lines.flatMap(({ line, cells }) =>
    INVENTORY_COLUMNS.flatMap((column): InventoryFault[] => {
      const code = faultIn(column, cells[column]?.trim() ?? '');
      return code && (column in cells || code === 'missing') ? [{ line, column, code }] : [];
    }),
  );

const beginsWord = (text: string, words: string): boolean => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  return false;
};

/** Whether a line of an inventory, or the name of a tool, names this product. */
export const isProduct = (known: KnownProduct, product: string, publisher: string | null): boolean => {
  const [name, maker] = [product.toLowerCase(), publisher?.toLowerCase() ?? null];
  if (!known.names.some((words) => beginsWord(name, words))) return false;
  return maker === null || !known.publishers || known.publishers.some((words) => maker.includes(words));
};

export interface RegisteredTool {
  readonly id: string;
  readonly name: string;
}
export interface Finding {
  /** The code of a known product, or the id of a tool. */
  readonly product: string;
  readonly toolId: string | null;
  /** On how many different devices. */
  readonly devices: number;
}
export interface Comparison {
  readonly lines: number;
  readonly devices: number;
  readonly findings: readonly Finding[];
}

/** Shorter names stand in the names of too many other things. */
const SHORTEST_TOOL_NAME = 4;

/** Known products, and products under the name of a registered tool, with the number of devices that they stand on. Which devices is forgotten. */
export const compare = (lines: readonly InventoryLine[], tools: readonly RegisteredTool[]): Comparison => {
  const found = new Map<string, { toolId: string | null; devices: Set<string> }>();
  const note = (product: string, toolId: string | null, device: string): void => {
    const finding = found.get(product) ?? { toolId, devices: new Set() };
    finding.devices.add(device);
    found.set(product, finding);
  };
  const named = tools.filter(({ name }) => name.length >= SHORTEST_TOOL_NAME).map(({ id, name }) => ({ id, words: name.toLowerCase() }));
  const devices = new Set<string>();
  for (const { cells } of lines) {
    const device = cells.device_id?.trim().toLowerCase() ?? '';
    const product = cells.product?.trim().toLowerCase() ?? '';
    devices.add(device);
    const known = KNOWN_PRODUCTS.find((one) => isProduct(one, product, cells.publisher?.trim() || null));
    if (known) note(known.code, null, device);
    else named.filter(({ words }) => beginsWord(product, words)).forEach(({ id }) => note(id, id, device));
  }
  const findings = [...found].map(([product, finding]) => ({ product, toolId: finding.toolId, devices: finding.devices.size }));
  return { lines: lines.length, devices: devices.size, findings };
};
