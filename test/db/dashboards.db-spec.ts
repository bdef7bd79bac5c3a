import { randomUUID } from 'node:crypto';
import { SMALLEST_GROUP } from '../../src/features/people/index.js';
import { DashboardsService } from '../../src/features/dashboards/dashboards.service.js';
import { cardOf } from '../../src/features/dashboards/dashboards.views.js';
import type { DashboardCard } from '../../src/features/dashboards/web/dashboards-page.js';
import { GateService, StopService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenNativeTool } from '../support/given-agents.js';
import { type ChainWishes, givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

const clock = new TestClock('2026-02-20T10:00:00Z');

let database: TestDatabase;
let staff: Staff;
let dashboards: DashboardsService;
let gates: GateService;
let stops: StopService;

beforeAll(async () => {
  database = await databaseFor('dashboards');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  dashboards = new DashboardsService(database.transactions, clock);
  gates = new GateService(database.transactions, clock);
  stops = new StopService(database.transactions, clock);
});
afterAll(() => database.close());

const given = (name: string, wishes: ChainWishes & { isPlatform?: boolean } = {}): Promise<Version> =>
  database.transactions.run(async (tx) => {
    const tool = { unitIds: [staff.employee.unitId], name, isPlatform: wishes.isPlatform ?? false };
    const version = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), tool);
    await givenChain(tx, version, staff, wishes);
    return version;
  });
const active = async (name: string, wishes: Parameters<typeof given>[1] = {}): Promise<Version> => {
  const version = await given(name, wishes);
  await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
  return version;
};
const cards = async (): Promise<readonly DashboardCard[]> => {
  const { tools, smallest } = await dashboards.overview(actorOf(staff.manager));
  return tools.map((tool) => cardOf(tool, 'manager', smallest, 'nl'));
};
const cardNamed = async (name: string): Promise<DashboardCard | undefined> => (await cards()).find((card) => card.name === name);

describe('the managers’ dashboards', () => {
  it('name the smallest group that the house chose, never fewer', async () => {
    await database.asOwner(`insert into settings (name, value, changed_by, changed_at) values ($1, '25', 'p', now())`, [SMALLEST_GROUP]);
    expect(await dashboards.smallest()).toBe(25);
    await database.asOwner(`delete from settings where name = $1`, [SMALLEST_GROUP]);
    expect(await dashboards.smallest()).toBe(10);
  });

  it('are closed until Countersign itself is active', async () => {
    expect(await dashboards.overview(actorOf(staff.manager))).toEqual({ open: false, smallest: 10, tools: [] });
    await active('Countersign', { isPlatform: true });
    expect(await dashboards.overview(actorOf(staff.manager))).toEqual({ open: true, smallest: 10, tools: [] });
  });

  it('show an active tool with the conditions of the council, and no other', async () => {
    await given('Nog niet aan');
    await active('Bereikbaarheid', {
      conditions: [
        { text: 'Geen gebruik voor één medewerker', limit: { kind: 'no_individual_use', value: true } },
        { text: 'Groepen van 12', limit: { kind: 'smallest_group', value: 12 } },
      ],
    });
    expect((await cards()).map(({ name }) => name)).toEqual(['Bereikbaarheid']);
    const card = await cardNamed('Bereikbaarheid');
    expect(card?.closed).toBeNull();
    expect(card?.conditions).toEqual([
      'U mag deze cijfers niet gebruiken om één medewerker te beoordelen. Dat is een voorwaarde van de ondernemingsraad (besluit van 2 februari 2026).',
      'Geen gebruik voor één medewerker',
      'Groepen van 12',
    ]);
    expect(card?.purposes).toEqual(['Zien of er genoeg mensen zijn ingelogd om klanten te helpen.']);
  });

  it('close on the moment of a stop, with the reason, and are gone when it is lifted', async () => {
    const { toolId } = await active('Gestopt');
    await stops.stop(actorOf(staff.chair), toolId, { reason: 'geheim', key: randomUUID() });
    const card = await cardNamed('Gestopt');
    expect(card?.closed).toBe('Sinds 20 februari 2026. Het volgsysteem is gestopt.');
    expect(JSON.stringify(card)).not.toContain('geheim');
    await stops.lift(actorOf(staff.chair), toolId, 'Opgelost.');
    expect(await cardNamed('Gestopt')).toBeUndefined();
  });

  it('close as soon as a requirement fails, before anybody has swept', async () => {
    const { id } = await active('Gezakt');
    await database.asOwner(`update answers set value = 'false' where version_id = $1 and attribute = 'purposes[].specific'`, [id]);
    expect((await cardNamed('Gezakt'))?.closed).toBe('Aan een eis wordt nu niet voldaan.');
  });
});
