import type { Browser, Locator } from 'playwright-core';
import { SECTIONS } from '../../src/features/assessments/index.js';
import type { TestApp } from './app.js';
import { BrowserPerson } from './browser-person.js';
import { PASSWORD, type Staff } from './given-people.js';

const SAVE = 'ga verder';
const MOST_PAGES = 14;
const AGREEMENT = {
  name: 'overeenkomst.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('De overeenkomst, door beide partijen getekend.'),
};

/** A starter as somebody registers it: its name on the page, the name that the tool gets, the unit that it is for. */
export interface Registration {
  readonly starter: string;
  readonly name: string;
  readonly unit: string;
}

/** The people of one organisation at their screens, and a count of every answer that they give: typed, chosen or confirmed. */
export class Cast {
  answers = 0;
  private readonly present = new Map<keyof Staff, BrowserPerson>();

  constructor(
    readonly app: TestApp,
    readonly browser: Browser,
    readonly staff: Staff,
  ) {}

  async as(who: keyof Staff): Promise<BrowserPerson> {
    const here = this.present.get(who);
    if (here) return here;
    const person = await BrowserPerson.signIn(this.browser, this.app, this.staff[who]);
    this.present.set(who, person);
    return person;
  }

  /** Time goes by: jobs run, and everyone signs in again. */
  async later(amount: Parameters<TestApp['clock']['advance']>[0]): Promise<void> {
    await Promise.all([...this.present.values()].map((person) => person.leave()));
    this.present.clear();
    this.app.clock.advance(amount);
    await this.app.runJobs();
  }

  /** Types into a field. */
  async type(field: Locator, value: string): Promise<void> {
    this.answers += 1;
    await field.fill(value);
  }
  async pick(choice: Locator): Promise<void> {
    this.answers += 1;
    await choice.check();
  }
  /** Presses the button of an act, which is an answer too. */
  async confirm(person: BrowserPerson, button: string): Promise<void> {
    this.answers += 1;
    await person.page.getByRole('button', { name: button, exact: true }).last().click();
  }
}

/** Where somebody found a dossier in the list of this application before. */
const found = new Map<string, string>();

/** From the list of tools to the dossier, the next time straight to it, and from there to one of its pages. */
export const openDossier = async (person: BrowserPerson, name: string, tab?: string): Promise<void> => {
  const key = `${new URL(person.page.url()).origin} ${name}`;
  const known = found.get(key);
  await person.open(known ?? '/tools');
  if (!known) {
    await person.page.locator('main').getByRole('link', { name, exact: true }).click();
    found.set(key, person.page.url());
  }
  if (tab) await person.page.getByRole('link', { name: tab, exact: true }).first().click();
};

/** What no starter can know, by the beginning of the field's name. */
const NAMES = [
  ['tool.vendor|', 'Leverancier BV'],
  ['tool.version|', '4.2'],
  ['processors[].name|', 'Leverancier BV'],
] as const;

/** Saves page after page as it is proposed, until the answers are there to be checked. */
const savePages = async (person: BrowserPerson, fillIn: () => Promise<void>): Promise<void> => {
  for (let page = 0; page < MOST_PAGES && !person.page.url().endsWith('/check'); page += 1) {
    await fillIn();
    const before = person.page.url();
    await person.click(SAVE);
    if (person.page.url() === before)
      throw new Error(`${before} not saved: ${await person.page.locator('.govuk-error-summary').innerText()}`);
  }
};

/** HR: each page of the registration saved as the starter proposes it, with only the names that no starter can know. */
export const register = async (cast: Cast, { starter, name, unit }: Registration): Promise<void> => {
  const hr = await cast.as('hr');
  await hr.open('/tools');
  await hr.click('Registreer een volgsysteem');
  await cast.pick(hr.page.getByRole('radio', { name: starter, exact: true }));
  await cast.type(hr.page.locator('main [name=name]'), name);
  await hr.click('Begin');
  await savePages(hr, async () => {
    for (const [field, value] of NAMES) {
      const empty = hr.page.locator(`main [name^="${field}"]`).first();
      if ((await empty.count()) > 0 && (await empty.inputValue()) === '') await cast.type(empty, value);
    }
    const unitBox = hr.page.getByRole('checkbox', { name: new RegExp(`^${unit} `) });
    if ((await unitBox.count()) > 0) await cast.pick(unitBox);
  });
  await cast.confirm(hr, 'Registreer');
};

