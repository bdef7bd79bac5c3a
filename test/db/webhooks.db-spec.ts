import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GateService, StopService, suspend } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { claim, dueNow, sendDeadAgain } from '../../src/features/webhooks/deliveries.repository.js';
import { lockReceiver } from '../../src/features/webhooks/receivers.repository.js';
import type { Tx } from '../../src/platform/database/index.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { Problem } from '../../src/kernel/problem.js';
import { standingList } from '../../src/features/devices/lists/standing-list.js';
import { ownAuthority } from '../support/certificates.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { givenDevices, givenListedTool, peopleOf } from '../support/given-devices.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';
import { givenReceiver, type WebhookServices, webhookServices } from '../support/given-receivers.js';
import type { Receiver } from '../support/receiver.js';

const START = '2026-02-20T10:00:00Z';

let database: TestDatabase;
let staff: Staff;
let services: WebhookServices;
let platform: Version;
let one: Version;
let two: Version;
const clock = new TestClock(START);
const open: { id: string; program: Receiver }[] = [];

beforeAll(async () => {
  database = await databaseFor('webhooks');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await webhookServices(database, clock);
  [platform, one, two] = [await given('Countersign', true), await given('Aanmeldregistratie'), await given('Reistijden')];
  for (const version of [platform, one, two]) await gate().activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
}, 60_000);
beforeEach(() => clock.advance({ minutes: 1 }));
afterEach(async () => {
  for (const { id, program } of open.splice(0)) {
    await services.receivers.remove(actorOf(staff.it), id).catch(() => undefined);
    await program.close();
  }
});
afterAll(async () => {
  await services.close();
  await database.close();
});

const gate = (): GateService => new GateService(database.transactions, clock);
const stops = (): StopService => new StopService(database.transactions, clock);
const given = (name: string, isPlatform = false): Promise<Version> =>
  database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform, name });
    await givenChain(tx, made, staff);
    return made;
  });
const receiver = async (wishes: Parameters<typeof givenReceiver>[3] = {}) => {
  const made = await givenReceiver(services, clock, staff, wishes);
  open.push(made);
  return made;
};
const off = ({ toolId }: Version) =>
  database.transactions.serializable((tx) =>
    suspend(tx, SYSTEM, clock.now(), { toolId, cause: 'drift', reason: 'Jan heeft iets geheims gedaan' }),
  );
const on = ({ toolId }: Version) => stops().lift(actorOf(staff.it), toolId, 'Weer goed');
const deliver = (): Promise<void> => services.delivery().deliver();
const statesOf = async (id: string): Promise<unknown[]> =>
  (
    await database.asOwner(
      `select e.type, d.state, d.attempts from webhook_deliveries d join webhook_events e on e.id = d.event_id where receiver_id = $1 order by d.tool_id = $2 desc, d.sequence`,
      [id, one.toolId],
    )
  ).map(({ type, state, attempts }) => [type, state, attempts]);
const entriesOf = async (type: string): Promise<number> =>
  (await database.asOwner(`select 1 from evidence_entries where type = $1`, [type])).length;
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? (error.reasons[0]?.code ?? error.code) : error),
  );

