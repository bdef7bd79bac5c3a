import type { Actor } from '../kernel/actor.js';
import { DeviceListService, InventoryService, RegisteredDevicesService } from '../features/devices/index.js';
import { InboxService } from '../features/notices/index.js';
import { ReceiversService, WebhookKey } from '../features/webhooks/index.js';
import { Transactions } from '../platform/database/index.js';
import { readNetwork } from '../platform/egress/index.js';
import type { DossierActs } from './dossier-acts.js';
import { DEVICES, INSTALLED, RECEIVER } from './sample-controls.catalogue.js';
import { firstOfUnit, noticeOf, takeDeliveries } from './sample-rows.repository.js';
import { staffNumberOf } from './staff-list.js';
import type { Stage } from './stage.js';

const inventoryFile = (): Buffer => {
  const lines = INSTALLED.flatMap(({ product, publisher, devices }) =>
    Array.from({ length: devices }, (_, at) => `LAPTOP-${1001 + at},${product},${publisher}`),
  );
  return Buffer.from(['device_id,product,publisher', ...lines].join('\n'));
};

/** What IT does for device management and for programs outside. */
export class DeviceActs {
  private receiverId = '';

  constructor(
    private readonly stage: Stage,
    private readonly tool: DossierActs,
  ) {}

  private holders() {
    return this.stage.read((tx) => firstOfUnit(tx, DEVICES.unit, DEVICES.tablets));
  }

  /** Most who have a tablet open their notice. */
  async openNotices(): Promise<void> {
    const noticeId = await this.stage.read((tx) => noticeOf(tx, this.tool.toolId));
    for (const { id: personId } of (await this.holders()).slice(0, DEVICES.told)) {
      const reader: Actor = { personId, role: 'employee', roles: ['employee'], language: 'nl' };
      await this.stage.get(InboxService).open(reader, noticeId);
    }
  }

  /** Everyone's tablet, and one that was lent to another department. */
  async list(): Promise<void> {
    const numbers = [...(await this.holders()).map(({ staffNumber }) => staffNumber), staffNumberOf(DEVICES.borrower)];
    const lines = numbers.map((staffNumber, at) => ({ device: `TABLET-${String(at + 1).padStart(2, '0')}`, staffNumber }));
    await this.stage.get(RegisteredDevicesService).change(this.stage.holder('it_admin'), this.tool.toolId, 'add', lines);
  }

  /** A tablet that broke. */
  async takeOff(): Promise<void> {
    const broken = [{ device: 'TABLET-02', staffNumber: '' }];
    await this.stage.get(RegisteredDevicesService).change(this.stage.holder('it_admin'), this.tool.toolId, 'remove', broken);
  }

  async fetchList(): Promise<void> {
    await this.stage.get(DeviceListService).fetch(this.stage.holder('it_admin'), this.tool.toolId);
  }

  /** What a minute of the clock does: lists that nobody fetched in time are noticed. */
  async keepLists(): Promise<void> {
    await this.stage.get(DeviceListService).keepAll();
  }

  async compareInventory(): Promise<void> {
    await this.stage.get(InventoryService).compare(this.stage.holder('it_admin'), inventoryFile());
  }

  /** On that day the server's administrator permitted the network; since then no more, so that nothing arrives. */
  async addReceiver(): Promise<void> {
    const webhookNetworks = [readNetwork(RECEIVER.network)].filter((network) => network !== null);
    const { stage } = this;
    const service = new ReceiversService(stage.get(Transactions), stage.get(WebhookKey), { webhookNetworks }, stage.clock);
    const asked = { url: RECEIVER.url, kinds: ['activated', 'changed', 'suspended', 'stopped'], tools: [] } as const;
    this.receiverId = (await service.add(this.stage.holder('it_admin'), asked)).id;
  }

  async receiverTakes(): Promise<void> {
    await this.stage.write((tx) => takeDeliveries(tx, this.receiverId, this.stage.clock.now()));
  }
}
