import { randomUUID } from 'node:crypto';
import { CoverService } from '../../src/features/gate/cover.service.js';
import { GateService, isCovered } from '../../src/features/gate/index.js';
import { acceptedFingerprints, type Version, withoutCover } from '../../src/features/tools/index.js';
import { dayOf } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { type Problem } from '../../src/kernel/problem.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices, givenAgent, givenNativeTool } from '../support/given-agents.js';
import { type ChainWishes, givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

const NOW = '2026-02-20T10:00:00Z';
const MADE = new Date('2026-01-12T08:00:00Z');

let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let gates: GateService;
let cover: CoverService;
const clock = new TestClock(NOW);

beforeAll(async () => {
  database = await databaseFor('cover');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  gates = new GateService(database.transactions, clock);
  cover = new CoverService(database.transactions, clock);
  await active(2, {}, { isPlatform: true });
});
beforeEach(() => clock.set(NOW));
afterAll(async () => {
  await services.close();
  await database.close();
});

/** A unit of its own with so many people, and the employee of the staff among them where `own`. */
const givenUnitOf = async (people: number): Promise<string> => {
  const unit = newId('u');
  await database.asOwner(`insert into units (id, name, created_at) values ($1, $1, now())`, [unit]);
  await database.asOwner(
    `insert into persons (id, staff_number, name, unit_id, language, starts_on, works_at_home, created_at)
     select $1 || '_' || n, $1 || '_' || n, 'Iemand', $2, 'nl', '2020-01-01', false, now() from generate_series(1, $3::int) n`,
    [newId('p'), unit, people],
  );
  return unit;
};

const active = async (
  people: number,
  wishes: ChainWishes = {},
  { isPlatform = false, enforcement = 'native' as 'native' | 'attested' } = {},
): Promise<Version> => {
  const unit = await givenUnitOf(people);
  const version = await database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, MADE, { unitIds: [unit], isPlatform }, enforcement);
    await givenChain(tx, made, staff, wishes);
    return made;
  });
  if (enforcement === 'attested')
    await database.asOwner(`insert into person_out_proofs (tool_id, evidence, shown_by, shown_at) values ($1, 'Schermafdruk', $2, now())`, [
      version.toolId,
      staff.it.id,
    ]);
  await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
  return version;
};

const peopleOf = async ({ id }: Version): Promise<string[]> =>
  (await database.asOwner(`select person_id from people_in_scope where version_id = $1 order by 1`, [id])).map((row) =>
    String(row['person_id']),
  );
const drawnOf = async ({ toolId }: Version): Promise<string[]> =>
  (await database.asOwner(`select person_id from cover_people where tool_id = $1 and until_at > $2 order by 1`, [toolId, clock.now()])).map(
    (row) => String(row['person_id']),
  );
const outOf = async (version: Version): Promise<string[]> => {
  const out: string[] = [];
  await database.transactions.read(async (tx) => {
    const accepted = await acceptedFingerprints(tx, version.toolId, version.fingerprint);
    for (const personId of await peopleOf(version))
      if (!(await isCovered(tx, version, accepted, { personId, now: clock.now() }))) out.push(personId);
  });
  return out;
};
/** What the objection form says of it. */
const saidOf = (version: Version): Promise<string | null> =>
  database.transactions.read((tx) => withoutCover(tx, version, dayOf(clock.now())));
const object = (version: Version, personId: string): Promise<unknown> =>
  database.asOwner(
    `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ($1, $2, $3, '', $1, $4, '2026-03-20')`,
    [newId('o'), version.toolId, personId, clock.now()],
  );