/** IT: what only IT knows, saved as proposed, and HR's words about the product confirmed. */
export const confirmAsIt = async (cast: Cast, name: string, enforcement: 'native' | 'attested' = 'native'): Promise<void> => {
  const it = await cast.as('it');
  await openDossier(it, name, 'Registratie');
  await it.page.locator('main a[href*="/register/"]').first().click();
  await savePages(it, async () => {
    const choice = it.page.locator(`main [name=enforcement][value=${enforcement}]`);
    if ((await choice.count()) > 0) await cast.pick(choice);
  });
  await it.click('Terug naar het overzicht');
  await it.click('Bevestig wat HR heeft ingevuld');
  for (const box of await it.page.locator('main input[name=facts]').all()) await cast.pick(box);
  await cast.confirm(it, 'Bevestig');
};

/** What stands in no starter, and a privacy officer must know: whether the agreement is signed, and whose views were sought. */
const OWN_ANSWERS: readonly (readonly [string, string])[] = [
  ['processors[].processingAgreementSigned|', 'yes'],
  ['processors[].processingAgreementComplete|', 'yes'],
];
const VIEWS = 'Gevraagd aan vier medewerkers. Zij willen weten wie er kijkt.';

const attachAgreement = async (cast: Cast, officer: BrowserPerson): Promise<void> => {
  await officer.page.locator('main a[href$="/assessment/measures"]').click();
  await officer.click('Voeg de documenten toe');
  const subject = officer.page.locator('main [name=about]');
  const agreement = subject.locator('option[value^="processing_agreement|"]').first();
  cast.answers += 2;
  await subject.selectOption((await agreement.getAttribute('value')) ?? '');
  await officer.page.locator('main [name=file]').setInputFiles(AGREEMENT);
  await officer.page.locator('main form[enctype] button[type=submit]').click();
};

const finishSection = async (cast: Cast, officer: BrowserPerson, section: string): Promise<void> => {
  await officer.page.locator(`main a[href$="/assessment/${section}"]`).click();
  for (const [field, value] of OWN_ANSWERS) {
    const choice = officer.page.locator(`main [name^="${field}"][value=${value}]`);
    if ((await choice.count()) > 0) await cast.pick(choice.first());
  }
  const views = officer.page.locator('main [name="dpia.viewsSought|"]');
  if ((await views.count()) > 0) await cast.type(views, VIEWS);
  await cast.pick(officer.page.locator('main [name=finished][value=yes]'));
  await officer.page.getByRole('button', { name: 'Bewaar dit onderdeel' }).last().click();
  const fault = officer.page.locator('.govuk-error-summary');
  if ((await fault.count()) > 0) throw new Error(`${section} not finished: ${await fault.innerText()}`);
};

/** The privacy officer: the agreement attached, seven sections saved as proposed and finished. */
export const assess = async (cast: Cast, name: string): Promise<void> => {
  const officer = await cast.as('privacyOfficer');
  await openDossier(officer, name, 'Beoordeling');
  const overview = new URL(officer.page.url()).pathname;
  await attachAgreement(cast, officer);
  await officer.open(overview);
  for (const section of SECTIONS) await finishSection(cast, officer, section);
};

/** The director signs the tests that were won, when there is one. */
export const sign = async (cast: Cast, name: string): Promise<boolean> => {
  const director = await cast.as('director');
  await openDossier(director, name, 'Beoordeling');
  const link = director.page.getByRole('link', { name: 'Onderteken de belangenafweging' });
  if ((await link.count()) === 0) return false;
  await link.click();
  await cast.type(director.page.locator('main [name=password]'), PASSWORD);
  await cast.confirm(director, 'Onderteken');
  return true;
};

export const fixDpia = async (cast: Cast, name: string): Promise<void> => {
  const officer = await cast.as('privacyOfficer');
  await openDossier(officer, name, 'Beoordeling');
  await officer.page.getByRole('link', { name: 'Stel de DPIA vast' }).click();
  await cast.confirm(officer, 'Stel de DPIA vast');
};