describe('an event', () => {
  it('is written for each real change, in order, signed, without a word about anybody', async () => {
    const { program } = await receiver();
    await off(one);
    await off(one);
    await on(one);
    await deliver();
    expect(program.refused).toEqual([]);
    expect(program.heard(one.toolId)).toEqual(['suspended', 'activated']);
    const [first, second] = program.taken;
    expect(Number(second?.sequence)).toBe(Number(first?.sequence) + 1);
    expect(first).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^ev_[0-9A-Z]{16}$/) as string,
      source: 'https://countersign.test',
      type: 'countersign.tool.suspended',
      subject: one.toolId,
      time: clock.now().toISOString().replace('.000', ''),
      datacontenttype: 'application/json',
      sequence: expect.stringMatching(/^\d{10}$/) as string,
      data: {
        toolId: one.toolId,
        state: 'suspended',
        mayRun: false,
        causes: ['drift'],
        activationId: expect.stringMatching(/^act_/) as string,
        versionId: one.id,
        version: 1,
        fingerprint: one.fingerprint,
        generation: expect.any(Number) as number,
      },
    });
    const bodies = program.requests.map(({ body }) => body).join();
    for (const secret of ['Jan', 'geheims', 'Weer goed', staff.it.id, staff.it.name]) expect(bodies).not.toContain(secret);
  });

  it('goes with its act: what is rolled back tells nothing', async () => {
    const { id } = await receiver();
    const broken = database.transactions.serializable(async (tx) => {
      await suspend(tx, SYSTEM, clock.now(), { toolId: one.toolId, cause: 'drift', reason: '' });
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    expect(await statesOf(id)).toEqual([]);
  });

  it('does not say that a tool goes on when a suspension is lifted while its gate is closed', async () => {
    const { program } = await receiver();
    await off(two);
    await database.asOwner(`delete from answers where version_id = $1 and attribute = 'purposes[].balancingTest.signedBy'`, [two.id]);
    await on(two);
    await services.outbox.compare();
    await deliver();
    expect(program.heard(two.toolId)).toEqual(['suspended']);
    await database.asOwner(
      `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at)
       values ($1, 'purposes[].balancingTest.signedBy', 'attendance', '"bestuurder"', $2, 'director', $3)`,
      [two.id, staff.director.id, clock.now()],
    );
    await services.outbox.compare();
    await services.outbox.compare();
    await deliver();
    expect(program.heard(two.toolId)).toEqual(['suspended', 'activated']);
  });

  it('says nothing of other tools when Countersign itself is suspended: what runs goes on under its own consent', async () => {
    const { program } = await receiver();
    await off(platform);
    await services.outbox.compare();
    await deliver();
    expect([platform, one, two].map(({ toolId }) => program.heard(toolId))).toEqual([['suspended'], [], []]);
    await on(platform);
  });

  it('is for those who asked for it, but for all that the tool may run no more: also for a receiver of before', async () => {
    const { program, id } = await receiver({ kinds: [] });
    await database.asOwner(
      `insert into webhook_receivers select (jsonb_populate_record(null::webhook_receivers, to_jsonb(r) || '{"id": "wr_before", "types": ["devices"]}')).*
       from webhook_receivers r where id = $1`,
      [id],
    );
    await off(one);
    await on(one);
    const told = await database.asOwner(
      `select e.type from webhook_deliveries d join webhook_events e on e.id = d.event_id where d.receiver_id = 'wr_before'`,
    );
    await database.asOwner(`insert into webhook_receiver_ends (receiver_id, how, at) values ('wr_before', 'gone', now())`);
    await database.asOwner(`delete from webhook_deliveries where receiver_id = 'wr_before'`);
    await deliver();
    expect([program.heard(one.toolId), told]).toEqual([['suspended'], [{ type: 'suspended' }]]);
  });
});

describe('devices', () => {
  const object = ({ toolId }: Version, personId: string): Promise<unknown> =>
    database.asOwner(
      `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ($1, $2, $3, '', $1, $4, '2026-03-20')`,
      [`o_${personId}`, toolId, personId, clock.now()],
    );
  const list = ({ toolId }: Version): Promise<unknown> => database.transactions.serializable((tx) => standingList(tx, toolId, clock.now()));

  it('that came or went are told with the list of the hour, without a reason, and not kept once told', async () => {
    const version = await givenListedTool(database, clock, staff, { people: 4 });
    const { program } = await receiver({ kinds: ['devices'], tools: [version.toolId] });
    const people = await peopleOf(database, version);
    const devices = await givenDevices(database, version, people, clock);
    await list(version);
    await services.scope.tellChanges();
    await services.scope.tellChanges();
    await deliver();
    expect(program.taken.map(({ data }) => [data['in'], data['out']])).toEqual([[[...devices].sort(), []]]);
    await object(version, people[0] ?? '');
    clock.advance({ minutes: 5 });
    await list(version);
    await services.scope.tellChanges();
    await deliver();
    expect(program.taken).toHaveLength(1);
    clock.advance({ hours: 1 });
    await list(version);
    await services.scope.tellChanges();
    await deliver();
    await services.scope.tellChanges();
    expect(program.taken[1]?.data).toEqual({
      toolId: version.toolId,
      activationId: expect.stringMatching(/^act_/) as string,
      in: [],
      out: [devices[0]],
      part: 1,
      parts: 1,
    });
    expect(program.requests.map(({ body }) => body).join()).not.toContain(people[0]);
    expect(await database.asOwner(`select 1 from webhook_events where type = 'devices' and body is not null`)).toEqual([]);
  });
});

