import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { OfficersService } from '../../src/features/people/officers.service.js';
import { OrganisationService } from '../../src/features/people/organisation.service.js';
import { RegisterService } from '../../src/features/people/register.service.js';
import { RolesService } from '../../src/features/people/roles.service.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { appFor, type TestApp } from '../support/app.js';
import { type GivenDossier, House } from '../support/given-dossiers.js';
import { actorOf, identityAt, type Staff, totpAt, PASSWORD } from '../support/given-people.js';
import type { Answer, Visitor } from '../support/visitor.js';

jest.setTimeout(120_000);

let app: TestApp;
let house: House;

const codes = (body: unknown): readonly string[] => ((body as { reasons?: { code: string }[] }).reasons ?? []).map(({ code }) => code);
/** The same act by form and by API. */
const activate = async (it_: Visitor, toolId: string): Promise<{ form: Answer; api: readonly string[] }> => {
  const path = `/tools/${toolId}/versions/1/activate`;
  const page = await it_.get('/');
  const csrf = /name="_csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
  const headers = { 'idempotency-key': randomUUID(), 'x-csrf-token': csrf };
  const versionId = (await house.gate(toolId)).version.id;
  const form = await it_.post(path, { _idempotency: newId('i') }, path);
  const { body } = await it_.json(`/api/v1/tools/${toolId}/activations`, { method: 'POST', headers, body: { versionId } });
  return { form, api: codes(body) };
};
const stateOf = async ({ toolId }: GivenDossier): Promise<string> => (await house.gate(toolId)).state;
const causeOf = async ({ toolId }: GivenDossier): Promise<string | undefined> => (await house.gate(toolId)).suspension?.cause;
const mailed = async (who: keyof Staff): Promise<readonly string[]> =>
  (await app.mails()).filter(({ to }) => to?.some(({ address }) => address === house.staff[who].email)).map(({ subject }) => subject ?? '');
const suspensionsTold = async (): Promise<number> => (await mailed('member')).filter((subject) => subject.startsWith('Opgeschort:')).length;
/** The sequencer runs each second by itself: entries that it has still to number. */
const unnumbered = async (): Promise<boolean> =>
  (
    await app.database.asOwner(
      'select 1 from evidence_entries e where not exists (select from evidence_sequence s where s.entry_id = e.id)',
    )
  ).length > 0;
const act = (who: keyof Staff, role?: Parameters<typeof actorOf>[1]) => actorOf(house.staff[who], role);
const press = () => {
  app.clock.advance({ minutes: 1 });
  return identityAt(app.clock.now());
};

