import { rm } from 'node:fs/promises';
import { jest } from '@jest/globals';
import { FEATURES } from '../../src/features.js';
import { EnrolmentService } from '../../src/features/agents/index.js';
import { CoverService } from '../../src/features/gate/cover.service.js';
import { settingsHashOf } from '../../src/features/gate/index.js';
import { showDemoCodes } from '../../src/demo.js';
import type { Actor } from '../../src/kernel/actor.js';
import { newSecret } from '../../src/kernel/ids.js';
import { HttpModule } from '../../src/platform/http/index.js';
import { TestAgent } from '../support/agent.js';
import { appFor, type TestApp } from '../support/app.js';
import { givenMeasured } from '../support/given-measured.js';
import { wide } from '../support/long.js';
import { pressThrough } from '../support/page-forms.js';
import { addressWith, anyRowsQueryOf } from '../support/route-rows.catalogue.js';
import { routesOf, type Route } from '../support/routes.js';
import { sampleTemplate } from '../support/sample.js';
import { Visitor } from '../support/visitor.js';
import { difference, letIn, look, type Observer, type Sight } from '../support/worlds.js';

jest.setTimeout(600_000);

const TOOL = 'Aanmeldregistratie thuiswerken';
const WHO = 'Fatima Bouzid';
const SECRET = 'Ik ben mantelzorger van mijn moeder';
const WATCHERS: readonly string[] = ['manager', 'hr_registrar', 'it_admin', 'or_chair', 'or_member'];
const MORE_WATCHERS: readonly string[] = ['director', 'privacy_officer', 'tool_owner', 'org_admin', 'auditor', 'or_secretary'];
/** Who else reads how much of what was measured went. */
const READERS: readonly string[] = ['privacy_officer', 'dpo'];
const COLLEAGUES = wide(20, 5);
const DAYS = wide(6, 2);

/** Pages that tell how many there were. */
const MEASURED = /^\/measurements/;
/** Pages of one tool that tell what went: of the tool in question, too. */
const OF_TOOL: readonly string[] = ['/measurements/:toolId', '/tools/:toolId', '/council/tools/:toolId'];
const COUNTED = /statistics|reports|reviews|^\/$|^\/council$|counts/;
const routes = routesOf([...FEATURES, HttpModule]);

type Seen = ReadonlyMap<string, Sight>;

/** By what the handler declares: pages of others answer before anything is read. */
const isFor = ({ allowed }: Route, { role }: Observer): boolean =>
  (allowed ?? []).some((one) => one === 'anyone' || one === 'signed-in' || one === role);

