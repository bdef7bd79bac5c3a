import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { launchChromium, overflowOf } from '../support/chromium.js';
import { type GivenDossier, House } from '../support/given-dossiers.js';
import { PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { textOf } from '../support/pdf-text.js';
import { DecisionService } from '../../src/features/consultation/index.js';
import { dayOf } from '../../src/kernel/clock.js';

jest.setTimeout(240_000);
const PHONE = { width: 390, height: 800 };
const SCAN = { name: 'besluit.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 getekend besluit %%EOF') };

let app: TestApp;
let browser: Browser;
let house: House;
let tool: GivenDossier;
let requestId: string;

/** A request that was discussed; the secretary wrote the decision down, and the chair cannot use the system. */
beforeAll(async () => {
  app = await appFor('council_papers');
  browser = await launchChromium();
  house = await House.enter(app);
  tool = await house.tool({ until: 'met' });
  requestId = await house.idOf('consent_requests', tool.toolId);
  app.clock.advance({ minutes: 1 });
  const secretary = house.stage.holder('or_secretary');
  const typed = { reasons: 'Het doel is duidelijk.', votesFor: 7, votesAgainst: 1, votesAbstained: 1, expiresOn: null, conditions: [] };
  const decision = { ...typed, decision: 'granted' as const, decidedOn: dayOf(app.clock.now()) };
  await house.stage.get(DecisionService).recordDecision(secretary, requestId, decision, house.stage.press(secretary));
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

const as = async (who: keyof Staff, size?: { width: number; height: number }): Promise<BrowserPerson> => {
  app.clock.advance({ seconds: 61 });
  return BrowserPerson.signIn(browser, app, house.staff[who], size);
};
const openCase = async (person: BrowserPerson, tab: string): Promise<void> => {
  await person.click(/^Verzoeken/);
  await person.page.locator(`main a[href="/council/requests/${requestId}"]`).first().click();
  await person.click(tab);
};
const proveIdentity = async (person: BrowserPerson): Promise<void> => {
  app.clock.advance({ seconds: 61 });
  await person.page.locator('main [name=password]').first().fill(PASSWORD);
  const code = person.page.locator('main [name=totp]');
  if ((await code.count()) > 0) await code.first().fill(totpAt(app.clock.now()));
};
/** A PDF behind a link of the page. */
const pdfBehind = async (person: BrowserPerson, words: string | RegExp): Promise<Buffer> => {
  const href = (await person.page.getByRole('link', { name: words }).first().getAttribute('href')) ?? '';
  const answer = await person.page.request.get(href);
  expect([href, answer.status(), answer.headers()['content-type']]).toEqual([href, 200, 'application/pdf']);
  return answer.body();
};

describe('a decision that is signed on paper', () => {
  let code = '';

  it('is printed with its code, and its scan is added by the secretary', async () => {
    const secretary = await as('secretary');
    await openCase(secretary, 'Stemming en besluit');
    await secretary.page.locator('#by-hand summary').click();
    const sheet = textOf(await pdfBehind(secretary, 'Print het besluit om te ondertekenen (PDF)'));
    code = /Code van dit papier: (\S{9})/.exec(sheet)?.[1] ?? '';
    expect(sheet).toContain('Handtekening');
    await secretary.click('Voeg de scan toe');
    expect(await secretary.heading()).toBe('Voeg de scan van het ondertekende besluit toe');
    await secretary.page.getByRole('radio', { name: house.staff.chair.name }).check();
    await secretary.page.locator('main [name=scan]').setInputFiles(SCAN);
    await proveIdentity(secretary);
    await secretary.page.locator('main form button[type=submit]').last().click();
    expect(await secretary.text()).toMatch(/De scan is toegevoegd, kenmerk \S{4}-\S{4}/);
    expect(await secretary.text()).not.toContain('Vergelijk de scan met het besluit');
    await secretary.leave();
  });

  it('counts when another member read the code from the scan, on a phone', async () => {
    const member = await as('member', PHONE);
    await openCase(member, 'Stemming en besluit');
    await member.click('Vergelijk de scan met het besluit');
    expect(await member.heading()).toContain('Is dit de scan van dit besluit?');
    expect(await member.text()).not.toContain(code);
    expect(await overflowOf(member.page)).toBe(0);
    await member.fill(/^Code van het papier/, '0000-0000');
    await proveIdentity(member);
    await member.click('Bevestig: dit is de scan van dit besluit');
    expect(await member.text()).toContain('Deze code is niet die van dit besluit');
    await member.fill(/^Code van het papier/, code.toLowerCase());
    await proveIdentity(member);
    await member.click('Bevestig: dit is de scan van dit besluit');
    expect(await member.text()).toContain('Het besluit is vastgelegd, handmatig ondertekend.');
    await member.leave();
  });

  it('is shown as signed by hand in the case, on its paper, in the timeline and at the gate', async () => {
    const director = await as('director');
    await director.open(`/council/requests/${requestId}/decisions`);
    expect(await director.text()).toContain('Handmatig ondertekend door');
    expect(await director.faults()).toEqual([]);
    await director.click('Stukken');
    const dutch = textOf(await pdfBehind(director, 'Besluit (PDF)'));
    expect(dutch).toContain('Handmatig ondertekend');
    expect(dutch).toMatch(/Pagina 1 van \d/);
    expect(await director.faults()).toEqual([]);
    await director.click('Verloop');
    const timeline = await director.text();
    for (const act of [
      'Verzoek verstuurd',
      'Overleg vastgelegd',
      'Besluit genoteerd',
      'Scan van een handtekening toegevoegd',
      'Besluit handmatig ondertekend',
    ])
      expect(timeline).toContain(act);
    expect(await director.faults()).toEqual([]);
    await director.open(`/tools/${tool.toolId}`);
    expect(await director.page.content()).toContain('Handmatig ondertekend: een ander lid vergeleek de scan met het besluit.');
    await director.leave();
  });
});

describe('another paper that is signed with a pen', () => {
  const minutes = (): string => `/council/requests/${requestId}/papers/minutes`;
  let printed = '';

  it('is printed, and its scan is added by the secretary', async () => {
    const secretary = await as('secretary');
    await openCase(secretary, 'Stukken');
    printed = /Kenmerk:? (\S{4}-\S{4})/.exec(textOf(await pdfBehind(secretary, 'Verslag van het overleg (PDF)')))?.[1] ?? '';
    await secretary.page.locator(`main a[href="${minutes()}/signed"]`).click();
    expect(await secretary.heading()).toContain('Op papier getekend:');
    await secretary.choose('Wie heeft het papier ondertekend?', 'Allebei');
    await secretary.page.locator('main [name=scan]').setInputFiles({ ...SCAN, name: 'verslag.pdf' });
    await proveIdentity(secretary);
    await secretary.page.locator('main form button[type=submit]').last().click();
    expect(await secretary.text()).toMatch(/De scan is toegevoegd, kenmerk \S{4}-\S{4}/);
    expect(await secretary.text()).toContain('U voegde hem zelf toe. Een ander lid vergelijkt hem.');
    expect(await secretary.page.locator(`main form[action="${minutes()}/signed/check"]`).count()).toBe(0);
    await secretary.leave();
  });

  it('counts when another member read its reference from the scan, on a phone', async () => {
    const member = await as('member', PHONE);
    await member.open(`${minutes()}/signed`);
    expect(await overflowOf(member.page)).toBe(0);
    expect(await member.faults()).toEqual([]);
    for (const [code, says] of [
      ['0000-0000', 'Dit is niet het kenmerk van dit papier.'],
      [printed, 'Bij dit papier staat nu: handmatig ondertekend.'],
    ] as const) {
      await member.fill(/^Kenmerk, zoals/, code);
      await proveIdentity(member);
      await member.click('Bevestig: dit is de scan van dit papier');
      expect(await member.text()).toContain(says);
    }
    await member.leave();
  });

  it('shows everyone in the case who compared it, with the fingerprint of the scan', async () => {
    const director = await as('director');
    await director.open(`/council/requests/${requestId}`);
    await director.click('Stukken');
    expect(await director.text()).toMatch(/Verslag van het overleg \(PDF\).*Handmatig ondertekend/);
    await director.page.locator(`main a[href="${minutes()}/signed"]`).click();
    expect(await director.text()).toContain(`${house.staff.member.name} vergeleek de scan met het papier`);
    const shown = (await director.page.locator('#scans code').innerText()).replaceAll(/\s/g, '');
    expect(shown).toContain(createHash('sha256').update(SCAN.buffer).digest('base64url'));
    expect(await director.faults()).toEqual([]);
    await director.leave();
  });
});

describe('the year', () => {
  it('reads as an overview and as a paper, in English too', async () => {
    const dpo = await as('dpo');
    await dpo.click('Jaaroverzicht');
    expect(await dpo.heading()).toBe('Jaaroverzicht 2026');
    expect(await dpo.text()).toContain('Wordt getoond als het jaar voorbij is');
    expect(await dpo.faults()).toEqual([]);
    expect(textOf(await pdfBehind(dpo, 'Jaaroverzicht als PDF'))).toContain('Verzoeken verstuurd 1');
    const english = textOf(await pdfBehind(dpo, 'In het Engels (PDF)'));
    expect(english).toContain('Annual overview 2026');
    await dpo.click('English');
    await dpo.open('/reports/annual');
    expect(await dpo.heading()).toBe('Annual overview 2026');
    expect(await dpo.text()).toContain('Requests sent');
    await dpo.leave();
  });
});
