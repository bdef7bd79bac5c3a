import { jest } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { latestVersion, type Version } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { axeFindings, launchChromium, overflowOf } from '../support/chromium.js';
import { givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { type GivenPerson, givenStaff, type Staff } from '../support/given-people.js';

jest.setTimeout(240_000);

const SHOTS = process.env['COUNTERSIGN_SHOTS'];
const MADE = new Date('2026-01-12T08:00:00Z');

let app: TestApp;
let browser: Browser;
let staff: Staff;
let version: Version;
let requestId = '';
const people = new Map<string, BrowserPerson>();

beforeAll(async () => {
  app = await appFor('journey_conditions', '2026-02-02T09:00:00Z');
  browser = await launchChromium();
  version = await app.database.transactions.run(async (tx) => {
    staff = await givenStaff(tx);
    const made = await givenNativeTool(tx, MADE, { unitIds: [staff.employee.unitId], name: 'Aanmeldregistratie' });
    const chain = await givenChain(tx, made, staff, { without: ['decision', 'final', 'copies', 'notice', 'warning'] });
    requestId = chain.requestId;
    return latestVersion(tx, made.toolId);
  });
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

const as = async (who: GivenPerson): Promise<BrowserPerson> => {
  const known = people.get(who.id);
  app.clock.advance({ seconds: 31 });
  if (known) return known;
  const person = await BrowserPerson.signIn(browser, app, who);
  people.set(who.id, person);
  app.clock.advance({ seconds: 31 });
  return person;
};

/** Looks at a page as a browser with scripts does, wide and on a phone: nothing that axe finds, nothing wider than the window. */
const look = async (person: BrowserPerson, name: string, path = new URL(person.page.url()).pathname): Promise<void> => {
  for (const width of SHOTS ? [1280, 390] : [390]) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      baseURL: app.url,
      storageState: await person.context.storageState(),
    });
    const page = await context.newPage();
    await page.goto(path);
    if (SHOTS) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    }
    if (width === 390) expect(await axeFindings(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await context.close();
  }
};

const choose = async ({ page }: BrowserPerson, field: string, words: string): Promise<void> => {
  const options = await page.locator(`main [name="${field}"] option`).allInnerTexts();
  const found = options.find((option) => option.includes(words));
  if (!found) throw new Error(`Expected: a choice with “${words}”. Found: ${options.join(' | ')}.`);
  await page.locator(`main [name="${field}"]`).selectOption({ label: found });
};
const field = ({ page }: BrowserPerson, name: string) => page.locator(`main [name="${name}"]`);
const rowsOf = async (person: BrowserPerson, caption: RegExp): Promise<readonly string[]> =>
  (await person.page.getByRole('table', { name: caption }).locator('tbody tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' '));

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

describe('consent with a limit and a promise', () => {
  step('the chair chooses both in plain words, and reads back what the system makes of them', async () => {
    const chair = await as(staff.chair);
    await chair.open(`/council/requests/${requestId}/decision`);
    await chair.page.getByLabel('Instemming met voorwaarden').check();
    await field(chair, 'reasons').fill('Het doel is duidelijk, als het kort bewaard wordt.');
    await choose(chair, 'newCondition', 'Hoe lang iets bewaard mag worden');
    await chair.click('Voeg deze voorwaarde toe');
    expect(await chair.text()).toContain('Het systeem kan dit nog niet lezen.');
    await field(chair, 'condition1Text').fill('Niet langer bewaren dan een maand');
    await field(chair, 'condition1Value').fill('30');
    await choose(chair, 'condition1Purpose', 'Aanwezigheid');
    await choose(chair, 'newCondition', 'Een belofte van de werkgever');
    await chair.click('Voeg deze voorwaarde toe');
    expect(await chair.text()).toContain('Zo leest het systeem dit: Voor het doel ‘Aanwezigheid’ niets langer bewaren dan 30 dagen.');
    await field(chair, 'condition2Text').fill('De OR krijgt de cijfers van het eerste kwartaal');
    await choose(chair, 'condition2Owner', staff.hr.name);
    await field(chair, 'condition2Due').fill('2026-04-30');
    expect(await field(chair, 'reasons').inputValue()).toContain('kort bewaard');
    if (SHOTS) await chair.page.screenshot({ path: `${SHOTS}/decide-1280.png`, fullPage: true });
    if (SHOTS) await chair.page.setViewportSize({ width: 390, height: 900 });
    if (SHOTS) await chair.page.screenshot({ path: `${SHOTS}/decide-390.png`, fullPage: true });
    for (const [name, value] of [
      ['decidedOn', '2026-02-02'],
      ['votesFor', '7'],
      ['votesAgainst', '1'],
      ['votesAbstained', '1'],
    ] as const) {
      if ((await field(chair, name).count()) > 0) await field(chair, name).fill(value);
    }
    await chair.identify();
    await chair.click('Noteer het besluit');
    expect(await chair.text()).toMatch(/Genoteerd, kenmerk/);
  });

  step('the secretary sees text and limit side by side, in English, and which setting goes over it', async () => {
    const secretary = await as(staff.secretary);
    const path = `/council/requests/${requestId}/decision/confirm`;
    await secretary.open(path);
    const [limit, promise] = await rowsOf(secretary, /wat het systeem ervan maakt/);
    expect(limit).toMatch(
      /Niet langer bewaren dan een maand Voor het doel ‘Aanwezigheid’ niets langer bewaren dan 30 dagen\. .*Gaat erover.*45 dagen/,
    );
    expect(promise).toContain(`Belofte van ${staff.hr.name}, uiterlijk 30 april 2026.`);
    expect(await secretary.text()).toContain('de vertrouwenspersoon');
    await look(secretary, 'confirm');
    await app.database.transactions.run((tx) => tx.query(`update accounts set language = 'en' where person_id = $1`, [staff.secretary.id]));
    await secretary.open(path);
    const [english] = await rowsOf(secretary, /what the system makes of it/);
    expect(english).toMatch(/For the purpose ‘Attendance’, keep nothing longer than 30 days\. .*Goes over it/);
    await secretary.identify();
    await secretary.click('Confirm the decision');
    expect(await secretary.text()).toMatch(/Decision recorded, reference/);
  });

  step('the dossier names it for the director, who cannot leave it out', async () => {
    const director = await as(staff.director);
    await director.open(`/tools/${version.toolId}`);
    expect((await rowsOf(director, /wat het systeem ervan bewaakt/))[0]).toMatch(/30 dagen\. Gaat erover .*45 dagen/);
    await look(director, 'dossier');
  });

  step('the owner finds the promise at the start page and hands in evidence', async () => {
    const hr = await as(staff.hr);
    await hr.open('/');
    await hr.click('Laat de ondernemingsraad zien dat de belofte bij Aanmeldregistratie is nagekomen');
    expect(await hr.text()).toContain('De OR krijgt de cijfers van het eerste kwartaal');
    await look(hr, 'own-promise');
    await hr.click('Lever dit in bij de OR');
    expect(await hr.text()).toContain('Schrijf iets op, of voeg een bestand toe.');
    await field(hr, 'text').fill('De cijfers zijn op 2 februari gestuurd.');
    await field(hr, 'file').setInputFiles({ name: 'cijfers.txt', mimeType: 'text/plain', buffer: Buffer.from('12 diensten') });
    await hr.click('Lever dit in bij de OR');
    expect(await hr.text()).toMatch(/Ingeleverd, kenmerk .*De OR krijgt bericht\./);
    await hr.open('/promises');
    expect((await rowsOf(hr, /Beloften aan de OR/))[0]).toContain('Bewijs ingeleverd');
  });

  step('the council reads it and says that the promise was kept', async () => {
    const member = await as(staff.member);
    await member.open(`/council/requests/${requestId}/decisions`);
    await member.click('Bekijk deze belofte');
    expect(await member.text()).toContain('De cijfers zijn op 2 februari gestuurd.');
    expect(await member.page.locator('main form').count()).toBe(0);
    await look(member, 'promise');
    const chair = await as(staff.chair);
    await chair.open('/');
    await chair.click('Controleer de belofte bij Aanmeldregistratie');
    await chair.page.getByLabel('Ja, nagekomen').check();
    await chair.identify();
    await chair.click('Leg dit vast');
    expect(await chair.text()).toContain('Nagekomen');
  });
});