describe('before Countersign itself is active as a dossier', () => {
  let platform: GivenDossier;
  let tool: GivenDossier;
  let it_: Visitor;
  beforeAll(async () => {
    app = await appFor('platform');
    house = await House.enter(app);
    tool = await house.tool({ until: 'read' });
    platform = await house.tool({ isPlatform: true, until: 'read' });
    await house.passTime({ days: 15 });
    it_ = await house.visitor('it');
  }, 120_000);
  afterAll(() => app.close());

  it('the whole chain works, and only the activation answers platform.not_active', async () => {
    const gate = await house.gate(tool.toolId);
    expect([gate.missing, gate.open]).toEqual([[], true]);
    const refused = await activate(it_, tool.toolId);
    expect(refused.api).toEqual(['platform.not_active']);
    expect(refused.form.status).toBe(409);
    expect(refused.form.html).toContain('Countersign zelf is nog niet actief');
    expect(await stateOf(tool)).toBe('open');
    expect((await it_.get(`/tools/${tool.toolId}`)).html).toContain('Countersign zelf is nog niet actief als dossier.');
  });

  it('read receipts per unit, who looked and dashboards stay off', async () => {
    const hr = await house.visitor('hr');
    const notice = await hr.get(`/notices/${await house.idOf('notices', tool.toolId)}`);
    expect(notice.html).toContain('Deze cijfers staan uit.');
    expect(notice.html).not.toContain('per afdeling');
    const manager = await house.visitor('manager');
    expect((await manager.get('/dashboards')).html).toContain(
      'De overzichten zijn dicht. Countersign zelf is nog niet actief als dossier.',
    );
  });

  it('sign-in and evidence work', async () => {
    await app.runJobs();
    while (await unnumbered()) await setTimeout(50);
    const rows = await app.database.asOwner(
      `select count(*)::int as n, min(s.index)::int as first, max(s.index)::int as last from evidence_entries e left join evidence_sequence s on s.entry_id = e.id`,
    );
    expect(Number(rows[0]?.['n'])).toBeGreaterThan(20);
    expect(Number(rows[0]?.['last']) - Number(rows[0]?.['first']) + 1).toBe(rows[0]?.['n']);
  });

  it('its own dossier is activated as any other, and then the rest can follow', async () => {
    expect((await activate(it_, platform.toolId)).form.html).toContain('Aangezet, kenmerk');
    expect(await stateOf(platform)).toBe('active');
    const hr = await house.visitor('hr');
    expect((await hr.get(`/notices/${await house.idOf('notices', tool.toolId)}`)).html).not.toContain('Deze cijfers staan uit.');
    const manager = await house.visitor('manager');
    expect((await manager.get('/dashboards')).html).not.toContain('De overzichten zijn dicht.');
    expect((await activate(it_, tool.toolId)).form.html).toContain('Aangezet, kenmerk');
    expect(await stateOf(tool)).toBe('active');
  });

  it('while it is stopped nothing new goes on, what runs goes on, and everyone can stop it', async () => {
    const next = await house.tool({ until: 'read' });
    await house.passTime({ days: 15 });
    const dpo = await house.visitor('dpo');
    expect((await dpo.post(`/tools/${platform.toolId}/stop`, {}, `/tools/${platform.toolId}/stop`)).html).toContain('Gestopt, kenmerk');
    expect((await activate(await house.visitor('it'), next.toolId)).api).toEqual(['platform.not_active']);
    await house.passTime({ hours: 1 });
    expect([await stateOf(tool), await stateOf(next)]).toEqual(['active', 'open']);
    const manager = await house.visitor('manager');
    expect((await manager.get('/dashboards')).html).toContain('De overzichten zijn dicht.');
    const chair = await house.visitor('chair');
    const stopped = await chair.post(`/tools/${tool.toolId}/stop`, {}, `/tools/${tool.toolId}/stop`);
    expect(stopped.html).toContain('Brief aan de bestuurder');
    expect(await stateOf(tool)).toBe('stopped');
  });

  it.each(['hr', 'director', 'it', 'dpo', 'chair', 'secretary'] as const)('%s can stop a tool at once', async (who) => {
    const visitor = await house.visitor(who);
    const answer = await visitor.post(`/tools/${tool.toolId}/stop`, { reason: 'Het klopt niet.' }, `/tools/${tool.toolId}/stop`);
    expect([answer.status, /Gestopt, kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}/.test(answer.html)]).toEqual([200, true]);
  });

  it.each(['employee', 'manager', 'member', 'privacyOfficer', 'auditor', 'orgAdmin'] as const)('%s cannot', async (who) => {
    const visitor = await house.visitor(who);
    expect((await visitor.post(`/tools/${tool.toolId}/stop`, {}, '/')).status).toBeGreaterThanOrEqual(403);
  });
});

describe('a tool that runs', () => {
  let tool: GivenDossier;
  const fresh = async (): Promise<GivenDossier> => {
    const made = await house.tool();
    expect(await stateOf(made)).toBe('active');
    return made;
  };
  const organisation = () => app.running.app.get(OrganisationService);
  beforeAll(async () => {
    app = await appFor('platform running');
    house = await House.enter(app);
    await house.tool({ isPlatform: true });
    tool = await fresh();
  }, 120_000);
  afterAll(() => app.close());

  it('goes on when a fact changes that no requirement rests on', async () => {
    await organisation().answer(act('hr'), 'headcount', { value: 260, document: null });
    expect(await stateOf(tool)).toBe('active');
  });

  it('is suspended in the same act that ends the council, with a mail to its members', async () => {
    const officers = app.running.app.get(OfficersService);
    expect(await officers.endCouncil(act('chair'), press())).toBe('asked');
    expect(await stateOf(tool)).toBe('active');
    const director = await house.visitor('director');
    expect(await officers.endCouncil(act('secretary'), press())).toBe('ended');
    expect([await stateOf(tool), await causeOf(tool)]).toEqual(['suspended', 'gate_closed']);
    expect((await director.get(`/tools/${tool.toolId}`)).html).toContain('Dit volgsysteem is opgeschort');
    await app.runJobs();
    expect((await mailed('director')).filter((subject) => subject.startsWith('Opgeschort:'))).not.toEqual([]);
    expect((await mailed('member')).filter((subject) => subject.startsWith('Opgeschort:'))).not.toEqual([]);
  });
});

