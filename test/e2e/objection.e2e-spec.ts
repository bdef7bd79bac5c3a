import { jest } from '@jest/globals';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { TestAgent } from '../support/agent.js';
import { givenMeasured } from '../support/given-measured.js';
import { appFor, type TestApp } from '../support/app.js';
import { type GivenDossier, House } from '../support/given-dossiers.js';
import { PASSWORD, type Staff } from '../support/given-people.js';
import { actionsOn, linksOn, readText, submit } from '../support/page-forms.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(120_000);

let app: TestApp;
let house: House;
let tool: GivenDossier;
const agents: Partial<Record<keyof Staff, TestAgent>> = {};
const visitors = new Map<keyof Staff, Visitor>();
const as = async (who: keyof Staff): Promise<Visitor> => {
  const visitor = visitors.get(who);
  if (visitor && !(await visitor.get('/')).path.startsWith('/login')) return visitor;
  const fresh = await house.visitor(who);
  visitors.set(who, fresh);
  return fresh;
};

/** An agent on somebody's device, which that person says is theirs, by the links of their own pages. */
const enrol = async (who: 'employee' | 'colleague', device: string): Promise<void> => {
  const it_ = await as('it');
  const page = await it_.post('/agents/new', { tool: tool.toolId, device }, '/agents/new');
  const agent = new TestAgent(app.url, app.clock);
  await agent.enrol(/data-copy="([0-9A-Z]{26})"/.exec(page.html)?.[1] ?? '');
  const visitor = await as(who);
  expect(linksOn(await visitor.get('/me'))).toContain('/me/devices');
  const confirmed = await submit(visitor, '/me/devices', {}, `/me/devices/${agent.agentId}/confirmation`);
  expect(readText(confirmed)).toMatch(/Bevestigd, kenmerk/);
  agents[who] = agent;
};
/** `ok`, or every reason why this person's lease is refused. After a long silence the agent first says since when it has stood still, as the guard does. */
const lease = async (who: 'employee' | 'colleague'): Promise<string> => {
  const answer = await asked(who);
  if (answer !== 'receipt.missing') return answer;
  const stopped = { stoppedAt: app.clock.now().toISOString(), discardedRecords: 0, reason: 'was off' };
  expect((await agents[who]!.stopped(stopped)).status).toBe(201);
  return asked(who);
};
const asked = async (who: 'employee' | 'colleague'): Promise<string> => {
  app.clock.advance({ seconds: 2 });
  const settings = Object.fromEntries((await house.settingsOf(tool.toolId)).map(({ name, value }) => [name, value]));
  const { status, body } = await agents[who]!.lease(house.staff[who].id, { settings });
  return status === 201 ? 'ok' : (body.reasons ?? []).map(({ code }) => code).join(' ');
};
const leases = async (): Promise<readonly string[]> => [await lease('employee'), await lease('colleague')];

beforeAll(async () => {
  app = await appFor('objection');
  house = await House.enter(app);
  await house.tool({ isPlatform: true });
  tool = await house.tool({ name: 'Aanmeldregistratie' });
  await house.passTime();
  await enrol('employee', 'LAPTOP-0417');
  await enrol('colleague', 'LAPTOP-0418');
}, 120_000);
afterAll(() => app.close());

/** The three steps as somebody walks them: the tool, the situation, a page to check. */
const lodge = async (who: keyof Staff, situation: string): Promise<string> => {
  const visitor = await as(who);
  const start = `/me/objections/new?tool=${tool.toolId}`;
  expect(linksOn(await visitor.get('/me'))).toContain(start);
  await submit(visitor, start, {}, '/me/objections/new');
  await visitor.post('/me/objections/new/check', { tool: tool.toolId, situation });
  const lodged = await visitor.post('/me/objections', { tool: tool.toolId, situation });
  expect(lodged.path).toMatch(/^\/me\/objections\/o_/);
  return lodged.path.split('/').at(-1) ?? '';
};
const mailsTo = async (who: keyof Staff): Promise<readonly string[]> =>
  (await app.mails()).filter(({ to }) => to?.some(({ address }) => address === house.staff[who].email)).map(({ subject }) => subject ?? '');

const OWN_TEXT =
  'Deze medewerker is de enige die ’s nachts de storingslijn voor de sluizen bedient. Als niemand ziet dat de lijn leeg is, kan het waterpeil te hoog worden. Een telefoon met wachtdienst kon niet.';

