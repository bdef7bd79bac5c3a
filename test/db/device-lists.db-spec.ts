import { randomUUID } from 'node:crypto';
import { DeviceListService } from '../../src/features/devices/lists/device-list.service.js';
import { RegisteredDevicesService } from '../../src/features/devices/registered/registered.service.js';
import { deviceScopeOf } from '../../src/features/devices/index.js';
import { OrdersService, StopService } from '../../src/features/gate/index.js';
import { waysOutOf } from '../../src/features/objections/objections.repository.js';
import type { Version } from '../../src/features/tools/index.js';
import { newId } from '../../src/kernel/ids.js';
import { isSignedBy, readJws, readPublicJwk } from '../../src/platform/signing/index.js';
import { keyOf } from '../../src/platform/signing/jwk.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices, ORIGIN } from '../support/given-agents.js';
import { givenDevices, givenListedTool, type ListedWishes, peopleOf } from '../support/given-devices.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

const NOW = '2026-02-20T10:05:00Z';

let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let lists: DeviceListService;
let stops: StopService;
const clock = new TestClock(NOW);

beforeAll(async () => {
  database = await databaseFor('device lists');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  lists = new DeviceListService(database.transactions, services.keys, services.config, clock);
  stops = new StopService(database.transactions, clock);
  await givenListedTool(database, clock, staff, { isPlatform: true, enforcement: 'native' });
});
beforeEach(() => clock.set(NOW));
afterAll(async () => {
  await services.close();
  await database.close();
});

const listed = async (wishes: ListedWishes = {}): Promise<{ version: Version; people: string[]; devices: string[] }> => {
  const version = await givenListedTool(database, clock, staff, wishes);
  const people = await peopleOf(database, version);
  return { version, people, devices: await givenDevices(database, version, people, clock) };
};
const fetched = ({ toolId }: Version) => lists.fetch(actorOf(staff.it), toolId);
const claimsOf = (token: string) => readJws(token)?.claims ?? {};
const devicesOn = async (version: Version): Promise<readonly string[]> =>
  claimsOf((await fetched(version)).deviceList)['devices'] as readonly string[];
const scopeOf = async ({ toolId }: Version): Promise<string[]> =>
  [...(await database.transactions.read((tx) => deviceScopeOf(tx, toolId)))].sort();
const object = ({ toolId }: Version, personId: string): Promise<unknown> =>
  database.asOwner(
    `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ($1, $2, $3, '', $1, $4, '2026-03-20')`,
    [newId('o'), toolId, personId, clock.now()],
  );
const incidentsOf = async ({ toolId }: Version): Promise<unknown[]> =>
  (
    await database.asOwner(
      `select i.kind, e.by_role from incidents i left join incident_ends e on e.incident_id = i.id where tool_id = $1 order by i.raised_at`,
      [toolId],
    )
  ).map((row) => [row['kind'], row['by_role']]);
