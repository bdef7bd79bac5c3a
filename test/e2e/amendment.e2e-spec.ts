import { jest } from '@jest/globals';
import { GateService } from '../../src/features/gate/index.js';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { appFor, type TestApp } from '../support/app.js';
import { type GivenDossier, House } from '../support/given-dossiers.js';
import { actorOf, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { actionsOn, linksOn, readText, submit } from '../support/page-forms.js';
import type { Answer, Visitor } from '../support/visitor.js';

jest.setTimeout(120_000);

let app: TestApp;
let house: House;
const visitors = new Map<keyof Staff, Visitor>();
const as = async (who: keyof Staff): Promise<Visitor> => {
  const visitor = visitors.get(who);
  if (visitor && !(await visitor.get('/')).path.startsWith('/login')) return visitor;
  const fresh = await house.visitor(who);
  visitors.set(who, fresh);
  return fresh;
};
const identity = () => {
  app.clock.advance({ minutes: 1 });
  return { password: PASSWORD, totp: totpAt(app.clock.now()) };
};

beforeAll(async () => {
  app = await appFor('amendment');
  house = await House.enter(app);
  await house.tool({ isPlatform: true });
}, 120_000);
afterAll(() => app.close());

const counted = async (toolId: string): Promise<Record<string, unknown>> => {
  const tables = ['dpia_fixings', 'advice_requests', 'advices', 'consent_requests', 'council_decisions', 'final_decisions', 'activations'];
  const columns = tables.map((table) => `(select count(*)::int from ${table} where tool_id = $1) as ${table}`).join(', ');
  return (await app.database.asOwner(`select ${columns}`, [toolId]))[0] ?? {};
};
const missing = async (toolId: string): Promise<readonly string[]> =>
  (await house.gate(toolId)).states.filter((state) => state.missing).map(({ id }) => id);

/** The DPO's advice with one condition in words, on the page that the dossier leads to. */
const advise = async ({ toolId }: GivenDossier, condition: string): Promise<Answer> => {
  const dpo = await as('dpo');
  const path = `/advice/${(await house.gate(toolId)).version.id}`;
  expect(linksOn(await dpo.get('/advice'))).toContain(path);
  await dpo.get(path);
  return dpo.post(path, {
    rows: '1',
    advice: 'conditional',
    reasons: 'Het mag, als het korter wordt bewaard.',
    'condition-0-text': condition,
    'condition-0-limit': '',
    'condition-0-value': '',
    'condition-0-purpose': '',
  });
};

const SECTIONS = ['product', 'supplier', 'who', 'data', 'places', 'how', 'signals', 'security'];
/** Every term of keeping becomes this many days, each typed by its owner on the page where it stands. */
const keepFor = async (toolId: string, number: number, days: string): Promise<void> => {
  for (const who of ['hr', 'it', 'privacyOfficer'] as const) {
    const visitor = await as(who);
    for (const section of SECTIONS) {
      const path = `/tools/${toolId}/versions/${number}/register/${section}`;
      const page = await visitor.get(path);
      const names = [...page.html.matchAll(/name="([^"]*(?:retentionDays|retention\.maxDays)\|[^"]*)"/g)].map(([, name = '']) => name);
      if (names.length === 0) continue;
      const saved = await submit(visitor, path, Object.fromEntries(names.map((name) => [name, days])));
      expect([path, saved.status]).toEqual([path, 200]);
    }
  }
  const sheet = `/tools/${toolId}/versions/${number}/register/sheet`;
  const it_ = await as('it');
  const page = await it_.get(sheet);
  const name = /name="([^"]+)"[^>]*value="90"/.exec(page.html)?.[1] ?? '';
  if (name) await submit(it_, sheet, { [name]: days });
};

const dossierOf = async (who: keyof Staff, toolId: string): Promise<Answer> => (await as(who)).get(`/tools/${toolId}`);

