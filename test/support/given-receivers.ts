import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DeliveryService } from '../../src/features/webhooks/delivery.service.js';
import type { EventKind } from '../../src/features/webhooks/domain/event.js';
import { Outbox } from '../../src/features/webhooks/outbox.service.js';
import { ReceiversService } from '../../src/features/webhooks/receivers.service.js';
import { ScopeService } from '../../src/features/webhooks/scope.service.js';
import { WebhookKey } from '../../src/features/webhooks/webhook-key.js';
import { type Config, readSettings } from '../../src/platform/config/index.js';
import type { ServerCertificate } from './certificates.js';
import type { TestClock } from './clock.js';
import type { TestDatabase } from './database.js';
import { ORIGIN } from './given-agents.js';
import { actorOf, type Staff } from './given-people.js';
import { Receiver } from './receiver.js';

export interface WebhookServices {
  readonly outbox: Outbox;
  readonly receivers: ReceiversService;
  readonly scope: ScopeService;
  /** A process of its own that delivers what waits, and trusts the authorities in this file beside the usual ones. */
  deliverElsewhere(trusting: string): Promise<void>;
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
    deliverElsewhere: (trusting) => deliverElsewhere({ DATABASE: appUrl, DATA: folder, NOW: clock.now().toISOString() }, trusting),
    delivery: (other = {}) => new DeliveryService(transactions, key, { ...config, ...other }, clock),
    close: () => (outbox.onModuleDestroy(), rm(folder, { recursive: true, force: true })),
  };
};

const run = promisify(execFile);
const LOADER = join(import.meta.dirname, 'runner', 'typescript.mjs');
const PROGRAM = join(import.meta.dirname, 'deliver-once.ts');
const deliverElsewhere = async (env: Readonly<Record<string, string>>, trusting: string): Promise<void> => {
  const known = { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: trusting };
  await run(process.execPath, ['--import', LOADER, PROGRAM], { env: { ...env, ...known }, timeout: 60_000 });
};

/** A receiver that listens, and that IT added. */
export const givenReceiver = async (
  services: WebhookServices,
  clock: TestClock,
  staff: Staff,
  {
    kinds = ['activated', 'changed', 'suspended', 'stopped'],
    tools = [],
    certificate = null,
  }: { kinds?: readonly EventKind[]; tools?: readonly string[]; certificate?: ServerCertificate | null } = {},
): Promise<{ readonly id: string; readonly program: Receiver }> => {
  const program = await (certificate ? Receiver.openSecure(clock, certificate) : Receiver.open(clock));
  const { id, secret } = await services.receivers.add(actorOf(staff.it), { url: program.url, kinds, tools });
  program.secrets = [secret];
  return { id, program };
};
