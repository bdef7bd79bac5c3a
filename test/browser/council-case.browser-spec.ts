import { jest } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { consultationPaths } from '../../src/features/consultation/index.js';
import { fixVersion, type Version, versionAt, writeAnswers } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { axeFindings, launchChromium, overflowOf } from '../support/chromium.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, type GivenPerson, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

jest.setTimeout(240_000);

const PHONE = { width: 390, height: 844 };
/** How many pages of their own a member opens, from the mail to a vote or a decision. */
const MOST_PAGES = 4;
const SHOTS = process.env['COUNTERSIGN_SHOTS'];
const PDF = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%bijlage\n%%EOF') };
const SENT = {
  intendedDecision: 'Wij willen de aanmeldregistratie invoeren.',
  reasons: 'Klanten wachten te lang.',
  consequences: 'Het moment van inloggen wordt vastgelegd.',
  evaluationOn: '2027-03-01',
};

describe('the case of a request, by the people it names', () => {
  let app: TestApp;
  let browser: Browser;
  let staff: Staff;
  let version: Version;
  let casePath: string;

  beforeAll(async () => {
    app = await appFor('journey_case');
    browser = await launchChromium();
    staff = await app.database.transactions.run(givenStaff);
    version = await app.database.transactions.run(async (tx) => {
      const tool = await givenTool(tx, app.clock.now(), { unitIds: [staff.employee.unitId], until: 'fixed' });
      await givenChain(tx, tool, staff, { without: ['request', 'meeting', 'decision', 'final', 'copies', 'notice', 'warning'] });
      return tool;
    });
    await app.database.asOwner(
      `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at)
       values ($1, 'purposes[].balancingTest.signedBy', 'attendance', $2, $3, 'director', $4) on conflict do nothing`,
      [version.id, JSON.stringify(staff.director.id), staff.director.id, app.clock.now()],
    );
  });
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  const as = async (who: GivenPerson, size?: typeof PHONE): Promise<BrowserPerson> => {
    app.clock.advance({ seconds: 31 });
    return BrowserPerson.signIn(browser, app, who, size);
  };
  const identify = async (person: BrowserPerson): Promise<void> => {
    app.clock.advance({ seconds: 31 });
    await person.identify();
  };
  const fillIn = async (person: BrowserPerson, fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(fields)) await person.page.locator(`main [name=${name}]`).fill(value);
  };
  /** The page that somebody has open, as a browser with scripts sees it on a phone. */
  const look = async (person: BrowserPerson, name: string): Promise<void> => {
    for (const width of SHOTS ? [1280, 390] : [390]) {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        baseURL: app.url,
        storageState: await person.context.storageState(),
      });
      const page = await context.newPage();
      await page.goto(new URL(person.page.url()).pathname);
      if (SHOTS) {
        mkdirSync(SHOTS, { recursive: true });
        await page.screenshot({ path: `${SHOTS}/case-${name}-${width}.png`, fullPage: true });
      }
      if (width === 390) expect(await axeFindings(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await context.close();
    }
  };
  const mailTo = async (person: GivenPerson, subject: string): Promise<string> => {
    await app.runJobs();
    const mail = (await app.mails()).findLast(
      (one) => one.to?.some(({ address }) => address === person.email) && one.subject?.startsWith(subject),
    );
    return mail?.text ?? '';
  };
  /** The address on the last line of a mail. */
  const linkIn = (text: string): string => new URL(text.trim().split(/\s+/).at(-1) ?? '').pathname;

  it('HR saves half a request, sees what it lacks, and completes it; the director sends it', async () => {
    const hr = await as(staff.hr);
    await hr.open(consultationPaths.prepare(version.toolId, 1));
    expect(await hr.text()).toContain('uit in- en uitloggen volgen werktijden.');
    await hr.click('Bewaar het verzoek');
    const missing = hr.page.getByRole('link', { name: 'Schrijf op waarom u dit wilt.' });
    expect(await missing.getAttribute('href')).toBe('#reasons');
    await look(hr, 'prepare');
    await fillIn(hr, SENT);
    await hr.page.locator('main [name=trialUntil]').fill('2026-09-01');
    await hr.click('Bewaar het verzoek');
    expect(await missing.count()).toBe(0);
    await hr.leave();
    const director = await as(staff.director);
    await director.open(consultationPaths.prepare(version.toolId, 1));
    await identify(director);
    await director.click('Verstuur het verzoek aan de OR');
    casePath = new URL(director.page.url()).pathname;
    await director.click('Stukken');
    expect(await director.text()).toContain('Een proef is ook een invoering');
    await director.leave();
  });

  it(`a member gets from the mail to where the yes or no is given in at most ${MOST_PAGES} pages`, async () => {
    const link = linkIn(await mailTo(staff.member, 'Verzoek om instemming'));
    expect(link).toBe(casePath);
    const member = await as(staff.member, PHONE);
    const opened: string[] = [];
    member.page.on('framenavigated', (frame) => opened.push(new URL(frame.url()).pathname));
    await member.open(link);
    expect(await member.text()).toContain('het hele plan op 1 pagina');
    await member.click('Lees de stukken');
    expect(await member.text()).toContain('Redenen');
    await member.click('Stemming en besluit');
    expect(await member.heading()).toContain('Verzoek om instemming');
    expect(await member.page.locator('#decision').count()).toBe(1);
    expect(opened.length).toBeLessThanOrEqual(MOST_PAGES);
    expect(opened).toEqual([casePath, `${casePath}/papers`, `${casePath}/decisions`]);
    await look(member, 'decisions');
    await member.leave();
  });

  it('an officer stops the tool on a phone in two clicks, and is not offered it twice', async () => {
    const chair = await as(staff.chair, PHONE);
    await chair.open(casePath);
    const stop = chair.page.getByRole('link', { name: 'Stop dit nu' });
    expect((await stop.boundingBox())?.y ?? Number.POSITIVE_INFINITY).toBeLessThan(PHONE.height);
    await look(chair, 'summary');
    await stop.click();
    await chair.page.locator('main form[action$="/stop"] button').click();
    await chair.open(casePath);
    expect(await stop.count()).toBe(0);
    expect(await chair.text()).toContain('Dit volgsysteem is gestopt');
    await chair.leave();
  });

  it('a member asks, and the employer answers with a file that others do not get', async () => {
    const member = await as(staff.member);
    await member.open(`${casePath}/questions`);
    await fillIn(member, { text: 'Wie kan dit zien?' });
    await member.click('Stel een vraag');
    await member.open(`${casePath}/decisions`);
    expect(await member.text()).toContain('Er is nog 1 vraag zonder antwoord');
    const director = await as(staff.director);
    await director.open(linkIn(await mailTo(staff.director, 'Vraag van de ondernemingsraad')));
    await director.page.locator('main textarea[name^="answer-"]').fill('Alleen de planner.');
    await director.page.locator('main [name^="files-"]').setInputFiles([{ ...PDF, name: 'rollen.pdf' }]);
    await director.click('Geef antwoord');
    expect(await director.text()).toContain('Alleen de planner.');
    await member.open(linkIn(await mailTo(staff.member, 'Antwoord op een vraag')));
    const file = (await member.page.getByRole('link', { name: 'rollen.pdf' }).getAttribute('href')) ?? '';
    expect((await member.page.request.get(file)).status()).toBe(200);
    await look(member, 'questions');
    const outsider = await as(staff.colleague);
    expect((await outsider.page.request.get(file)).status()).toBe(404);
    for (const person of [member, director, outsider]) await person.leave();
  });

  it('both sides find a date, and both confirm the minutes; one of them in English', async () => {
    const secretary = await as(staff.secretary);
    await secretary.open(`${casePath}/meetings`);
    expect(await secretary.text()).toContain('binnen 2 weken na het verzoek');
    await secretary.page.getByText('Stel een datum voor').click();
    await fillIn(secretary, { day: '2026-03-03', time: '14.00', place: 'Kamer 3' });
    await secretary.click('Stel deze datum voor');
    await fillIn(secretary, { item: 'Wie kijkt er?' });
    await secretary.click('Zet op de agenda');
    const director = await as(staff.director);
    await director.open(linkIn(await mailTo(staff.director, 'Voorstel voor een overleg')));
    await director.click('English');
    await director.open(`${casePath}/meetings`);
    await director.click(/^Choose/);
    expect(await director.text()).toContain('Place: Kamer 3.');
    const href = (await director.page.getByRole('link', { name: 'Put it in your calendar (ics)' }).getAttribute('href')) ?? '';
    expect(await (await director.page.request.get(href)).text()).toContain('DTSTART;TZID=Europe/Amsterdam:20260303T140000');
    for (const person of [secretary, director]) await person.leave();
    app.clock.advance({ days: 2 });
    const later = await as(staff.secretary);
    await later.open(casePath);
    await later.click('Leg het overleg vast');
    await fillIn(later, {
      heldOn: '2026-03-03',
      presentCouncil: 'Voorzitter en secretaris',
      presentEmployer: 'De bestuurder',
      minutes: 'Besproken.',
    });
    await later.click('Leg het overleg vast');
    const there = await as(staff.director);
    await there.open(casePath);
    await there.click('Confirm the minutes of the meeting');
    await look(there, 'meetings');
    await there.click('Confirm the minutes');
    await there.click('Nederlands');
    const chair = await as(staff.chair);
    await chair.open(casePath);
    await chair.click('Bevestig het verslag van het overleg');
    await chair.click('Bevestig het verslag');
    expect(await chair.text()).toContain('Beide kanten hebben het verslag bevestigd.');
    for (const person of [later, there, chair]) await person.leave();
  });

  it('after a refusal the director goes to the court, and the secretary confirms it', async () => {
    const chair = await as(staff.chair);
    await chair.open(consultationPaths.decision(casePath.split('/').at(-1) ?? ''));
    await chair.page.locator('main [name=decision][value=refused]').check();
    await fillIn(chair, { reasons: 'Het gaat te ver.', decidedOn: '2026-03-04', votesFor: '1', votesAgainst: '7', votesAbstained: '0' });
    await identify(chair);
    await chair.click('Noteer het besluit');
    const secretary = await as(staff.secretary);
    await secretary.open(`${casePath}/decision/confirm`);
    await identify(secretary);
    await secretary.click('Bevestig het besluit');
    const director = await as(staff.director);
    await director.open(casePath);
    expect(await director.text()).toContain('U bent aan zet');
    await director.click('Pas het plan aan, of ga naar de kantonrechter');
    await director.click('Ga naar de kantonrechter');
    await look(director, 'petition');
    await director.page.locator('main [name=ground][value=refusal_unreasonable]').check();
    await fillIn(director, { filedOn: '2026-03-04', court: 'Rechtbank Midden-Nederland', reference: 'C/16/1' });
    await director.page.locator('main [name=file]').setInputFiles({ ...PDF, name: 'verzoekschrift.pdf' });
    await director.click('Leg dit vast');
    expect(await director.text()).toContain('Wacht op bevestiging door de secretaris');
    await secretary.open(linkIn(await mailTo(staff.secretary, 'De werkgever ging naar de kantonrechter')));
    await secretary.click('Bevestig het verzoek aan de kantonrechter');
    await look(secretary, 'petition-confirm');
    await identify(secretary);
    await secretary.click('Bevestig');
    expect(await secretary.text()).toContain('Ligt bij de kantonrechter');
    await secretary.open(casePath);
    expect(await secretary.text()).toContain('De kantonrechter beslist.');
    for (const person of [chair, secretary, director]) await person.leave();
  });

  it('or the plan is changed: HR makes a next version, and the council reads what differs from what it refused', async () => {
    const hr = await as(staff.hr);
    await hr.open(`/tools/${version.toolId}`);
    await hr.click('Versies');
    await hr.click('Maak versie 2');
    await app.database.transactions.run(async (tx) => {
      const next = await versionAt(tx, version.toolId, 2);
      const shorter = { attribute: 'purposes[].retention.maxDays', item: 'attendance', value: 30 };
      await writeAnswers(tx, actorOf(staff.hr), app.clock.now(), next.id, [shorter]);
      await fixVersion(tx, actorOf(staff.privacyOfficer), app.clock.now(), next.id);
    });
    const chair = await as(staff.chair, PHONE);
    await chair.open(casePath);
    expect(await chair.text()).toContain('Er is een aangepaste versie: versie 2. Er is nog geen verzoek over verstuurd.');
    await chair.page.locator('#related a[href$="/versions/2/diff/1"]').click();
    expect(await chair.text()).toContain('Nieuwe instemming nodig: ja');
    expect(await chair.text()).toMatch(/45 dagen\s+30 dagen\s+strenger/);
    await look(chair, 'changed-plan');
    for (const person of [hr, chair]) await person.leave();
  });
});
