import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterPaths, consultationPaths } from '../../src/features/consultation/index.js';
import { GateService } from '../../src/features/gate/index.js';
import { fixVersion, type Version } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { axeFindings, launchChromium, overflowOf } from '../support/chromium.js';
import { type ChainWishes, givenChain } from '../support/given-chain.js';
import { actorOf, givenFact, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

let app: TestApp;
let browser: Browser;
let staff: Staff;
const people: Partial<Record<keyof Staff, BrowserPerson>> = {};
const PHONE = { width: 390, height: 800 };

const as = async (who: keyof Staff, size?: typeof PHONE): Promise<BrowserPerson> => {
  app.clock.advance({ minutes: 1 });
  return (people[who] ??= await BrowserPerson.signIn(browser, app, staff[who], size));
};
const identify = (person: BrowserPerson): Promise<void> => {
  app.clock.advance({ minutes: 1 });
  return person.identify();
};
const fill = async (person: BrowserPerson, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(values)) await person.page.locator(`main [name="${name}"]`).fill(value);
};
const check = (person: BrowserPerson, name: string, value: string): Promise<void> =>
  person.page.locator(`main [name="${name}"][value=${value}]`).check();
const submit = (person: BrowserPerson): Promise<void> => person.page.locator('main form button[type=submit]').last().click();
const soundPages: (() => Promise<void>)[] = [];
/** A page that everyone can use: nothing found by axe, nothing beside the window. It is looked at in the end, with scripts, as it then stands. */
const isSound = ({ page, context }: BrowserPerson): void => {
  const [url, viewport] = [page.url(), page.viewportSize()];
  soundPages.push(async () => {
    const opened = await browser.newContext({ storageState: await context.storageState(), viewport });
    const again = await opened.newPage();
    await again.goto(url);
    expect([url, await axeFindings(again), await overflowOf(again)]).toEqual([url, [], 0]);
    await opened.close();
  });
};

/** A tool at the end of its chain, switched on. */
const active = async (
  name: string,
  { isPlatform = false, expiresOn, startedAt }: { readonly isPlatform?: boolean } & Pick<ChainWishes, 'expiresOn' | 'startedAt'> = {},
): Promise<{ version: Version; requestId: string }> => {
  const made = await app.database.transactions.run(async (tx) => {
    const at = new Date('2026-01-12T08:00:00Z');
    const drafted = await givenTool(tx, at, { name, isPlatform, until: 'assessed', unitIds: [staff.employee.unitId] });
    const version = await fixVersion(tx, actorOf(staff.privacyOfficer), at, drafted.id);
    return { version, requestId: (await givenChain(tx, version, staff, { expiresOn, startedAt })).requestId };
  });
  await app.running.app.get(GateService).activate(actorOf(staff.it), made.version.toolId, 1, randomUUID());
  return made;
};

