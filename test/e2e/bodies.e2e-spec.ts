import { jest } from '@jest/globals';
import { DecisionService } from '../../src/features/consultation/index.js';
import { GateService } from '../../src/features/gate/index.js';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { appFor, type TestApp } from '../support/app.js';
import { type GivenDossier, House, type HouseWishes, NINE_PEOPLE, STAFF_REPRESENTATION } from '../support/given-dossiers.js';
import { actorOf, identityAt, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { pageFaults } from '../support/page-faults.js';
import { actionsOn, linksOn, readText, standingForm, submit } from '../support/page-forms.js';
import type { Answer, Visitor } from '../support/visitor.js';

jest.setTimeout(120_000);

let app: TestApp;
let house: House;
let tool: GivenDossier;
let visitors: Map<keyof Staff, Visitor>;
const COUNCIL = ['chair', 'secretary', 'member'] as const;
const DONE = /[Kk]enmerk [0-9A-Z]{4}-[0-9A-Z]{4}/;

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
const open = async (name: string, wishes: HouseWishes): Promise<void> => {
  visitors = new Map();
  app = await appFor(name);
  house = await House.enter(app, wishes);
  tool = await house.tool({ until: 'advised' });
};
const close = (): Promise<void> => app.close();
const missing = async (of = tool): Promise<string> =>
  (await house.gate(of.toolId)).states
    .filter((state) => state.missing)
    .map(({ id }) => id)
    .join(' ');
const requestId = (): Promise<string> => house.idOf('consent_requests', tool.toolId);
const today = (): string => dayOf(app.clock.now());
const sendRequest = (of = tool): Promise<void> => of.chain.request();

/** Pages that no link of the sample organisation leads to: each opens, in both languages, with everything that every page must have. */
const areSound = async (who: keyof Staff, paths: readonly string[]): Promise<void> => {
  const rows = await app.database.asOwner('select name, email, staff_number from persons');
  const personal = rows.flatMap((row) => Object.values(row)).filter((word): word is string => typeof word === 'string');
  const faults: string[] = [];
  for (const language of ['en', 'nl'] as const) {
    await app.database.asOwner('update accounts set language = $1', [language]);
    const visitor = await as(who);
    for (const path of paths) {
      const page = await visitor.get(path);
      expect([path, page.status]).toEqual([path, 200]);
      faults.push(...pageFaults(page, { language, signedIn: true, personal }));
    }
  }
  expect(faults).toEqual([]);
};

/** The director decides to introduce, on the page that the case leads to. */
const introduce = async (): Promise<Answer> => {
  const director = await as('director');
  const path = `/tools/${tool.toolId}/versions/1/final-decision`;
  expect(linksOn(await director.get(`/tools/${tool.toolId}`))).toContain(path);
  const { password } = identity();
  return submit(director, path, { text: 'Wij beginnen hiermee.', effectiveOn: addDays(today(), 1), password });
};
const tellEveryone = async (): Promise<void> => {
  await tool.chain.publish();
  await app.runJobs();
  await tool.chain.readBy(house.present());
};
const meetingIsHeld = async (contact: keyof Staff): Promise<void> => {
  const id = await requestId();
  const path = `/council/requests/${id}/meeting`;
  const held = { heldOn: today(), minutes: 'Besproken.', presentCouncil: 'Twee leden', presentEmployer: 'De bestuurder' };
  expect((await submit(await as(contact), path, held)).status).toBe(200);
  const director = await as('director');
  const presence = actionsOn(await director.get(`/council/requests/${id}/meetings`)).find((action) => action.endsWith('/presence')) ?? '';
  await submit(director, `/council/requests/${id}/meetings`, {}, presence);
};
/** What only warns, the privacy officer accepts by name and with a reason. */
const acceptWarnings = async (): Promise<void> => {
  for (const rule of (await house.gate(tool.toolId)).unaccepted) {
    const path = `/tools/${tool.toolId}/versions/1/warnings/${rule}`;
    expect(readText(await submit(await as('privacyOfficer'), path, { reason: 'Wij zijn met negen mensen.' }))).toMatch(DONE);
  }
};

describe('a staff representation without extra powers', () => {
  beforeAll(() => open('bodies pvt', STAFF_REPRESENTATION));
  afterAll(close);

  it('is asked, meets and gives its view; a decision is not its to take', async () => {
    expect(await missing()).toBe('E7 E8 E9 E10 E11');
    await sendRequest();
    await meetingIsHeld('chair');
    const id = await requestId();
    expect(linksOn(await (await as('chair')).get('/council'))).toContain(`/council/requests/${id}`);
    const decision = { reasons: 'x', decidedOn: today(), votesFor: 2, votesAgainst: 0, votesAbstained: 0, expiresOn: null, conditions: [] };
    const service = app.running.app.get(DecisionService);
    const contact = actorOf(house.staff.chair, 'pvt_contact');
    const press = { identity: (app.clock.advance({ minutes: 1 }), identityAt(app.clock.now())), key: newId('i') };
    await expect(service.recordDecision(contact, id, { ...decision, decision: 'granted' }, press)).rejects.toMatchObject({
      code: 'body.no-consent-right',
    });
    expect(await missing()).toBe('E9 E10 E11');
    expect((await (await as('chair')).get(`/council/requests/${id}/vote`)).status).toBe(404);
    const view = `/council/requests/${id}/view`;
    await areSound('chair', [view, '/council', '/council/room', '/council/staff-rules', `/council/requests/${id}/papers/bundle/signed`]);
    expect(linksOn(await (await as('chair')).get(`/council/requests/${id}`))).toContain(view);
    expect(readText(await submit(await as('chair'), view, { text: 'Wij zijn het eens.', viewedOn: today() }))).toMatch(DONE);
    expect(await missing()).toBe('E10 E11');
  });

  it('then the employer decides to introduce, and the gate opens a day after the copies', async () => {
    expect(readText(await introduce())).toMatch(DONE);
    await tellEveryone();
    expect(await missing()).toBe('E10 E11');
    await house.passTime({ days: 15 });
    expect(await missing()).toBe('');
  });
});

describe('a staff representation with the powers of article 27', () => {
  beforeAll(async () => {
    await open('bodies pvt kl', STAFF_REPRESENTATION);
    await house.agreePowers();
  });
  afterAll(close);

  it('decides as a council does: by one contact, confirmed by another', async () => {
    await sendRequest();
    await meetingIsHeld('chair');
    const id = await requestId();
    const decide = `/council/requests/${id}/decision`;
    const typed = {
      decision: 'granted',
      reasons: 'Het is beperkt.',
      decidedOn: today(),
      votesFor: '2',
      votesAgainst: '0',
      votesAbstained: '0',
    };
    expect(readText(await submit(await as('chair'), decide, { ...typed, ...identity() }))).toMatch(DONE);
    expect(await missing()).toBe('E9 E10 E11');
    const confirm = `/council/requests/${id}/decision/confirm`;
    const own = await (await as('chair')).get(confirm);
    expect([own.status, actionsOn(own).includes(confirm)]).not.toEqual([200, true]);
    expect(readText(await submit(await as('secretary'), confirm, identity()))).toMatch(DONE);
    expect(await missing()).toBe('E10 E11');
    expect(readText(await introduce())).toMatch(DONE);
    await tellEveryone();
    await house.passTime({ days: 2 });
    expect(await missing()).toBe('E11');
    await house.passTime({ days: 13 });
    expect(await missing()).toBe('');
  });

  it('makes its own rules to vote by: two of its members together, and nobody else', async () => {
    const path = '/council/staff-rules';
    for (const who of ['hr', 'director', 'orgAdmin', 'dpo', 'employee'] as const)
      expect([who, (await (await as(who)).get(path)).status]).toEqual([who, 404]);
    expect(linksOn(await (await as('chair')).get('/council'))).toContain(path);
    const rules = { quorum: 'two_thirds', majority: 'absolute', ballot: 'secret' };
    expect((await submit(await as('chair'), path, { ...rules, quorum: 'seats', quorumSeats: '3', ...identity() })).status).toBe(422);
    expect(readText(await submit(await as('chair'), path, { ...rules, ...identity() }))).toMatch(DONE);
    expect((await (await as('secretary')).get(path)).html).toContain('Open: ');
    await areSound('secretary', [path]);
    const confirm = actionsOn(await (await as('secretary')).get(path)).find((action) => action.endsWith('/confirmation')) ?? '';
    expect(actionsOn(await (await as('chair')).get(path))).not.toContain(confirm);
    const pressed = { ...identity(), _idempotency: newId('i') };
    expect((await (await as('chair')).post(confirm, pressed, path)).status).toBe(409);
    expect((await (await as('director')).post(confirm, identity(), '/')).status).toBe(404);
    expect(readText(await submit(await as('secretary'), path, identity(), confirm))).toMatch(DONE);
    expect((await (await as('chair')).get(path)).html).toContain('Geheim: ');
  });

  it('votes here: secret, with its own quorum, and the decision follows from the vote', async () => {
    tool = await house.tool({ until: 'advised' });
    await sendRequest();
    await meetingIsHeld('chair');
    const page = `/council/requests/${await requestId()}`;
    const vote = `${page}/vote`;
    for (const who of ['hr', 'director', 'dpo', 'employee'] as const)
      expect([who, (await (await as(who)).get(vote)).status]).toEqual([who, 404]);
    expect(linksOn(await (await as('chair')).get(page))).toContain(vote);
    await areSound('chair', [vote, `${vote}/opening`]);
    const closes = { closesOn: addDays(today(), 1), closesTime: '17:00', opens: 'now' };
    expect((await submit(await as('chair'), `${vote}/opening`, { proposal: 'De PVT stemt in.', ...closes })).status).toBe(200);
    for (const who of ['chair', 'secretary'] as const)
      expect(readText(await submit(await as(who), vote, { choice: 'consent', ...identity() }))).toContain('Uw wijzigcode');
    await house.passTime({ days: 2 });
    const result = readText(await (await as('secretary')).get(vote));
    expect(result).toContain('Er is instemming.');
    expect(result).toContain('Wij tonen geen aantallen');
    const decide = `${page}/decision`;
    await areSound('secretary', [vote, decide]);
    expect(readText(await submit(await as('chair'), decide, { reasons: 'Het is beperkt.', ...identity() }))).toMatch(DONE);
    expect(readText(await submit(await as('secretary'), `${decide}/confirm`, identity()))).toMatch(DONE);
    expect(await missing()).toBe('E10 E11');
  });
});

describe('a personnel meeting', () => {
  beforeAll(() => open('bodies meeting', { gone: [...COUNCIL], headcount: 30 }));
  afterAll(close);

  it('counts when two who were there and are not of the employer have confirmed the minutes', async () => {
    await sendRequest();
    await app.runJobs();
    const id = await requestId();
    const path = `/council/requests/${id}/personnel-meeting`;
    const director = await as('director');
    expect(linksOn(await director.get(`/council/requests/${id}`))).toContain(path);
    await areSound('director', [path]);
    const held = { heldOn: today(), minutes: 'Iedereen kon vragen stellen.', quarterAffected: 'yes', adviceAsked: 'yes' };
    expect((await submit(director, path, held)).status).toBe(200);
    expect(await missing()).toBe('E9 E10 E11');
    const plan = `/me/consultation/${id}`;
    const confirm = `${plan}/minutes`;
    for (const who of ['hr', 'manager', 'director'] as const)
      expect([who, actionsOn(await (await as(who)).get(plan)).includes(confirm)]).toEqual([who, false]);
    await areSound('employee', ['/me/consultation', plan]);
    for (const who of ['employee', 'colleague'] as const) {
      expect(await missing()).toBe('E9 E10 E11');
      const visitor = await as(who);
      expect(linksOn(await visitor.get('/me'))).toContain('/me/consultation');
      expect(linksOn(await visitor.get('/me/consultation'))).toContain(plan);
      expect(readText(await submit(visitor, plan, {}, confirm))).toMatch(DONE);
    }
    expect(await missing()).toBe('E10 E11');
    expect(readText(await introduce())).toMatch(DONE);
    await tellEveryone();
    await house.passTime({ days: 2 });
    expect(await missing()).toBe('E11');
    await house.passTime({ days: 13 });
    expect(await missing()).toBe('');
  });
});

describe('fewer than ten people', () => {
  beforeAll(async () => {
    await open('bodies none', NINE_PEOPLE);
    await app.database.asOwner(`update channels set handler_id = $1, deputy_id = $2 where kind = 'complaint'`, [
      house.staff.objectionHandler.id,
      house.staff.objectionDeputy.id,
    ]);
  });
  afterAll(close);

  it('are all told, have five days to comment, and get an answer to each comment', async () => {
    await sendRequest();
    await app.runJobs();
    const id = await requestId();
    const plan = `/me/consultation/${id}`;
    const employee = await as('employee');
    expect(linksOn(await employee.get('/me/consultation'))).toContain(plan);
    expect(readText(await submit(employee, plan, { text: 'Moet dit echt?' }, `${plan}/comments`))).toMatch(DONE);
    await house.passTime({ days: 6 });
    expect(await missing()).toBe('E9 E10 E11 E12');
    await acceptWarnings();
    expect(await missing()).toBe('E9 E10 E11');
    const hr = await as('hr');
    const page = await hr.get(`/council/requests/${id}/questions`);
    const answer = actionsOn(page).find((action) => action.endsWith('/answer')) ?? '';
    const [field = ''] = Object.keys(standingForm(page, answer));
    expect(readText(await hr.post(answer, { [field]: 'Ja, want klanten wachten te lang.' }))).toMatch(DONE);
    expect(await missing()).toBe('E10 E11');
    expect((await (await as('colleague')).post(`${plan}/comments`, { text: 'Te laat.' }, plan)).status).toBeGreaterThanOrEqual(400);
  });

  it('then the gate opens a day after everyone was told of the decision', async () => {
    expect(readText(await introduce())).toMatch(DONE);
    await tellEveryone();
    await app.runJobs();
    app.clock.advance({ hours: 20 });
    expect(await missing()).toContain('E10');
    await house.passTime({ days: 15 });
    expect(await missing()).toBe('');
  });

  it('where director and IT are one, that one switches nothing on before a second person confirmed', async () => {
    const refusals = (): Promise<readonly string[]> =>
      app.running.app
        .get(GateService)
        .activate(actorOf(house.staff.director, 'it_admin'), tool.toolId, 1, newId('i'))
        .then(
          () => [],
          (error: unknown) => (error instanceof Problem ? error.reasons.map(({ code }) => code) : ['?']),
        );
    expect(await refusals()).toContain('activation.second-person');
    const plan = `/me/consultation/${await requestId()}`;
    const second = `${plan}/second-person`;
    for (const who of ['hr', 'director'] as const) {
      const visitor = await as(who);
      expect([who, actionsOn(await visitor.get(plan)).includes(second)]).toEqual([who, false]);
      expect((await visitor.post(second, identity(), plan)).status).toBeGreaterThanOrEqual(400);
    }
    expect(await refusals()).toContain('activation.second-person');
    const { password } = identity();
    expect((await submit(await as('employee'), plan, { password: 'iets anders' }, second)).status).toBe(422);
    expect(readText(await submit(await as('employee'), plan, { password }, second))).toMatch(DONE);
    expect(await refusals()).not.toContain('activation.second-person');
  });
});

describe('the council of several enterprises', () => {
  const OFFICERS: HouseWishes['roles'] = { manager: ['group_officer'], auditor: ['group_officer'] };
  beforeAll(() => open('bodies group', { roles: OFFICERS }));
  afterAll(close);
  const claimPath = (): string => `/tools/${tool.toolId}/versions/1/competence`;
  const confirmPath = async (): Promise<string> => {
    const [row] = await app.database.asOwner('select id from competence_claims where tool_id = $1', [tool.toolId]);
    return `/council/competence/${String(row?.['id'])}`;
  };
  const typed = { level: 'cor', bodyName: 'COR Voorbeeldgroep', ground: 'Het komt in alle ondernemingen.' };

  it('decides only once both councils have said so, and no request goes out before', async () => {
    const { password } = identity();
    expect(linksOn(await (await as('director')).get(`/tools/${tool.toolId}/versions/1/consent-request`))).toContain(claimPath());
    expect(readText(await submit(await as('director'), claimPath(), { ...typed, password }))).toMatch(DONE);
    await expect(sendRequest()).rejects.toMatchObject({ reasons: [{ code: 'competence.unsettled' }] });
    const path = await confirmPath();
    for (const who of ['director', 'hr', 'member', 'employee', 'dpo'] as const)
      expect([who, (await (await as(who)).post(path, identity(), '/')).status >= 400]).toEqual([who, true]);
    await areSound('chair', [path]);
    for (const who of ['chair', 'secretary', 'manager'] as const) {
      await expect(sendRequest()).rejects.toMatchObject({ reasons: [{ code: 'competence.unsettled' }] });
      expect(linksOn(await (await as(who)).get('/council'))).toContain(path);
      const { totp, ...rest } = identity();
      expect(readText(await submit(await as(who), path, who === 'manager' ? rest : { ...rest, totp }))).toMatch(DONE);
    }
    await sendRequest();
    expect((await (await as('chair')).post(`${path}/end`, { reason: 'Toch niet.' }, path)).status).toBeGreaterThanOrEqual(400);
  });

  it('is asked, meets and decides by its own officers, and the gate opens', async () => {
    const id = await requestId();
    expect((await house.gate(tool.toolId)).dossier.representation?.bodyLevel).toBe('cor');
    await meetingIsHeld('manager');
    const decide = `/council/requests/${id}/decision`;
    const decision = {
      decision: 'granted',
      reasons: 'Het is beperkt.',
      decidedOn: today(),
      votesFor: '9',
      votesAgainst: '0',
      votesAbstained: '1',
    };
    expect((await (await as('chair')).post(decide, { ...decision, ...identity() }, decide)).status).toBeGreaterThanOrEqual(400);
    const { password } = identity();
    expect(readText(await submit(await as('manager'), decide, { ...decision, password }))).toMatch(DONE);
    const confirm = `${decide}/confirm`;
    expect((await (await as('secretary')).post(confirm, identity(), confirm)).status).toBeGreaterThanOrEqual(400);
    expect(await missing()).toContain('E9');
    expect(readText(await submit(await as('auditor'), confirm, { password: identity().password }))).toMatch(DONE);
    expect(await missing()).toBe('E10 E11');
    expect(readText(await introduce())).toMatch(DONE);
    await tellEveryone();
    await house.passTime({ days: 16 });
    expect(await missing()).toBe('');
  });

  it('knows of no case that is not its own', async () => {
    const other = await house.tool({ until: 'requested' });
    const id = await house.idOf('consent_requests', other.toolId);
    const officer = await as('manager');
    const list = linksOn(await officer.get('/council'));
    expect([list.includes(`/council/requests/${await requestId()}`), list.includes(`/council/requests/${id}`)]).toEqual([true, false]);
    const pages = ['', '/papers', '/timeline', '/decisions', '/papers/bundle', '/discussion', '/guests', '/constituency'];
    for (const page of pages) expect([page, (await officer.get(`/council/requests/${id}${page}`)).status]).toEqual([page, 404]);
    expect((await officer.post(`/council/requests/${id}/discussion`, { text: 'x' }, '/')).status).toBe(404);
    expect((await (await as('chair')).get(`/council/requests/${id}/timeline`)).status).toBe(200);
  });

  it('opens the dossier of the tools that are its own to decide, and of no other', async () => {
    const other = await house.tool({ until: 'requested' });
    const officer = await as('manager');
    for (const path of [`/tools/${other.toolId}`, `/tools/${other.toolId}/versions/1`, `/api/v1/tools/${other.toolId}/gate`])
      expect([path, (await officer.get(path)).status]).toEqual([path, 404]);
    const list = linksOn(await officer.get('/tools'));
    expect([list.includes(`/tools/${tool.toolId}`), list.includes(`/tools/${other.toolId}`)]).toEqual([true, false]);
    const dossier = await officer.get(`/tools/${tool.toolId}`);
    expect(dossier.status).toBe(200);
    for (const link of linksOn(dossier).filter((one) => one.startsWith('/') && !one.includes('#')))
      expect([link, (await officer.get(link)).status]).toEqual([link, 200]);
    expect((await (await as('chair')).get(`/tools/${other.toolId}`)).status).toBe(200);
  });

  it('has a room of its own, which neither the employer nor the local council can open or read', async () => {
    const secret = 'Zonnebloem';
    const discussion = `/council/requests/${await requestId()}/discussion`;
    for (const path of ['/council/room', discussion]) {
      expect(linksOn(await (await as('manager')).get(path === discussion ? discussion.replace('/discussion', '') : '/council'))).toContain(
        path,
      );
      expect((await submit(await as('manager'), path, { text: `${secret} hier` })).status).toBe(200);
      expect((await (await as('auditor')).get(path)).html).toContain(secret);
      for (const who of ['hr', 'director', 'it', 'orgAdmin', 'dpo', 'employee'] as const)
        expect([who, path, (await (await as(who)).get(path)).status]).toEqual([who, path, 404]);
      const council = await (await as('chair')).get(path);
      expect([council.status, council.html.includes(secret)]).toEqual([200, false]);
    }
    const own = ['guests', 'constituency', 'discussion'].map((page) => discussion.replace('discussion', page));
    await areSound('manager', ['/', '/council', '/council/room', '/tools', `/tools/${tool.toolId}`, ...own]);
    const note = linksOn(await (await as('manager')).get('/council/room')).find((link) => link.endsWith('/withdrawal')) ?? '';
    expect((await (await as('chair')).get(note)).status).toBe(404);
    const guests = discussion.replace('discussion', 'guests');
    expect((await submit(await as('manager'), guests, { madeFor: 'Vakbond', days: '7', password: identity().password })).html).toContain(
      '/guest/',
    );
    expect((await (await as('chair')).get(guests)).html).not.toContain('Vakbond');
    expect((await (await as('hr')).get(guests)).status).toBe(404);
  });
});

describe('fifty people or more without a council', () => {
  beforeAll(() => open('bodies fifty', { gone: [...COUNCIL], headcount: 80 }));
  afterAll(close);

  it('stay closed, whatever the employer does', async () => {
    await sendRequest().catch(() => undefined);
    await app.runJobs();
    await house.passTime({ days: 8 });
    await introduce().catch(() => undefined);
    await tool.chain.publish().catch(() => undefined);
    await house.passTime({ days: 30 });
    const gate = await house.gate(tool.toolId);
    expect(gate.open).toBe(false);
    expect(await missing()).toMatch(/E7|E9/);
    const director = await as('director');
    const claim = `/tools/${tool.toolId}/versions/1/claim`;
    const { password } = identity();
    await submit(director, claim, { route: 'consent_not_required', ground: 'Wij hebben geen raad.', password }).catch(() => undefined);
    await house.passTime({ days: 30 });
    expect((await house.gate(tool.toolId)).open).toBe(false);
  });
});

describe('leaving the council out', () => {
  beforeAll(() => open('bodies claim', {}));
  afterAll(close);
  const claimOn = async (of: GivenDossier, who: 'hr' | 'director', typed: Record<string, string>): Promise<string> => {
    const path = `/tools/${of.toolId}/versions/1/claim`;
    const { password } = identity();
    expect(readText(await submit(await as(who), path, { ...typed, password }))).toMatch(DONE);
    return house.idOf('claims', of.toolId);
  };
  const confirmAs = async (who: keyof Staff, id: string): Promise<Answer> =>
    submit(await as(who), `/claims/${id}/confirmation`, identity());

  it.each([
    ['not suitable to monitor', 'hr', { route: 'consent_not_required', ground: 'Het kan niemand volgen.' }],
    ['for one individual', 'director', { route: 'consent_not_required', ground: 'Het gaat om één persoon.' }],
    [
      'by collective agreement',
      'director',
      { route: 'cba', ground: 'De cao regelt dit.', agreementReference: 'Cao 2026, artikel 4', agreementSubstantive: 'yes' },
    ],
  ] as const)('(%s) counts only after chair and secretary have each confirmed', async (_name, who, typed) => {
    const of = await house.tool({ until: 'advised' });
    const id = await claimOn(of, who, typed);
    expect(await missing(of)).toContain('E7');
    await areSound('chair', [`/claims/${id}/confirmation`]);
    expect(linksOn(await (await as('chair')).get('/council'))).toContain(`/claims/${id}/confirmation`);
    expect(readText(await confirmAs('chair', id))).toMatch(DONE);
    expect(await missing(of)).toContain('E7');
    expect((await confirmAs('chair', id).catch(() => null))?.status ?? 409).toBeGreaterThanOrEqual(400);
    expect(await missing(of)).toContain('E7');
    expect(readText(await confirmAs('secretary', id))).toMatch(DONE);
    expect((await house.gate(of.toolId)).consultation.checks.E7.holds).toBe(true);
  });

  it.each(['hr', 'director', 'dpo', 'orgAdmin', 'member', 'employee'] as const)('%s cannot confirm it', async (who) => {
    const of = await house.tool({ until: 'advised' });
    const id = await claimOn(of, 'director', { route: 'consent_not_required', ground: 'Het kan niemand volgen.' });
    expect((await (await as(who)).post(`/claims/${id}/confirmation`, identity(), '/')).status).toBeGreaterThanOrEqual(400);
    expect(await missing(of)).toContain('E7');
  });

  it('counts by a ruling of the court that the secretary has confirmed', async () => {
    const of = await house.tool({ until: 'met' });
    tool = of;
    const id = await requestId();
    const typed = {
      decision: 'refused',
      reasons: 'Het is te veel.',
      decidedOn: today(),
      votesFor: '1',
      votesAgainst: '7',
      votesAbstained: '1',
    };
    await submit(await as('chair'), `/council/requests/${id}/decision`, { ...typed, ...identity() });
    await submit(await as('secretary'), `/council/requests/${id}/decision/confirm`, identity());
    expect(await missing(of)).toContain('E9');
    expect(linksOn(await (await as('director')).get(`/council/requests/${id}`))).toContain(`/tools/${of.toolId}/versions/1/ruling`);
    await areSound('director', [
      `/council/requests/${id}/petition`,
      `/tools/${of.toolId}/versions/1/ruling`,
      `/tools/${of.toolId}/versions/1/claim`,
    ]);
    await uploadRuling(of);
    const ruling = await house.idOf('court_rulings', of.toolId);
    expect(await missing(of)).toContain('E9');
    const confirm = `/rulings/${ruling}/confirmation`;
    expect((await (await as('chair')).post(confirm, identity(), '/')).status).toBeGreaterThanOrEqual(400);
    expect((await (await as('director')).post(confirm, identity(), '/')).status).toBeGreaterThanOrEqual(400);
    expect(await missing(of)).toContain('E9');
    expect(linksOn(await (await as('secretary')).get('/council'))).toContain(confirm);
    expect(readText(await submit(await as('secretary'), confirm, identity()))).toMatch(DONE);
    expect(await missing(of)).not.toContain('E9');
  });
});

/** The director adds the court's document, with its file. */
const uploadRuling = async ({ toolId }: GivenDossier): Promise<void> => {
  const director = await as('director');
  const path = `/tools/${toolId}/versions/1/ruling`;
  const csrf = /name="_csrf" value="([^"]*)"/.exec((await director.get(path)).html)?.[1] ?? '';
  const form = new FormData();
  const typed = {
    kind: 'permission',
    ground: 'refusal_unreasonable',
    outcome: 'granted',
    reference: 'ECLI:NL:RBMNE:2026:1',
    ruledOn: dayOf(app.clock.now()),
  };
  for (const [name, value] of Object.entries({ _csrf: csrf, ...typed })) form.append(name, value);
  form.append('file', new Blob(['%PDF-1.4 uitspraak %%EOF'], { type: 'application/pdf' }), 'uitspraak.pdf');
  const response = await director.fetch(path, { method: 'POST', body: form });
  expect([path, response.status]).toEqual([path, 303]);
};