describe('advice "30 days instead of 90", then consent "groups of 10"', () => {
  let tool: GivenDossier;
  let second: string;
  beforeAll(async () => {
    tool = await house.tool({ sample: 'OFFICE_LOGS', until: 'fixed' });
    await tool.acts.provePersonOut();
    await tool.acts.askAdvice();
  });

  it('HR makes the version that carries the condition out', async () => {
    expect(readText(await advise(tool, 'Bewaar 30 dagen in plaats van 90.'))).toMatch(/[Kk]enmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await missing(tool.toolId)).toContain('E6');
    const hr = await as('hr');
    const advice = `/tools/${tool.toolId}/versions/1/advice`;
    expect(linksOn(await dossierOf('hr', tool.toolId))).toContain(advice);
    const amend = actionsOn(await hr.get(advice)).find((action) => action.endsWith('/amendment')) ?? '';
    const made = await hr.post(amend);
    expect(made.path).toBe(`/tools/${tool.toolId}/versions/2/register`);
    await keepFor(tool.toolId, 2, '30');
    second = (await house.gate(tool.toolId)).version.id;
    const diff = await hr.get(`/tools/${tool.toolId}/versions/2/diff/1`);
    const text = readText(diff);
    expect(text).toContain('90');
    expect(text).toContain('30');
    expect(diff.html).not.toContain('Ruimer');
    expect(linksOn(await hr.get(`/tools/${tool.toolId}/versions`))).toContain(`/tools/${tool.toolId}/versions/2/diff/1`);
  });

  it('nothing passes over before each has done their own act', async () => {
    const carriage = `/tools/${tool.toolId}/versions/2/carriage`;
    const diff = `/tools/${tool.toolId}/versions/2/diff/1`;
    const hr = await as('hr');
    expect(actionsOn(await hr.get(diff))).toContain(carriage);
    expect((await submit(hr, diff, {}, carriage)).path).toBe(diff);
    expect(await missing(tool.toolId)).toEqual(expect.arrayContaining(['E3', 'E5']));
    const dpo = await as('dpo');
    const confirmationBy = async (visitor: Visitor) =>
      actionsOn(await visitor.get(diff)).find((action) => action.endsWith('/confirmation'));
    const statement = actionsOn(await (await as('privacyOfficer')).get(diff)).find((action) => action.endsWith('/statement')) ?? '';
    expect(await confirmationBy(hr)).toBeUndefined();
    expect((await hr.post(statement)).status).toBeGreaterThanOrEqual(403);
    expect(await missing(tool.toolId)).toEqual(expect.arrayContaining(['E3', 'E5']));
    expect(readText(await submit(await as('privacyOfficer'), diff, {}, statement))).toMatch(/[Kk]enmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await missing(tool.toolId)).toEqual(expect.arrayContaining(['E5']));
    expect(linksOn(await dpo.get(`/tools/${tool.toolId}`))).toContain(`/advice/${second}`);
  });

  it('the DPO confirms once, and the approvals pass to the stricter version', async () => {
    const hr = await as('hr');
    const advice = `/tools/${tool.toolId}/versions/2/advice`;
    const page = await hr.get(advice);
    const action = actionsOn(page).find((one) => one.includes('/advice-conditions/') && !one.endsWith('/amendment')) ?? '';
    const id = action.split('/').at(-1) ?? '';
    const carried = await hr.post(action, { kind: 'carried_out', [`reason-${id}-carried_out`]: 'In versie 2 is alles 30 dagen.' }, advice);
    expect(carried.status).toBe(200);
    const dpo = await as('dpo');
    const given = await dpo.get(`/advice/${second}`);
    expect(actionsOn(given)).toContain(action);
    const confirmed = await dpo.post(action, { kind: 'confirmed', [`reason-${id}-confirmed`]: 'Nagekeken: het is nu 30 dagen.' });
    expect(readText(confirmed)).toMatch(/[Kk]enmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await missing(tool.toolId)).toEqual(['E7', 'E8', 'E9', 'E10', 'E11']);
    expect(await counted(tool.toolId)).toMatchObject({ dpia_fixings: 1, advice_requests: 1, advices: 1, consent_requests: 0 });
  });

  it('the council gets one request, and its machine limit needs no act of anybody', async () => {
    const [hr, director] = [await as('hr'), await as('director')];
    const prepare = `/tools/${tool.toolId}/versions/2/consent-request`;
    expect(linksOn(await dossierOf('hr', tool.toolId))).toContain(prepare);
    const typed = {
      intendedDecision: 'Wij gebruiken de logboeken om misbruik te zien.',
      reasons: 'Een gestolen account moet snel opvallen.',
      consequences: 'Tijden van aanmelden worden vastgelegd.',
      grounds: ['k', 'l'],
      evaluationOn: addDays(dayOf(app.clock.now()), 365),
    };
    expect((await submit(hr, prepare, typed)).status).toBe(200);
    const send = `${prepare}/send`;
    const sent = await submit(director, prepare, identity(), send);
    expect(readText(sent)).toMatch(/[Kk]enmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    await meet(tool.toolId);
    const group = {
      text: 'Groepen van ten minste 10.',
      limit: { kind: 'smallest_group', value: 10 },
      promiseOwner: null,
      dueOn: null,
    } as const;
    await house.decide(tool.toolId, { conditions: [group] });
    expect(await missing(tool.toolId)).toEqual(['E10', 'E11']);
    await house.introduce(tool.toolId, 14, 2);
    await app.runJobs();
    const draft = `/tools/${tool.toolId}/versions/2/notices`;
    expect(linksOn(await dossierOf('hr', tool.toolId))).toContain(draft);
    expect(readText(await submit(hr, draft, {}, `${draft}/publication`))).toMatch(/[Kk]enmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    await tool.chain.readBy(Object.keys(house.staff));
    await house.passTime({ days: 15 });
    expect(await missing(tool.toolId)).toEqual([]);
  });

  it('is switched on after one pass through the chain, with the limits of both', async () => {
    const it_ = await as('it');
    const path = `/tools/${tool.toolId}/versions/2/activate`;
    expect(linksOn(await it_.get('/'))).toContain(path);
    expect((await it_.post(path, { _idempotency: newId('i') }, path)).html).toContain('Aangezet, kenmerk');
    expect(await counted(tool.toolId)).toEqual({
      dpia_fixings: 1,
      advice_requests: 1,
      advices: 1,
      consent_requests: 1,
      council_decisions: 1,
      final_decisions: 1,
      activations: 1,
    });
    expect((await house.gate(tool.toolId)).limits).toMatchObject({ smallestGroup: 10 });
  });

  it('names both fingerprints in the evidence', async () => {
    const rows = await app.database.asOwner(
      `select type from evidence_entries where tool_id = $1 and type like 'carriage.%' order by written_as`,
      [tool.toolId],
    );
    expect(rows.map(({ type }) => type)).toEqual(['carriage.proposed', 'carriage.dpia-stated', 'carriage.confirmed']);
    const [pair] = await app.database.asOwner(`select from_fingerprint, to_fingerprint from carriages where tool_id = $1`, [tool.toolId]);
    expect(pair?.['from_fingerprint']).not.toBe(pair?.['to_fingerprint']);
  });
});

/** The secretary's minutes, and the director's word on who was there. */
const meet = async (toolId: string): Promise<void> => {
  const requestId = await house.idOf('consent_requests', toolId);
  const path = `/council/requests/${requestId}/meeting`;
  const secretary = await as('secretary');
  await submit(secretary, path, {
    heldOn: dayOf(app.clock.now()),
    minutes: 'Besproken: de bewaartermijn en wie er kijkt.',
    presentCouncil: 'Voorzitter en secretaris',
    presentEmployer: 'De bestuurder',
  });
  const director = await as('director');
  const presence =
    actionsOn(await director.get(`/council/requests/${requestId}/meetings`)).find((action) => action.endsWith('/presence')) ?? '';
  await submit(director, `/council/requests/${requestId}/meetings`, {}, presence);
};

describe('a wider change (the control)', () => {
  it('cannot be carried over, and every approval lapses', async () => {
    const tool = await house.tool({ sample: 'OFFICE_LOGS', until: 'fixed' });
    await tool.acts.askAdvice();
    await advise(tool, 'Bewaar 30 dagen in plaats van 90.');
    const hr = await as('hr');
    const advice = `/tools/${tool.toolId}/versions/1/advice`;
    const amend = actionsOn(await hr.get(advice)).find((action) => action.endsWith('/amendment')) ?? '';
    await submit(hr, advice, {}, amend);
    await keepFor(tool.toolId, 2, '120');
    const diff = `/tools/${tool.toolId}/versions/2/diff/1`;
    expect(actionsOn(await hr.get(diff))).not.toContain(`/tools/${tool.toolId}/versions/2/carriage`);
    const forced = await hr.post(`/tools/${tool.toolId}/versions/2/carriage`, { _idempotency: newId('i') });
    expect(forced.status).toBe(409);
    expect(readText(forced)).toContain('Niet alles is strenger. De goedkeuringen gaan niet mee');
    expect(await missing(tool.toolId)).toEqual(expect.arrayContaining(['E3', 'E5', 'E7', 'E9', 'E10', 'E11']));
  });

  it('of a tool that runs leaves the version that was consented to on, and the new one off', async () => {
    const tool = await house.tool();
    const hr = await as('hr');
    const versions = `/tools/${tool.toolId}/versions`;
    expect((await submit(hr, versions)).path).toBe(`/tools/${tool.toolId}/versions/2/register`);
    await keepFor(tool.toolId, 2, '60');
    expect((await house.gate(tool.toolId, 1)).state).toBe('active');
    expect((await house.gate(tool.toolId, 2)).open).toBe(false);
    const gates = app.running.app.get(GateService);
    await expect(gates.activate(actorOf(house.staff.it), tool.toolId, 2, newId('i'))).rejects.toMatchObject({ code: 'gate.closed' });
  });
});
