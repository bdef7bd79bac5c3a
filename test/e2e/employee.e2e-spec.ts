import { jest } from '@jest/globals';
import type { Version } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { givenChain } from '../support/given-chain.js';
import { type GivenPerson, givenStaff, PASSWORD, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { Html } from '../support/html.js';
import type { Answer, Visitor } from '../support/visitor.js';

jest.setTimeout(180_000);

describe('what reaches an employee, page by page', () => {
  let app: TestApp;
  let staff: Staff;
  let version: Version;
  let handler: GivenPerson;
  let employee: Visitor;
  let hr: Visitor;
  let noticePath: string;

  const signedIn = async (person: GivenPerson): Promise<Visitor> => {
    const visitor = app.visitor();
    await visitor.get('/login');
    await visitor.post('/login', { login: person.email ?? '', password: PASSWORD });
    return visitor;
  };
  const asRole = async (person: GivenPerson, role: string): Promise<Visitor> => {
    const visitor = await signedIn(person);
    await visitor.post('/role', { role }, '/role');
    return visitor;
  };
  const textOf = (answer: Answer): string => new Html(answer.html).texts().join(' ');
  const query = (sql: string, parameters: unknown[]) => app.database.asOwner(sql, parameters);

  beforeAll(async () => {
    app = await appFor('employee pages');
    staff = await app.database.transactions.run((tx) => givenStaff(tx));
    version = await app.database.transactions.run(async (tx) => {
      const tool = await givenTool(tx, app.clock.now(), { unitIds: [staff.employee.unitId], until: 'fixed' });
      await givenChain(tx, tool, staff, { without: ['notice', 'warning'] });
      return tool;
    });
    handler = staff.objectionHandler;
    [employee, hr] = [await signedIn(staff.employee), await asRole(staff.hr, 'hr_registrar')];
  });
  afterAll(() => app.close());

  it('nothing is on yet', async () => {
    const page = await employee.get('/me');
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('Voor u staat geen volgsysteem aan');
  });

  it('HR empties an item, is told so, writes it again and sends the notice', async () => {
    const path = `/tools/${version.toolId}/versions/${version.number}/notices`;
    const draft = await hr.get(path);
    expect(draft.status).toBe(200);
    expect(textOf(draft)).toContain('Waarvoor');
    expect(textOf(await hr.post(path, { nl_N18: '' }, path))).toContain('Nog leeg (1)');
    expect((await hr.post(path, { nl_N18: 'x'.repeat(10_001) }, path)).status).toBe(422);
    expect((await hr.post(path, { nl_N99: 'x' }, path)).status).toBe(422);
    expect(textOf(await hr.post(path, { nl_N18: 'Ga naar de vertrouwenspersoon.' }, path))).not.toContain('Nog leeg');
    const sent = await hr.post(`${path}/publication`, {}, path);
    expect(sent.status).toBe(200);
    expect(textOf(sent)).toContain('Verstuurd. Kenmerk');
    await app.runJobs();
    expect((await app.mails()).map(({ subject }) => subject)).toContain(`Nieuw bericht: wat er verandert aan ${version.toolName}`);
  });

  it('the employee opens the notice and confirms it', async () => {
    const inbox = await employee.get('/me/notices');
    noticePath = /href="(\/me\/notices\/[^"]+)"/.exec(inbox.html)?.[1] ?? '';
    const page = await employee.get(noticePath);
    expect(textOf(page)).toContain('Dit is geen toestemming');
    expect(await query('select 1 from people_told where person_id = $1', [staff.employee.id])).toHaveLength(1);
    expect(textOf(await employee.post(`${noticePath}/acknowledgement`))).toContain('U bevestigde dit');
    expect((await hr.get(noticePath)).status).not.toBe(500);
  });

  it('an objection takes three pages and pauses at once', async () => {
    const start = `/me/objections/new?tool=${version.toolId}`;
    expect((await employee.post('/me/objections/new', {}, start)).status).toBe(422);
    expect(textOf(await employee.post('/me/objections/new', { tool: version.toolId }, start))).toContain(
      'Wilt u iets over uw situatie vertellen?',
    );
    const check = await employee.post('/me/objections/new/check', { tool: version.toolId, situation: 'Ik zorg voor mijn moeder' });
    expect(textOf(check)).toContain('Wij meten u niet zolang wij beslissen');
    const sent = await employee.post('/me/objections', { tool: version.toolId, situation: 'Ik zorg voor mijn moeder' });
    expect(textOf(sent)).toContain('Wij hebben uw bezwaar');
    expect(await query('select 1 from people_paused where person_id = $1', [staff.employee.id])).toHaveLength(1);
  });

  it('only the named handler finds it, and decides', async () => {
    const visitor = await asRole(handler, 'objection_handler');
    const list = await visitor.get('/objections');
    const path = /href="(\/objections\/o_[^"]+)"/.exec(list.html)?.[1] ?? '';
    expect(textOf(await visitor.get(path))).toContain('Ik zorg voor mijn moeder');
    expect((await hr.get(path)).status).toBe(404);
    expect((await employee.get(path)).status).toBe(404);
    expect((await visitor.post(`${path}/decision`, { reasons: 'x' }, path)).status).toBe(422);
    const upheld = { decision: 'upheld', reasons: 'U zorgt voor uw moeder.', alternative: 'U belt uw leidinggevende als u begint.' };
    expect((await visitor.post(`${path}/decision`, { ...upheld, password: 'x' }, path)).status).toBe(422);
    expect(textOf(await visitor.post(`${path}/decision`, { ...upheld, password: PASSWORD }, path))).toContain('Vastgelegd');
    expect(
      textOf(await employee.get((await query('select id from objections', [])).map(({ id }) => `/me/objections/${String(id)}`)[0] ?? '')),
    ).toContain('U zorgt voor uw moeder.');
  });

  it('asks for data and complains, and sees both again: the complaint by its code alone', async () => {
    expect((await employee.post('/me/rights/new', { text: '' }, '/me/rights/new')).status).toBe(422);
    expect(textOf(await employee.post('/me/rights/new', { kind: 'access', text: '' }, '/me/rights/new'))).toContain(
      'Wij hebben uw verzoek',
    );
    const form = '/complaints/new';
    const drawn = async () => /name="case" value="([0-9A-Z]{26})"/.exec((await employee.get(form)).html)?.[1] ?? '';
    const told = { case: await drawn(), category: 'excessive', text: 'Te veel', desk: 'handler', disclosure: 'no' };
    expect((await employee.post(form, { ...told, text: '' }, form)).status).toBe(422);
    expect((await employee.post(form, { ...told, case: '1' }, form)).status).toBe(400);
    const sent = await employee.post(form, told, form);
    expect(textOf(sent)).toContain('Uw klacht is verstuurd');
    expect(sent.html.replaceAll('-', '')).toContain(told.case);
    const guest = app.visitor();
    expect(textOf(await guest.post('/report/follow', { case: told.case }, '/report/follow'))).toContain('Te veel');
    for (const path of ['/complaints', '/me/objections', '/me', '/me/notices']) expect((await employee.get(path)).status).toBe(200);
  });

  it('each role sees its own side of the channels', async () => {
    expect(textOf(await hr.get('/settings/channels'))).toContain('Behandelaar');
    expect((await hr.post('/settings/channels', { objection_handler: 'p_none', objection_open: 'yes' }, '/settings/channels')).status).toBe(
      422,
    );
    expect((await hr.post('/settings/channels', { anything: 'x' }, '/settings/channels')).status).toBe(422);
    const director = await asRole(staff.director, 'director');
    const fact = '/settings/org/facts/noRetaliationRule';
    expect((await director.get('/settings/channels')).html).toContain(fact);
    await director.post(fact, { value: 'Niemand heeft nadeel.' }, fact);
    expect(textOf(await hr.get('/settings/channels'))).toContain('Niemand heeft nadeel.');
    expect((await employee.get('/settings/channels')).status).toBe(404);
  });
});
