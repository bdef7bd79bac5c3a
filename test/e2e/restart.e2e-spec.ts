import { randomUUID } from 'node:crypto';
import { GateService, gatePaths, StopService, suspend } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { appFor, type TestApp } from '../support/app.js';
import { givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { readText } from '../support/page-forms.js';

let app: TestApp;
let staff: Staff;
const MADE = new Date('2026-01-12T08:00:00Z');

beforeAll(async () => {
  app = await appFor('restart', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  await running('Countersign', true);
}, 60_000);
afterAll(() => app.close());

const running = async (name: string, isPlatform = false): Promise<Version> => {
  const version = await app.database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, MADE, { unitIds: [staff.employee.unitId], isPlatform, name });
    await givenChain(tx, made, staff);
    return made;
  });
  await app.running.app.get(GateService).activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
  return version;
};
/** What this reader is shown of lifting, and whether there is a form for it. */
const shownTo = async (who: keyof Staff, { toolId }: Version): Promise<readonly [text: string, form: boolean]> => {
  const visitor = app.visitor();
  app.clock.advance({ minutes: 1 });
  const answer = await visitor.post('/login', { login: staff[who].email ?? '', password: PASSWORD }, '/login');
  if (answer.path.startsWith('/login/code')) await visitor.post('/login/code', { code: totpAt(app.clock.now()) });
  const page = await visitor.get(gatePaths.restart(toolId));
  return [readText(page), page.html.includes('name="reason"')];
};

describe('the page on which a stop is lifted', () => {
  it('names who can lift what the system stopped, to whoever cannot', async () => {
    const version = await running('Aanmeldregistratie');
    await app.database.transactions.run((tx) =>
      suspend(tx, SYSTEM, app.clock.now(), { toolId: version.toolId, cause: 'incident', reason: '' }),
    );
    const [text, form] = await shownTo('hr', version);
    expect(text).toContain('Dit kan alleen opheffen: IT-beheer. U bent dat nu niet.');
    expect(form).toBe(false);
    expect(await shownTo('it', version)).toEqual([expect.not.stringContaining('Dit kan alleen opheffen'), true]);
  });

  it('names chair and secretary where the council stopped it', async () => {
    const version = await running('Deurpassen');
    await app.running.app.get(StopService).stop(actorOf(staff.chair), version.toolId, { reason: 'Niet afgesproken.', key: randomUUID() });
    const [text, form] = await shownTo('it', version);
    expect(text).toContain('Reden: Niet afgesproken. Sinds');
    expect(text).toMatch(/Dit kan alleen opheffen: Voorzitter van de ondernemingsraad \(OR\) of Secretaris/);
    expect(form).toBe(false);
    expect(await shownTo('secretary', version)).toEqual([expect.not.stringContaining('Dit kan alleen opheffen'), true]);
  });
});
