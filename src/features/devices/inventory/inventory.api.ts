import { Get } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { instant } from '../../../kernel/clock.js';
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
import { InventoryService } from './inventory.service.js';

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
}
