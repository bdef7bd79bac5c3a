import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { instant } from '../../../kernel/clock.js';
import { Problem, type Reason } from '../../../kernel/problem.js';
import {
  aCount,
  Allow,
  anInstant,
  ApiDoor,
  aText,
  Documented,
  type Given,
  listOf,
  oneOf,
  orNull,
  record,
  Who,
  yesOrNo,
} from '../../../platform/http/index.js';
import { PRODUCT_KINDS } from '../known-products.catalogue.js';
import { type Compared, InventoryService } from './inventory.service.js';

const INVENTORY = record({
  readInAt: orNull(anInstant('Null: nothing was read in yet')),
  devices: aCount('How many devices the list named'),
  products: listOf(
    record({
      code: aText(),
      name: aText(),
      publisher: aText(),
      kind: oneOf(PRODUCT_KINDS),
      devices: aCount('On how many devices it stood'),
      hasDossier: yesOrNo('A dossier of that name that you may see'),
    }),
    'Known monitoring products that stood on devices, most devices first',
  ),
});

const READ_IN = record({ reference: aText() });
const MOST_TOLD = 100;

/** What is wrong with a file: its header, or its lines (`file.LINE.COLUMN`). */
const faultsOf = (refused: Extract<Compared, { ok: false }>): readonly Reason[] => {
  if ('faults' in refused)
    return refused.faults.slice(0, MOST_TOLD).map(({ line, column, code }) => ({ code: `csv.${code}`, field: `file.${line}.${column}` }));
  const { code, column, line } = refused.file;
  return [{ code, field: ['file', line, column].filter((part) => part !== undefined).join('.') }];
};

/** For programs: what stood on devices. */
@ApiDoor('inventory')
export class InventoryApi {
  constructor(private readonly inventories: InventoryService) {}

  @Get()
  @Allow('it_admin', 'privacy_officer', 'dpo', 'or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'program:chain:read')
  @Documented({ tag: 'devices', summary: 'Monitoring products on devices, by the newest inventory', gives: INVENTORY })
  async newest(@Who() actor: Actor): Promise<Given<typeof INVENTORY>> {
    const { inventory, products } = await this.inventories.view(actor);
    return {
      readInAt: inventory && instant(inventory.uploadedAt),
      devices: inventory?.devices ?? 0,
      products: products.map(({ product: { code, name, publisher, kind }, devices, tools }) => {
        return { code, name, publisher, kind, devices, hasDossier: tools.length > 0 };
      }),
    };
  }

  @Post()
  @Allow('it_admin', 'program:chain:write')
  @Documented({
    tag: 'devices',
    summary: 'Read in the list of what stands on devices',
    description:
      'CSV as on the page, or the export of discovered apps as it is; at most 100,000 lines and 10 MB. It is counted and not kept.',
    contentType: 'text/csv',
    gives: READ_IN,
  })
  async readIn(@Who() actor: Actor, @Body() body: unknown): Promise<Given<typeof READ_IN>> {
    if (!Buffer.isBuffer(body)) throw new Problem(415, 'body.wrong-type');
    const compared = await this.inventories.compare(actor, body);
    if (!compared.ok) throw new Problem(422, 'input.unusable', faultsOf(compared));
    return { reference: compared.reference };
  }
}
