import { DataSource } from 'typeorm';
import { DeliveryService } from '../../src/features/webhooks/delivery.service.js';
import { WebhookKey } from '../../src/features/webhooks/webhook-key.js';
import { readSettings } from '../../src/platform/config/index.js';
import { databaseOptions, Transactions } from '../../src/platform/database/index.js';
import { TestClock } from './clock.js';

/** A process that delivers what waits, once: for what a process learns only when it starts, such as whose certificates it trusts. */
const { DATABASE = '', DATA, NOW = '' } = process.env;
const settings = readSettings({ COUNTERSIGN_DATA: DATA, WEBHOOK_PRIVATE_NETWORKS: '127.0.0.1' });
const key = new WebhookKey(settings);
await key.onModuleInit();
const source = await new DataSource(databaseOptions(DATABASE, [])).initialize();
await new DeliveryService(new Transactions(source), key, settings, new TestClock(NOW)).deliver();
await source.destroy();
