import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { notFound } from '../../../kernel/problem.js';
import { type CsvRead, readCsvFile } from '../../../platform/csv/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken, once } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { ListService, type ToolState } from '../../gate/index.js';
import { createTool } from '../../tools/index.js';
import {
  compare,
  faultsOf,
  inventoryColumnOf,
  type InventoryColumn,
  type InventoryFault,
  isProduct,
  MOST_LINES,
  REQUIRED_INVENTORY_COLUMNS,
} from '../domain/inventory.js';
import { KNOWN_PRODUCTS, type KnownProduct } from '../known-products.catalogue.js';
import { findingsOf, insertInventory, type InventoryRow, namedTools, newestInventories } from './inventories.repository.js';

const MOST_SHOWN = 12;

export interface SeenTool {
  readonly toolId: string;
  readonly name: string;
  readonly state: ToolState;
}
/** A known product that stands on devices. */
export interface FoundProduct {
  readonly product: KnownProduct;
  readonly devices: number;
  /** Dossiers of its name, as far as this reader sees them. */
  readonly tools: readonly SeenTool[];
}
export interface InventoryView {
  readonly inventory: InventoryRow | null;
  readonly products: readonly FoundProduct[];
  /** Registered tools that stand on devices under their own name. */
  readonly tools: readonly { readonly tool: SeenTool; readonly devices: number }[];
  readonly earlier: readonly InventoryRow[];
}
export type Compared =
  | { readonly ok: true; readonly reference: string }
  | { readonly ok: false; readonly file: Extract<CsvRead<InventoryColumn>, { ok: false }> }
  | { readonly ok: false; readonly faults: readonly InventoryFault[] };

/** What stands on devices, beside what is known to watch people and what has a dossier. */
@Injectable()
export class InventoryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lists: ListService,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Counts, and forgets the file: neither it nor the devices are kept. */
  compare(actor: Actor, bytes: Uint8Array): Promise<Compared> {
    const read = readCsvFile(bytes, {
      columnOf: inventoryColumnOf,
      required: REQUIRED_INVENTORY_COLUMNS,
      mostLines: MOST_LINES,
      leavesOthers: true,
    });
    if (!read.ok) return Promise.resolve({ ok: false, file: read });
    const faults = faultsOf(read.lines);
    if (faults.length > 0) return Promise.resolve({ ok: false, faults });
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const comparison = compare(read.lines, await namedTools(tx));
      const id = await insertInventory(tx, comparison, actor.personId ?? '', now);
      const found = comparison.findings.length;
      const reference = await record(tx, actor, now, 'inventory.compared', { subjectId: id }, { devices: comparison.devices, found });
      return { ok: true, reference };
    });
  }

  async view(actor: Actor): Promise<InventoryView> {
    const seen = (await this.lists.seenBy(actor)).map(({ toolId, toolName, state }) => ({ toolId, name: toolName, state }));
    return this.transactions.read(async (tx) => {
      const [inventory = null, ...earlier] = await newestInventories(tx, MOST_SHOWN);
      const findings = inventory ? await findingsOf(tx, inventory.id) : [];
      const products = findings.flatMap(({ product: code, devices }) =>
        KNOWN_PRODUCTS.filter((known) => known.code === code).map((product) => {
          return { product, devices, tools: seen.filter(({ name }) => isProduct(product, name, null)) };
        }),
      );
      const tools = findings.flatMap(({ toolId, devices }) =>
        seen.filter((tool) => tool.toolId === toolId).map((tool) => ({ tool, devices })),
      );
      return { inventory, products, tools, earlier };
    });
  }

  /** "Wij horen dat dit draait", about a product that the newest inventory found. */
  report(actor: Actor, code: string, claimOf: (found: FoundProduct, at: Date) => string, key: string | undefined) {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const [inventory] = await newestInventories(tx, 1);
      const finding = inventory && (await findingsOf(tx, inventory.id)).find(({ product }) => product === code);
      const product = KNOWN_PRODUCTS.find((known) => known.code === code);
      if (!inventory || !finding || !product) throw notFound();
      const councilClaim = claimOf({ product, devices: finding.devices, tools: [] }, inventory.uploadedAt);
      return once(tx, now, { personId: actor.personId ?? '', route: 'inventory.report', key, body: { code } }, async () => {
        const { toolId, reference } = await createTool(tx, actor, now, { name: product.name, councilClaim });
        return { toolId, reference };
      });
    });
  }
}
