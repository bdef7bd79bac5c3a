import { ApiKeysService } from '../../src/features/people/keys/api-keys.service.js';
import type { Role } from '../../src/kernel/actor.js';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import type { Scope } from '../../src/kernel/scopes.js';
import { ApiContract, type OpenApiDocument } from '../support/api-contract.js';
import { TestAgent } from '../support/agent.js';
import { appFor, type TestApp } from '../support/app.js';
import { House } from '../support/given-dossiers.js';
import { actorOf, identityAt, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { EMPTY_PDF, Program } from '../support/program.js';

interface Question {
  readonly attribute: string;
  readonly item: string;
  readonly owners: readonly string[];
  readonly isAnswered: boolean;
  readonly isProposed: boolean;
  readonly value: unknown;
}
type Answers = Readonly<Record<string, unknown>>;

/** What this organisation says instead of what the example proposes. */
const OWN: Answers = {
  'tool.vendor|': 'Aanmeld BV',
  'tool.version|': '2.0',
  'processors[].name|r1': 'Aanmeld BV',
  'purposes[].legalBasis|r1': 'public_task',
  'purposes[].legalBasisReference|r1': 'Gemeentewet art. 160 lid 1',
  'processors[].processingAgreementSigned|r1': true,
  'processors[].processingAgreementComplete|r1': true,
  'dpia.viewsSought|': 'Vier medewerkers lazen mee.',
};
const answersFor = (questions: readonly Question[], role: Role): { attribute: string; item: string; value: unknown }[] =>
  questions
    .filter(({ owners }) => owners.includes(role))
    .filter(({ attribute, item, isAnswered, isProposed }) => isAnswered || isProposed || `${attribute}|${item}` in OWN)
    .map(({ attribute, item, value }) => ({ attribute, item, value: OWN[`${attribute}|${item}`] ?? value }));

let app: TestApp;
let house: House;
let contract: ApiContract;
const keys = new Map<string, string>();

const keyOf = async (who: keyof Staff, scopes: readonly Scope[] = ['chain:read', 'chain:write']): Promise<string> => {
  app.clock.advance({ minutes: 1 });
  const person = house.staff[who];
  const wishes = { name: `Sleutel ${keys.size}`, role: person.roles[0] ?? 'employee', scopes, days: 365 } as const;
  const key = await app.running.app.get(ApiKeysService).create(actorOf(person), wishes, identityAt(app.clock.now()));
  keys.set(key, who);
  return key;
};
const program = async (who: keyof Staff, scopes?: readonly Scope[]): Promise<Program> =>
  new Program(app.url, await keyOf(who, scopes), contract);
const today = (): string => dayOf(app.clock.now());
/** What a confirming act asks; a code counts once, so in a minute of its own. */
const identity = (who: keyof Staff): { password: string; totp?: string } => {
  app.clock.advance({ minutes: 1 });
  return who === 'chair' || who === 'secretary' ? { password: PASSWORD, totp: totpAt(app.clock.now()) } : { password: PASSWORD };
};

beforeAll(async () => {
  app = await appFor('json_api');
  house = await House.enter(app);
  contract = new ApiContract((await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as OpenApiDocument);
  await house.tool({ isPlatform: true, readers: [] });
}, 120_000);
afterAll(() => app.close());

describe('a program carries a tool from its registration to a lease', () => {
  const at: { tool: string; version: string; request: string; decision: string; units: string[] } = {
    tool: '',
    version: '',
    request: '',
    decision: '',
    units: [],
  };
  let hr: Program;
  let it_: Program;
  let officer: Program;
  let dpo: Program;
  let director: Program;
  let secretary: Program;
  let chair: Program;
  beforeAll(async () => {
    [hr, it_, officer] = [await program('hr'), await program('it'), await program('privacyOfficer')];
    [dpo, director] = [await program('dpo'), await program('director')];
    [secretary, chair] = [await program('secretary'), await program('chair')];
    await app.database.asOwner(`update persons set device = 'LAPTOP-1' where id = $1`, [house.staff.employee.id]);
    app.clock.advance({ days: 2 });
  });

  it('HR puts it in, and each role answers what is its own', async () => {
    const started = await hr.post<{ toolId: string }>('/tools', { name: 'Aanmeldregistratie', starter: 'home-login' });
    at.tool = started.toolId;
    at.version = `/tools/${at.tool}/versions/1`;
    const { units } = await hr.get<{ units: { id: string }[] }>(`${at.version}/scope`);
    await hr.put(`${at.version}/scope`, { units: units.map(({ id }) => id) });
    const { questions } = await hr.get<{ questions: Question[] }>(`${at.version}/questions`);
    const mine = answersFor(questions, 'hr_registrar');
    expect(await it_.refused('PATCH', `${at.version}/answers`, { answers: mine.slice(0, 1) })).toMatch(/^403 attribute\.other-owner/);
    await hr.patch(`${at.version}/answers`, { answers: mine });
    const again = await it_.get<{ questions: Question[] }>(`${at.version}/questions`);
    await it_.patch(`${at.version}/answers`, { answers: answersFor(again.questions, 'it_admin') });
    const { capabilities, settings } = await it_.get<{ capabilities: unknown; settings: unknown }>(`${at.version}/starter`);
    await it_.put(`${at.version}/capabilities`, { capabilities });
    await it_.put(`${at.version}/settings-sheet`, { settings });
    await it_.put(`${at.version}/enforcement`, { enforcement: 'native' });
  });

  it('what is measured, shown and stopped is declared by its owners', async () => {
    const { answers } = await it_.get<{ answers: { attribute: string; value: string }[] }>(at.version);
    const category = answers.find(({ attribute }) => attribute === 'tool.dataCategories[].code')?.value;
    const metric = {
      code: 'logins',
      category,
      kind: 'people',
      unit: 'mensen',
      level: 'group',
      min: 0,
      max: 1,
      titleNl: 'Wie inlogt',
      titleEn: 'Who signs in',
    };
    const own = await it_.put<{ declarations: { metrics: unknown[] } }>(`${at.version}/metrics`, { metrics: [metric] });
    expect(own.declarations.metrics).toEqual([metric]);
    expect(await it_.refused('PUT', `${at.version}/metrics`, { metrics: [{ ...metric, category: 'no such' }] })).toMatch(/^422/);
    const grade = {
      enforcement: 'native',
      stopsHow: 'Zonder startbewijs meet het niet.',
      stopsWithinMinutes: 15,
      cannotStop: 'Een beheerder van de laptop.',
    };
    await it_.put(`${at.version}/stopping-grade`, { ...grade, evidence: 'Uitgeprobeerd op een testlaptop.', testedOn: '2026-03-02' });
    await hr.put(`${at.version}/dashboards`, { dashboards: [] });
    expect(await hr.put(`${at.version}/individual-view`, {})).toMatchObject({ declarations: { individualView: null, dashboards: [] } });
  });

  it('IT confirms what HR said of the product, and HR registers', async () => {
    const { answers } = await it_.get<{ answers: { attribute: string; item: string; waitsForConfirmation: boolean }[] }>(at.version);
    const facts = answers.filter(({ waitsForConfirmation }) => waitsForConfirmation).map(({ attribute, item }) => ({ attribute, item }));
    if (facts.length > 0) await it_.post(`${at.version}/confirmations`, { facts });
    await hr.post(`${at.version}/registrations`);
    expect(await hr.refused('POST', `${at.version}/registrations`)).toBe('409 version.registered version.registered');
  });

  it('the privacy officer assesses it and fixes the DPIA', async () => {
    /** An answer can bring further questions. */
    for (const _round of [1, 2]) {
      const { questions } = await officer.get<{ questions: Question[] }>(`${at.version}/assessment/questions`);
      await officer.patch(`${at.version}/answers`, { answers: answersFor(questions, 'privacy_officer') });
    }
    await officer.post(`${at.version}/files`, { kind: 'processing_agreement', item: 'r1', name: 'overeenkomst.pdf', content: EMPTY_PDF });
    expect(await officer.refused('POST', `${at.version}/dpia-fixings`, { reviewDue: addDays(today(), 300) })).toMatch(
      /^409 dpia\.unfinished/,
    );
    for (const section of ['purpose', 'basis', 'data', 'capture', 'alternatives', 'measures'])
      expect(await officer.put(`${at.version}/assessment/sections/${section}`, { finished: true })).toEqual({ isFinished: true, open: [] });
    const { risks } = await officer.get<{ risks: unknown[] }>(`${at.version}/assessment/risks`);
    await officer.put(`${at.version}/assessment/risks`, { risks, finished: true });
    const { reviewProposed } = await officer.get<{ reviewProposed: string }>(`${at.version}/assessment`);
    await officer.post(`${at.version}/dpia-fixings`, { reviewDue: reviewProposed });
  });

  it('HR asks for advice, and the data protection officer gives it', async () => {
    expect(await dpo.refused('POST', `${at.version}/advices`, { advice: 'positive', reasons: 'Goed.' })).toMatch(/^404/);
    await hr.post(`${at.version}/advice-requests`);
    await dpo.post(`${at.version}/advices`, { advice: 'positive', reasons: 'Het doel is duidelijk.' });
    expect(await dpo.get(`${at.version}/advice`)).toMatchObject({ advice: 'positive', isAsked: true });
  });

  it('HR writes the request, and the director sends it', async () => {
    expect(await director.refused('POST', `${at.version}/consent-requests`, identity('director'))).toMatch(/^409 request\.unprepared/);
    const { groundsTouched } = await hr.get<{ groundsTouched: string[] }>(`${at.version}/consent-request-draft`);
    await hr.put(`${at.version}/consent-request-draft`, {
      intendedDecision: 'Wij willen vastleggen wanneer iemand inlogt.',
      reasons: 'Balie en telefoon moeten bezet zijn.',
      consequences: 'De planner ziet of er genoeg mensen zijn.',
      grounds: [...new Set(['k', 'l', ...groundsTouched])],
      evaluationOn: addDays(today(), 300),
    });
    expect(await director.refused('POST', `${at.version}/consent-requests`, { password: 'geraden' })).toBe(
      '422 input.unusable password: password.wrong',
    );
    const sent = await director.post<{ requestId: string }>(`${at.version}/consent-requests`, identity('director'));
    at.request = `/consent-requests/${sent.requestId}`;
  });

  it('they meet; the secretary writes it down and the director confirms it', async () => {
    const minutes = {
      heldOn: today(),
      presentCouncil: 'Voorzitter',
      presentEmployer: 'Bestuurder',
      minutes: 'De raad vroeg wie er kijkt.',
    };
    await secretary.post(`${at.request}/meetings`, minutes);
    const { meetings } = await director.get<{ meetings: { meetingId: string }[] }>(at.request);
    const confirmation = `${at.request}/meetings/${meetings[0]?.meetingId ?? ''}/confirmations`;
    expect(await chair.refused('POST', confirmation)).toBe('403 key.in-person key.in-person');
    await director.post(confirmation);
  });

  it('the chair records the decision by program; the secretary confirms it in person, never by program', async () => {
    const decision = {
      decision: 'granted',
      reasons: 'Het doel is duidelijk.',
      decidedOn: today(),
      votesFor: 7,
      votesAgainst: 1,
      votesAbstained: 1,
    };
    const made = await chair.post<{ decisionId: string }>(`${at.request}/decisions`, { ...decision, ...identity('chair') });
    const confirmation = `${at.request}/decisions/${made.decisionId}/confirmations`;
    expect(await secretary.refused('POST', confirmation, identity('secretary'))).toBe('403 key.in-person key.in-person');
    expect(await secretary.refused('POST', confirmation.replace('confirmations', 'rejections'), { reason: 'Nee toch.' })).toMatch(/^403/);
    const { decisions } = await director.get<{ decisions: unknown[] }>(at.request);
    expect(decisions).toEqual([]);
    const present = await house.visitor('secretary');
    const answer = await present.json(`/api/v1${confirmation}`, {
      method: 'POST',
      body: identity('secretary'),
      headers: { 'idempotency-key': 'de-secretaris-zelf' },
    });
    expect(answer.status).toBe(201);
    expect(contract.faultsOf('POST', `/api/v1${confirmation}`, 201, 'application/json', answer.body)).toEqual([]);
    expect(await director.get(at.request)).toMatchObject({ decisions: [{ isConfirmed: true, decision: 'granted' }] });
  });

  it('the director decides, and HR tells everybody', async () => {
    await director.post(`${at.version}/final-decisions`, {
      text: 'Wij voeren het in.',
      effectiveOn: addDays(today(), 14),
      ...identity('director'),
    });
    const draft = await hr.get<{ unmet: unknown[]; thirdPartiesAsked: boolean }>(`${at.version}/notice-draft`);
    expect(draft.unmet).toEqual([]);
    await hr.put(`${at.version}/notice-draft`, { texts: [{ language: 'nl', item: 'N16', text: 'Alleen het moment van inloggen.' }] });
    await hr.post(`${at.version}/notices`);
    await app.runJobs();
    const { sent } = await hr.get<{ sent: { noticeId: string }[] }>(`${at.version}/notice-draft`);
    const employee = await house.visitor('employee');
    expect((await employee.get(`/me/notices/${sent[0]?.noticeId ?? ''}`)).status).toBe(200);
  });

  it('IT switches it on when nothing is missing, and not before', async () => {
    const { versionId } = await it_.get<{ versionId: string }>(at.version);
    const early = await it_.send<{ missing: string[] }>('POST', `/tools/${at.tool}/activations`, { versionId });
    expect([early.status, early.body.missing.length > 0]).toEqual([409, true]);
    await house.passTime({ days: 15 });
    expect(await it_.get(`/tools/${at.tool}/gate`)).toMatchObject({ missing: [], state: 'open' });
    await it_.post(`/tools/${at.tool}/activations`, { versionId });
    expect(await it_.get(`/tools/${at.tool}/gate`)).toMatchObject({ state: 'active', activation: { versionId } });
  });

  it('an agent enrols with a code, and gets a lease', async () => {
    const { code } = await it_.post<{ code: string }>(`/tools/${at.tool}/enrolment-codes`, { device: 'LAPTOP-1' });
    const agent = new TestAgent(app.url, app.clock);
    expect((await agent.enrol(code)).status).toBe(201);
    const { settings } = await it_.get<{ settings: { name: string; value: string }[] }>(at.version);
    const sheet = Object.fromEntries(settings.map(({ name, value }) => [name, value]));
    app.clock.advance({ minutes: 1 });
    const leased = await agent.lease(house.staff.employee.id, { settings: sheet });
    expect([leased.status, leased.body.reasons?.map((reason) => reason.code)]).toEqual([201, undefined]);
    const path = `/api/v1/agents/${agent.agentId}/leases`;
    expect(contract.faultsOf('POST', path, leased.status, leased.headers.get('content-type') ?? '', leased.body)).toEqual([]);
    await director.post(`/tools/${at.tool}/stops`, { reason: 'Het klopt niet.' });
    app.clock.advance({ minutes: 1 });
    const over = await agent.lease(house.staff.employee.id, { settings: sheet });
    expect([over.status, over.body.reasons?.map((reason) => reason.code)]).toEqual([403, expect.arrayContaining(['tool.stopped'])]);
    expect(contract.faultsOf('POST', path, 403, over.headers.get('content-type') ?? '', over.body)).toEqual([]);
  });
});

describe('the doors of programs', () => {
  it('open to a key with the scope, in a role that may, and to nobody else', async () => {
    const reader = await program('hr', ['chain:read']);
    expect((await reader.send('GET', '/tools')).status).toBe(200);
    expect(await reader.refused('POST', '/tools', { name: 'x' })).toBe('403 key.scope key.scope');
    expect(await (await program('hr', ['decisions'])).refused('GET', '/tools')).toBe('403 key.scope key.scope');
    expect(await (await program('manager')).refused('GET', '/tools')).toMatch(/^404/);
    const nobody = new Program(app.url, `ck_${'x'.repeat(43)}`, contract);
    expect(await nobody.refused('GET', '/tools')).toBe('401 key.unknown');
    expect(await new Program(app.url, null, contract).refused('GET', '/tools')).toBe('401 key.missing');
    const cookie = (await house.visitor('hr')).cookieList().map(({ name, value }) => `${name}=${value}`);
    const both = await nobody.send('GET', '/tools', undefined, { cookie: cookie.join('; ') });
    expect(both.status).toBe(401);
  });

  it('keep a key out of the pages', async () => {
    const response = await fetch(`${app.url}/tools`, { headers: { authorization: `Bearer ${await keyOf('hr')}` }, redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/login?next=%2Ftools']);
  });

  it('give lists in pages, in a stable order', async () => {
    const hr = await program('hr');
    for (const name of ['Eerste', 'Tweede', 'Derde']) await hr.post('/tools', { name });
    const whole = await hr.get<{ items: { toolId: string }[]; totalItems: number }>('/tools?pageSize=100');
    const pages = await Promise.all(
      whole.items.map((_, at) => hr.get<{ items: { toolId: string }[] }>(`/tools?page=${at + 1}&pageSize=1`)),
    );
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
    expect(whole.totalItems).toBe(whole.items.length);
    for (const query of ['pageSize=101', 'page=0', 'page=x', 'other=1']) expect(await hr.refused('GET', `/tools?${query}`)).toMatch(/^422/);
  });

  it('do an act once for a key', async () => {
    const hr = await program('hr');
    const key = { 'idempotency-key': '"een-keer"' };
    const [once, again] = [
      await hr.send('POST', '/tools', { name: 'Eenmaal' }, key),
      await hr.send('POST', '/tools', { name: 'Eenmaal' }, key),
    ];
    expect([once.status, again.status, again.body]).toEqual([201, 201, once.body]);
    expect((await hr.send('POST', '/tools', { name: 'Andermaal' }, key)).status).toBe(422);
    expect((await hr.send('POST', '/tools', { name: 'Zonder' }, { 'idempotency-key': '' })).status).toBe(400);
    const { toolId } = once.body as { toolId: string };
    const advice = `/tools/${toolId}/versions/1/advice-requests`;
    for (const status of [409, 409]) expect((await hr.send('POST', advice, {}, { 'idempotency-key': 'nog-niet' })).status).toBe(status);
  });

  it('answer at the same instant only once', async () => {
    const officer = await program('privacyOfficer');
    const hr = await program('hr');
    const { toolId } = await hr.post<{ toolId: string }>('/tools', { name: 'Tegelijk' });
    const path = `/tools/${toolId}/versions/1/files`;
    const body = { kind: 'dpia', name: 'dpia.pdf', content: EMPTY_PDF };
    const sent = await Promise.all([1, 2, 3].map(() => officer.send('POST', path, body, { 'idempotency-key': 'tegelijk' })));
    expect(sent.map(({ status }) => status).filter((status) => status !== 409)).toContain(201);
    expect((await officer.get<{ files: unknown[] }>(`/tools/${toolId}/versions/1`)).files).toHaveLength(1);
  });

  it('say no to what is no JSON, to another field, and to what is too much', async () => {
    const hr = await program('hr');
    expect(await hr.refused('POST', '/tools', { name: 'x', surprise: 1 })).toBe('422 input.unusable surprise: field.whitelistValidation');
    expect((await hr.send('POST', '/tools', { name: 'x' }, { 'content-type': 'text/plain' })).status).toBe(415);
    const answers = Array.from({ length: 1001 }, () => ({ attribute: 'tool.vendor', value: 'x' }));
    const { toolId } = await hr.post<{ toolId: string }>('/tools', { name: 'Veel' });
    expect(await hr.refused('PATCH', `/tools/${toolId}/versions/1/answers`, { answers })).toMatch(/^422 .*answers: field.arrayMaxSize/);
    expect(await hr.refused('GET', '/tools/t_0000000000000000')).toMatch(/^404/);
    expect(await hr.refused('GET', `/tools/${toolId}/versions/x`)).toMatch(/^404/);
  });

  it('let a key ask so many times a minute, and say how long to wait; another key is not kept waiting', async () => {
    const [busy, calm] = [await keyOf('auditor'), await keyOf('it')];
    app.clock.advance({ minutes: 2 });
    const ask = (key: string) => fetch(`${app.url}/api/v1/tools/t_none/gate`, { headers: { authorization: `Bearer ${key}` } });
    const statuses: number[] = [];
    for (let batch = 0; batch < 61; batch += 1) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => ask(busy)));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 404)).toHaveLength(600);
    const last = await ask(busy);
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await last.json()) as unknown).toMatchObject({ code: 'rate.exceeded', retryAfter: 60 });
    expect((await ask(calm)).status).toBe(404);
    app.clock.advance({ minutes: 1 });
    expect((await ask(busy)).status).toBe(404);
  });
  it('take a translation of the notice beside exactly the Dutch that was read, and in no language that nobody reads', async () => {
    interface Translation {
      readonly state: string;
      readonly source: string;
      readonly texts: readonly { readonly place: string; readonly text: string | null }[];
    }
    await app.database.asOwner(`update organisation_facts set value = '["nl", "pl"]' where attribute = 'workforceLanguages'`);
    const [{ tool } = {}] = await app.database.asOwner(`select id as tool from tools where not is_platform limit 1`);
    const [hr, at] = [await program('hr'), `/tools/${String(tool)}/versions/1/notice-translations`];
    for (const none of ['nl', 'de', 'x']) expect((await hr.send('GET', `${at}/${none}`)).status).toBe(404);
    const read = await hr.get<Translation>(`${at}/pl`);
    expect(read).toMatchObject({ state: 'empty' });
    const [first] = read.texts;
    const texts = [{ place: first?.place, text: 'Po polsku' }];
    const stale = await hr.send('PUT', `${at}/pl`, { source: `sha-256:${'x'.repeat(43)}`, texts });
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'translation.source_changed' }]);
    const unknown = await hr.send('PUT', `${at}/pl`, { source: read.source, texts: [{ place: 'N99', text: 't' }] });
    expect([unknown.status, unknown.body]).toMatchObject([422, { reasons: [{ code: 'notice.no-such-place' }] }]);
    const saved = await hr.send<Translation>('PUT', `${at}/pl`, { source: read.source, texts });
    expect([saved.status, saved.body.state, saved.body.texts[0]?.text]).toEqual([200, 'incomplete', 'Po polsku']);
    const early = await hr.send('POST', `${at}/pl/readers`, { staffNumber: house.staff.employee.staffNumber });
    expect([early.status, early.body]).toMatchObject([409, { code: 'translation.not_whole' }]);
  });
  it('carry the version of the interface, and no trailing slash', async () => {
    const response = await fetch(`${app.url}/api/v1/openapi.json`);
    expect(response.headers.get('api-version')).toBe('1.0.0');
    expect((await fetch(`${app.url}/api/v1/tools/`)).status).toBe(404);
  });
});