const suspend = ({ toolId }: Version) => stops.stop(actorOf(staff.dpo), toolId, { reason: 'Even uit.', key: randomUUID() });
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('the list of devices', () => {
  it('names every device whose person may be measured, signed with the published key, under a type and an audience of its own', async () => {
    const { version, devices } = await listed();
    const { deviceList, issuedAt, expiresAt, reasons } = await fetched(version);
    const jws = readJws(deviceList);
    const jwk = readPublicJwk(services.keys.published()[0]);
    if (!jws || !jwk) throw new Error('Expected: a list and a key.');
    expect(isSignedBy(jws, keyOf(jwk))).toBe(true);
    expect(jws.header).toMatchObject({ alg: 'EdDSA', typ: 'device-list+jwt', kid: services.keys.published()[0]?.kid });
    expect(jws.claims).toEqual({
      iss: ORIGIN,
      aud: 'urn:countersign:device-management',
      sub: `tool:${version.toolId}`,
      iat: issuedAt.getTime() / 1000,
      exp: expiresAt.getTime() / 1000,
      serial: 1,
      devices: [...devices].sort(),
      reasons: [],
    });
    expect([expiresAt.getTime() - issuedAt.getTime(), reasons]).toEqual([3_600_000, []]);
    expect(await scopeOf(version)).toEqual([...devices].sort());
  });

  it('is the same text for a quarter of an hour while nothing changed, and another after it', async () => {
    const { version } = await listed();
    const first = await fetched(version);
    clock.advance({ minutes: 9 });
    expect((await fetched(version)).etag).toBe(first.etag);
    clock.advance({ minutes: 2 });
    expect((await fetched(version)).etag).not.toBe(first.etag);
  });

  it('is empty at once when the tool is stopped, and says why', async () => {
    const { version } = await listed();
    expect(await devicesOn(version)).toHaveLength(4);
    await suspend(version);
    const { deviceList, reasons } = await fetched(version);
    expect([claimsOf(deviceList)['devices'], claimsOf(deviceList)['reasons'], reasons]).toEqual([
      [],
      ['tool.not_activated', 'tool.stopped'],
      ['tool.not_activated', 'tool.stopped'],
    ]);
    expect(await scopeOf(version)).toEqual([]);
  });

  it('is empty before the tool is on; only IT’s program fetches it, and only of a tool that works so', async () => {
    const { version } = await listed({ on: false });
    expect((await fetched(version)).reasons).toEqual(['tool.not_activated']);
    expect(await refusalOf(lists.fetch(actorOf(staff.privacyOfficer), version.toolId))).toMatchObject({
      status: 403,
      code: 'devices.role',
    });
    const { version: other } = await listed({ enforcement: 'native' });
    expect(await refusalOf(fetched(other))).toMatchObject({ status: 409, code: 'devices.grade' });
    expect(await refusalOf(lists.fetch(actorOf(staff.it), 't_none'))).toMatchObject({ status: 404 });
  });

  it('leaves out who objected, left the scope or was not told, all the same way, with the next hour', async () => {
    const { version, people, devices } = await listed();
    expect(await devicesOn(version)).toHaveLength(4);
    const [objected = '', unread = '', away = ''] = people;
    await object(version, objected);
    await database.asOwner(`update notice_deliveries set opened_at = null where person_id = $1`, [unread]);
    await database.asOwner(`update persons set ends_on = '2026-02-19' where id = $1`, [away]);
    expect(await devicesOn(version)).toHaveLength(4);
    clock.advance({ minutes: 55 });
    const { deviceList, reasons } = await fetched(version);
    expect([claimsOf(deviceList)['devices'], claimsOf(deviceList)['serial'], reasons]).toEqual([[devices[3]], 2, []]);
  });

  it('leaves out a device that HR’s list gives to somebody who is out, whatever IT says', async () => {
    const { version, people, devices } = await listed();
    const [objected = '', other = ''] = people;
    await object(version, objected);
    await database.asOwner(`update persons set device = lower($2) where id = $1`, [objected, `LAPTOP-${devices[1]}`]);
    const on = await devicesOn(version);
    expect(new Set(on)).toEqual(new Set([devices[2], devices[3]]));
    await database.asOwner(`update persons set device = null where id = $1`, [objected]);
    clock.advance({ hours: 1 });
    expect(await devicesOn(version)).toContain(devices[people.indexOf(other)]);
  });

  it('drops a device that IT took off at once', async () => {
    const { version, devices } = await listed();
    await fetched(version);
    await database.asOwner(`update listed_devices set removed_at = $2, removed_by = 'p_it' where id = $1`, [devices[0], clock.now()]);
    expect(await scopeOf(version)).toHaveLength(3);
    expect(await devicesOn(version)).not.toContain(devices[0]);
  });

  it('leaves a share out by lot where the version allows it: an objection and a draw leave the same trace', async () => {
    const { version, people } = await listed({ people: 60 });
    expect(await devicesOn(version)).toHaveLength(54);
    const [drawn] = await database.asOwner(`select person_id from cover_people where tool_id = $1 order by 1`, [version.toolId]);
    await object(version, people.find((id) => id !== drawn?.['person_id']) ?? '');
    clock.advance({ hours: 1 });
    expect(await devicesOn(version)).toHaveLength(54);
    const acts = await database.asOwner(`select type from evidence_entries where tool_id = $1`, [version.toolId]);
    expect(acts.map(({ type }) => type)).not.toContain('device-list.changed');
    expect(
      await database.asOwner(`select 1 from confidential_acts where payload like '%device-list.changed%' and payload like $1`, [
        `%${version.toolId}%`,
      ]),
    ).toHaveLength(2);
  });

  it('lets one in and one out in the same hour when a turn of the lot ends, as an objection does', async () => {
    const { version, people, devices } = await listed({ people: 60 });
    const before = await devicesOn(version);
    const [ending] = await database.asOwner(`select person_id from cover_people where tool_id = $1 order by 1`, [version.toolId]);
    await database.asOwner(`update cover_people set until_at = '2026-02-20T11:08:00Z' where tool_id = $1 and person_id = $2`, [
      version.toolId,
      ending?.['person_id'],
    ]);
    clock.set('2026-02-20T11:00:00Z');
    const after = await devicesOn(version);
    const back = devices[people.indexOf(String(ending?.['person_id']))];
    expect([before.length, after.length, before.includes(back ?? ''), after.includes(back ?? '')]).toEqual([54, 54, false, true]);
    expect(before.filter((id) => !after.includes(id))).toHaveLength(1);
  });

  it('that becomes empty leaves whoever objected to an order: nothing else keeps them out then', async () => {
    const { version, people } = await listed();
    const registered = new RegisteredDevicesService(database.transactions, clock);
    const orders = async () =>
      (
        await database.asOwner(
          `select j.payload->>'personId' as id from graphile_worker._private_jobs j where j.payload::jsonb ->> 'toolId' = $1 and j.payload::jsonb ? 'personId'`,
          [version.toolId],
        )
      ).map(({ id }) => id);
    await object(version, people[2] ?? '');
    const { devices } = await registered.tool(version.toolId);
    const remove = (some: typeof devices) =>
      registered.change(
        actorOf(staff.it),
        version.toolId,
        'remove',
        some.map(({ device }) => ({ device, staffNumber: '' })),
      );
    await remove(devices.slice(1));
    expect(await orders()).toEqual([]);
    await remove(devices.slice(0, 1));
    expect(await orders()).toEqual([people[2]]);
  });

  it('is worked out anew when a version was switched on, of which others may have been told', async () => {
    const { version, people, devices } = await listed();
    expect(await devicesOn(version)).toHaveLength(4);
    await object(version, people[1] ?? '');
    clock.advance({ minutes: 5 });
    expect(await devicesOn(version)).toHaveLength(4);
    await database.asOwner('alter table activations disable trigger user');
    await database.asOwner('update activations set activated_at = $2 where tool_id = $1', [version.toolId, clock.now()]);
    await database.asOwner('alter table activations enable trigger user');
    await lists.keepAll();
    expect(await scopeOf(version)).toEqual(devices.filter((_, at) => at !== 1).sort());
  });

  it('makes an order by name needless: only where no device is listed does IT get one', async () => {
    const orders = new OrdersService(database.transactions, clock, { baseUrl: ORIGIN });
    const [byList, byHand] = [await listed(), await givenListedTool(database, clock, staff)];
    await orders.orderPersonOut(byList.version.toolId, byList.people[0] ?? '');
    const asked = [byList.version.toolId, byHand.toolId];
    const ways = await database.transactions.read((tx) => waysOutOf(tx, asked));
    expect(asked.map((toolId) => ways.get(toolId))).toEqual(['managed', 'order']);
    const [person = ''] = await peopleOf(database, byHand);
    await orders.orderPersonOut(byHand.toolId, person);
    const given = await database.asOwner(`select tool_id, person_id from orders where kind = 'person_out'`);
    expect(given).toEqual([{ tool_id: byHand.toolId, person_id: person }]);
  });
});