describe('a receiver that does not take it', () => {
  it('is tried again with the same id and bytes, later each time; another tool does not wait for it, what comes after it does', async () => {
    const { id, program } = await receiver();
    program.conduct = (tool) => (tool === one.toolId ? 'fail' : 'take');
    await off(one);
    await on(one);
    await off(two);
    await on(two);
    await deliver();
    await deliver();
    expect(program.heard(two.toolId)).toEqual(['suspended', 'activated']);
    expect(await statesOf(id)).toEqual([
      ['suspended', 'waiting', 1],
      ['activated', 'waiting', 0],
      ['suspended', 'delivered', 1],
      ['activated', 'delivered', 1],
    ]);
    for (const seconds of [13, 25]) {
      clock.advance({ seconds });
      await deliver();
    }
    const tried = program.requests.filter(({ event }) => event.subject === one.toolId);
    expect(tried).toHaveLength(3);
    expect(new Set(tried.map(({ event }) => event.id)).size).toBe(1);
    expect(new Set(tried.map(({ body }) => body)).size).toBe(1);
    expect(new Set(tried.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(3);
    program.conduct = () => 'take';
    clock.advance({ seconds: 50 });
    await deliver();
    expect(program.heard(one.toolId)).toEqual(['suspended', 'activated']);
  });

  it('gets it no more after three days, until somebody sends it again', async () => {
    const { id, program } = await receiver();
    program.conduct = () => 'redirect';
    await off(one);
    await deliver();
    clock.advance({ days: 2, hours: 23 });
    await deliver();
    expect(await statesOf(id)).toEqual([['suspended', 'waiting', 2]]);
    clock.advance({ hours: 3 });
    await deliver();
    expect(await statesOf(id)).toEqual([['suspended', 'dead', 3]]);
    expect(program.requests.every(({ event }) => event.type.endsWith('suspended'))).toBe(true);
    expect((await services.receivers.read(id)).letters).toMatchObject([
      { kind: 'suspended', fault: 'redirect', status: 307, overtaken: false },
    ]);
    expect(await entriesOf('webhook.given-up')).toBe(1);
    program.conduct = () => 'take';
    expect(await services.receivers.sendAgain(actorOf(staff.it), id, null)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await deliver();
    expect(program.heard(one.toolId)).toEqual(['suspended']);
    await on(one);
  });

  it('is not sent what is out of date: it knows something newer', async () => {
    const { id, program } = await receiver();
    program.conduct = () => 'fail';
    await off(one);
    await deliver();
    clock.advance({ days: 4 });
    await deliver();
    program.conduct = () => 'take';
    await on(one);
    await deliver();
    expect(program.heard(one.toolId)).toEqual(['activated']);
    expect((await services.receivers.read(id)).letters).toMatchObject([{ kind: 'suspended', overtaken: true }]);
    expect(await codeOf(services.receivers.sendAgain(actorOf(staff.it), id, null))).toBe('receiver.nothing-to-send');
  });

  /** A dead letter of a tool, and a newer event that waits. */
  const deadAndNewer = async () => {
    const { id, program } = await receiver();
    program.conduct = () => 'fail';
    await off(one);
    await deliver();
    clock.advance({ days: 4 });
    await deliver();
    await on(one);
    expect(await statesOf(id)).toMatchObject([
      ['suspended', 'dead', 2],
      ['activated', 'waiting', 0],
    ]);
    const [newer] = await database.asOwner(`select event_id as id from webhook_deliveries where receiver_id = $1 and state = 'waiting'`, [
      id,
    ]);
    const takeNewer = (tx: Tx) => claim(tx, { receiverId: id, eventId: String(newer?.['id']) }, clock.now(), inAMinute());
    return { id, program, takeNewer, sendAgain: () => services.receivers.sendAgain(actorOf(staff.it), id, null) };
  };
  const inAMinute = () => new Date(clock.now().getTime() + 60_000);
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 150));

  it('is not sent what is out of date: something newer is under way', async () => {
    const { id, program, sendAgain } = await deadAndNewer();
    program.conduct = () => 'hang';
    const underWay = deliver();
    await eventually(() => expect(program.requests.at(-1)?.event.type).toMatch(/activated$/));
    expect(await codeOf(sendAgain())).toBe('receiver.nothing-to-send');
    program.answerAll();
    await underWay;
    await deliver();
    expect(program.requests.at(-1)?.event.type).toMatch(/activated$/);
    expect(await statesOf(id)).toMatchObject([
      ['suspended', 'dead', 2],
      ['activated', 'delivered', 1],
    ]);
  });

  it('gets with one dead letter the newer ones of that tool, so that its last word is the last one', async () => {
    const { id, program } = await receiver();
    program.conduct = () => 'fail';
    await off(one);
    await on(one);
    await off(two);
    clock.advance({ days: 4 });
    for (let times = 0; times < 3; times += 1) await deliver();
    expect(await statesOf(id)).toEqual(['suspended', 'activated', 'suspended'].map((kind) => [kind, 'dead', expect.any(Number)]));
    const [first] = await database.asOwner(
      `select event_id as id from webhook_deliveries where receiver_id = $1 and tool_id = $2 order by sequence limit 1`,
      [id, one.toolId],
    );
    program.conduct = () => 'take';
    await services.receivers.sendAgain(actorOf(staff.it), id, String(first?.['id']));
    await deliver();
    expect([program.heard(one.toolId), program.heard(two.toolId)]).toEqual([['suspended', 'activated'], []]);
    await on(two);
  });

  it('waits for none of the tools of another receiver, however many', async () => {
    const [hangs, other] = [await receiver({ kinds: [] }), await receiver({ kinds: [] })];
    await off(one);
    await database.asOwner(
      `with many as (insert into webhook_events (id, tool_id, sequence, type, body, at)
         select 'ev_many_' || n, tool_id, 1000000 + n, type, body, at - interval '1 day' from webhook_events e, generate_series(1, 400) n
         where e.id = (select event_id from webhook_deliveries where receiver_id = $1 limit 1) returning id, tool_id, sequence)
       insert into webhook_deliveries (receiver_id, event_id, tool_id, sequence, term_from, next_at)
       select $1, id, id, sequence, $2, $2 from many`,
      [hangs.id, new Date(clock.now().getTime() - 86_400_000)],
    );
    const due = await database.transactions.read((tx) => dueNow(tx, clock.now(), 10));
    expect([due.filter(({ receiverId }) => receiverId === hangs.id).length, due.some(({ receiverId }) => receiverId === other.id)]).toEqual(
      [10, true],
    );
    await database.asOwner(`delete from webhook_deliveries where event_id like 'ev_many_%'`);
    await on(one);
  });

  it('what cannot even be sent is an attempt that failed, and not claimed for ever', async () => {
    const { id } = await receiver();
    await off(one);
    await database.asOwner(
      `update webhook_events e set body = null from webhook_deliveries d where d.event_id = e.id and d.receiver_id = $1`,
      [id],
    );
    await deliver().catch(() => undefined);
    expect(await statesOf(id)).toEqual([['suspended', 'waiting', 1]]);
    await database.asOwner(`delete from webhook_deliveries where receiver_id = $1`, [id]);
    await on(one);
  });

  it('is not sent what is out of date when something newer is taken at the same moment', async () => {
    const { takeNewer, sendAgain } = await deadAndNewer();
    const [taking, again] = await Promise.all([
      database.transactions.run(async (tx) => [await takeNewer(tx), await aWhile(), await aWhile()]),
      aWhile().then(() => codeOf(sendAgain())),
    ]);
    expect([taking[0], again]).toEqual([expect.objectContaining({ kind: 'activated' }), 'receiver.nothing-to-send']);
  });

  it('gets the older one first when it is sent again at the moment at which the newer one is taken', async () => {
    const { id, program, takeNewer } = await deadAndNewer();
    const [again, taken] = await Promise.all([
      database.transactions.run(async (tx) => {
        await lockReceiver(tx, id);
        const sent = await sendDeadAgain(tx, id, null, clock.now());
        await aWhile();
        await aWhile();
        return sent;
      }),
      aWhile().then(() => database.transactions.run(takeNewer)),
    ]);
    expect([again, taken]).toEqual([1, null]);
    program.conduct = () => 'take';
    await deliver();
    expect(program.heard(one.toolId)).toEqual(['suspended', 'activated']);
  });

  it('is asked again when it says so, and never again when it says that it is gone', async () => {
    const { id, program } = await receiver();
    program.conduct = () => 'busy';
    await off(one);
    await deliver();
    clock.advance({ minutes: 9 });
    await deliver();
    expect(program.requests).toHaveLength(1);
    clock.advance({ minutes: 2 });
    program.conduct = () => 'gone';
    await deliver();
    await on(one);
    await deliver();
    expect(program.requests).toHaveLength(2);
    expect((await services.receivers.read(id)).receiver).toMatchObject({ endedHow: 'gone', waiting: 0, secretAt: null });
  });

  it('does not keep another receiver waiting while it hangs', async () => {
    const [slow, quick] = [await receiver(), await receiver()];
    slow.program.conduct = () => 'hang';
    await off(one);
    const round = deliver();
    while (quick.program.taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await statesOf(slow.id)).toEqual([['suspended', 'waiting', 0]]);
    while (slow.program.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    slow.program.hangUp();
    await round;
    expect((await services.receivers.read(slow.id)).receiver.failing).toEqual({ fault: 'broken', status: null });
    await on(one);
  });
});

describe('delivery', () => {
  it('happens once, whichever process does it', async () => {
    const { program } = await receiver();
    for (let round = 0; round < 3; round += 1) {
      await off(one);
      await on(one);
    }
    await Promise.all([deliver(), deliver(), deliver()]);
    await deliver();
    expect(program.requests).toHaveLength(6);
    expect(program.heard(one.toolId)).toEqual(['suspended', 'activated', 'suspended', 'activated', 'suspended', 'activated']);
  });

  it('repeats what was under way when the process died, with the same id', async () => {
    const { id, program } = await receiver();
    program.conduct = () => 'hang';
    await off(one);
    const round = deliver().catch(() => 'died');
    while (program.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await database.asOwner(`alter table webhook_deliveries rename to webhook_deliveries_away`);
    program.answerAll();
    expect(await round).toBe('died');
    await database.asOwner(`alter table webhook_deliveries_away rename to webhook_deliveries`);
    program.conduct = () => 'take';
    await deliver();
    expect(await statesOf(id)).toEqual([['suspended', 'waiting', 0]]);
    clock.advance({ seconds: 61 });
    await deliver();
    expect(program.requests.map(({ event }) => event.id)).toEqual(Array(2).fill(program.requests[0]?.event.id));
    expect(program.taken).toHaveLength(1);
    await on(one);
  });
});

describe('a process that is asked to end', () => {
  it('waits for what is under way, and begins nothing more', async () => {
    const { id, program } = await receiver();
    program.conduct = () => 'hang';
    await off(one);
    await on(one);
    const ending = services.delivery();
    const round = ending.deliver();
    while (program.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const ended = ending.onModuleDestroy();
    program.answerAll();
    await Promise.all([ended, round]);
    expect(await statesOf(id)).toEqual([
      ['suspended', 'delivered', 1],
      ['activated', 'waiting', 0],
    ]);
    program.conduct = () => 'take';
    await deliver();
    expect(program.heard(one.toolId)).toEqual(['activated']);
  });
});

describe('IT', () => {
  const it_ = () => actorOf(staff.it);

  it('adds no receiver in a network that nobody named, and reads why', async () => {
    const asked = { kinds: ['stopped'] as const, tools: [] };
    for (const [url, code] of [
      ['http://127.0.0.1:8080/', 'receiver.address'],
      ['https://10.1.2.3/', 'receiver.address'],
      ['https://[fd00::1]/', 'receiver.address'],
      ['https://169.254.169.254/latest', 'receiver.address'],
      ['http://93.184.215.14/', 'receiver.scheme'],
      ['https://no-such-name.invalid/', 'receiver.unknown_host'],
      ['https://user:pass@93.184.215.14/', 'receiver.address-unusable'],
      ['ftp://93.184.215.14/', 'receiver.address-unusable'],
      [`https://93.184.215.14/${'ë'.repeat(300)}`, 'receiver.address-unusable'],
      ['https://93.184.215.14/#x', 'receiver.address-unusable'],
    ] as const)
      expect([url, await codeOf(services.strict.add(it_(), { url, ...asked }))]).toEqual([url, code]);
    const { id } = await services.strict.add(it_(), { url: 'https://93.184.215.14/hooks', ...asked });
    await services.strict.remove(it_(), id);
    expect(await codeOf(services.receivers.add(it_(), { url: 'https://93.184.215.14/', kinds: ['stopped'], tools: ['t_none'] }))).toBe(
      'receiver.tool-unknown',
    );
  });

  it('cannot make it send there later either: the address is checked where it connects', async () => {
    const { id, program } = await receiver();
    await off(one);
    await services.delivery({ webhookNetworks: [] }).deliver();
    expect(program.requests).toEqual([]);
    expect((await services.receivers.read(id)).receiver.failing).toEqual({ fault: 'address', status: null });
    await on(one);
  });

  it('makes a new secret: for a day both sign, then the new one alone', async () => {
    const { id, program } = await receiver();
    const [old] = program.secrets;
    const fresh = await services.receivers.renewSecret(it_(), id);
    expect(fresh).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await off(one);
    await deliver();
    program.secrets = [fresh];
    await on(one);
    await deliver();
    expect([program.heard(one.toolId), program.refused]).toEqual([['suspended', 'activated'], []]);
    clock.advance({ days: 1, seconds: 1 });
    program.secrets = [old ?? ''];
    await off(one);
    await deliver();
    expect(program.refused).toEqual(['not signed with our secret']);
    const kept = await database.asOwner(`select sealed from webhook_secrets where receiver_id = $1`, [id]);
    expect(kept.some(({ sealed }) => String(sealed).includes(fresh.slice(6, 20)))).toBe(false);
    await on(one);
  });

  it('removes a receiver: nothing waits for it any more', async () => {
    const { id, program } = await receiver();
    await off(one);
    await services.receivers.remove(it_(), id);
    await on(one);
    await deliver();
    expect([program.requests, await statesOf(id)]).toEqual([[], [['suspended', 'dead', 0]]]);
    expect(await codeOf(services.receivers.remove(it_(), id))).toBe('page.unknown');
    expect(await codeOf(services.receivers.sendAgain(it_(), id, null))).toBe('page.unknown');
  });
});

describe('a receiver with a certificate of the organisation’s own authority', () => {
  const KNOWN = ['specversion', 'countersign.tool', 'webhook-signature', 'POST'];
  const faultsOf = async (id: string): Promise<unknown[]> =>
    (
      await database.asOwner(
        `select state, attempts, last_fault as fault from webhook_deliveries where receiver_id = $1 order by tool_id, sequence`,
        [id],
      )
    ).map(({ state, attempts, fault }) => [state, attempts, fault]);

  it('is told by a process that trusts that authority; by another it is tried again, and nothing is said in the clear', async () => {
    const authority = ownAuthority('Gemeente Waterdam');
    const folder = await mkdtemp(join(tmpdir(), 'countersign-authority-'));
    await writeFile(join(folder, 'ca.pem'), authority.cert);
    const right = await receiver({ tools: [one.toolId], certificate: authority.for('127.0.0.1') });
    const misnamed = await receiver({ tools: [one.toolId], certificate: authority.for('elders.waterdam.example') });
    await off(one);
    await deliver();
    for (const { id, program } of [right, misnamed]) {
      expect(await faultsOf(id)).toEqual([['waiting', 1, 'certificate']]);
      const said = Buffer.concat(program.onTheLine).toString('latin1');
      expect([said.startsWith('\x16\x03'), KNOWN.filter((word) => said.includes(word))]).toEqual([true, []]);
      expect([program.requests, program.refused]).toEqual([[], []]);
    }
    clock.advance({ minutes: 1 });
    await services.deliverElsewhere(join(folder, 'ca.pem'));
    expect([await faultsOf(right.id), await faultsOf(misnamed.id)]).toEqual([[['delivered', 2, null]], [['waiting', 2, 'certificate']]]);
    expect([right.program.heard(one.toolId), right.program.refused]).toEqual([['suspended'], []]);
    expect(KNOWN.filter((word) => Buffer.concat(right.program.onTheLine).includes(word))).toEqual([]);
    expect(misnamed.program.requests).toEqual([]);
    await on(one);
    await rm(folder, { recursive: true });
  });
});

it('what was delivered is forgotten after ninety days, and the numbers go on', async () => {
  const { id, program } = await receiver();
  await off(one);
  await deliver();
  const kept = async (): Promise<number> => (await statesOf(id)).length;
  clock.advance({ days: 89 });
  await services.outbox.forget();
  expect(await kept()).toBe(1);
  clock.advance({ days: 2 });
  await services.outbox.forget();
  expect(await kept()).toBe(0);
  await stops().stop(actorOf(staff.director), one.toolId, { reason: 'Klaar', key: randomUUID() });
  await deliver();
  expect(Number(program.taken[1]?.sequence)).toBe(Number(program.taken[0]?.sequence) + 1);
});
