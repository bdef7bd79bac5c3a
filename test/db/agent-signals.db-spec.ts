import { connect, createServer, type Server, type Socket } from 'node:net';
import { AgentSignals } from '../../src/features/agents/agent-signals.service.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices } from '../support/given-agents.js';

let database: TestDatabase;
let services: AgentServices;
let way: Server;
let port = 0;
let through: Socket[] = [];

/** A way to the database that can fall silent: nothing goes through any more, and nobody is told. */
beforeAll(async () => {
  database = await databaseFor('agent_signals');
  services = await agentServices(database, new TestClock('2026-02-20T10:00:00Z'));
  const url = new URL(database.appUrl);
  const [folder, number] = [url.searchParams.get('host'), url.port || '5432'];
  way = createServer((near) => {
    const far = folder ? connect(`${folder}/.s.PGSQL.${number}`) : connect(Number(number), url.hostname);
    near.pipe(far).pipe(near);
    for (const end of [near, far]) end.on('error', () => undefined);
    through.push(near, far);
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  const address = way.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(async () => {
  for (const socket of through) socket.destroy();
  way.close();
  await services.close();
  await database.close();
});

const open = async (): Promise<AgentSignals> => {
  const url = new URL(database.appUrl);
  url.searchParams.delete('host');
  url.hostname = '127.0.0.1';
  url.port = String(port);
  const signals = new AgentSignals({ ...services.config, databaseUrl: url.href }, services.keys);
  await signals.onModuleInit();
  return signals;
};
const fallSilent = (): void => {
  for (const socket of through) socket.unpipe().pause();
  through = [];
};
const timed = async (work: Promise<string>): Promise<[string, number]> => {
  const begun = performance.now();
  return [await work, performance.now() - begun];
};

describe('agents that listen', () => {
  it('are told within 5 s that something may have changed when the connection to the database falls silent', async () => {
    const signals = await open();
    const before = signals.mark('t', 'a');
    fallSilent();
    const [mark, took] = await timed(signals.wait('t', 'a', before, 25_000));
    expect(mark).not.toBe(before);
    expect(took).toBeLessThan(5000);
    const again = signals.wait('t', 'a', mark, 25_000);
    const saying = setInterval(() => void database.asOwner(`select pg_notify('agent_signal', 't a')`), 200);
    expect(await again).not.toBe(mark);
    clearInterval(saying);
    await signals.onModuleDestroy();
  });

  it('are told nothing while it is well and nothing changes', async () => {
    const [one, other] = [await open(), await open()];
    const before = one.mark('t', 'a');
    const [mark, took] = await timed(one.wait('t', 'a', before, 5000));
    expect(mark).toBe(before);
    expect(took).toBeGreaterThan(4900);
    await Promise.all([one, other].map((signals) => signals.onModuleDestroy()));
  });
});
