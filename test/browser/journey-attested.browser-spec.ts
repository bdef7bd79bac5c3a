import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { launchChromium, overflowOf } from '../support/chromium.js';
import { type GivenDossier, House } from '../support/given-dossiers.js';
import type { Staff } from '../support/given-people.js';
import { CANNOT_BLOCK, eachPageSaysIt, follow, openDossier, openOrder } from '../support/journey-attested.js';

jest.setTimeout(240_000);

let app: TestApp;
let browser: Browser;
let house: House;
let tool: GivenDossier;
const NAME = 'Logboeken kantoorpakket';
const PHONE = { width: 390, height: 800 };
const EVIDENCE = 'Uitgezet om 10.00 uur. Schermbeeld van de instellingen zit in de map van beheer.';

/** An office-suite log of which everything is decided and told, and nothing is switched on. */
beforeAll(async () => {
  app = await appFor('journey_attested', '2026-03-16T09:00:00Z');
  browser = await launchChromium();
  house = await House.enter(app);
  await house.tool({ isPlatform: true });
  tool = await house.tool({ sample: 'OFFICE_LOGS', name: NAME, until: 'read' });
  app.clock.set('2026-04-20T08:00:00Z');
  await house.passTime();
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

const visits = new Map<keyof Staff, BrowserPerson>();
/** Somebody at home, who signs in again when the session has ended. */
const as = async (who: keyof Staff, size?: { width: number; height: number }): Promise<BrowserPerson> => {
  const before = size ? undefined : visits.get(who);
  await before?.open('/');
  if (before && !before.page.url().includes('/login')) return before;
  await before?.leave();
  app.clock.advance({ seconds: 31 });
  const person = await BrowserPerson.signIn(browser, app, house.staff[who], size);
  if (!size) visits.set(who, person);
  return person;
};
/** What somebody reads on a page that is reached from home by these words. */
const reads = async (who: keyof Staff, ...clicks: readonly string[]): Promise<string> => {
  const person = await as(who);
  for (const words of clicks) await person.click(words);
  return person.text();
};
const dossierFor = async (who: keyof Staff): Promise<string> => {
  const person = await as(who);
  await openDossier(person, tool.toolId);
  return person.text();
};
const mailsTo = async (who: keyof Staff): Promise<readonly string[]> =>
  (await app.mails()).filter(({ to }) => to?.some(({ address }) => address === house.staff[who].email)).map(({ subject }) => subject ?? '');

describe('a tool that cannot be blocked technically', () => {
  it('does not go on before IT has shown that one person can be taken out', async () => {
    const it_ = await as('it');
    await it_.click(NAME);
    expect(await it_.text()).toContain('13 van 14 eisen zijn voldaan. U kunt nu 1 ding doen.');
    await follow(it_, `/tools/${tool.toolId}/person-out`);
    expect(await it_.heading()).toBe('Laat zien dat één persoon eruit kan');
    await it_.click('Leg dit bewijs vast');
    expect(await it_.text()).toContain('Beschrijf het bewijs');
    await it_.fill('Hoe gaat het, en hoe is het getest?', 'Met een uitzondering op de groep; daarna stond er niets meer in het logboek.');
    await it_.click('Leg dit bewijs vast');
    expect(await it_.text()).toContain('Klaar om te activeren');
  });

  it('gives IT an order with the approved settings when it is switched on', async () => {
    await house.passTime();
    const it_ = await as('it');
    await it_.click(NAME);
    expect(await it_.text()).toContain('krijgt IT een opdracht');
    await it_.click('Zet aan');
    expect(await it_.text()).toContain('Aangezet, kenmerk');
    expect(await it_.text()).toContain('IT kreeg opdracht om dit volgsysteem aan te zetten');
    expect(await it_.text()).not.toContain('is aan volgens IT');
    await openOrder(it_, NAME);
    const order = await it_.text();
    for (const { name, value } of await house.settingsOf(tool.toolId)) expect(order).toMatch(new RegExp(`${value}\\s+${name}\\s`));
    await it_.fill('Hoe kunt u het laten zien?', 'Aangezet om 10.00 uur volgens de lijst.');
    await it_.click('Bevestig de uitvoering');
    expect(await it_.text()).toContain('Bevestig pas als de instellingen precies zijn zoals goedgekeurd');
    expect(await dossierFor('hr')).not.toContain('aan volgens IT');
  });

  it('is on according to IT once IT has confirmed with evidence', async () => {
    const it_ = await as('it');
    await openOrder(it_, NAME);
    await it_.page.getByLabel('De instellingen zijn precies zoals goedgekeurd').check();
    await it_.click('Bevestig de uitvoering');
    expect(await it_.text()).toContain('Beschrijf het bewijs');
    await it_.page.getByLabel('De instellingen zijn precies zoals goedgekeurd').check();
    await it_.fill('Hoe kunt u het laten zien?', 'Aangezet om 10.00 uur volgens de lijst.');
    await it_.click('Bevestig de uitvoering');
    expect(await it_.text()).toContain('Bevestigd, kenmerk');
    expect(await dossierFor('hr')).toContain('Dit volgsysteem is aan volgens IT');
    expect(await reads('employee', 'Wat wordt gemeten?')).toContain('Is aan volgens IT sinds');
  });

  it.each(['hr', 'it', 'privacyOfficer', 'director', 'dpo', 'chair', 'auditor'] as const)(
    'says to %s on each page that we cannot block it',
    async (who) => {
      const person = await as(who);
      const pages = await eachPageSaysIt(person, tool.toolId);
      expect(pages.length).toBeGreaterThan(who === 'auditor' ? 0 : 1);
    },
  );

  it('says so to an employee too', async () => {
    const employee = await as('employee');
    await employee.click('Wat wordt gemeten?');
    expect(await employee.text()).toContain(CANNOT_BLOCK);
    await employee.click(`Bekijk alles over ${NAME}`);
    expect(await employee.text()).toContain(CANNOT_BLOCK);
  });
});

describe('an objection to it', () => {
  it('gives IT the order to take one person out, and tells nobody else who', async () => {
    const employee = await as('employee');
    await employee.click('Wat wordt gemeten?');
    await follow(employee, `/me/objections/new?tool=${tool.toolId}`);
    await lodge(employee);
    expect(await employee.text()).toContain(
      'IT moet u binnen 1 werkdag uit dit volgsysteem halen. Wij kunnen dit niet technisch blokkeren.',
    );
    await app.runJobs();
    const it_ = await as('it');
    await it_.click('Opdrachten');
    expect(await it_.text()).not.toContain(house.staff.employee.name);
    await openOrder(it_, NAME, 'Haal één persoon eruit');
    expect(await it_.text()).toContain(`Haal deze persoon uit de meting: ${house.staff.employee.name}`);
    for (const who of ['hr', 'director', 'manager', 'chair', 'dpo'] as const)
      expect([who, (await reads(who)).includes(house.staff.employee.name)]).toEqual([who, false]);
    expect(await dossierFor('hr')).not.toContain('Haal één persoon eruit');
  });

  it('raises an alarm for handler and DPO alone when IT is late', async () => {
    const LATE = `IT heeft nog niet bevestigd dat één persoon uit ${NAME} is gehaald.`;
    expect(await reads('objectionHandler')).not.toContain(LATE);
    await house.passTime({ days: 2 });
    for (const who of ['objectionHandler', 'dpo'] as const) {
      expect(await reads(who)).toContain(LATE);
      expect(await mailsTo(who)).toContainEqual(expect.stringMatching(/^Een opdracht aan IT is te laat, kenmerk/));
    }
    for (const who of ['hr', 'director', 'chair', 'member', 'employee', 'manager'] as const) expect(await reads(who)).not.toContain(LATE);
    const it_ = await as('it');
    await openOrder(it_, NAME, 'Haal één persoon eruit');
    await it_.fill('Hoe kunt u het laten zien?', 'Uitzondering gezet en nagekeken.');
    await it_.click('Bevestig de uitvoering');
    expect(await reads('dpo')).not.toContain(LATE);
  });
});

describe('stopping it', () => {
  const ALARM = `IT heeft nog niet bevestigd dat ${NAME} uit staat.`;
  const ME = 'Dit volgsysteem moet uit. IT heeft nog niet bevestigd dat het uit is.';

  it('takes the chair two clicks on a telephone, and drafts the letter', async () => {
    const chair = await as('chair', PHONE);
    await openDossier(chair, tool.toolId);
    expect(await overflowOf(chair.page)).toBe(0);
    await chair.click('Stop dit nu');
    expect(await overflowOf(chair.page)).toBe(0);
    await chair.click('Stop dit nu');
    expect(await chair.heading()).toBe('Brief aan de bestuurder');
    const letter = await chair.text();
    for (const said of ['Gestopt, kenmerk', 'heeft de ondernemingsraad het volgsysteem', NAME, 'geen reden opgegeven', CANNOT_BLOCK])
      expect(letter).toContain(said);
    expect(await overflowOf(chair.page)).toBe(0);
    await chair.leave();
  });

  it('orders IT to stop within a working day, with an open alarm for council, DPO and employees', async () => {
    await app.runJobs();
    const it_ = await as('it');
    await openOrder(it_, NAME, 'Zet uit');
    expect(await it_.text()).toContain('Zet het volgsysteem uit voor iedereen.');
    for (const who of ['chair', 'secretary', 'member', 'dpo', 'hr', 'director'] as const) expect(await reads(who)).toContain(ALARM);
    for (const who of ['employee', 'colleague'] as const) expect(await reads(who, 'Wat wordt gemeten?')).toContain(ME);
    expect(await dossierFor('chair')).toContain('is nog niet bevestigd door IT');
    expect(await mailsTo('member')).toContain(`Gestopt: ${NAME}`);
  });

  it('reminds IT after the deadline, once a day', async () => {
    const reminders = async () => (await mailsTo('it')).filter((subject) => subject.startsWith('Opdracht aan IT, kenmerk')).length;
    const before = await reminders();
    await house.passTime({ hours: 1 });
    expect(await reminders()).toBe(before);
    await house.passTime({ days: 4 });
    expect(await reminders()).toBe(before + 1);
    await house.passTime({ hours: 2 });
    expect(await reminders()).toBe(before + 1);
    await house.passTime({ days: 1 });
    expect(await reminders()).toBe(before + 2);
    expect(await reads('it', 'Opdrachten')).toContain('Te laat: alarm staat open');
    expect(await reads('employee', 'Wat wordt gemeten?')).toContain(ME);
  });

  it('closes the alarm when IT has confirmed with evidence, and not before', async () => {
    const it_ = await as('it');
    await openOrder(it_, NAME, 'Zet uit');
    await it_.click('Bevestig de uitvoering');
    expect(await it_.text()).toContain('Beschrijf het bewijs');
    await it_.fill('Hoe kunt u het laten zien?', EVIDENCE);
    await it_.click('Bevestig de uitvoering');
    expect(await it_.text()).toContain('Bevestigd, kenmerk');
    for (const who of ['chair', 'member', 'dpo', 'hr', 'director'] as const) expect(await reads(who)).not.toContain(ALARM);
    expect(await reads('employee', 'Wat wordt gemeten?')).not.toContain(ME);
    expect(await dossierFor('chair')).toContain('Dit volgsysteem is gestopt');
  });
});

/** The objection's own steps: a situation, and a page to check it on. */
const lodge = async (employee: BrowserPerson): Promise<void> => {
  await employee.page.locator('main form button[type=submit]').last().click();
  await employee.fill(/^Uw situatie/, 'Ik begeleid een collega en wil niet dat mijn tijden te zien zijn.');
  await employee.click('Ga verder');
  await employee.page.locator('main form button[type=submit]').last().click();
};