describe('an objection', () => {
  let id: string;

  it('takes the person out at once, and nobody else', async () => {
    expect(await leases()).toEqual(['ok', 'ok']);
    id = await lodge('employee', 'Ik zorg voor mijn vader en wissel van uren.');
    expect(await leases()).toEqual(['not_covered', 'ok']);
    const own = readText(await (await as('employee')).get(`/me/objections/${id}`));
    expect(own).toContain('Aanmeldregistratie');
    expect(own).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(readText(await (await as('employee')).get('/me'))).toContain('U wordt nu niet gemeten');
    expect(readText(await (await as('colleague')).get('/me'))).not.toContain('U wordt nu niet gemeten');
  });

  it('keeps what was measured, and tells the person why, and nobody else', async () => {
    const ask = (sql: string, parameters: readonly unknown[] = []) => app.database.asOwner(sql, parameters);
    const [version] = await ask('select id from tool_versions where tool_id = $1', [tool.toolId]);
    const of = { toolId: tool.toolId, versionId: String(version?.['id']), personIds: [house.staff.employee.id, house.staff.colleague.id] };
    await givenMeasured(ask, { ...of, at: app.clock.now(), days: 30 });
    const [own, other] = [await as('employee'), await as('colleague')];
    expect(readText(await own.get('/me/data'))).toMatch(
      /Wat langer blijft, en waarom.*Aanmeldregistratie: 2 metingen\s*U maakte bezwaar\./s,
    );
    expect(readText(await own.get('/me/measurements'))).toContain('Blijft staan tot er over uw bezwaar is beslist.');
    expect(readText(await own.get(`/me/objections/${id}`))).toContain('Niemand gebruikt het, en het wordt niet gewist.');
    expect(readText(await other.get('/me/data'))).not.toContain('Wat langer blijft');
  });

  it('is confirmed to the person and told to the handlers, without what it is about', async () => {
    await app.runJobs();
    expect((await mailsTo('employee')).length).toBeGreaterThan(0);
    expect((await mailsTo('objectionHandler')).length).toBeGreaterThan(0);
    for (const { subject, text } of await app.mails()) {
      expect(`${subject ?? ''} ${text ?? ''}`).not.toContain('mijn vader');
      if (subject?.includes('bezwaar')) expect(`${subject} ${text ?? ''}`).not.toContain(house.staff.employee.name);
    }
  });

  it('is acknowledged by its handler, who finds it from home', async () => {
    const handler = await as('objectionHandler');
    expect(linksOn(await handler.get('/'))).toContain('/objections');
    expect(linksOn(await handler.get('/objections'))).toContain(`/objections/${id}`);
    const path = `/objections/${id}`;
    expect((await submit(handler, path, { text: 'Wij kijken ernaar.' }, `${path}/acknowledgement`)).status).toBe(200);
    expect(readText(await (await as('employee')).get(`/me/objections/${id}`))).toContain('Wij kijken ernaar.');
    expect(await leases()).toEqual(['not_covered', 'ok']);
  });

  it('upheld keeps the person out for good', async () => {
    const path = `/objections/${id}`;
    const decided = await submit(
      await as('objectionHandler'),
      path,
      { decision: 'upheld', reasons: 'U heeft gelijk.', alternative: 'U belt de planner.', password: PASSWORD },
      `${path}/decision`,
    );
    expect(readText(decided)).toMatch(/Kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    await app.runJobs();
    for (const [who, page] of [
      ['employee', `/me/objections/${id}`],
      ['objectionHandler', path],
    ] as const)
      expect(readText(await (await as(who)).get(page))).toMatch(/Wat hier in Countersign stond, is op .* vanzelf gewist\./);
    expect(readText(await (await as('employee')).get('/me/measurements'))).toContain('Er is niets over u per persoon bewaard.');
    await house.passTime({ days: 60 });
    expect(await leases()).toEqual(['not_covered', 'ok']);
    expect(readText(await (await as('employee')).get(`/me/objections/${id}`))).toContain('U heeft gelijk.');
  });

  it('rejected is told first, and measured again after seven days at the earliest', async () => {
    const other = await lodge('colleague', '');
    expect(await lease('colleague')).toBe('not_covered');
    const path = `/objections/${other}`;
    const decision = {
      decision: 'rejected',
      reasons: 'Het rooster kan niet zonder.',
      ground: 'compelling_grounds',
      demonstration: OWN_TEXT,
      password: PASSWORD,
    };
    const handler = await as('objectionHandler');
    expect((await submit(handler, path, decision, `${path}/decision`)).status).toBe(422);
    await submit(handler, path, {}, `${path}/advice`);
    const dpo = await as('dpo');
    expect(linksOn(await dpo.get('/'))).toContain('/objection-advice');
    expect(linksOn(await dpo.get('/objection-advice'))).toContain(`/objection-advice/${other}`);
    const asked = `/objection-advice/${other}`;
    expect(readText(await dpo.get(asked))).not.toContain(house.staff.colleague.name);
    await submit(dpo, asked, { stance: 'reject', reasons: 'Hier kan het niet anders.' }, asked);
    expect((await submit(await as('objectionHandler'), path, decision, `${path}/decision`)).status).toBe(200);
    await house.passTime();
    expect(await mailsTo('colleague')).not.toEqual([]);
    expect(readText(await (await as('colleague')).get(`/me/objections/${other}`))).toContain('Het rooster kan niet zonder.');
    await house.passTime({ days: 6, hours: 23 });
    expect(await lease('colleague')).toBe('not_covered');
    await house.passTime({ hours: 1, minutes: 1 });
    expect(await lease('colleague')).toBe('ok');
  });

  it('withdrawn measures again at once', async () => {
    const again = await lodge('colleague', '');
    expect(await lease('colleague')).toBe('not_covered');
    const own = `/me/objections/${again}`;
    await submit(await as('colleague'), own, {}, `${own}/withdrawal`);
    expect(await lease('colleague')).toBe('ok');
  });
});

describe('who objected', () => {
  let id: string;
  let read: Record<string, string>;
  const OTHERS = [
    'manager',
    'hr',
    'it',
    'chair',
    'secretary',
    'member',
    'director',
    'orgAdmin',
    'auditor',
    'dpo',
    'privacyOfficer',
  ] as const;
  const pagesOf = (): readonly string[] => [
    '/',
    '/tools',
    `/tools/${tool.toolId}`,
    '/orders',
    '/agents',
    '/agents/refusals',
    `/agents/${agents.colleague!.agentId}`,
    '/dashboards',
    '/council',
    '/settings/people',
    `/settings/people/${house.staff.colleague.id}`,
    `/settings/channels`,
  ];
  const everything = async (): Promise<Record<string, string>> => {
    const found: Record<string, string> = {};
    for (const who of OTHERS) {
      const visitor = await as(who);
      for (const path of pagesOf()) {
        const page = await visitor.get(path);
        found[`${who} ${path}`] = `${page.status} ${readText(page)}`
          .replaceAll(/\d{1,2}[.:]\d{2}(?:[.:]\d{2})?/g, '')
          .replaceAll(/\d+ (?:seconden|minuten) geleden/g, '');
      }
      const gate = await visitor.json(`/api/v1/tools/${tool.toolId}/gate`);
      found[`${who} gate`] = JSON.stringify([gate.status, gate.body]).replaceAll(/reference:[0-9A-Z-]+/g, '');
    }
    return found;
  };

  it('changes nothing on any page or in any answer that manager, HR, IT, council or director get', async () => {
    await lease('colleague');
    await app.runJobs();
    read = await everything();
    id = await lodge('colleague', 'Dit is van mij alleen.');
    await lease('colleague');
    await app.runJobs();
    expect(await everything()).toEqual(read);
  });

  it.each(OTHERS)('%s cannot open the objection, its list, or the requests', async (who) => {
    const visitor = await as(who);
    for (const path of [`/objections/${id}`, '/objections', `/me/objections/${id}`, '/rights'])
      expect([path, (await visitor.get(path)).status]).toEqual([path, expect.any(Number)]);
    expect((await visitor.get(`/objections/${id}`)).status).toBeGreaterThanOrEqual(403);
    expect((await visitor.get(`/me/objections/${id}`)).status).toBe(404);
    expect(readText(await visitor.get('/me/objections'))).not.toContain('Dit is van mij alleen.');
  });

  it('stands in no entry of the evidence log by name', async () => {
    const rows = await app.database.asOwner(`select type, tool_id from evidence_entries where type ~ '^(objection|complaint|pause|right)'`);
    expect(rows).toEqual([]);
    const leaves = await app.database.asOwner(`select convert_from(leaf, 'UTF8') as leaf from evidence_entries`);
    const all = leaves.map(({ leaf }) => String(leaf)).join('\n');
    for (const secret of [house.staff.colleague.id, house.staff.colleague.name, id]) expect(all).not.toContain(secret);
  });
});

describe('confidential acts', () => {
  it('leave one entry a day, of one size, on a day with some and on days without', async () => {
    const from = dayOf(app.clock.now());
    await house.passTime({ days: 1 });
    await house.passTime({ days: 1 });
    await house.passTime({ days: 2 });
    const rows = await app.database.asOwner(
      `select d.on_day::text as day, octet_length(e.leaf) as size, (select octet_length(o.payload) from evidence_openings o where o.entry_id = e.id and o.part = 'body') as opening
       from confidential_days d join evidence_entries e on e.id = d.entry_id where d.on_day >= $1::date order by d.on_day`,
      [from],
    );
    expect(rows.map(({ day }) => day)).toEqual([0, 1, 2, 3].map((days) => addDays(from, days)));
    expect(new Set(rows.map(({ size }) => size)).size).toBe(1);
    expect(new Set(rows.map(({ opening }) => opening)).size).toBe(1);
  });
});

describe('a notice', () => {
  let unread: GivenDossier;
  let noticeId: string;
  beforeAll(async () => {
    unread = await house.tool({ name: 'Tweede registratie', until: 'told' });
    noticeId = await house.idOf('notices', unread.toolId);
    await app.runJobs();
  });
  const told = async (who: keyof Staff): Promise<boolean> => {
    const rows = await app.database.asOwner(`select 1 from people_told where tool_id = $1 and person_id = $2`, [
      unread.toolId,
      house.staff[who].id,
    ]);
    return rows.length > 0;
  };

  it('is opened from the inbox, acknowledged, and says that this is no consent', async () => {
    const employee = await as('employee');
    expect(linksOn(await employee.get('/me/notices'))).toContain(`/me/notices/${noticeId}`);
    expect(await told('employee')).toBe(false);
    const page = await employee.get(`/me/notices/${noticeId}`);
    expect(readText(page)).toMatch(/geen toestemming/);
    expect(await told('employee')).toBe(true);
    expect(actionsOn(page)).toContain(`/me/notices/${noticeId}/acknowledgement`);
    expect((await employee.post(`/me/notices/${noticeId}/acknowledgement`)).status).toBe(200);
  });

  it('is handed over after two reminders, with a second person who was there', async () => {
    const hr = await as('hr');
    const path = `/notices/${noticeId}`;
    const given = {
      staffNumber: house.staff.colleague.staffNumber,
      witnessNumber: house.staff.manager.staffNumber,
      statement: 'Op papier gegeven aan de balie.',
    };
    const action = `${path}/hand-overs`;
    expect((await submit(hr, path, given, action)).status).toBe(409);
    const reminders = async () => (await mailsTo('colleague')).length;
    const before = await reminders();
    for (let i = 0; i < 3; i += 1) await house.passTime({ days: 4, minutes: 1 });
    expect((await reminders()) - before).toBe(2);
    const own = await submit(await as('hr'), path, { ...given, witnessNumber: house.staff.hr.staffNumber }, action);
    expect(own.status).toBe(422);
    expect((await submit(await as('hr'), path, given, action)).status).toBe(200);
    expect(await told('colleague')).toBe(false);
  });

  it('counts once that person said so, until the receiver says that it is not so', async () => {
    const manager = await as('manager');
    const link = linksOn(await manager.get('/me/notices')).find((href) => href.startsWith('/me/hand-overs/')) ?? '';
    await submit(manager, link, { statement: 'Ik was erbij.' }, `${link}/statement`);
    expect(await told('colleague')).toBe(true);
    const colleague = await as('colleague');
    expect(linksOn(await colleague.get('/me/notices'))).toContain(link);
    await submit(colleague, link, { text: 'Ik was die dag vrij.' }, `${link}/dispute`);
    expect(await told('colleague')).toBe(false);
    const dpo = await as('dpo');
    expect(linksOn(await dpo.get('/'))).toContain('/notices/disputes');
    const settle = actionsOn(await dpo.get('/notices/disputes')).find((action) => action.startsWith('/notices/disputes/')) ?? '';
    await dpo.post(settle, { as: 'not_delivered' });
    expect(await told('colleague')).toBe(false);
  });
});