describe('a list that is not fetched in time', () => {
  beforeEach(() => database.asOwner('delete from listed_devices').then(() => database.asOwner('delete from device_lists')));

  it('raises one alarm, which a fetch closes by itself', async () => {
    const { version } = await listed();
    await lists.keepAll();
    await fetched(version);
    clock.advance({ minutes: 59 });
    await lists.keepAll();
    expect(await incidentsOf(version)).toEqual([]);
    clock.advance({ minutes: 1 });
    await lists.keepAll();
    await lists.keepAll();
    expect(await incidentsOf(version)).toEqual([['list_not_fetched', null]]);
    await fetched(version);
    expect(await incidentsOf(version)).toEqual([['list_not_fetched', 'system']]);
  });

  it('raises one too when nobody ever fetched it, and none once an empty list was fetched', async () => {
    const [never, emptied] = [await listed(), await listed()];
    await fetched(emptied.version);
    await suspend(emptied.version);
    await fetched(emptied.version);
    await lists.keepAll();
    clock.advance({ minutes: 60 });
    await lists.keepAll();
    expect([await incidentsOf(never.version), await incidentsOf(emptied.version)]).toEqual([[['list_not_fetched', null]], []]);
  });

  it('raises none at the end of the hours: the list is over then, and the next one comes within the hour', async () => {
    const hours = { kind: 'hours', value: { days: [1, 2, 3, 4, 5], from: '08:00', to: '11:30' } } as const;
    const { version, devices } = await listed({ chain: { conditions: [{ text: 'Alleen in de ochtend.', limit: hours }] } });
    clock.set('2026-02-20T10:22:00Z');
    expect((await fetched(version)).expiresAt).toEqual(new Date('2026-02-20T10:30:00Z'));
    expect(await scopeOf(version)).toEqual([...devices].sort());
    clock.set('2026-02-20T10:31:00Z');
    await lists.keepAll();
    expect([await incidentsOf(version), await scopeOf(version)]).toEqual([[], []]);
    clock.set('2026-02-20T11:23:00Z');
    await lists.keepAll();
    expect(await incidentsOf(version)).toEqual([['list_not_fetched', null]]);
  });

  it('is kept of other tools when one fails, and that is told', async () => {
    const [broken, other] = [await listed(), await listed()];
    await database.asOwner(
      `create function no_list() returns trigger language plpgsql as $$ begin if new.tool_id = '${broken.version.toolId}' then raise 'broken'; end if; return new; end $$`,
    );
    await database.asOwner('create trigger no_list before insert or update on device_lists for each row execute function no_list()');
    await expect(lists.keepAll()).rejects.toThrow('broken');
    await database.asOwner('drop function no_list cascade');
    expect([(await scopeOf(broken.version)).length, (await scopeOf(other.version)).length]).toEqual([0, 4]);
  });

  it('raises one for a tool that was stopped when nobody fetched the empty list', async () => {
    const { version } = await listed();
    await fetched(version);
    await suspend(version);
    clock.advance({ minutes: 60 });
    await lists.keepAll();
    expect(await incidentsOf(version)).toEqual([['list_not_fetched', null]]);
  });
});