let evaluated: { version: Version; requestId: string };
let contested: { version: Version; requestId: string };
let limited: { version: Version; requestId: string };
beforeAll(async () => {
  app = await appFor('council_after', '2026-10-01T09:00:00Z');
  browser = await launchChromium();
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
  await app.database.transactions.run((tx) => givenFact(tx, 'publicBody', false, staff.orgAdmin.id, staff.dpo.id));
  await app.database.asOwner(`update accounts set language = 'en' where person_id = $1`, [staff.director.id]);
  await active('Countersign', { isPlatform: true });
  evaluated = await active('Aanmeldregistratie');
  contested = await active('Kassaregistratie');
  limited = await active('Telefoniecijfers', { expiresOn: '2026-12-31', startedAt: '2026-04-01T09:00:00Z' });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('after the consent', () => {
  it('an officer invokes nullity on a phone, and downloads the letter', async () => {
    const chair = await as('chair', PHONE);
    await chair.open(consultationPaths.request(contested.requestId));
    await chair.click('Beroep op nietigheid');
    expect(await chair.text()).toContain('Geachte bestuurder,');
    isSound(chair);
    await check(chair, 'why', 'apparent');
    await fill(chair, { periodStartedOn: '2026-09-25', reason: 'Er wordt meer vastgelegd dan u ons vroeg.' });
    await identify(chair);
    await submit(chair);
    expect(await chair.text()).toMatch(/Verstuurd, kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}. Het volgsysteem staat stil./);
    expect(await chair.text()).toContain('26 oktober 2026');
    expect(await chair.text()).toContain('Nog niet bekrachtigd.');
    isSound(chair);
    const href = await chair.page.getByRole('link', { name: 'Download de brief (PDF)' }).getAttribute('href');
    const letter = await chair.context.request.get(href ?? '');
    expect([letter.headers()['content-type'], (await letter.body()).subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
  });

  it('the other officer records that the council decided it', async () => {
    const secretary = await as('secretary');
    await secretary.open('/');
    await secretary.click(/Leg vast wat de raad besloot/);
    await secretary.click('Leg vast wat de raad besloot');
    await fill(secretary, { decidedOn: '2026-10-01', votesFor: '6', votesAgainst: '1', votesAbstained: '0' });
    await identify(secretary);
    await submit(secretary);
    expect(await secretary.text()).toContain('Besloten op 1 oktober 2026: 6 voor, 1 tegen, 0 onthoudingen.');
  });

  it('the privacy officer reports in figures, the council evaluates', async () => {
    const officer = await as('privacyOfficer');
    await officer.open('/');
    await officer.click('Schrijf het effectrapport van Aanmeldregistratie');
    isSound(officer);
    await fill(officer, {
      'unit-attendance': 'diensten per maand',
      'before-attendance': '12',
      'after-attendance': 'minder',
      'explanation-attendance': 'Het rooster is eerder vol.',
      summary: 'Geen klachten.',
    });
    await submit(officer);
    expect(await officer.text()).toContain('Vul een getal in');
    await fill(officer, { 'after-attendance': '3,5' });
    await check(officer, 'reached-attendance', 'yes');
    await submit(officer);
    expect(await officer.text()).toContain('Verstuurd, kenmerk');
    const chair = await as('chair');
    await chair.open(afterPaths.reviews);
    expect(await chair.text()).toContain('8 november 2026');
    isSound(chair);
    await chair.click('Bekijk het effectrapport');
    isSound(chair);
    await chair.click('Noteer wat de raad vindt');
    await check(chair, 'outcome', 'continue');
    await fill(chair, { view: 'Het doel is gehaald. Wij kijken over een half jaar opnieuw.', nextOn: '2027-04-01' });
    await identify(chair);
    await submit(chair);
    const secretary = await as('secretary');
    await secretary.open('/');
    await secretary.click('Bevestig de evaluatie van Aanmeldregistratie');
    expect(await secretary.text()).toContain('3,5 diensten per maand');
    await identify(secretary);
    await submit(secretary);
    expect(await secretary.text()).toContain('De evaluatie is vastgelegd.');
    await secretary.open(afterPaths.reviews);
    expect(await secretary.text()).toContain('1 april 2027');
  });

  it('a concern is answered by the director, in English', async () => {
    const chair = await as('chair');
    await chair.open(afterPaths.raise(evaluated.version.toolId));
    await fill(chair, { text: 'Mensen weten niet wie hun gegevens ziet.' });
    await submit(chair);
    expect(await chair.text()).toContain('15 oktober 2026');
    const director = await as('director');
    await director.open('/');
    await director.click('Answer the concern of the works council about Aanmeldregistratie');
    expect(await director.text()).toContain('The director has not answered yet.');
    await fill(director, { text: 'From Monday the planner’s name is on the page.' });
    await submit(director);
    expect(await director.text()).toContain('Sent, reference');
    isSound(director);
  });

  it('the consent is taken back on a ground that it names, by two officers, and on no other', async () => {
    const chair = await as('chair');
    await chair.open(consultationPaths.casePage(evaluated.requestId, 'decisions'));
    await chair.click('Trek de instemming in');
    await check(chair, 'ground', 'other');
    await fill(chair, { explanation: 'Wij willen het niet meer.' });
    await identify(chair);
    await submit(chair);
    expect(await chair.text()).toContain('De wet geeft geen algemeen recht om een instemming terug te nemen.');
    await check(chair, 'ground', 'named');
    await fill(chair, { namedWords: 'Het doel is duidelijk' });
    await identify(chair);
    await submit(chair);
    expect(await chair.text()).toContain('Dit telt nog niet.');
    const secretary = await as('secretary');
    await secretary.open('/');
    await secretary.click(/^Bevestig de intrekking/);
    await identify(secretary);
    await submit(secretary);
    expect(await secretary.text()).toContain('De instemming is ingetrokken. Het volgsysteem staat stil.');
    await secretary.open(`/tools/${evaluated.version.toolId}`);
    expect(await secretary.text()).toContain('Dit volgsysteem is opgeschort');
  });

  it('the council sees how many objections there are, and no small number', async () => {
    const chair = await as('chair');
    await chair.open(afterPaths.revoke(contested.requestId));
    isSound(chair);
    await chair.open(afterPaths.statistics);
    expect(await chair.text()).toContain('U ziet alleen aantallen, van kwartalen die voorbij zijn.');
    isSound(chair);
  });

  it('and each of these pages is sound', async () => {
    expect(soundPages.length).toBeGreaterThan(5);
    for (const look of soundPages) await look();
  });

  it('a consent with a last day is announced three times, and lapses with that day', async () => {
    const announced = async (): Promise<number> => {
      await app.runAllJobs();
      await app.runJobs();
      const own = (await app.mails()).filter(({ to }) => to?.some(({ address }) => address === staff.chair.email));
      return own.filter(({ text, subject }) => subject?.includes('loopt af') && text?.includes('31 december 2026')).length;
    };
    for (const [at, mails] of [
      ['2026-10-02T09:00:00Z', 1],
      ['2026-11-01T09:00:00Z', 2],
      ['2026-12-01T09:00:00Z', 3],
      ['2026-12-31T09:00:00Z', 3],
    ] as const) {
      app.clock.set(at);
      expect([at, await announced()]).toEqual([at, mails]);
    }
    const member = await BrowserPerson.signIn(browser, app, staff.member, PHONE);
    await member.open(`/tools/${limited.version.toolId}`);
    expect(await member.text()).not.toContain('Dit volgsysteem is opgeschort');
    await member.leave();
    app.clock.set('2027-01-01T09:00:00Z');
    await app.runAllJobs();
    const reader = await BrowserPerson.signIn(browser, app, staff.member, PHONE);
    await reader.open(`/tools/${limited.version.toolId}`);
    expect(await reader.text()).toContain('Dit volgsysteem is opgeschort');
    await reader.leave();
  });
});
