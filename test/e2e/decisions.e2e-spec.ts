import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { DecisionLane } from '../../src/features/decisions/index.js';
import { DevicesService } from '../../src/features/agents/devices.service.js';
import { EnrolmentService } from '../../src/features/agents/index.js';
import { GateService, StopService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { TestAgent } from '../support/agent.js';
import { appFor, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { APPROVED, givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { shareOf } from '../support/given-declarations.js';
import { givenMeasuringTool } from '../support/given-measurements.js';
import { actorOf, givenPerson, type GivenPerson, givenStaff, givenUnit, type Staff } from '../support/given-people.js';
import { givenDecisionKey, Pep, type PepAnswer } from '../support/pep.js';

/** Interfaces 4.1 line by line: OpenID AuthZEN Authorization API 1.0 over HTTP. */
let app: TestApp;
let staff: Staff;
let running: Version;
let draft: Version;
let activationId: string;
let agent: TestAgent;
let pep: Pep;
let open: Record<string, unknown>;
let closed: Record<string, unknown>;

beforeAll(async () => {
  app = await appFor('decisions_e2e', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  await switchOn(await given('Countersign', true));
  running = await given('Aanmeldregistratie');
  draft = await given('Schermopnamen', false, false);
  ({ activationId } = await switchOn(running));
  agent = await enrolled(running);
  pep = new Pep(app.url, await givenDecisionKey(app, staff.it));
  const subject = { type: 'agent', id: agent.agentId };
  const action = { name: 'collect' };
  open = { subject, action, resource: { type: 'activation', id: activationId } };
  closed = { subject: { type: 'person', id: staff.employee.id }, action, resource: { type: 'tool', id: draft.toolId } };
}, 60_000);
afterAll(() => app.close());

const given = (name: string, isPlatform = false, whole = true): Promise<Version> =>
  app.database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform, name });
    if (!whole) return made;
    await givenChain(tx, made, staff);
    await tx.query(
      `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at)
       values ($1, 'purposes[].balancingTest.signedBy', 'attendance', '"bestuurder"', $2, 'director', $3)
       on conflict (version_id, attribute, item) do update set value = excluded.value`,
      [made.id, staff.director.id, app.clock.now()],
    );
    return made;
  });
const switchOn = ({ toolId, number }: Version) =>
  app.running.app.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());

const enrolled = async ({ toolId }: Version): Promise<TestAgent> => {
  const made = new TestAgent(app.url, app.clock);
  const { code } = await app.running.app
    .get(EnrolmentService, { strict: false })
    .createCode(actorOf(staff.it), { toolId, device: 'LAPTOP-1' });
  await made.enrol(code);
  await app.running.app.get(DevicesService, { strict: false }).confirm(actorOf(staff.employee), staff.employee.id, made.agentId);
  expect((await made.lease(staff.employee.id, { settings: APPROVED })).status).toBe(201);
  return made;
};
const codesOf = async (question: unknown): Promise<readonly string[]> =>
  (await pep.ask('evaluation', question)).body.context?.reasons?.map(({ code }) => code) ?? [];
const NOT_COVERED = '{"decision":false,"context":{"reason":"not_covered","reasons":[{"code":"not_covered"}]}}';
const textAbout = async (id: string): Promise<string> => (await pep.ask('evaluation', { ...open, subject: { type: 'person', id } })).text;
const PATHS = ['evaluation', 'evaluations', 'search/subject', 'search/resource', 'search/action'];

