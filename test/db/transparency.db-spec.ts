import { TransparencyService } from '../../src/features/transparency/transparency.service.js';
import { mePageProps, oldVersionProps, toolPageProps } from '../../src/features/transparency/transparency.views.js';
import { newId, newReference } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import {
  actorOf,
  countingQueries,
  givenPeople,
  givenPerson,
  givenTool,
  givenUnit,
  givenVersion,
  type GivenPerson,
  type GivenTool,
  type ToolFields,
} from '../support/given-notices.js';

let database: TestDatabase;
let clock: TestClock;
let transparency: TransparencyService;
let unit: string;
let person: GivenPerson;

beforeAll(async () => {
  database = await databaseFor('transparency');
  // Rows of other features are put in by hand here: the proofs behind an activation are theirs to test.
  await database.asOwner('alter table activations disable trigger all');
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = new TestClock('2026-03-12T09:12:00Z');
  transparency = new TransparencyService(database.transactions, clock);
  unit = await givenUnit(database);
  person = await givenPerson(database, { unitId: unit });
});

const fingerprintOf = async (tool: GivenTool): Promise<string> =>
  String((await database.asOwner('select fingerprint from tool_versions where id = $1', [tool.versionId]))[0]?.['fingerprint']);

const activate = async (tool: GivenTool): Promise<string> => {
  const id = newId('a');
  const fingerprint = await fingerprintOf(tool);
  await database.asOwner(
    `insert into activations (id, tool_id, version_id, fingerprint, evaluation_id, generation, limits, lease_minutes, reference, activated_by, activated_at)
     values ($1, $2, $3, $4, $1, 1, '{}', 15, $5, 'p_it', '2025-09-01T08:00:00Z')`,
    [id, tool.toolId, tool.versionId, fingerprint, newReference()],
  );
  await database.asOwner(`insert into active_tools (tool_id, activation_id) values ($1, $2)`, [tool.toolId, id]);
  return id;
};
/** A notice about the version, opened at that moment. */
const noticeTo = async (tool: GivenTool, openedAt: string): Promise<string> => {
  const id = newId('n');
  await database.asOwner(
    `insert into notices (id, tool_id, version_id, fingerprint, kind, content, content_hash, reference, published_by, published_at)
     values ($1, $2, $3, $4, 'notice', '{}', 'x', $5, 'p_hr', '2026-03-01T08:00:00Z')`,
    [id, tool.toolId, tool.versionId, await fingerprintOf(tool), newReference()],
  );
  await database.asOwner(
    `insert into notice_deliveries (notice_id, person_id, unit_id, sent_at, opened_at) values ($1, $2, $3, '2026-03-01T08:00:00Z', $4)`,
    [id, person.id, unit, openedAt],
  );
  return id;
};
const given = async (fields: ToolFields = {}): Promise<GivenTool> => givenTool(database, { units: [unit], ...fields });
const mine = async (who = person) => mePageProps(await transparency.mine(actorOf(who.id)), 'nl');

