import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { launchChromium, overflowOf } from '../support/chromium.js';
import { givenRecording } from '../support/given-callers.js';
import { givenChannels } from '../support/given-chain.js';
import { givenFact, givenStaff, type Staff } from '../support/given-people.js';

jest.setTimeout(120_000);
const GROUNDS =
  'Er loopt een rechtszaak over dit gesprek. De rechter in Utrecht vroeg op 2 maart om deze opname. Wij geven haar alleen aan de rechtbank en wissen haar zodra de uitspraak er is.';
const PHONE = { width: 390, height: 800 };

let app: TestApp;
let browser: Browser;
let staff: Staff;
let toolId: string;
let name: string;

beforeAll(async () => {
  browser = await launchChromium();
  app = await appFor('callers_journey');
  staff = await app.database.transactions.run(async (tx) => {
    const given = await givenStaff(tx);
    await givenChannels(tx, given);
    await givenFact(tx, 'publicBody', true, given.orgAdmin.id, given.dpo.id);
    return given;
  });
  const [{ unit_id: unit } = {}] = await app.database.asOwner(`select unit_id from persons where id = $1`, [staff.employee.id]);
  ({ toolId, name } = await givenRecording(app.database, { units: [String(unit)] }));
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const picture = async ({ page }: BrowserPerson, what: string): Promise<void> => {
  const folder = process.env['COUNTERSIGN_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/callers-${what}.png`, fullPage: true });
};
const as = async (who: keyof Staff, act: (person: BrowserPerson) => Promise<unknown>): Promise<void> => {
  app.clock.advance({ minutes: 1 });
  const person = await BrowserPerson.signIn(browser, app, staff[who]);
  await act(person);
  await person.leave();
};

describe('a caller without an account', () => {
  let code = '';

  it('hears where to read it, finds it on a phone, and objects without saying who it is', async () => {
    const caller = await BrowserPerson.visit(browser, app, PHONE);
    await caller.open('/callers');
    await picture(caller, 'list');
    expect(await caller.faults()).toEqual([]);
    await caller.click(/^Lees wat wij vastleggen/);
    const page = await caller.text();
    for (const said of [
      'Ongeveer 1 van de 10 gesprekken',
      'nooit langer dan 100 dagen',
      'Druk dan op 9',
      'langskomen aan het loket',
      'Zeg het aan het eind',
    ])
      expect(page).toContain(said);
    expect(page).not.toContain('Aanwezigheid');
    expect(await overflowOf(caller.page)).toBe(0);
    expect(await caller.faults()).toEqual([]);
    await picture(caller, 'tool');
    await caller.click('Stuur een verzoek of bezwaar');
    await caller.click('Ga verder');
    expect(await caller.text()).toContain('Kies wat u wilt.');
    await caller.choose('Wat wilt u?', 'Ik wil dat dit stopt (bezwaar)');
    await caller.fill(/^Wanneer was het/, '3 maart, rond 10 uur');
    await picture(caller, 'form');
    expect(await caller.faultsAsShown()).toEqual([]);
    await caller.click('Ga verder');
    await picture(caller, 'check');
    await caller.click('Verstuur');
    await picture(caller, 'sent');
    expect(await overflowOf(caller.page)).toBe(0);
    expect(await caller.faultsAsShown()).toEqual([]);
    code = (await caller.page.locator('code').innerText()).trim();
    expect(code.replace(/\s/g, '')).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(await caller.context.cookies()).toEqual([]);
    expect(caller.page.url()).not.toContain(code.replace(/\s/g, ''));
    await caller.leave();
  });

  it('is heard by the handler, who sets the recording apart and asks one thing', async () => {
    await as('objectionHandler', async (handler) => {
      await handler.click(/^Behandel 1 verzoek van een beller/);
      expect(await handler.text()).toContain('Leg apart');
      await handler.page.locator('main table a').first().click();
      await picture(handler, 'case');
      expect(await handler.faults()).toEqual([]);
      await handler.click('De gegevens liggen apart');
      await handler.fill('Uw vraag', 'Belde u over een paspoort?');
      await handler.click('Verstuur de vraag');
      expect(await handler.text()).toContain('Vastgelegd bij');
    });
  });

  it('follows it in English, answers, and reads the decision and where to go', async () => {
    const caller = await BrowserPerson.visit(browser, app);
    await caller.open('/callers?lang=en');
    await caller.click('Follow your message');
    expect(await caller.faults()).toEqual([]);
    const follow = async (): Promise<void> => {
      await caller.open('/callers/follow?lang=en');
      await caller.fill(/^Your code/, code.toLowerCase());
      await caller.click('Show');
    };
    await follow();
    expect(await caller.text()).toContain('Your data are set apart.');
    await caller.fill(/^Your answer/, 'Yes, a passport.');
    await caller.click('Send');
    expect(await caller.text()).toContain('Yes, a passport.');
    expect(await caller.faultsAsShown()).toEqual([]);
    await picture(caller, 'followed');
    await as('objectionDeputy', async (deputy) => {
      await deputy.open('/caller-requests');
      await deputy.page.locator('main table a').first().click();
      await deputy.choose('Uw besluit', 'Afgewezen');
      await deputy.fill(/^Uw antwoord aan de beller/, GROUNDS);
      await deputy.click('Verstuur het besluit');
      expect(await deputy.text()).toContain('Houd de gegevens apart tot en met');
    });
    await follow();
    const read = await caller.text();
    for (const said of ['Er loopt een rechtszaak', 'bezwaar', 'Awb; UAVG 34', 'Autoriteit Persoonsgegevens']) expect(read).toContain(said);
    expect(await caller.context.cookies()).toEqual([]);
    await caller.leave();
  });
});

describe('the words that go with it', () => {
  it('are one announcement for callers and one script for staff, from the same version', async () => {
    await as('hr', async (hr) => {
      await hr.open(`/tools/${toolId}/versions/1/callers`);
      await picture(hr, 'announcement');
      expect(await hr.text()).toContain('Toets 9: dit gesprek wordt niet vastgelegd.');
      expect(await hr.faults()).toEqual([]);
    });
    await as('employee', async (employee) => {
      await employee.open(`/me/tools/${toolId}`);
      await employee.click('Wat u antwoordt aan bellers en bezoekers');
      await picture(employee, 'script');
      expect(await employee.text()).toContain('Word ik opgenomen?');
      expect(await employee.faults()).toEqual([]);
    });
  });

  it('stand in a register that anyone can read', async () => {
    const anyone = await BrowserPerson.visit(browser, app, PHONE);
    await anyone.open('/callers');
    await anyone.click(/^Alle volgsystemen/);
    await picture(anyone, 'register');
    const read = await anyone.text();
    for (const said of [name, 'Werkgever: 20 januari 2026', 'Staat aan sinds 1 februari 2026']) expect(read).toContain(said);
    expect(await overflowOf(anyone.page)).toBe(0);
    expect(await anyone.faults()).toEqual([]);
    await anyone.leave();
  });
});
