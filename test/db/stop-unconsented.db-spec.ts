import { OrdersService, StopService } from '../../src/features/gate/index.js';
import { openAlarms } from '../../src/features/gate/orders.repository.js';
import { createTool, findTool } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

let database: TestDatabase;
let staff: Staff;
let stops: StopService;
let orders: OrdersService;
const clock = new TestClock('2026-02-20T10:00:00Z');

beforeAll(async () => {
  database = await databaseFor('stop_unconsented');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  stops = new StopService(database.transactions, clock);
  orders = new OrdersService(database.transactions, clock, { baseUrl: 'https://countersign.example.org' });
});
afterAll(() => database.close());

const tool = (name: string, runsWithoutConsent: boolean): Promise<string> =>
  database.transactions.run(
    async (tx) => (await createTool(tx, actorOf(staff.hr), clock.now(), { name, starter: null, runsWithoutConsent })).toolId,
  );
const stop = (toolId: string, key: string) => stops.stop(actorOf(staff.chair, 'or_chair'), toolId, { reason: 'Nooit gevraagd.', key });
const alarmsOf = async (toolId: string) =>
  (await database.transactions.read((tx) => openAlarms(tx, clock.now()))).filter((alarm) => alarm.tool_id === toolId);
const runs = (toolId: string) => database.transactions.read(async (tx) => (await findTool(tx, toolId))?.runsWithoutConsent);

describe('the stop of a tool that runs without consent', () => {
  it('orders IT to switch it off, with an alarm until IT has shown that it did', async () => {
    const toolId = await tool('Volgsysteem in auto’s', true);
    await stop(toolId, 'a');
    const [alarm] = await alarmsOf(toolId);
    expect(alarm).toMatchObject({ tool_name: 'Volgsysteem in auto’s', due_at: new Date('2026-02-23T16:00:00Z') });
    expect(await runs(toolId)).toBe(true);
    await orders.confirm(actorOf(staff.it, 'it_admin'), alarm?.order_id ?? '', {
      evidence: 'Kastjes zijn eruit',
      asApproved: false,
      file: null,
    });
    expect([await alarmsOf(toolId), await runs(toolId)]).toEqual([[], false]);
  });
  it('gives no second order while one is open', async () => {
    const toolId = await tool('Camera in de kantine', true);
    await stop(toolId, 'b');
    await stop(toolId, 'c');
    expect(await alarmsOf(toolId)).toHaveLength(1);
  });
  it('gives none for a tool that is not on', async () => {
    const toolId = await tool('Plan op papier', false);
    await stop(toolId, 'd');
    expect(await alarmsOf(toolId)).toEqual([]);
  });
});