describe('what else ends a consent', () => {
  beforeAll(async () => {
    app = await appFor('platform ends');
    house = await House.enter(app);
    await house.tool({ isPlatform: true });
  }, 120_000);
  afterAll(() => app.close());

  it('the day on which it expires, by the sweep', async () => {
    const expiresOn = addDays(dayOf(app.clock.now()), 40);
    const [ends, stays] = [await house.tool({ expiresOn }), await house.tool()];
    app.clock.set(`${addDays(expiresOn, -1)}T12:00:00Z`);
    await house.passTime();
    const told = await suspensionsTold();
    expect([await stateOf(ends), await stateOf(stays)]).toEqual(['active', 'active']);
    app.clock.set(`${addDays(expiresOn, 1)}T06:00:00Z`);
    await house.passTime();
    expect([await stateOf(ends), await stateOf(stays)]).toEqual(['suspended', 'active']);
    await app.runJobs();
    expect(await suspensionsTold()).toBe(told + 1);
  });

  it('an invocation of nullity, at once, and nobody but the court or the council lets it go on', async () => {
    const [tool, other] = [await house.tool(), await house.tool()];
    const chair = await house.visitor('chair');
    app.clock.advance({ minutes: 1 });
    const path = `/council/tools/${tool.toolId}/nullity`;
    const typed = {
      why: 'apparent',
      periodStartedOn: dayOf(app.clock.now()),
      reason: 'Er werd meer gemeten dan gevraagd.',
      password: PASSWORD,
    };
    const answer = await chair.post(path, { ...typed, totp: totpAt(app.clock.now()) }, path);
    expect(answer.status).toBe(200);
    expect([await causeOf(tool), await stateOf(other)]).toEqual(['nullity', 'active']);
    expect((await chair.get(`/tools/${tool.toolId}`)).html).toContain('Beroep op nietigheid');
    const it_ = await house.visitor('it');
    await it_.post(`/tools/${tool.toolId}/suspension`, { reason: 'Volgens ons mag het.' }, `/tools/${tool.toolId}/suspension`);
    expect((await activate(it_, tool.toolId)).api.length).toBeGreaterThan(0);
    expect((await house.gate(tool.toolId)).holds).toBe(false);
  });

  it('a promise that the council finds broken', async () => {
    const promise = {
      text: 'HR bespreekt de cijfers elk kwartaal.',
      limit: null,
      promiseOwner: 'hr_registrar',
      dueOn: addDays(dayOf(app.clock.now()), 60),
    };
    const tool = await house.tool({ conditions: [promise] });
    const [row] = await app.database.asOwner(
      `select c.id from decision_conditions c join council_decisions d on d.id = c.decision_id where d.tool_id = $1`,
      [tool.toolId],
    );
    const chair = await house.visitor('chair');
    app.clock.advance({ minutes: 1 });
    const path = `/council/promises/${String(row?.['id'])}`;
    await chair.post(path, { finding: 'broken', password: PASSWORD, totp: totpAt(app.clock.now()) }, path);
    expect(await causeOf(tool)).toBe('condition_broken');
  });

  it('a data protection officer who leaves and whom the law requires', async () => {
    const tool = await house.tool();
    const roles = app.running.app.get(RolesService);
    const { id } = house.staff.dpo;
    const [grant] = await app.database.asOwner(`select id from role_grants where person_id = $1 and role = 'dpo'`, [id]);
    await expect(roles.end(act('dpo'), id, String(grant?.['id']))).rejects.toMatchObject({ code: 'role.dpo-required' });
    expect(await stateOf(tool)).toBe('active');
    const told = await suspensionsTold();
    await app.database.asOwner(`update persons set ends_on = $2 where id = $1`, [id, addDays(dayOf(app.clock.now()), -1)]);
    await app.running.app.get(RegisterService).endLeavers(SYSTEM, app.clock.now());
    expect([await stateOf(tool), await causeOf(tool)]).toEqual(['suspended', 'gate_closed']);
    await app.runJobs();
    expect(await suspensionsTold()).toBeGreaterThan(told);
  });
});
