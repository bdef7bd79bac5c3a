import { randomUUID } from 'node:crypto';
import { GateService, Watch } from '../../src/features/gate/index.js';
import { OrganisationService } from '../../src/features/people/index.js';
import { fixVersion } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const clock = new TestClock('2026-02-20T10:00:00Z');

let database: TestDatabase;
let staff: Staff;
let watch: Watch;
let gates: GateService;
let organisation: OrganisationService;

beforeEach(async () => {
  database = await databaseFor('organisation_changes');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  watch = new Watch(database.transactions, clock);
  watch.onModuleInit();
  gates = new GateService(database.transactions, clock);
  organisation = new OrganisationService(database.transactions, clock);
  await active('Countersign', true);
  await active('Aanmeldregistratie');
  await active('Toegangspassen');
});
afterEach(async () => {
  watch.onModuleDestroy();
  await database.close();
});

const active = async (name: string, isPlatform = false): Promise<void> => {
  const version = await database.transactions.run(async (tx) => {
    const at = new Date('2026-01-12T08:00:00Z');
    const drafted = await givenTool(tx, at, { name, until: 'assessed', unitIds: [staff.employee.unitId], isPlatform });
    const fixed = await fixVersion(tx, actorOf(staff.privacyOfficer), at, drafted.id);
    await givenChain(tx, fixed, staff, {});
    return fixed;
  });
  await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
};

const suspended = (): Promise<readonly Record<string, unknown>[]> =>
  database.asOwner('select t.name, s.at from suspensions s join tools t on t.id = s.tool_id order by t.name');

describe('a changed fact of the organisation', () => {
  it('closes every active tool that it breaks, at once', async () => {
    await organisation.answer(actorOf(staff.hr), 'workforceLanguages', { value: ['nl', 'pl'], document: null });
    expect(await suspended()).toEqual(['Aanmeldregistratie', 'Countersign', 'Toegangspassen'].map((name) => ({ name, at: clock.now() })));
  });

  it('leaves them on when it breaks nothing (the control)', async () => {
    await organisation.answer(actorOf(staff.hr), 'workforceLanguages', { value: ['nl', 'en'], document: null });
    expect(await suspended()).toEqual([]);
  });
});