describe('what is measured about me', () => {
  it('is nothing while nothing is on, and never a draft', async () => {
    await given();
    expect(await mine()).toMatchObject({ active: [], others: [] });
  });
  it('comes from the active version: why, what, what not, how long, on what ground', async () => {
    const tool = await given();
    await activate(tool);
    const [one] = (await mine()).active;
    expect(one?.state).toEqual({ kind: 'met', text: 'Aan sinds 1 september 2025' });
    expect(one?.card).toMatchObject({
      toolName: tool.name,
      attested: false,
      lead: ['Wij kijken of er genoeg mensen zijn om de telefoon op te nemen'],
      howLong: ['Tot de maand voorbij is, en hoogstens 30 dagen. Daarna automatisch gewist.'],
      grounds: ['Gerechtvaardigd belang (AVG art. 6 lid 1 f)'],
      decided: ['Er is geen besluit.'],
    });
    expect(one?.card.measured).toContain('Wanneer u inlogt, uitlogt en bereikbaar bent');
    expect(one?.card.notMeasured).toEqual(['Wat u typt']);
    expect(one?.card.example).toHaveLength(1);
  });
  it('is nobody else’s: another unit sees nothing', async () => {
    const tool = await given();
    await activate(tool);
    const other = await givenPerson(database, { unitId: await givenUnit(database) });
    expect((await mine(other)).active).toEqual([]);
    await expect(transparency.tool(actorOf(other.id), tool.toolId)).rejects.toBeInstanceOf(Problem);
    await transparency.tool(actorOf(person.id), tool.toolId);
  });
  it('names the employer’s decision first, then the council’s consent with its conditions', async () => {
    const tool = await given();
    await activate(tool);
    const fingerprint = await fingerprintOf(tool);
    await database.asOwner(
      'alter table council_decisions disable trigger all; alter table final_decisions disable trigger all; alter table decision_conditions disable trigger all',
    );
    const decision = newId('d');
    await database.asOwner(
      `insert into council_decisions (id, request_id, tool_id, fingerprint, decision, reasons, decided_on, votes_for, votes_against, votes_abstained, reference, recorded_by, recorded_at)
       values ($1, 'r', $2, $3, 'granted_with_conditions', 'x', '2025-08-18', 7, 1, 1, $4, 'p_s', '2025-08-18T09:00:00Z')`,
      [decision, tool.toolId, fingerprint, newReference()],
    );
    for (const text of ['Groepen van 10', 'Niet voor beoordeling'])
      await database.asOwner(`insert into decision_conditions (id, decision_id, text, machine_limit) values ($1, $2, $3, '{}')`, [
        newId('c'),
        decision,
        text,
      ]);
    await database.asOwner(
      `insert into final_decisions (id, tool_id, version_id, fingerprint, decision_id, kind, text, effective_on, takes_over, reference, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, 'final_decision', 'Wij voeren dit in', '2025-09-01', '{}', $6, 'p_d', '2025-08-20T09:00:00Z')`,
      [newId('d'), tool.toolId, tool.versionId, fingerprint, decision, newReference()],
    );
    const [one] = (await mine()).active;
    expect(one?.card.decided).toEqual(['Uw werkgever besloot dit op 20 augustus 2025; de ondernemingsraad stemde in, met 2 voorwaarden.']);
    const page = toolPageProps(await transparency.tool(actorOf(person.id), tool.toolId), 'nl');
    expect(page.decision).toMatchObject({ text: 'Wij voeren dit in', effectiveOn: '1 september 2025' });
    expect((page.decision?.conditions ?? []).map(([said]) => said)).toEqual(
      expect.arrayContaining(['Groepen van 10', 'Niet voor beoordeling', 'Dit geldt altijd']),
    );
  });
  it('says of a tool that cannot be checked only what may be, and not that it is on before IT has said so', async () => {
    const tool = await given({ enforcement: 'attested' });
    const activation = await activate(tool);
    const [ordered] = (await mine()).active;
    expect(ordered?.card.attested).toBe(true);
    expect(ordered?.state.text).toBe('IT kreeg opdracht om dit aan te zetten');
    const order = newId('o');
    await database.asOwner(
      `insert into orders (id, tool_id, version_id, activation_id, kind, instructions, reference, given_at, due_at)
       values ($1, $2, $3, $4, 'start', '{}', $5, '2025-09-01T08:00:00Z', '2025-09-08T08:00:00Z')`,
      [order, tool.toolId, tool.versionId, activation, newReference()],
    );
    await database.asOwner(
      `insert into order_confirmations (order_id, evidence, settings_as_approved, confirmed_by, confirmed_at) values ($1, 'x', true, 'p_it', now())`,
      [order],
    );
    expect((await mine()).active[0]?.state.text).toBe('Is aan volgens IT sinds 1 september 2025');
  });
  it('says when the person is paused', async () => {
    const tool = await given();
    await activate(tool);
    await database.asOwner(
      `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ($1, $2, $3, '', $4, now(), '2026-04-12')`,
      [newId('o'), tool.toolId, person.id, newReference()],
    );
    expect((await mine()).active[0]?.out).toBe('Het meetprogramma stopt meteen, en uiterlijk als zijn startbewijs afloopt.');
    expect(toolPageProps(await transparency.tool(actorOf(person.id), tool.toolId), 'nl').objectHref).toBeNull();
  });
  it('says that a suspended tool is off for the time being', async () => {
    const tool = await given();
    await activate(tool);
    await database.asOwner(
      `insert into suspensions (id, tool_id, cause, reason, by_role, reference, at) values ($1, $2, 'drift', 'x', 'system', $3, now())`,
      [newId('s'), tool.toolId, newReference()],
    );
    expect((await mine()).active[0]?.state).toEqual({ kind: 'warning', text: 'Staat tijdelijk uit' });
  });
  it('tells everyone what runs without consent while nobody has said whom it measures, and only those after that', async () => {
    const tool = await given({ runsWithoutConsent: true, units: [] });
    await database.asOwner(`update tool_versions set registered_at = null where id = $1`, [tool.versionId]);
    const stranger = await givenPerson(database, { unitId: await givenUnit(database) });
    const names = async () => (await mine(stranger)).others.map(({ toolId }) => toolId);
    expect(await names()).toContain(tool.toolId);
    await database.asOwner(`insert into version_units (version_id, unit_id) values ($1, $2)`, [tool.versionId, unit]);
    expect(await names()).not.toContain(tool.toolId);
    expect((await mine()).others.map(({ toolId }) => toolId)).toContain(tool.toolId);
  });
  it('lists what runs without consent, with the director’s date or the lack of one', async () => {
    const tool = await given({ runsWithoutConsent: true });
    expect((await mine()).others).toMatchObject([
      { kind: 'unconsented', repair: 'De bestuurder heeft nog geen datum genoemd om te stoppen of te herstellen.' },
    ]);
    await database.asOwner(`update tools set stop_or_repair_on = '2026-05-01' where id = $1`, [tool.toolId]);
    expect((await mine()).others[0]?.repair).toBe('De bestuurder zegt: gestopt of hersteld op 1 mei 2026.');
  });
  it('lists what was on and is off', async () => {
    const tool = await given();
    await activate(tool);
    await database.asOwner('delete from active_tools where tool_id = $1', [tool.toolId]);
    expect(await mine()).toMatchObject({ active: [], others: [{ toolId: tool.toolId, kind: 'off' }] });
    expect(toolPageProps(await transparency.tool(actorOf(person.id), tool.toolId), 'en').past).toHaveLength(1);
  });
  it('never says that a tool measures which is off, nor that one may which nobody approved', async () => {
    const [on, off, unapproved] = [await given(), await given(), await given({ runsWithoutConsent: true })];
    await activate(on);
    await activate(off);
    await database.asOwner('delete from active_tools where tool_id = $1', [off.toolId]);
    const told = async ({ toolId }: GivenTool) => toolPageProps(await transparency.tool(actorOf(person.id), toolId), 'nl').card.told;
    expect([await told(on), await told(off), await told(unapproved)]).toEqual(['measured', 'was', 'perhaps']);
  });
  it('says what it means for this person: not told, told today, in, and out while it is suspended', async () => {
    const tool = await given();
    await activate(tool);
    const own = async () => (await mine()).active[0]?.card.own ?? [];
    expect((await own())[0]).toContain('U wordt nog niet gemeten. Dat mag pas nadat');
    const notice = await noticeTo(tool, '2026-03-12T08:00:00Z');
    expect((await own())[0]).toContain('op zijn vroegst vanaf 13 maart 2026');
    clock.set('2026-03-12T23:00:00Z');
    expect(await own()).toEqual(['Dit volgsysteem mag u nu meten.', 'Er hoort geen meetprogramma op een apparaat bij u.']);
    await database.asOwner('update notice_deliveries set opened_at = null where notice_id = $1', [notice]);
    expect((await own())[0]).toContain('Dat mag pas nadat');
    await database.asOwner(
      `insert into suspensions (id, tool_id, cause, reason, by_role, reference, at) values ($1, $2, 'drift', 'x', 'system', $3, '2026-03-11T09:00:00Z')`,
      [newId('s'), tool.toolId, newReference()],
    );
    expect((await own())[0]).toBe('Dit staat uit sinds 11 maart 2026, 10.00 uur. De instellingen waren niet zoals is goedgekeurd.');
  });
  it('says when it last started and stopped on this person’s own devices, and nothing of those of others', async () => {
    const tool = await given();
    const activation = await activate(tool);
    const colleague = await givenPerson(database, { unitId: unit });
    const agentOf = async (who: string, device: string): Promise<string> => {
      const agent = newId('a');
      await database.asOwner(
        `insert into agents (id, tool_id, device, public_key, thumbprint, enrolled_by, enrolled_at) values ($1, $2, $3, '{}', $1, 'p_it', '2026-01-01T00:00:00Z')`,
        [agent, tool.toolId, device],
      );
      await database.asOwner(
        `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at) values ($1, $2, $1, 'person', '2026-01-01T00:00:00Z')`,
        [agent, who],
      );
      return agent;
    };
    const lease = (agent: string, who: string, from: string, until: string) =>
      database.asOwner(
        `insert into leases (jti, agent_id, person_id, activation_id, generation, issued_at, expires_at) values ($1, $2, $3, $4, 1, $5, $6)`,
        [newId('l'), agent, who, activation, from, until],
      );
    const mineAgent = await agentOf(person.id, 'LAPTOP-0417');
    const other = await agentOf(colleague.id, 'LAPTOP-0001');
    await lease(other, colleague.id, '2026-03-12T09:00:00Z', '2026-03-12T09:30:00Z');
    const lines = async () => ((await mine()).active[0]?.card.own ?? []).slice(1);
    expect(await lines()).toEqual(['LAPTOP-0417: heeft de laatste 30 dagen niet gemeten.']);
    await lease(mineAgent, person.id, '2026-03-11T09:00:00Z', '2026-03-11T09:15:00Z');
    await lease(mineAgent, person.id, '2026-03-12T08:00:00Z', '2026-03-12T08:15:00Z');
    await lease(mineAgent, person.id, '2026-03-12T08:10:00Z', '2026-03-12T09:20:00Z');
    expect(await lines()).toEqual(['LAPTOP-0417: gestart op 12 maart 2026, 09.00 uur, en staat nu aan.']);
    clock.set('2026-03-12T09:20:00Z');
    expect(await lines()).toEqual(['LAPTOP-0417: laatst gestart op 12 maart 2026, 09.00 uur, laatst gestopt op 12 maart 2026, 10.20 uur.']);
    await database.asOwner(
      `insert into stop_receipts (id, agent_id, stopped_at, discarded_records, reason, received_at) values ($1, $2, '2026-03-12T09:01:00Z', 0, 'x', now())`,
      [newId('k'), mineAgent],
    );
    expect(await lines()).toEqual(['LAPTOP-0417: laatst gestart op 12 maart 2026, 09.00 uur, laatst gestopt op 12 maart 2026, 10.01 uur.']);
  });
  it('shows an old version that was on, and no version that never was', async () => {
    const tool = await given();
    const old = await activate(tool);
    await database.asOwner(
      `insert into activation_ends (activation_id, cause, reason, by_role, reference, at) values ($1, 'replaced', 'x', 'system', $2, '2026-01-05T08:00:00Z')`,
      [old, newReference()],
    );
    await database.asOwner('delete from active_tools where tool_id = $1', [tool.toolId]);
    const second = await givenVersion(database, tool.toolId, 2, { units: [unit] });
    await activate({ ...tool, versionId: second });
    await givenVersion(database, tool.toolId, 3, { units: [unit] });
    const page = toolPageProps(await transparency.tool(actorOf(person.id), tool.toolId), 'nl');
    expect(page.past.map(({ href }) => href)).toEqual(expect.arrayContaining([null, `/me/tools/${tool.toolId}/versions/1`]));
    const shown = oldVersionProps(await transparency.oldVersion(actorOf(person.id), tool.toolId, 1), 'nl');
    expect(shown).toMatchObject({ number: 1, card: { own: [] }, spells: ['Versie 1: aan vanaf 1 september 2025, uit op 5 januari 2026'] });
    await expect(transparency.oldVersion(actorOf(person.id), tool.toolId, 3)).rejects.toBeInstanceOf(Problem);
    const stranger = await givenPerson(database, { unitId: await givenUnit(database) });
    await expect(transparency.oldVersion(actorOf(stranger.id), tool.toolId, 1)).rejects.toBeInstanceOf(Problem);
  });
  it('shows the whole dossier of what is on, in words', async () => {
    const tool = await given();
    await activate(tool);
    const page = toolPageProps(await transparency.tool(actorOf(person.id), tool.toolId), 'nl');
    const said = page.dossier.flatMap(({ rows }) => rows.map(({ value }) => value));
    expect(said).toContain('Wij kijken of er genoeg mensen zijn om de telefoon op te nemen');
    await database.asOwner('delete from active_tools where tool_id = $1', [tool.toolId]);
    expect(toolPageProps(await transparency.tool(actorOf(person.id), tool.toolId), 'nl').dossier).toEqual([]);
  });
  it('asks as many queries for three tools and 2,000 people as for one', async () => {
    await activate(await given());
    const read = () => countingQueries(database, () => transparency.mine(actorOf(person.id)));
    const one = await read();
    await givenPeople(database, unit, 2_000);
    await activate(await given());
    await activate(await given());
    expect((await mine()).active).toHaveLength(3);
    expect(await read()).toBe(one);
  });
  it('writes nothing', async () => {
    await activate(await given());
    const before = await database.asOwner('select count(*)::int as n from evidence_entries');
    await mine();
    expect(await database.asOwner('select count(*)::int as n from evidence_entries')).toEqual(before);
  });
});
