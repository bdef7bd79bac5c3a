import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { GateService } from '../../src/features/gate/index.js';
import { fixVersion, latestVersion } from '../../src/features/tools/index.js';
import { TestAgent, type LeaseAnswer } from '../support/agent.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { launchChromium } from '../support/chromium.js';
import { givenChain, givenChannels } from '../support/given-chain.js';
import { actorOf, givenFact, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { answerAsIt, assess, later, openDossier, openTab, registerFromStarter } from '../support/journey.js';

let app: TestApp;
let browser: Browser;
let staff: Staff;
const people: Partial<Record<keyof Staff, BrowserPerson>> = {};

/** Each person signs in once, when their turn comes first. */
const as = async (who: keyof Staff): Promise<BrowserPerson> => (people[who] ??= await BrowserPerson.signIn(browser, app, staff[who]));

beforeAll(async () => {
  app = await appFor('journey_login', '2026-03-02T09:00:00Z');
  browser = await launchChromium();
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
  await app.database.transactions.run(async (tx) => {
    await givenChannels(tx, staff);
    await givenFact(tx, 'publicBody', false, staff.orgAdmin.id, staff.dpo.id);
  });
  await countersignIsActive();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Dossier number 1 went its own way before this journey begins. */
const countersignIsActive = async (): Promise<void> => {
  const version = await app.database.transactions.run(async (tx) => {
    const at = new Date('2026-01-12T08:00:00Z');
    const drafted = await givenTool(tx, at, { name: 'Countersign', isPlatform: true, until: 'assessed', unitIds: [staff.employee.unitId] });
    const fixed = await fixVersion(tx, actorOf(staff.privacyOfficer), at, drafted.id);
    await givenChain(tx, fixed, staff);
    return fixed;
  });
  await app.running.app.get(GateService).activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
};

let toolId = '';
let agent: TestAgent;

const settings = async (): Promise<Record<string, string>> => {
  const { sheet } = await app.database.transactions.read((tx) => latestVersion(tx, toolId));
  return Object.fromEntries(sheet.map(({ name, value }) => [name, value]));
};

/** What the agent is told when it asks now. */
const asked = async (): Promise<LeaseAnswer & { status: number }> => {
  const answer = await agent.lease(staff.employee.id, { settings: await settings() });
  return { ...answer.body, status: answer.status };
};

const REQUIREMENTS: Readonly<Record<string, string>> = {
  purpose_and_need: 'E1',
  legal_basis: 'E2',
  dpia: 'E3',
  forbidden_functions_off: 'E4',
  dpo_advice: 'E5',
  dpo_conditions: 'E6',
  consent_request: 'E7',
  consultation_meeting: 'E8',
  council_consent: 'E9',
  employer_decision: 'E10',
  notices_delivered: 'E11',
  objection_and_complaints: 'E12',
  home_parity: 'E15',
  supplier_and_recording: 'E16',
};
const stillMissing = async (): Promise<string> => {
  await app.runJobs();
  const answer = await asked();
  expect(answer).toMatchObject({ status: 403, code: 'lease.refused' });
  return (answer.missing ?? []).map((code) => REQUIREMENTS[code] ?? code).join(' ');
};

/** Each step stands on the one before. */
let broken = false;
const step = (name: string, work: () => Promise<void>): void => {
  it(name, async () => {
    if (broken) throw new Error('A step before this one failed.');
    broken = true;
    await work();
    broken = false;
  });
};

describe('a login registration at home, from registration to lease', () => {
  step('is registered by HR, with what IT knows filled in by IT', async () => {
    const hr = await as('hr');
    toolId = await registerFromStarter(hr, 'Aanmeldregistratie thuiswerken', 'Aanmeldregistratie');
    await hr.click(/^Registreer/);
    expect(await hr.text()).toMatch(/Geregistreerd, kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    await answerAsIt(await as('it'), toolId);
  });

  step('has an agent on a laptop, which its user confirms; it gets no lease', async () => {
    const it = await as('it');
    await it.click('Meetprogramma’s');
    await it.click('Schrijf een meetprogramma in');
    await it.page.locator('main [name=tool]').selectOption(toolId);
    await it.page.locator('main [name=device]').fill('LAPTOP-0417');
    await it.page.locator('main form button[type=submit]').click();
    const code = (await it.page.locator('main code').first().innerText()).replace(/\s/g, '');
    agent = new TestAgent(app.url, app.clock);
    expect((await agent.enrol(code)).status).toBe(201);
    const employee = await as('employee');
    await employee.open('/me/devices');
    await employee.page.locator('main form button[type=submit]').first().click();
    expect(await stillMissing()).toBe('E1 E2 E3 E5 E6 E7 E8 E9 E10 E11 E16');
  });

  step('is assessed by the privacy officer, with the agreement and the signature of the director', async () => {
    const officer = await as('privacyOfficer');
    await openTab(officer, toolId, 'Beoordeling');
    await officer.page.locator('main a[href$="/assessment/measures"]').first().click();
    await officer.click('Voeg de documenten toe');
    await officer.page.locator('main [name=about]').selectOption({ index: 1 });
    await officer.page
      .locator('main [name=file]')
      .setInputFiles({ name: 'overeenkomst.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 getekend') });
    await officer.page.locator('main form button[type=submit]').last().click();
    await assess(officer, toolId);
    const director = await as('director');
    await openTab(director, toolId, 'Beoordeling');
    await director.page.locator('main a[href$="/balancing-tests"]').first().click();
    await director.identify();
    await director.click(/^Onderteken/);
    expect(await stillMissing()).toBe('E3 E5 E6 E7 E8 E9 E10 E11');
  });

  step('has its DPIA fixed', async () => {
    const officer = await as('privacyOfficer');
    await openTab(officer, toolId, 'Beoordeling');
    await officer.page.locator('main a[href$="/dpia-fixing"]').first().click();
    await officer.page.locator('main form button[type=submit]').last().click();
    expect(await officer.text()).toMatch(/DPIA vastgesteld, kenmerk/);
    expect(await stillMissing()).toBe('E5 E6 E7 E8 E9 E10 E11');
  });

  step('is sent to the works council while the DPO thinks', async () => {
    const hr = await as('hr');
    await openTab(hr, toolId, 'Advies FG');
    await hr.click(/^Vraag advies/);
    await openTab(hr, toolId, 'Verzoek');
    for (const [name, value] of [
      ['intendedDecision', 'Wij willen de aanmeldregistratie invoeren.'],
      ['reasons', 'Klanten wachten te lang.'],
      ['consequences', 'Het moment van in- en uitloggen wordt vastgelegd.'],
      ['evaluationOn', '2026-09-01'],
    ] as const)
      await hr.page.locator(`main [name=${name}]`).fill(value);
    for (const ground of ['k', 'l']) await hr.page.locator(`main [name=grounds][value=${ground}]`).check();
    await hr.page.locator('main form button[type=submit]').first().click();
    const director = await as('director');
    await openTab(director, toolId, 'Verzoek');
    await director.identify();
    await director.click(/^Verstuur/);
    expect(await director.text()).toContain('Verstuurd, kenmerk');
    expect(await stillMissing()).toBe('E5 E6 E7 E8 E9 E10 E11');
  });

  step('gets advice with a condition', async () => {
    const dpo = await as('dpo');
    await dpo.click('Adviesvragen');
    await dpo.click(/Aanmeldregistratie/);
    await dpo.page.locator('main [name=advice][value=conditional]').check();
    await dpo.page.locator('main [name=reasons]').fill('Het kan, als de planners weten wat niet mag.');
    await dpo.click(/Voeg een voorwaarde toe/);
    await dpo.page.locator('main [name="condition-0-text"]').fill('Train de planners voor de start.');
    await dpo.click('Geef advies');
    expect(await dpo.text()).toMatch(/Advies gegeven, kenmerk/);
    expect(await stillMissing()).toBe('E6 E8 E9 E10 E11');
  });

  step('has the condition carried out by HR and confirmed by the DPO', async () => {
    const hr = await as('hr');
    await openTab(hr, toolId, 'Advies FG');
    await hr.page.locator('main textarea[name^="reason-"]').first().fill('Training gegeven op maandag.');
    await hr.page
      .locator('main form:has(textarea[name^="reason-"]) button[value=carried_out], main form:has(textarea[name^="reason-"]) button')
      .first()
      .click();
    const dpo = await as('dpo');
    await openTab(dpo, toolId, 'Advies FG');
    await dpo.page.locator('main textarea[name$="-confirmed"]').first().fill('Gezien en goed.');
    await dpo.page.locator('main form:has(textarea[name$="-confirmed"]) button').first().click();
    expect(await stillMissing()).toBe('E8 E9 E10 E11');
  });

  step('is discussed in a meeting with minutes, and both sides were there', async () => {
    app.clock.advance({ days: 7 });
    const secretary = (people.secretary = await BrowserPerson.signIn(browser, app, staff.secretary));
    await secretary.click('Verzoeken');
    await secretary.click(/Aanmeldregistratie/);
    await secretary.click('Leg het overleg vast');
    await secretary.page.locator('main [name=heldOn]').fill('2026-03-09');
    await secretary.page.locator('main [name=presentCouncil]').fill('De hele ondernemingsraad');
    await secretary.page.locator('main [name=presentEmployer]').fill('De bestuurder');
    await secretary.page.locator('main [name=minutes]').fill('Wij bespraken doel, termijn en wie het ziet.');
    await secretary.page.locator('main form:has([name=minutes]) button[type=submit]').last().click();
    const director = (people.director = await BrowserPerson.signIn(browser, app, staff.director));
    await openTab(director, toolId, 'Zaak');
    await director.click('Bevestig het verslag van het overleg');
    await director.page.locator('main form[action$="/presence"] button').first().click();
    expect(await stillMissing()).toBe('E9 E10 E11');
  });

  step('is decided by the council: one officer records, another confirms', async () => {
    const chair = await as('chair');
    await chair.click('Verzoeken');
    await chair.click(/Aanmeldregistratie/);
    await chair.page.locator('main a[href$="/decision"]').first().click();
    await chair.page.locator('main [name=decision][value=granted]').check();
    await chair.page.locator('main [name=reasons]').fill('Het doel is duidelijk en het blijft beperkt.');
    await chair.page.locator('main [name=decidedOn]').fill('2026-03-09');
    for (const [name, votes] of [
      ['votesFor', '7'],
      ['votesAgainst', '1'],
      ['votesAbstained', '1'],
    ] as const)
      await chair.page.locator(`main [name=${name}]`).fill(votes);
    app.clock.advance({ minutes: 1 });
    await chair.identify();
    await chair.page.locator('main form:has([name=votesFor]) button[type=submit]').last().click();
    expect(await chair.text()).toContain('Een andere functionaris moet het nog bevestigen.');
    expect(await stillMissing()).toBe('E9 E10 E11');
    app.clock.advance({ minutes: 1 });
    const secretary = await as('secretary');
    await secretary.click('Verzoeken');
    await secretary.click(/Aanmeldregistratie/);
    await secretary.page.locator('main a[href$="/decision/confirm"]').first().click();
    expect(await secretary.text()).toContain('Wie de server beheert, kan dit besluit nog namaken. Bewaar uw eigen exemplaar.');
    await secretary.identify();
    await secretary.page.locator('main form:has([name=password]) button[type=submit]').first().click();
    expect(await secretary.text()).toContain('Besluit vastgelegd');
    expect(await stillMissing()).toBe('E10 E11');
  });

  step('is decided finally by the employer, and every member gets the paper', async () => {
    const director = await as('director');
    await openTab(director, toolId, 'Besluit werkgever');
    await director.page.locator('main [name=text]').fill('Wij voeren de aanmeldregistratie in.');
    await director.page.locator('main [name=effectiveOn]').fill('2026-03-12');
    await director.identify();
    await director.page.locator('main form:has([name=effectiveOn]) button[type=submit]').last().click();
    await app.runJobs();
    expect(await stillMissing()).toBe('E10 E11');
    const subjects = (await app.mails())
      .filter(({ to }) => to?.some(({ address }) => address === staff.member.email))
      .map(({ subject }) => subject);
    expect(subjects.length).toBeGreaterThanOrEqual(4);
  });

  step('is told to everyone, and opened by the person', async () => {
    const hr = (people.hr = await BrowserPerson.signIn(browser, app, staff.hr));
    await openTab(hr, toolId, 'Bericht');
    await hr.page.locator('main form[action$="/publication"] button').first().click();
    await app.runJobs();
    const employee = (people.employee = await BrowserPerson.signIn(browser, app, staff.employee));
    await employee.click('Berichten');
    await employee.click(/Aanmeldregistratie/);
    expect(await employee.text()).toContain('Dit is geen toestemming');
    expect(await stillMissing()).toBe('E10 E11');
  });

  step('waits for its effective date and the day after the notice, and then for a named person to accept the one warning', async () => {
    await later(app, { days: 3 });
    expect(await stillMissing()).toBe('E11');
    const officer = (people.privacyOfficer = await BrowserPerson.signIn(browser, app, staff.privacyOfficer));
    await openDossier(officer, toolId);
    await officer.click(/EU-GDPR-13-04/);
    await officer.page.locator('main [name=reason]').fill('De meting begint rustig, met één team.');
    await officer.click('Aanvaard de waarschuwing');
    expect(await asked()).toMatchObject({ status: 403, missing: [], reasons: [{ code: 'tool.not_activated' }] });
  });

  step('is switched on by IT, and the agent gets its lease', async () => {
    const it = (people.it = await BrowserPerson.signIn(browser, app, staff.it));
    await openDossier(it, toolId);
    await it.click('Zet aan');
    await it.click('Zet aan');
    expect(await it.text()).toMatch(/Aangezet, kenmerk/);
    const answer = await asked();
    expect(answer.status).toBe(201);
    expect(await agent.faultOf(answer.lease ?? '')).toBeNull();
  });

  step('gives no lease to somebody who was not told', async () => {
    const other = await agent.lease(staff.colleague.id, { settings: await settings() });
    expect([other.status, other.body.reasons?.map(({ code }) => code)]).toEqual([403, ['not_covered']]);
  });

  step('is stopped by the chair in two clicks, and the agent is refused', async () => {
    const chair = (people.chair = await BrowserPerson.signIn(browser, app, staff.chair, { width: 390, height: 800 }));
    await openDossier(chair, toolId);
    await chair.click('Stop dit nu');
    await chair.click('Stop dit nu');
    expect(await chair.text()).toMatch(/Gestopt, kenmerk/);
    expect((await asked()).reasons?.map(({ code }) => code)).toContain('tool.stopped');
  });
});