describe('the cover draw', () => {
  it('leaves out one in ten from the moment that the tool is on, and at least five', async () => {
    const [fifty, eighty] = [await active(50), await active(80)];
    expect(await outOf(fifty)).toEqual(await drawnOf(fifty));
    expect((await outOf(fifty)).length).toBe(5);
    expect((await outOf(eighty)).length).toBe(8);
    expect([await saidOf(fifty), await saidOf(eighty)]).toEqual([null, null]);
  });

  it('leaves out nobody under fifty, and nobody of a tool that IT switches by hand', async () => {
    const [small, byHand] = [await active(49), await active(60, {}, { enforcement: 'attested' })];
    expect(await outOf(small)).toEqual([]);
    expect(await drawnOf(byHand)).toEqual([]);
    expect([await saidOf(small), await saidOf(byHand)]).toEqual(['scope', 'grade']);
  });

  it('draws others for each tool and every day, and lets some turns last', async () => {
    const [version, other] = [await active(120), await active(120)];
    const first = await drawnOf(version);
    expect(await drawnOf(other)).toHaveLength(12);
    clock.advance({ hours: 31 });
    await cover.drawAll();
    const second = await drawnOf(version);
    expect(second).toHaveLength(12);
    expect(second.filter((id) => !first.includes(id)).length).toBeGreaterThanOrEqual(1);
    expect(second.filter((id) => first.includes(id)).length).toBeGreaterThanOrEqual(9);
  });

  it('draws the next before a turn ends, so that no moment has fewer', async () => {
    const version = await active(50);
    const ending = (await drawnOf(version))[0] ?? '';
    const minutes = (n: number): Date => new Date(Date.parse(NOW) + n * 60_000);
    await database.asOwner(`update cover_people set until_at = $2 where tool_id = $3 and person_id = $1`, [
      ending,
      minutes(20),
      version.toolId,
    ]);
    await cover.drawFor(version.toolId);
    expect(await drawnOf(version)).toHaveLength(5);
    clock.advance({ minutes: 10 });
    await cover.drawFor(version.toolId);
    expect(await drawnOf(version)).toHaveLength(6);
    clock.advance({ minutes: 10 });
    expect(await outOf(version)).toHaveLength(5);
    expect(await outOf(version)).not.toContain(ending);
  });

  it('answers not_covered for who was drawn, as for an objection, leave or an unread notice; for others a lease', async () => {
    const version = await active(50);
    const [drawn = ''] = await drawnOf(version);
    const [objected = '', unread = '', away = '', inIt = ''] = await withoutDrawn(version, await peopleOf(version));
    await object(version, objected);
    await database.asOwner(`update notice_deliveries set opened_at = null where person_id = $1`, [unread]);
    await database.asOwner(`update persons set ends_on = '2026-02-19' where id = $1`, [away]);
    const answers = new Map<string, unknown>();
    for (const person of [drawn, objected, unread, away, inIt]) answers.set(person, await answerTo(version, person));
    const out = [drawn, objected, unread, away].map((person) => answers.get(person));
    expect(new Set(out.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(out[0]).toMatchObject({ status: 403, reasons: [{ code: 'not_covered' }] });
    expect(answers.get(inIt)).toHaveProperty('lease');
  });

  it('gives back a seat for everyone who objects, so that as many are out as before, and keeps half of the seats', async () => {
    const version = await active(60);
    const others = await withoutDrawn(version, await peopleOf(version));
    expect((await outOf(version)).length).toBe(6);
    for (const [at, total] of [6, 6, 6, 7, 8].entries()) {
      await object(version, others[at] ?? '');
      await cover.drawFor(version.toolId);
      expect((await outOf(version)).length).toBe(total);
      expect(await drawnOf(version)).toHaveLength(total - at - 1);
    }
  });

  it('shows nothing in the log by name, and forgets a turn that is over or a tool that is off', async () => {
    const version = await active(50);
    const kinds = await database.asOwner(`select type from evidence_entries where tool_id = $1`, [version.toolId]);
    expect(kinds.map((row) => row['type']).filter((type) => String(type).includes('cover'))).toEqual([]);
    expect(
      await database.asOwner(`select 1 from confidential_acts where payload like '%cover.drawn%' and payload like $1`, [
        `%${version.toolId}%`,
      ]),
    ).toHaveLength(1);
    await database.asOwner(`delete from active_tools where tool_id = $1`, [version.toolId]);
    const turns = await drawnOf(version);
    clock.advance({ minutes: 5 });
    await cover.drawAll();
    expect(await database.asOwner(`select 1 from cover_people where tool_id = $1`, [version.toolId])).toEqual([]);
    const ended = () =>
      database.asOwner(`select person_id as id, from_at as "from", until_at as until from cover_ended where tool_id = $1 order by 1`, [
        version.toolId,
      ]);
    expect(await ended()).toEqual(turns.map((id) => ({ id, from: new Date(NOW), until: clock.now() })));
    clock.advance({ hours: 49 });
    await cover.drawAll();
    expect(await ended()).toEqual([]);
  });

  it('closes the gate where a condition demands it and the version cannot', async () => {
    const demanded = { conditions: [{ text: 'Laat steeds mensen buiten de meting.', limit: { kind: 'cover', value: true } }] };
    await active(50, demanded);
    const refusal = await active(50, demanded, { enforcement: 'attested' }).then(
      () => null,
      (error: unknown) => error as Problem,
    );
    expect(refusal).toMatchObject({ status: 409 });
  });
});

const withoutDrawn = async (version: Version, people: readonly string[]): Promise<string[]> => {
  const drawn = await drawnOf(version);
  return people.filter((id) => !drawn.includes(id));
};
const answerTo = async ({ toolId }: Version, personId: string): Promise<unknown> => {
  const agent = await givenAgent(services, clock, staff, { toolId, device: newId('d') });
  await database.asOwner(
    `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at) values ($1, $2, $2, 'person', $3) on conflict do nothing`,
    [agent.id, personId, clock.now()],
  );
  return agent.ask(personId).then(
    (lease) => lease,
    ({ status, code, reasons, members }: Problem) => ({ status, code, reasons, members }),
  );
};
