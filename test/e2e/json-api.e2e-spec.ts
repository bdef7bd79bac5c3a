import { addDays, dayOf } from '../../src/kernel/clock.js';
import { startOf } from '../../src/features/dashboards/domain/periods.js';
import type { Dashboard, Declarations } from '../../src/policy/index.js';
import { TestAgent } from '../support/agent.js';
import { appFor, type TestApp } from '../support/app.js';
import { LOGINS, PEOPLE, shareOf, totalOf } from '../support/given-declarations.js';
import { House } from '../support/given-dossiers.js';
import type { Staff } from '../support/given-people.js';
import { givenRollup } from '../support/given-rollups.js';
import { EMPTY_PDF, Program } from '../support/program.js';
import { answersFor, type Question } from '../support/program-answers.js';
import { Programs } from '../support/programs.js';

const SIGNED_IN = 'signed_in_share';
/** In the order of their codes. */
const dashboardsOf = (units: readonly string[]): readonly Dashboard[] => [
  totalOf(units),
  shareOf(units, { viewers: ['director', 'manager'] }),
];
interface Declared {
  readonly declarations: Declarations;
}

let app: TestApp;
let house: House;
let programs: Programs;
const today = (): string => dayOf(app.clock.now());
beforeAll(async () => {
  app = await appFor('json_api');
  house = await House.enter(app);
  programs = await Programs.of(app, house.staff);
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
    [hr, it_, officer] = [await programs.as('hr'), await programs.as('it'), await programs.as('privacyOfficer')];
    [dpo, director] = [await programs.as('dpo'), await programs.as('director')];
    [secretary, chair] = [await programs.as('secretary'), await programs.as('chair')];
    await app.database.asOwner(`update persons set device = 'LAPTOP-1' where id = $1`, [house.staff.employee.id]);
    app.clock.advance({ days: 2 });
  });

  it('HR puts it in, and each role answers what is its own', async () => {
    const started = await hr.post<{ toolId: string }>('/tools', { name: 'Aanmeldregistratie', starter: 'home-login' });
    at.tool = started.toolId;
    at.version = `/tools/${at.tool}/versions/1`;
    const { units } = await hr.get<{ units: { id: string }[] }>(`${at.version}/scope`);
    at.units = units.map(({ id }) => id);
    await hr.put(`${at.version}/scope`, { units: at.units });
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

  it('what is measured and how it is stopped is declared by its owners', async () => {
    const { answers } = await it_.get<{ answers: { attribute: string; value: string }[] }>(at.version);
    const category = answers.find(({ attribute }) => attribute === 'tool.dataCategories[].code')?.value ?? '';
    const metrics = [LOGINS, PEOPLE].map((metric) => ({ ...metric, category }));
    const own = await it_.put<Declared>(`${at.version}/metrics`, { metrics });
    expect(own.declarations.metrics).toEqual(metrics);
    expect(await it_.refused('PUT', `${at.version}/metrics`, { metrics: [{ ...LOGINS, category: 'no such' }] })).toBe(
      '422 input.unusable metrics.0.category: declared.category',
    );
    const grade = {
      enforcement: 'native',
      stopsHow: 'Zonder startbewijs meet het niet.',
      stopsWithinMinutes: 15,
      cannotStop: 'Een beheerder van de laptop.',
    };
    await it_.put(`${at.version}/stopping-grade`, { ...grade, evidence: 'Uitgeprobeerd op een testlaptop.', testedOn: '2026-03-02' });
  });

  it('what managers will see is declared by HR, and reads back the same', async () => {
    const dashboards = dashboardsOf(at.units);
    expect(await it_.refused('PUT', `${at.version}/dashboards`, { dashboards })).toMatch(/^404/);
    const put = await hr.put<Declared>(`${at.version}/dashboards`, { dashboards });
    const read = await it_.get<Declared>(at.version);
    expect([put.declarations.dashboards, read.declarations.dashboards]).toEqual([dashboards, dashboards]);
    expect(await hr.put(`${at.version}/individual-view`, {})).toMatchObject({ declarations: { individualView: null, dashboards } });
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
    expect(await director.refused('POST', `${at.version}/consent-requests`, programs.identity('director'))).toMatch(
      /^409 request\.unprepared/,
    );
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
    const sent = await director.post<{ requestId: string }>(`${at.version}/consent-requests`, programs.identity('director'));
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
    const made = await chair.post<{ decisionId: string }>(`${at.request}/decisions`, { ...decision, ...programs.identity('chair') });
    const confirmation = `${at.request}/decisions/${made.decisionId}/confirmations`;
    expect(await secretary.refused('POST', confirmation, programs.identity('secretary'))).toBe('403 key.in-person key.in-person');
    expect(await secretary.refused('POST', confirmation.replace('confirmations', 'rejections'), { reason: 'Nee toch.' })).toMatch(/^403/);
    const { decisions } = await director.get<{ decisions: unknown[] }>(at.request);
    expect(decisions).toEqual([]);
    const present = await house.visitor('secretary');
    const answer = await present.json(`/api/v1${confirmation}`, {
      method: 'POST',
      body: programs.identity('secretary'),
      headers: { 'idempotency-key': 'de-secretaris-zelf' },
    });
    expect(answer.status).toBe(201);
    expect(programs.contract.faultsOf('POST', `/api/v1${confirmation}`, 201, 'application/json', answer.body)).toEqual([]);
    expect(await director.get(at.request)).toMatchObject({ decisions: [{ isConfirmed: true, decision: 'granted' }] });
  });

  it('the director decides, and HR tells everybody', async () => {
    await director.post(`${at.version}/final-decisions`, {
      text: 'Wij voeren het in.',
      effectiveOn: addDays(today(), 14),
      ...programs.identity('director'),
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

  it('whoever the version names sees the dashboard that was declared, and nobody else', async () => {
    const { versionId } = await it_.get<{ versionId: string }>(at.version);
    const address = `/api/v1/tools/${at.tool}/dashboards/${SIGNED_IN}`;
    const seen = async (who: keyof Staff) => (await house.visitor(who)).json(address);
    const start = startOf('week', addDays(today(), 7));
    const counted = { toolId: at.tool, versionId, metric: PEOPLE.code, period: 'week' as const, start, people: 15 };
    await app.database.transactions.run((tx) => givenRollup(tx, { ...counted, unitId: at.units[0] ?? '' }));
    await house.passTime({ days: 14 });
    const { status, body } = await seen('director');
    expect(programs.contract.faultsOf('GET', address, status, 'application/json', body)).toEqual([]);
    const { titleNl: title, questionNl: question, smallestGroup } = shareOf([]);
    const figures = [{ state: 'shown', size: { from: 20, below: 30 }, figure: { kind: 'share', percent: 75, edge: null }, text: '75 %' }];
    const said = { toolId: at.tool, dashboard: SIGNED_IN, title, question, period: 'week', smallestGroup, closed: null, conditions: [] };
    expect(body).toEqual({ ...said, periods: [start], groups: [{ code: 'group_1', title: 'Groep 1', figures }] });
    expect((await seen('hr')).status).toBe(404);
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
    expect(programs.contract.faultsOf('POST', path, leased.status, leased.headers.get('content-type') ?? '', leased.body)).toEqual([]);
    await director.post(`/tools/${at.tool}/stops`, { reason: 'Het klopt niet.' });
    app.clock.advance({ minutes: 1 });
    const over = await agent.lease(house.staff.employee.id, { settings: sheet });
    expect([over.status, over.body.reasons?.map((reason) => reason.code)]).toEqual([403, expect.arrayContaining(['tool.stopped'])]);
    expect(programs.contract.faultsOf('POST', path, 403, over.headers.get('content-type') ?? '', over.body)).toEqual([]);
  });
});