describe('one evaluation', () => {
  it('permits what is on, as JSON with status 200 and nothing more', async () => {
    const answer = await pep.ask('evaluation', open);
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([
      200,
      '{"decision":true}',
      'application/json; charset=utf-8',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('denies what is not, with every reason and the steps that lack, and status 200', async () => {
    const { status, body } = await pep.ask('evaluation', closed);
    expect([status, body.decision, body.context?.reason]).toEqual([200, false, 'missing_prerequisite']);
    expect(body.context?.missing).toEqual(
      expect.arrayContaining(['dpo_advice', 'council_consent', 'employer_decision', 'notices_delivered']),
    );
    expect(body.context?.reasons?.map(({ code }) => code)).toEqual([
      ...body.context!.missing!.map(() => 'requirement.missing'),
      'tool.not_activated',
    ]);
  });

  it('gives the same answer to the same question, and none of it comes from the question', async () => {
    const claims = { consent: true, council_consent: 'yes', decision: true, missing: [], version: '9.9' };
    const dressed = {
      subject: { ...(closed['subject'] as object), properties: claims },
      action: { name: 'collect', properties: claims },
      resource: { ...(closed['resource'] as object), properties: claims },
      context: { ...claims, time: '2030-01-01T00:00:00Z' },
      extra: { deep: [claims] },
    };
    expect((await pep.ask('evaluation', dressed)).text).toBe((await pep.ask('evaluation', closed)).text);
    expect((await pep.ask('evaluation', { ...open, context: { decision: false }, more: 1 })).text).toBe('{"decision":true}');
  });

  it('refuses to collect what the version does not hold: a hint can only narrow', async () => {
    const measure = (name: string) => codesOf({ ...open, action: { name: 'collect', properties: { measure: name } } });
    expect(await measure('login_time')).toEqual([]);
    expect(await measure('active_window_title')).toEqual(['scope.exceeded']);
  });

  it.each<[string, () => Record<string, unknown>, string]>([
    ['an agent that nobody enrolled', () => ({ ...open, subject: { type: 'agent', id: 'a_nobody' } }), 'agent.unknown'],
    ['a resource that is not there', () => ({ ...open, resource: { type: 'activation', id: 'act_51Kd' } }), 'resource.unknown'],
    ['a type that means nothing here', () => ({ ...open, subject: { type: 'user', id: 'alice' } }), 'question.not_meant'],
    ['an action that means nothing here', () => ({ ...open, action: { name: 'can_read' } }), 'question.not_meant'],
    ['an agent that would switch on', () => ({ ...open, action: { name: 'activate' } }), 'question.not_meant'],
    [
      'a dashboard that is not there',
      () => ({
        subject: { type: 'person', id: staff.manager.id },
        action: { name: 'view' },
        resource: { type: 'dashboard', id: `${running.toolId}:x` },
      }),
      'resource.unknown',
    ],
  ])('denies %s', async (_what, question, code) => expect(await codesOf(question())).toEqual([code]));
});

describe('a person', () => {
  const about = (id: string) => codesOf({ ...open, subject: { type: 'person', id } });
  it('may be measured, or not: nobody learns which reason it was, nor whether there is such a person', async () => {
    expect(await about(staff.employee.id)).toEqual([]);
    expect(await textAbout('p_nobody')).toBe(NOT_COVERED);
  });

  it('of IT may switch on what is open, and nobody else', async () => {
    const ready = await given('Deurpassen');
    const ask = (id: string) =>
      codesOf({ subject: { type: 'person', id }, action: { name: 'activate' }, resource: { type: 'tool', id: ready.toolId } });
    expect(await ask(staff.it.id)).toEqual([]);
    expect(await ask(staff.hr.id)).toEqual(['person.not_permitted']);
    expect(await ask('p_nobody')).toEqual(['person.not_permitted']);
    await switchOn(ready);
    await eventually(async () => expect(await ask(staff.it.id)).toEqual(['tool.active']));
  });
});

describe('several evaluations', () => {
  const ask = async (body: unknown) => (await pep.ask('evaluations', body)).body;
  const decisions = async (body: unknown) => (await ask(body)).evaluations?.map(({ decision }) => decision);
  const items = () => [open, closed, open];

  it('are answered in their order, each with its reasons', async () => {
    const { evaluations, decision } = await ask({ evaluations: items() });
    expect(evaluations?.map((one) => [one.decision, one.context?.reason])).toEqual([
      [true, undefined],
      [false, 'missing_prerequisite'],
      [true, undefined],
    ]);
    expect(decision).toBeUndefined();
    expect(await decisions({ evaluations: items(), options: { evaluations_semantic: 'execute_all', other: 1 } })).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('end at the first deny, or at the first permit, and answer with what came before it', async () => {
    const first = (semantic: string, evaluations: unknown) => decisions({ evaluations, options: { evaluations_semantic: semantic } });
    expect(await first('deny_on_first_deny', items())).toEqual([true, false]);
    expect(await first('deny_on_first_deny', [open, open])).toEqual([true, true]);
    expect(await first('permit_on_first_permit', [closed, open, closed])).toEqual([false, true]);
    expect(await first('permit_on_first_permit', [closed, closed])).toEqual([false, false]);
  });

  it('take what an item leaves out from the top, as a whole', async () => {
    const { resource, ...rest } = open;
    expect(
      await decisions({
        ...rest,
        evaluations: [{ resource }, { resource: closed['resource'] }, { resource, subject: { type: 'agent', id: 'a_other' } }],
      }),
    ).toEqual([true, false, false]);
    const merged = await ask({ ...open, evaluations: [{ subject: { type: 'agent' } }] });
    expect(merged.evaluations?.[0]?.context?.error?.status).toBe(400);
  });

  it('deny an item that lacks something, and answer the others', async () => {
    const { body, status } = await pep.ask('evaluations', { evaluations: [open, { subject: open['subject'] }, open] });
    expect([status, body.evaluations?.map(({ decision }) => decision)]).toEqual([200, [true, false, true]]);
    expect(body.evaluations?.[1]?.context?.error).toEqual({ status: 400, message: 'action: field.isDefined' });
  });

  it.each([
    ['none', {}],
    ['an empty list', { evaluations: [] }],
  ])('with %s are one evaluation', async (_what, more) => {
    expect((await pep.ask('evaluations', { ...open, ...more })).text).toBe('{"decision":true}');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['that are no list', { evaluations: {} }, 'evaluations'],
    ['of which one is no object', { evaluations: [5] }, 'evaluations.0'],
    ['with another semantic', { evaluations: [{}], options: { evaluations_semantic: 'any' } }, 'options.evaluations_semantic'],
    ['with options that are no object', { evaluations: [{}], options: 1 }, 'options'],
    ['with a default of the wrong type', { evaluations: [{}], subject: 'x' }, 'subject'],
    ['of which there are more than 1,000', { evaluations: Array.from({ length: 1001 }, () => ({})) }, 'evaluations'],
  ])('%s are refused, naming it', async (_what, body, field) => {
    const answer = await pep.ask('evaluations', body);
    expect([answer.status, answer.body.reasons?.map((reason) => reason.field)]).toEqual([400, [field]]);
  });
});

describe('a search', () => {
  const found = async (path: string, body: unknown) => (await pep.ask(`search/${path}`, body)).body;
  it('finds the agents that may collect, and ignores an id', async () => {
    const searched = { ...open, subject: { type: 'agent' } };
    expect(await found('subject', searched)).toEqual({ results: [{ type: 'agent', id: agent.agentId }], page: { next_token: '' } });
    expect(await found('subject', { ...searched, subject: { type: 'agent', id: 'ignored' } })).toEqual(await found('subject', searched));
  });

  it('finds the activations and the tools that an agent may collect for', async () => {
    expect((await found('resource', { ...open, resource: { type: 'activation' } })).results).toEqual([
      { type: 'activation', id: activationId },
    ]);
    expect((await found('resource', { ...open, resource: { type: 'tool' } })).results).toEqual([{ type: 'tool', id: running.toolId }]);
  });

  it('finds what a subject may do', async () => {
    const { subject, resource } = open;
    expect(await found('action', { subject, resource })).toEqual({ results: [{ name: 'collect' }], page: { next_token: '' } });
    expect((await found('action', { subject: closed['subject'], resource: closed['resource'] })).results).toEqual([]);
    const none = await found('action', { subject, resource, page: { limit: 0 } });
    expect([none.results, none.page?.next_token]).toEqual([[], expect.stringMatching(/./)]);
    expect((await found('action', { subject, resource, page: { token: none.page?.next_token } })).results).toEqual([]);
    expect((await found('action', { subject, resource, page: { limit: 1 } })).results).toEqual([{ name: 'collect' }]);
  });

  it('finds who may switch a tool on, and hands out no list of who is measured', async () => {
    const ready = await given('Kassaregistratie');
    const asked = { subject: { type: 'person' }, action: { name: 'activate' }, resource: { type: 'tool', id: ready.toolId } };
    expect((await found('subject', asked)).results).toEqual([{ type: 'person', id: staff.it.id }]);
    expect((await found('subject', { ...open, subject: { type: 'person' } })).results).toEqual([]);
  });

  it('goes page by page, in one order, to the end', async () => {
    const second = await enrolled(running);
    const all = [agent.agentId, second.agentId].sort();
    const page = async (token?: string) =>
      found('subject', { ...open, subject: { type: 'agent' }, page: { limit: 1, ...(token === undefined ? {} : { token }) } });
    const first = await page();
    const last = await page(first.page?.next_token);
    expect([first, last].flatMap(({ results }) => results?.map(({ id }) => id))).toEqual(all);
    expect([first.page?.next_token === '', last.page?.next_token]).toEqual([false, '']);
    const goesOn = (change: Record<string, unknown>, limit = {}) =>
      pep.ask('search/subject', { ...open, subject: { type: 'agent' }, page: { token: first.page?.next_token, ...limit }, ...change });
    const answers = [goesOn({}), goesOn({}, { limit: 2 }), goesOn({ context: { time: 'x' } }), goesOn({ action: { name: 'view' } })];
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 400, 400, 400]);
    const none = await found('subject', { ...open, subject: { type: 'agent' }, page: { limit: 0 } });
    expect([none.results, none.page?.next_token === '']).toEqual([[], false]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['subject', { subject: { type: 'user' } }],
    ['subject', { resource: { type: 'activation', id: 'act_none' } }],
    ['resource', { resource: { type: 'account' } }],
    ['resource', { action: { name: 'can_read' } }],
    ['action', { resource: { type: 'account', id: '1' } }],
  ])('by %s finds nothing for what it does not know', async (path, change) => {
    const { status, body } = await pep.ask(`search/${path}`, { ...open, ...change });
    expect([status, body]).toEqual([200, { results: [], page: { next_token: '' } }]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a page of the wrong type', { page: 1 }, 'page'],
    ['a limit that is no number', { page: { limit: 'x' } }, 'page.limit'],
    ['a limit below nothing', { page: { limit: -1 } }, 'page.limit'],
    ['a token that was not given', { page: { token: 'zzz' } }, 'page.token'],
    ['a subject without a type', { subject: {} }, 'subject.type'],
  ])('refuses %s', async (_what, change, field) => {
    const answer = await pep.ask('search/subject', { ...open, ...change });
    expect([answer.status, answer.body.reasons?.[0]?.field]).toEqual([400, field]);
  });
});

describe('errors', () => {
  it.each(PATHS)('%s: 401 without a key or with another, and says how to ask', async (path) => {
    for (const key of [null, 'ck_wrong', 'x']) {
      const { status, headers, body } = await new Pep(app.url, key).ask(path, open);
      expect([status, headers.get('www-authenticate'), headers.get('content-type'), body.status]).toEqual([
        401,
        'Bearer',
        'application/problem+json; charset=utf-8',
        401,
      ]);
    }
  });

  it.each(PATHS)('%s: 403 for a key without the scope, or of another role than IT', async (path) => {
    const [scopeless, hr] = await (made ??= keysThatMayNot());
    expect((await new Pep(app.url, scopeless!).ask(path, open)).body.code).toBe('key.scope');
    const { status, body } = await new Pep(app.url, hr!).ask(path, open);
    expect([status, body.code]).toEqual([403, 'decisions.role']);
  });

  it.each(PATHS)('%s: 400 for another type of content, no content, no JSON and JSON that means two things', async (path) => {
    const text = JSON.stringify(open);
    const statuses = await Promise.all([
      pep.send(path, text, { 'content-type': 'text/plain' }),
      pep.send(path, text, {}),
      pep.send(path, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      pep.send(path, undefined, { 'content-type': 'application/json' }),
      pep.send(path, undefined, {}),
      ...['', '{', '[]', '"x"', '5', 'null', text.replace('{', '{"subject":1,'), `{"a":${'['.repeat(33)}${']'.repeat(33)}}`].map((body) =>
        pep.ask(path, body),
      ),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual(statuses.map(() => 400));
    expect((await pep.ask(path, `{"x":"${'y'.repeat(1_100_000)}"}`)).status).toBe(400);
    expect((await pep.send(path, text, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  });

  it.each(PATHS)('%s: 400 for bytes that are no UTF-8, 405 for another method, and says which', async (path) => {
    const url = `${app.url}/access/v1/${path}`;
    const key = await (made ??= keysThatMayNot());
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key[0]}` };
    const bytes = Buffer.from(JSON.stringify({ ...open, more: '*' })).map((byte) => (byte === 42 ? 0xff : byte));
    expect((await fetch(url, { method: 'POST', headers, body: bytes })).status).toBe(400);
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await fetch(url, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  it('ids that nothing here could have are unknown, and nobody else notices', async () => {
    const strange = ['t\0', 't x', '\ud800', 'é', 'x'.repeat(100_000), ''];
    for (const id of strange) {
      expect(await codesOf({ ...open, resource: { type: 'tool', id } })).toEqual(['resource.unknown']);
      expect(await codesOf({ ...open, subject: { type: 'person', id } })).toEqual(['not_covered']);
      expect(await codesOf({ ...open, subject: { type: 'agent', id } })).toEqual(['agent.unknown']);
      const searched = await pep.ask('search/subject', { ...open, subject: { type: 'agent' }, resource: { type: 'tool', id } });
      expect([searched.status, searched.body.results]).toEqual([200, []]);
    }
  });

  it.each(PATHS)('%s: gives back the id that a request came with, right or wrong', async (path) => {
    const id = 'bfe9eb29-ab87-4ca3-be83-a1d5d8305716 (any text)';
    for (const asked of [
      pep.ask(path, open, { 'x-request-id': id }),
      pep.ask(path, '{', { 'x-request-id': id }),
      new Pep(app.url, null).ask(path, open, { 'x-request-id': id }),
    ])
      expect((await asked).headers.get('x-request-id')).toBe(id);
  });

  const keysThatMayNot = (): Promise<readonly string[]> =>
    Promise.all([givenDecisionKey(app, staff.it, 'it_admin', 'chain:read'), givenDecisionKey(app, staff.hr, 'hr_registrar')]);
  let made: Promise<readonly string[]> | undefined;
});

describe('the metadata', () => {
  it('names this server and every endpoint, and each answers there', async () => {
    const answer = await fetch(`${app.url}/.well-known/authzen-configuration`);
    const metadata = (await answer.json()) as Record<string, string>;
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect((await fetch(answer.url, { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD');
    const { policy_decision_point: point, ...endpoints } = metadata;
    expect(point).toBe(app.url);
    expect(Object.keys(endpoints).sort()).toEqual([
      'access_evaluation_endpoint',
      'access_evaluations_endpoint',
      'search_action_endpoint',
      'search_resource_endpoint',
      'search_subject_endpoint',
    ]);
    for (const endpoint of Object.values(endpoints))
      expect((await pep.ask(endpoint.replace(`${app.url}/access/v1/`, ''), open)).status).toBe(200);
  });
});

describe('a dashboard', () => {
  it('may be looked at by whom the version names, a manager only with people of their own, and by nobody when it is none', async () => {
    const watched = await app.database.transactions.run(async (tx) => {
      const units = [staff.employee.unitId];
      const dashboards = [shareOf(units, { metric: 'present', viewers: ['manager'] })];
      const made = await givenMeasuringTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: units, name: 'Aanwezigheid', dashboards });
      await givenChain(tx, made, staff);
      return made;
    });
    const board = { type: 'dashboard', id: `${watched.toolId}:signed_in_share` };
    const codes = (person: GivenPerson, resource = board) =>
      codesOf({ subject: { type: 'person', id: person.id }, action: { name: 'view' }, resource });
    expect(await codes(staff.manager)).toContain('tool.not_activated');
    await switchOn(watched);
    await eventually(async () => expect(await codes(staff.manager)).toEqual([]));
    const seen = { subject: { type: 'person', id: staff.manager.id }, action: { name: 'view' }, resource: board };
    expect((await pep.ask('evaluation', seen)).text).toBe('{"decision":true}');
    for (const watching of [staff.dpo, staff.member]) expect(await codes(watching)).toEqual([]);
    const other = await app.database.transactions.run((tx) => givenPerson(tx, { roles: ['manager'] }));
    for (const person of [other, staff.director, staff.employee]) expect(await codes(person)).toEqual(['person.not_permitted']);
    const [elsewhere, below] = await app.database.transactions.run(async (tx) => {
      const unit = await givenUnit(tx, 'Archief');
      const between = await givenPerson(tx, { unitId: unit, managerId: other.id });
      return [unit, await givenPerson(tx, { unitId: staff.employee.unitId, managerId: between.id })];
    });
    await app.database.asOwner('update persons set manager_id = manager_id, device = $2 where id = $1', [below.id, 'LAPTOP-M']);
    await eventually(async () => expect(await codes(other)).toEqual([]));
    await app.database.asOwner('update persons set unit_id = $2 where id = $1', [below.id, elsewhere]);
    await eventually(async () => expect(await codes(other)).toEqual(['person.not_permitted']));
    expect(await codes(staff.manager, { ...board, id: `${watched.toolId}:none` })).toEqual(['resource.unknown']);
    await app.running.app.get(StopService).stop(actorOf(staff.hr), watched.toolId, { reason: 'Genoeg', key: randomUUID() });
    await eventually(async () => expect(await codes(staff.manager)).toContain('tool.stopped'));
  });
});

describe('what cannot be known', () => {
  it('is no, with status 200 and `state.unknown`, as long as changes are not heard; then it is known again', async () => {
    const [{ name } = {}] = await app.database.asOwner('select quote_ident(current_database()) as name');
    const limit = (most: number) => app.database.asOwner(`alter database ${String(name)} connection limit ${most}`);
    expect((await pep.ask('evaluation', open)).text).toBe('{"decision":true}');
    await limit(1);
    await app.database.asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'select pg_notify%' and pid <> pg_backend_pid()`,
    );
    try {
      await eventually(async () => {
        const { status, body } = await pep.ask('evaluation', open);
        expect([status, body.decision, body.context?.reason]).toEqual([200, false, 'state.unknown']);
        expect(body.context?.reasons?.map(({ code }) => code)).toEqual(['state.unknown']);
      });
    } finally {
      await limit(-1);
    }
    await eventually(async () => expect((await pep.ask('evaluation', open)).text).toBe('{"decision":true}'));
  });
});

describe('what changes', () => {
  it('is known to the next question: an objection, a stop', async () => {
    expect([await codesOf(open), await textAbout(staff.employee.id)]).toEqual([[], '{"decision":true}']);
    await app.database.asOwner(
      `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ('o_1', $1, $2, 'x', 'OBJ-1', now(), '2026-03-20')`,
      [running.toolId, staff.employee.id],
    );
    await eventually(async () => expect(await textAbout(staff.employee.id)).toBe(NOT_COVERED));
    expect(await codesOf(open)).toEqual(['not_covered']);
    await app.running.app.get(StopService).stop(actorOf(staff.hr), running.toolId, { reason: 'Genoeg', key: randomUUID() });
    await eventually(async () => expect(await codesOf(open)).toEqual(['tool.not_activated', 'tool.stopped']));
  });
});

describe('an answer from memory', () => {
  it('past the framework has the headers and bytes of the handler’s own', async () => {
    const lane = app.running.app.get(DecisionLane, { strict: false });
    const answered = jest.spyOn(lane, 'answer');
    const fast = () => answered.mock.results.filter(({ value }) => value !== null).length;
    const own = (answer: PepAnswer) => [answer.text, [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name))];
    await pep.ask('evaluation', closed);
    const before = fast();
    const one = own(await pep.ask('evaluation', closed, { 'x-request-id': 'same' }));
    expect(fast()).toBe(before + 1);
    const through = own(await pep.ask('evaluation', { ...closed, padding: 'x'.repeat(70_000) }, { 'x-request-id': 'same' }));
    expect(fast()).toBe(before + 1);
    expect(one).toEqual(through);
    answered.mockRestore();
  });
});
