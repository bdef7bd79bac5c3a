import { randomUUID } from 'node:crypto';
import { DevicesService } from '../../src/features/agents/devices.service.js';
import { EnrolmentService } from '../../src/features/agents/index.js';
import { GateService, gateOf } from '../../src/features/gate/index.js';
import { fixVersion, nextVersion, readVersion, type Version, writeEnforcement, writeSheet } from '../../src/features/tools/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import { TestAgent } from '../support/agent.js';
import { appFor, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { APPROVED, givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { SHEET } from '../support/given-tools.js';
import { readText } from '../support/page-forms.js';
import { givenDecisionKey, Pep } from '../support/pep.js';

/** A decision about an agent is the forecast of its lease: what the one permits, the other gives. */
let app: TestApp;
let staff: Staff;
let pep: Pep;
const MADE = new Date('2026-01-12T08:00:00Z');

beforeAll(async () => {
  app = await appFor('decisions_like_leases', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  await switchOn(await given('Countersign', true));
  pep = new Pep(app.url, await givenDecisionKey(app, staff.it));
}, 60_000);
afterAll(() => app.close());

const approve = async (tx: Tx, version: Version): Promise<Version> => {
  await givenChain(tx, version, staff);
  await tx.query(
    `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at)
     values ($1, 'purposes[].balancingTest.signedBy', 'attendance', '"bestuurder"', $2, 'director', $3)
     on conflict (version_id, attribute, item) do update set value = excluded.value, answered_by = excluded.answered_by`,
    [version.id, staff.director.id, app.clock.now()],
  );
  return version;
};
const given = (name: string, isPlatform = false): Promise<Version> =>
  app.database.transactions.run(async (tx) =>
    approve(tx, await givenNativeTool(tx, MADE, { unitIds: [staff.employee.unitId], isPlatform, name })),
  );
const switchOn = ({ toolId, number }: Version): Promise<unknown> =>
  app.running.app.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());

/** The next version of a tool with this change, approved and switched on. */
const replaced = async ({ toolId }: Version, change: (tx: Tx, id: string) => Promise<unknown>): Promise<Version> => {
  const next = await app.database.transactions.run(async (tx) => {
    const { id } = await nextVersion(tx, actorOf(staff.hr), app.clock.now(), toolId);
    await change(tx, id);
    await fixVersion(tx, actorOf(staff.privacyOfficer), app.clock.now(), id);
    return approve(tx, await readVersion(tx, id));
  });
  await switchOn(next);
  return next;
};
const agentOf = async ({ toolId }: Version, device: string): Promise<TestAgent> => {
  const agent = new TestAgent(app.url, app.clock);
  const { code } = await app.running.app.get(EnrolmentService, { strict: false }).createCode(actorOf(staff.it), { toolId, device });
  await agent.enrol(code);
  await app.running.app.get(DevicesService, { strict: false }).confirm(actorOf(staff.employee), staff.employee.id, agent.agentId);
  return agent;
};
/** What IT reads of it: among all agents, and on its own page. */
const pages = async ({ agentId }: TestAgent) => {
  const it = app.visitor();
  app.clock.advance({ minutes: 1 });
  await it.post('/login', { login: staff.it.email ?? '', password: PASSWORD }, '/login');
  await it.post('/login/code', { code: totpAt(app.clock.now()) });
  const row = new RegExp(`<a[^>]*href="/agents/${agentId}"[\\s\\S]*?</tr>`).exec((await it.get('/agents')).html)?.[0] ?? '';
  return { listed: row.replace(/<[^>]+>/g, ' '), own: readText(await it.get(`/agents/${agentId}`)) };
};
const codes = (reasons: readonly { readonly code: string }[] = []) => reasons.map(({ code }) => code);
const lease = async (agent: TestAgent, settings = APPROVED) => {
  const { status, body } = await agent.lease(staff.employee.id, { settings });
  return { given: status === 201, codes: codes(body.reasons) };
};
const decision = async ({ agentId, toolId }: TestAgent) => {
  const question = { subject: { type: 'agent', id: agentId }, action: { name: 'collect' }, resource: { type: 'tool', id: toolId } };
  const { body } = await pep.ask('evaluation', question);
  return { given: body.decision, codes: codes(body.context?.reasons) };
};
/** Another sheet than `APPROVED`. */
const shorter = (tx: Tx, id: string): Promise<void> => {
  const sheet = SHEET.map((setting) => (setting.name === 'keep_days' ? { ...setting, value: '30' } : setting));
  return writeSheet(tx, actorOf(staff.it), app.clock.now(), id, sheet);
};
const PERMITTED = { given: true, codes: [] };

describe('a decision about an agent', () => {
  it('goes by the sheet of the version that is on, and by what the agent showed last', async () => {
    const version = await given('Aanmeldregistratie');
    await switchOn(version);
    const [asleep, awake] = [await agentOf(version, 'LAPTOP-1'), await agentOf(version, 'LAPTOP-2')];
    for (const agent of [asleep, awake]) expect([await lease(agent), await decision(agent)]).toEqual([PERMITTED, PERMITTED]);
    await replaced(version, shorter);
    await eventually(async () => expect(await decision(asleep)).toEqual({ given: false, codes: ['settings.differ'] }));
    expect(await lease(awake, { ...APPROVED, keep_days: '30' })).toEqual(PERMITTED);
    await eventually(async () => expect(await decision(awake)).toEqual(PERMITTED));
    const shown = await pages(asleep);
    expect([shown.listed, shown.own]).toEqual([
      expect.stringContaining('Instellingen wijken af'),
      expect.stringContaining('De instellingen wijken af'),
    ]);
    expect((await pages(awake)).listed).toContain('instellingen kloppen');
    const refused = await lease(asleep);
    expect(refused).toMatchObject({ given: false, codes: expect.arrayContaining(['settings.differ']) as string[] });
    await eventually(async () => expect(await decision(asleep)).toEqual(refused));
  });

  it('is no once the version that is on gives no leases, for the reason of the lease', async () => {
    const version = await given('Deurpassen');
    await switchOn(version);
    const agent = await agentOf(version, 'LAPTOP-3');
    expect([await lease(agent), await decision(agent)]).toEqual([PERMITTED, PERMITTED]);
    await app.database.asOwner(`insert into person_out_proofs (tool_id, evidence, shown_by, shown_at) values ($1, 'Gezien', $2, now())`, [
      version.toolId,
      staff.it.id,
    ]);
    await replaced(version, (tx, id) => writeEnforcement(tx, actorOf(staff.it), app.clock.now(), id, 'attested'));
    const refused = { given: false, codes: ['tool.not_activated'] };
    expect(await lease(agent)).toEqual(refused);
    expect((await pages(agent)).own).toContain('staat aan, maar werkt niet met startbewijzen');
    await eventually(async () => expect(await decision(agent)).toEqual(refused));
  });
});

describe('the gate of a version', () => {
  it('goes by who showed its own sheet: another version’s says nothing of it, and closes nothing', async () => {
    const version = await given('Kassaregistratie');
    await switchOn(version);
    const agent = await agentOf(version, 'LAPTOP-4');
    await lease(agent);
    const next = await replaced(version, shorter);
    const shown = async (of: Version) => {
      const { dossier, holds } = await app.database.transactions.read((tx) => gateOf(tx, of.id, app.clock.now()));
      return [dossier.runtime?.configHash, holds];
    };
    expect(await shown(next)).toEqual([null, true]);
    expect(await lease(agent, { ...APPROVED, keep_days: '30' })).toEqual(PERMITTED);
    expect(await shown(next)).toEqual([next.fingerprint, true]);
  });
});
