import { randomUUID } from 'node:crypto';
import { GateService, StopService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { ReceiversService } from '../../src/features/webhooks/receivers.service.js';
import { appFor, type TestApp } from '../support/app.js';
import { givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';
import { Receiver } from '../support/receiver.js';

const KINDS = ['activated', 'changed', 'suspended', 'stopped'] as const;

let app: TestApp;
let staff: Staff;
let receiver: Receiver;
let version: Version;
let id: string;

beforeAll(async () => {
  app = await appFor('webhooks_e2e', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  receiver = await Receiver.open(app.clock);
  await switchOn(await given('Countersign', true));
  version = await given('Aanmeldregistratie');
  const made = await receivers().add(actorOf(staff.it), { url: receiver.url, kinds: KINDS, tools: [] });
  id = made.id;
  receiver.secrets = [made.secret];
}, 60_000);
afterAll(async () => {
  await receiver.close();
  await app.close();
});

const receivers = (): ReceiversService => app.running.app.get(ReceiversService);
const given = (name: string, isPlatform = false): Promise<Version> =>
  app.database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform, name });
    await givenChain(tx, made, staff);
    return made;
  });
const switchOn = ({ toolId, number }: Version): Promise<unknown> =>
  app.running.app.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());
const stop = ({ toolId }: Version): Promise<unknown> =>
  app.running.app.get(StopService).stop(actorOf(staff.director), toolId, { reason: 'Klaar', key: randomUUID() });

describe('a receiver', () => {
  it('is told that a tool was switched on', async () => {
    await switchOn(version);
    await app.runJobs();
    expect(receiver.refused).toEqual([]);
    expect(receiver.heard(version.toolId)).toEqual(['activated']);
    expect(receiver.taken[0]).toMatchObject({ data: { fingerprint: version.fingerprint } });
  });
  it('is told that it stopped', async () => {
    await stop(version);
    await app.runJobs();
    expect(receiver.heard(version.toolId)).toEqual(['activated', 'stopped']);
    expect((await receivers().read(id)).receiver).toMatchObject({ waiting: 0, dead: 0 });
  });
});
