import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { GateService } from '../../src/features/gate/index.js';
import { fixVersion, nextVersion, type Version, writeAnswers } from '../../src/features/tools/index.js';
import { dayOf } from '../../src/kernel/clock.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { axeFindings, launchChromium, overflowOf } from '../support/chromium.js';
import { frameworksOn, givenUnconsented, type LightWishes } from '../support/given-frameworks.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

let app: TestApp;
let browser: Browser;
let staff: Staff;
const people: Partial<Record<keyof Staff, BrowserPerson>> = {};
const as = async (who: keyof Staff): Promise<BrowserPerson> => (people[who] ??= await BrowserPerson.signIn(browser, app, staff[who]));

beforeAll(async () => {
  app = await appFor('council_frameworks', '2026-01-20T09:00:00Z');
  browser = await launchChromium();
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** What axe finds on the page that somebody has open, and whether it is wider than its window. */
const faultsOn = async ({ page, context }: BrowserPerson): Promise<string[]> => {
  const scripted = await browser.newContext({ storageState: await context.storageState(), viewport: page.viewportSize() });
  const same = await scripted.newPage();
  await same.goto(page.url());
  const wide = await overflowOf(same);
  const found = await axeFindings(same);
  if (process.env['SHOTS']) await same.screenshot({ path: `${process.env['SHOTS']}/${Date.now()}.png`, fullPage: true });
  await scripted.close();
  return wide > 0 ? [...found, `${wide} pixels too wide`] : found;
};

const pass = (minutes = 1): void => app.clock.advance({ minutes });
let version: Version;

it('the director proposes a framework, and the council agrees to it: recorded by one, confirmed by the other', async () => {
  const director = await as('director');
  await director.open('/council/frameworks');
  expect(await director.text()).toContain('Geen antwoord is geen instemming');
  await director.click('Stel een kader voor');
  await director.fill('Hoe heet het kader?', 'Aanmelden');
  await director.fill('Waarom dit kader?', 'Aanmelden is overal hetzelfde.');
  await director.fill('Wat merken medewerkers ervan?', 'Alleen in- en uitloggen wordt vastgelegd.');
  await director.page.locator('[name=endsOn]').fill('2027-12-31');
  expect(await director.page.locator('[name=grounds]:checked').count()).toBe(2);
  expect(await director.page.locator('[name=greenUse]').isChecked()).toBe(true);
  for (const part of [/^1\. Over welke/, /^2\. Wat mag/, /^3\. Binnen welke/]) await director.page.getByText(part).first().click();
  await director.page.locator('[name=greenCategories][value=login_presence]').check();
  await director.page.locator('[name=greenModes][value=event_triggered]').check();
  await director.page.locator('[name=greenPurposes][value=attendance]').check();
  await director.page.locator('[name=greenData][value=login_time]').check();
  await director.page.locator('[name=greenHome]').check();
  await director.page.locator('[name=greenDays]').fill('60');
  expect(await faultsOn(director)).toEqual([]);
  await director.identify();
  await director.click('Stuur het voorstel naar de ondernemingsraad');
  expect(await director.text()).toContain('Wacht op de ondernemingsraad');

  pass();
  const chair = await as('chair');
  await chair.open('/council/frameworks');
  await chair.click('Aanmelden');
  await chair.click('Leg het besluit van de ondernemingsraad vast');
  await chair.choose('Wat besloot de ondernemingsraad?', 'Instemming');
  await chair.fill('Waarom? Schrijf de redenen op', 'De grenzen zijn smal.');
  await chair.page.locator('[name=metOn]').fill('2026-01-20');
  await chair.fill(/^Wat is daar besproken/, 'Wij bespraken het kader.');
  await chair.fill(/^Wie waren er namens de ondernemingsraad/, 'De voorzitter');
  await chair.fill(/^Wie waren er namens de werkgever/, 'De bestuurder');
  await chair.page.locator('[name=decidedOn]').fill('2026-01-20');
  for (const [name, count] of [
    ['votesFor', '7'],
    ['votesAgainst', '1'],
    ['votesAbstained', '0'],
  ] as const)
    await chair.page.locator(`[name=${name}]`).fill(count);
  pass();
  await chair.identify();
  await chair.click('Leg het besluit vast');
  expect(await chair.text()).toContain('Wacht op bevestiging');

  pass();
  const secretary = await as('secretary');
  await secretary.open('/council/frameworks');
  await secretary.click('Aanmelden');
  await secretary.click('Bevestig het besluit of stuur het terug');
  expect(await faultsOn(secretary)).toEqual([]);
  pass();
  await secretary.identify();
  await secretary.click('Bevestig dat de ondernemingsraad dit besloot');
  expect(await secretary.text()).toContain('De werkgever moet nog bevestigen');
  await director.open('/council/frameworks');
  await director.click('Aanmelden');
  await director.click('Bevestig dat de werkgever bij dit overleg was');
  expect(await director.text()).toContain('Geldt');
});

it('a version inside it goes light: the director tells, and the page says what the consent is', async () => {
  version = await app.database.transactions.run((tx) => givenUnconsented(tx, staff));
  app.clock.set('2026-02-09T09:00:00Z');
  const director = await BrowserPerson.signIn(browser, app, staff.director);
  people.director = director;
  await director.open(`/tools/${version.toolId}/versions/1/framework`);
  expect(await director.text()).toContain('Deze versie past binnen Aanmelden: klasse groen.');
  expect(await faultsOn(director)).toEqual([]);
  await director.fill('Wat gaat u doen, en waarom past het binnen het kader?', 'Wij voeren aanmelden in.');
  await director.identify();
  await director.click('Meld deze versie aan de ondernemingsraad');
  expect(await director.text()).toContain('De instemming is het besluit van de ondernemingsraad over het kader van 20 januari 2026');
  await app.runJobs();
});

it('one member objects, on a phone and in English, and it is red', async () => {
  const member = await BrowserPerson.signIn(browser, app, staff.member, { width: 390, height: 844 });
  await app.database.asOwner(`update accounts set language = 'en' where person_id = $1`, [staff.member.id]);
  await member.open('/council/frameworks');
  await member.click('Aanmelden');
  await member.click(/version 1$/);
  expect(await member.text()).toContain('You can object until 23 February 2026');
  expect(await member.text()).toContain('No answer is not consent');
  expect(await faultsOn(member)).toEqual([]);
  await member.fill('Why do you want a full request?', 'I want to talk about it first.');
  await member.click('Object: this version turns red');
  expect(await member.text()).toContain('A member objected. This version is red: a full request is needed.');
  await member.leave();
  const director = await as('director');
  await director.open(`/tools/${version.toolId}/versions/1/framework`);
  await director.click('Bekijk de melding');
  expect(await director.text()).toContain('er is een volledig verzoek nodig');
  expect(await director.text()).toContain('Bezwaar: I want to talk about it first.');
  const chair = await BrowserPerson.signIn(browser, app, staff.chair);
  people.chair = chair;
  await chair.open('/council');
  expect(await chair.text()).toContain('Een lid maakte bezwaar op 9 februari 2026');
  await chair.click(/versie 1$/);
  expect(await chair.text()).toMatch(/Bezwaar van Persoon \S+: I want to talk about it first/);
  await chair.click('Bekijk het volledige dossier');
  expect(await chair.text()).toContain('maakte bezwaar tegen de lichte melding');
  expect(await faultsOn(chair)).toEqual([]);
});

/** Another tool that runs on a consent under the framework, which nobody objected to. */
const runningUnder = async (framework: string): Promise<{ toolId: string; consentId: string }> => {
  const gates = app.running.app.get(GateService);
  const house = frameworksOn(app.database, app.clock, staff);
  const given = (wishes: LightWishes = {}): Promise<Version> => app.database.transactions.run((tx) => givenUnconsented(tx, staff, wishes));
  const activate = (of: Version) => gates.activate(actorOf(staff.it), of.toolId, of.number, randomUUID());
  const light = await given();
  const consentId = await house.tell(light, framework);
  await app.runJobs();
  app.clock.advance({ days: 15 });
  const [row] = await app.database.asOwner('select limits from framework_classes where framework_id = $1', [framework]);
  const takesOver = (row?.['limits'] as readonly { id: string }[]).map(({ id }) => id);
  const typed = { text: 'Wij voeren het in.', effectiveOn: dayOf(app.clock.now()), takesOver };
  await house.finals.decide(actorOf(staff.director), light.toolId, light.number, typed, house.press());
  await app.runJobs();
  app.clock.advance({ days: 2 });
  await activate(await given({ isPlatform: true, whole: true }));
  await activate(light);
  return { toolId: light.toolId, consentId };
};

describe('a consent under the framework', () => {
  let path = '';
  let tool = '';
  beforeAll(async () => {
    const [row] = await app.database.asOwner('select id from frameworks');
    const { toolId, consentId } = await runningUnder(String(row?.['id']));
    [path, tool] = [`/council/light/${consentId}`, `/tools/${toolId}`];
    for (const who of Object.keys(people) as (keyof Staff)[]) delete people[who];
  });

  it('is taken back on a ground that the framework names, and on no other', async () => {
    const chair = await as('chair');
    await chair.open('/council/frameworks');
    await chair.click('Aanmelden');
    await chair.page.locator(`main a[href="${path}"]`).click();
    expect(await chair.text()).toContain('De instemming is het besluit van de ondernemingsraad over het kader');
    await chair.click('Deze instemming intrekken');
    expect(await chair.text()).toContain('Het kader blijft gelden.');
    await chair.fill('Leg uit waarom', 'Wij willen eerst overleg.');
    for (const [ground, words, says] of [
      ['other', '', 'De wet geeft geen algemeen recht om een instemming terug te nemen.'],
      ['named', 'Aanmelden is overal hetzelfde.', 'Dit telt nog niet. Een andere functionaris moet het bevestigen.'],
    ] as const) {
      await chair.page.locator(`main [name=ground][value=${ground}]`).check();
      await chair.fill(/^Wat staat er precies/, words);
      pass();
      await chair.identify();
      await chair.click('Noteer de intrekking');
      expect(await chair.text()).toContain(says);
    }
    expect(await faultsOn(chair)).toEqual([]);
    await chair.open(tool);
    expect(await chair.text()).toContain('Dit volgsysteem is actief');
  });

  it('counts no more once another officer confirms it on a phone: the tool stands still, and only a full request helps', async () => {
    pass();
    const secretary = await BrowserPerson.signIn(browser, app, staff.secretary, { width: 390, height: 844 });
    await secretary.open('/');
    await secretary.click(/^Bevestig de intrekking/);
    expect(await secretary.text()).toContain('Na de bevestiging stopt het volgsysteem direct.');
    expect(await faultsOn(secretary)).toEqual([]);
    pass();
    await secretary.identify();
    await secretary.click('Bevestig de intrekking');
    expect(await secretary.text()).toContain('De instemming is ingetrokken. Het volgsysteem staat stil.');
    await secretary.open(tool);
    expect(await secretary.text()).toContain('Dit volgsysteem is opgeschort');
    await secretary.leave();
    const director = await as('director');
    await director.open(path);
    expect(await director.text()).toContain('rood');
    await director.open(`${tool}/versions/1/framework`);
    expect(await director.page.getByRole('button', { name: 'Meld deze versie aan de ondernemingsraad' }).count()).toBe(0);
  });
});

it('the DPO raises a change, and the council reads why', async () => {
  await app.database.transactions.run(async (tx) => {
    const next = await nextVersion(tx, actorOf(staff.hr), app.clock.now(), version.toolId);
    await writeAnswers(tx, actorOf(staff.hr), app.clock.now(), next.id, [
      { attribute: 'purposes[].retention.maxDays', item: 'attendance', value: 30 },
    ]);
    await fixVersion(tx, actorOf(staff.privacyOfficer), app.clock.now(), next.id);
  });
  const diff = `/tools/${version.toolId}/versions/2/diff/1`;
  const dpo = await as('dpo');
  await dpo.open(diff);
  expect(await dpo.text()).toContain('Wat wordt wel en niet gemeten');
  expect(await faultsOn(dpo)).toEqual([]);
  await dpo.page.locator('[name=change]').selectOption({ index: 1 });
  await dpo.fill('Waarom is deze wijziging ruimer?', 'Er verdwijnt bewijs dat medewerkers nodig hebben.');
  await dpo.click('Noem deze wijziging ruimer');
  const chair = await as('chair');
  await chair.open(diff);
  expect(await chair.text()).toContain('Nieuwe instemming nodig: ja');
  expect(await chair.text()).toContain('Er verdwijnt bewijs dat medewerkers nodig hebben.');
});