describe('two worlds: in one somebody objects and complains, in the other that person is out by lot', () => {
  let before: TestApp;
  let toolId: string;
  let who: Observer;
  let settingsHash: string;
  const watchers: Observer[] = [];
  const readers: Observer[] = [];
  const handlers: Observer[] = [];
  const addresses: { readonly route: Route; readonly address: string }[] = [];
  const enrolled: { agent: TestAgent; personId: string }[] = [];
  /** Every route that names something, asked for the objection and the complaint. */
  const probes: { readonly route: Route; readonly address: string }[] = [];
  const worlds: TestApp[] = [];

  const ask = (sql: string, parameters: readonly unknown[] = []) => before.database.asOwner(sql, parameters);
  const personNamed = async (name: string): Promise<{ id: string; email: string }> => {
    const [row] = await ask('select id, email from persons where name = $1', [name]);
    return { id: String(row?.['id']), email: String(row?.['email']) };
  };
  const observerOf = async (role: string): Promise<Observer> => {
    const [row] = await ask(
      `select p.id, p.email from role_grants g join persons p on p.id = g.person_id
       where g.role = $1 and g.accepted_at is not null and g.ended_at is null order by p.name limit 1`,
      [role],
    );
    return { role, personId: String(row?.['id']), token: newSecret(32), mail: String(row?.['email']) };
  };

  /** Everyone at work was told, has an agent of their own, and the person in question is not out by lot. */
  const prepare = async (): Promise<void> => {
    const [tool] = await ask('select id from tools where name = $1', [TOOL]);
    toolId = String(tool?.['id']);
    const { id, email } = await personNamed(WHO);
    who = { role: 'employee', personId: id, token: newSecret(32), mail: email };
    await ask(
      `update notice_deliveries d set opened_at = coalesce(d.opened_at, d.sent_at) from notices n where n.id = d.notice_id and n.tool_id = $1`,
      [toolId],
    );
    const cover = before.running.app.get(CoverService, { strict: false });
    for (let drawn = true; drawn; drawn = (await ask('select 1 from cover_people where person_id = $1', [id])).length > 0) {
      await ask('delete from cover_people');
      await cover.drawAll();
    }
    await ask(`update cover_people set until_at = drawn_at + interval '90 days'`);
    const colleagues = await ask(
      `select s.person_id from people_in_scope s join tool_versions v on v.id = s.version_id
       where v.tool_id = $1 and s.person_id <> $2 and not exists (select 1 from cover_people c where c.person_id = s.person_id) order by 1 limit $3`,
      [toolId, id, COLLEAGUES],
    );
    const sheet = await ask(
      `select s.name, s.value from sheet_settings s join activations a on a.version_id = s.version_id join active_tools o on o.activation_id = a.id where o.tool_id = $1`,
      [toolId],
    );
    settingsHash = settingsHashOf(Object.fromEntries(sheet.map(({ name, value }) => [String(name), String(value)])));
    for (const personId of [id, ...colleagues.map((row) => String(row['person_id']))]) await enrol(personId);
    await measure();
    await before.runJobs();
    await walkable();
  };
  /** What is kept of each of them since February goes on the second day. */
  const measure = async (): Promise<void> => {
    const [active] = await ask(
      'select a.version_id from active_tools o join activations a on a.id = o.activation_id where o.tool_id = $1',
      [toolId],
    );
    const personIds = enrolled.map(({ personId }) => personId);
    const at = new Date('2026-02-24T09:00:00Z');
    await givenMeasured(ask, { toolId, versionId: String(active?.['version_id']), personIds, at, days: 8, lines: 3 });
  };
  const enrol = async (personId: string): Promise<void> => {
    const it: Actor = { personId: watchers[2]?.personId ?? null, role: 'it_admin', roles: ['it_admin'], language: 'nl' };
    const { code } = await before.running.app
      .get(EnrolmentService, { strict: false })
      .createCode(it, { toolId, device: `LAPTOP-${enrolled.length}` });
    const agent = new TestAgent(before.url, before.clock);
    await agent.enrol(code);
    await ask(
      `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at) values ($1, $2, $3, 'person', $4) on conflict do nothing`,
      [agent.agentId, personId, newSecret(8), before.clock.now()],
    );
    enrolled.push({ agent, personId });
  };
  /** Every address there is: each route of the router, with rows of the organisation where it names one. */
  const walkable = async (): Promise<void> => {
    const dashboards = await ask(
      `select v.tool_id, d.code from version_dashboards d join tool_versions v on v.id = d.version_id
       join activations a on a.version_id = v.id join active_tools o on o.activation_id = a.id`,
    );
    const opened = dashboards.map((row) => Object.values(row).map(String));
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const query = anyRowsQueryOf(route.path);
      const rows = query ? await ask(`select * from (${query}) named order by 1 limit $1`, [wide(4, 1)]) : [];
      for (const row of rows) addresses.push({ route, address: addressWith(route.path, Object.values(row).map(String)) });
      if (/dashboards.*:code/.test(route.path))
        for (const named of opened) addresses.push({ route, address: addressWith(route.path, named) });
      if (!query) addresses.push({ route, address: route.path });
      else if (OF_TOOL.includes(route.path)) addresses.push({ route, address: addressWith(route.path, [toolId]) });
    }
  };

  const open = async (name: string): Promise<TestApp> => {
    const template = new URL(before.database.ownerUrl).pathname.slice(1);
    const world = await appFor(name, before.clock.now().toISOString(), { template, folder: before.folder });
    worlds.push(world);
    return world;
  };
  const signedIn = async (world: TestApp, observer: Observer): Promise<Visitor> => {
    await letIn(world, { ...observer, token: `${observer.token}${world.clock.now().getTime()}` });
    return new Visitor(world.url, { '__Host-sid': `${observer.token}${world.clock.now().getTime()}` });
  };

  /** Days at work: every agent asks, the person's own at a minute of its own, and the jobs run. */
  const goOn = async (world: TestApp): Promise<void> => {
    const [own, ...others] = enrolled;
    const asks = async (time: string, agents: typeof enrolled): Promise<void> => {
      world.clock.set(time);
      for (const { agent, personId } of agents) await agent.on(world.url, world.clock).lease(personId, { settingsHash });
    };
    for (let day = 3; day < 3 + DAYS; day += 1) {
      await asks(`2026-03-0${day}T10:00:00Z`, others);
      await asks(`2026-03-0${day}T10:05:00Z`, own ? [own] : []);
      await world.runAllJobs();
    }
    world.clock.set(`2026-03-0${3 + DAYS}T09:00:00Z`);
    await world.runAllJobs();
  };

  /**
   * What these observers get at every address, one after the other: who looked at a dashboard stands on pages of the next.
   * A route that is not for them answers before anything is read: of those a part, in the long run all.
   */
  const seenBy = async (world: TestApp, observers: readonly Observer[], of: RegExp = /./): Promise<Seen> => {
    const seen = new Map<string, Sight>();
    for (const observer of observers) await letIn(world, observer);
    for (const observer of observers) {
      const chosen = [...addresses, ...probes].filter(
        ({ route }, at) => of.test(route.path) && (isFor(route, observer) || at % wide(1, 8) === 0),
      );
      for (const { address } of chosen) seen.set(`${observer.role} ${address}`, await look(world, observer, address));
    }
    return seen;
  };
  /** After the quarter, when its numbers are told. */
  const seenLater = async (world: TestApp): Promise<Seen> => {
    world.clock.set('2026-04-02T09:00:00Z');
    await world.runAllJobs();
    await world.database.asOwner('delete from sessions');
    return seenBy(world, watchers, COUNTED);
  };
  const differences = (one: Seen, other: Seen): string[] =>
    [...one].flatMap(([name, sight]) => {
      const found = difference(sight, other.get(name) ?? { status: 0, headers: '', body: '' });
      return found ? [`${name}: ${found}`] : [];
    });
  const mailsTo = async (world: TestApp, observers: readonly Observer[]): Promise<string[]> =>
    (await world.mails())
      .filter(({ to }) => to?.some(({ address }) => observers.some(({ mail }) => mail === address)))
      .map(({ to, subject, text }) => `${to?.[0]?.address} ${subject} ${(text ?? '').replaceAll(world.url, 'https://world')}`)
      .sort();

  beforeAll(async () => {
    showDemoCodes();
    before = await appFor('world_before', '2026-03-02T09:00:00Z', await sampleTemplate());
    for (const role of [...WATCHERS, ...wide(MORE_WATCHERS, [])]) watchers.push(await observerOf(role));
    for (const role of READERS) readers.push(await observerOf(role));
    for (const role of ['objection_handler', 'complaint_handler']) handlers.push(await observerOf(role));
    await prepare();
    await before.running.close();
    await before.database.dataSource.destroy();
  });
  afterAll(async () => {
    for (const world of worlds) await world.close();
    await before.database.close();
    await rm(before.folder, { recursive: true, force: true });
  });

  let objecting: Seen;
  let drawn: Seen;
  let inIt: Seen;
  let laterObjecting: Seen;
  let laterDrawn: Seen;
  let readObjecting: Seen;
  let readDrawn: Seen;
  let [mailed, mailedDrawn]: string[][] = [];
  let [leases, leasesDrawn, leasesIn]: string[] = [];
  let [entries, entriesIn]: number[] = [];
  let [leftObjecting, leftDrawn]: number[] = [];
  let handlersSee: string[] = [];
  let released: string;
  /** The mails to the handlers, in both worlds. */
  const told: string[] = [];
  /** How many came since; what they say is sealed, for their handler too until the key is opened. */
  const complaints: number[] = [];

  const newComplaints = async (world: TestApp): Promise<string[]> => {
    const known = (await before.database.asOwner('select id from complaints')).map((row) => String(row['id']));
    return (await world.database.asOwner('select id from complaints')).map((row) => String(row['id'])).filter((id) => !known.includes(id));
  };
  const rawLeases = async (world: TestApp): Promise<string> => {
    const [row] = await world.database.asOwner('select sum(leases)::int as n from lease_batches');
    return String(row?.['n']);
  };
  const rawMeasured = async (world: TestApp): Promise<number> => {
    const tables = ['measurements', 'restricted_measurements'];
    const counts = await Promise.all(
      tables.map((table) => world.database.asOwner(`select 1 from ${table} where person_id = $1`, [who.personId])),
    );
    return counts.flat().length;
  };
  const rawEntries = async (world: TestApp): Promise<number> =>
    Number((await world.database.asOwner('select max(index) as n from evidence_sequence'))[0]?.['n']);

  it('are lived through', async () => {
    const a = await open('world_objecting');
    const own = await signedIn(a, who);
    const objection = await pressThrough(own, `/me/objections/new?tool=${toolId}`, { tool: toolId, situation: SECRET });
    const complaint = await pressThrough(own, '/complaints/new', { text: SECRET }, 1);
    const [complaintId] = await newComplaints(a);
    expect([objection.path, complaint.status, complaintId]).toEqual([
      expect.stringMatching(/^\/me\/objections\/o_/),
      200,
      expect.stringMatching(/^\w+$/),
    ]);
    await a.runJobs();
    const left = await a.database.asOwner('select person_id from cover_people');
    const all = await before.database.asOwner('select person_id from cover_people');
    released = String(all.find(({ person_id: id }) => !left.some((row) => row['person_id'] === id))?.['person_id']);
    await goOn(a);
    const ids = [objection.path.split('/').at(-1) ?? '', String(complaintId)];
    for (const route of routes.filter(({ method, path }) => method === 'GET' && path.includes(':')))
      for (const id of wide(ids, ids.slice(0, 1))) probes.push({ route, address: addressWith(route.path, [id, id, id]) });
    objecting = await seenBy(a, watchers);
    [leases, entries] = [await rawLeases(a), await rawEntries(a)];
    readObjecting = await seenBy(a, readers, MEASURED);
    [leftObjecting] = [await rawMeasured(a)];
    laterObjecting = await seenLater(a);
    mailed = await mailsTo(a, watchers);
    const handled = await seenBy(a, handlers);
    told.push(JSON.stringify(await mailsTo(a, handlers)));
    complaints.push((await newComplaints(a)).length);

    const b = await open('world_drawn');
    await b.database.asOwner('update cover_people set person_id = $1 where person_id = $2', [who.personId, released]);
    await goOn(b);
    drawn = await seenBy(b, watchers);
    leasesDrawn = await rawLeases(b);
    readDrawn = await seenBy(b, readers, MEASURED);
    leftDrawn = await rawMeasured(b);
    laterDrawn = await seenLater(b);
    mailedDrawn = await mailsTo(b, watchers);
    handlersSee = differences(handled, await seenBy(b, handlers));
    told.push(JSON.stringify(await mailsTo(b, handlers)));
    complaints.push((await newComplaints(b)).length);

    const c = await open('world_in');
    await goOn(c);
    inIt = await seenBy(
      c,
      watchers.filter(({ role }) => role === 'it_admin'),
    );
    [leasesIn, entriesIn] = [await rawLeases(c), await rawEntries(c)];
  });

  it('looks the same to a manager, HR, IT and the council: not a byte of any page, answer or header differs', () => {
    expect(objecting.size).toBeGreaterThan(watchers.length * 40);
    expect([...objecting.values()].filter(({ status }) => status === 200).length).toBeGreaterThan(watchers.length * 20);
    expect([...objecting].filter(([name, { status }]) => status === 200 && /\/dashboards\/t_/.test(name))).not.toEqual([]);
    expect([...objecting].filter(([, { status }]) => status >= 500).map(([name]) => name)).toEqual([]);
    expect(differences(objecting, drawn).slice(0, 20)).toEqual([]);
  });

  it('looks the same to whoever reads how much of what was measured went, on the day on which it goes', () => {
    expect([...readObjecting].filter(([, { status }]) => status === 200).length).toBeGreaterThan(readers.length);
    expect(readObjecting.get(`privacy_officer /measurements/${toolId}`)?.body).toContain(`${enrolled.length * 3} regels per persoon`);
    expect(differences(readObjecting, readDrawn).slice(0, 20)).toEqual([]);
    expect([leftObjecting, leftDrawn]).toEqual([3, 0]);
  });

  it('looks the same when the quarter is over and its numbers are told', () => {
    expect(laterObjecting.size).toBeGreaterThan(watchers.length);
    expect(differences(laterObjecting, laterDrawn).slice(0, 20)).toEqual([]);
  });

  it('sends them the same mail', () => expect(mailed).toEqual(mailedDrawn));

  it('gives as many leases, to the last one', () => expect(leases).toBe(leasesDrawn));

  it('is told apart by whoever handles it (the control)', () => {
    expect(handlersSee.some((found) => found.startsWith('objection_handler /objections:'))).toBe(true);
    expect(told[0]).not.toBe(told[1]);
    expect(complaints).toEqual([1, 0]);
  });

  it('would be told from a world in which that person is measured, by raw counts and by the index of the log, which is why neither is shown (the control)', () => {
    expect(leasesIn).not.toBe(leases);
    expect(entriesIn).not.toBe(entries);
    expect(differences(inIt, objecting).slice(0, 20)).toEqual([]);
  });
});
