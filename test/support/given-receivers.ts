import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeliveryService } from '../../src/features/webhooks/delivery.service.js';
import type { EventKind } from '../../src/features/webhooks/domain/event.js';
import { Outbox } from '../../src/features/webhooks/outbox.service.js';
import { ReceiversService } from '../../src/features/webhooks/receivers.service.js';
import { ScopeService } from '../../src/features/webhooks/scope.service.js';
import { WebhookKey } from '../../src/features/webhooks/webhook-key.js';
import { type Config, readSettings } from '../../src/platform/config/index.js';
import type { TestClock } from './clock.js';
import type { TestDatabase } from './database.js';
import { ORIGIN } from './given-agents.js';
import { actorOf, type Staff } from './given-people.js';
import { Receiver } from './receiver.js';

export interface WebhookServices {
  readonly outbox: Outbox;
  readonly receivers: ReceiversService;
  readonly scope: ScopeService;
  /** A process that delivers; each has its own hands. */
  delivery(config?: Partial<Config>): DeliveryService;
  /** The same services where the administrator named no network. */
  readonly strict: ReceiversService;
  close(): Promise<void>;
}

/** The feature's services on a test database, listening to its acts, where receivers on this machine are permitted. */
export const webhookServices = async ({ transactions, appUrl }: TestDatabase, clock: TestClock): Promise<WebhookServices> => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-webhooks-'));
  const settings = readSettings({ COUNTERSIGN_DATA: folder, WEBHOOK_PRIVATE_NETWORKS: '127.0.0.1' });
  const config: Config = { ...settings, baseUrl: ORIGIN, databaseUrl: appUrl, mailFolder: join(folder, 'mail') };
  const key = new WebhookKey(config);
  await key.onModuleInit();
  const outbox = new Outbox(transactions, config, clock);
  outbox.onModuleInit();
  return {
    outbox,
    receivers: new ReceiversService(transactions, key, config, clock),
    strict: new ReceiversService(transactions, key, { webhookNetworks: [] }, clock),
    scope: new ScopeService(transactions, config, clock),
    delivery: (other = {}) => new DeliveryService(transactions, key, { ...config, ...other }, clock),
    close: () => (outbox.onModuleDestroy(), rm(folder, { recursive: true, force: true })),
  };
};

/** A receiver that listens, and that IT added. */
export const givenReceiver = async (
  services: WebhookServices,
  clock: TestClock,
  staff: Staff,
  {
    kinds = ['activated', 'changed', 'suspended', 'stopped'],
    tools = [],
  }: { kinds?: readonly EventKind[]; tools?: readonly string[] } = {},
): Promise<{ readonly id: string; readonly program: Receiver }> => {
  const program = await Receiver.open(clock);
  const { id, secret } = await services.receivers.add(actorOf(staff.it), { url: program.url, kinds, tools });
  program.secrets = [secret];
  return { id, program };
};
