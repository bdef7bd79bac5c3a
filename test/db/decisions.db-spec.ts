import { FactChannel } from '../../src/features/decisions/fact-channel.service.js';
import { type Config, readSettings } from '../../src/platform/config/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let channel: FactChannel;
let heard: string[];

beforeAll(async () => {
  database = await databaseFor('decisions');
});
beforeEach(() => {
  const config: Config = { ...readSettings({}), baseUrl: 'http://localhost:1', databaseUrl: database.appUrl, mailFolder: '' };
  channel = new FactChannel(config);
  heard = [];
});
afterEach(() => channel.onModuleDestroy());
afterAll(() => database.close());

const listen = (): Promise<boolean> => {
  channel.open({ onFact: (kind, id) => heard.push(`${kind}:${id}`), onGap: () => heard.push('gap') });
  return channel.untilTrusted(2000);
};
const until = async (holds: () => boolean, ms = 3000): Promise<boolean> => {
  for (const end = performance.now() + ms; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 20)))
    if (holds()) return true;
  return holds();
};
const listeners = `select pid from pg_stat_activity where datname = current_database() and query like 'select pg_notify%'`;

describe('what is known of the facts', () => {
  it('is nothing before the first heartbeat came back, and then everything that is committed', async () => {
    expect(channel.isTrusted()).toBe(false);
    expect(await listen()).toBe(true);
    heard.length = 0;
    await database.asOwner(`select pg_notify('decision_fact', 't:t_1')`);
    expect(await until(() => heard.includes('t:t_1'))).toBe(true);
  });

  it('is nothing at once when the connection is lost, and is read again when it is back', async () => {
    await listen();
    heard.length = 0;
    await database.asOwner(`select pg_terminate_backend(pid) from (${listeners}) l`);
    expect(await until(() => !channel.isTrusted())).toBe(true);
    expect(heard).toContain('gap');
    expect(await channel.untilTrusted(5000)).toBe(true);
    expect(heard.filter((one) => one === 'gap').length).toBeGreaterThan(1);
  });
});
