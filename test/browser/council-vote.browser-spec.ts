import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { consultationPaths } from '../../src/features/consultation/index.js';
import { VotingService } from '../../src/features/consultation/voting/voting.service.js';
import { newId } from '../../src/kernel/ids.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { axeFindings, launchChromium, overflowOf } from '../support/chromium.js';
import { givenRules } from '../support/given-ballots.js';
import { givenConsent } from '../support/given-consultation.js';
import { actorOf, givenPerson, givenStaff, type GivenPerson, PASSWORD, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

jest.setTimeout(180_000);

const PHONE = { width: 390, height: 844 };
/** Set to keep pictures of the pages that the journey passes. */
const PICTURES = process.env['COUNTERSIGN_PICTURES'];

let app: TestApp;
let browser: Browser;
let staff: Staff;
let others: readonly GivenPerson[];
let requestId: string;
let secretId: string;

const given = async (): Promise<string> =>
  app.database.transactions.run(async (tx) => {
    const tool = await givenTool(tx, app.clock.now(), {
      name: `Aanmelden ${newId('n').slice(2, 6)}`,
      unitIds: [staff.hr.unitId],
      until: 'fixed',
    });
    const ids = await givenConsent(tx, tool, { at: new Date('2026-03-02T09:00:00Z'), until: 'met' });
    await tx.query(
      `insert into council_questions (id, request_id, text, asked_by, asked_at) values ($1, $2, 'Wie ziet de tijden?', $3, $4)`,
      [newId('q'), ids.requestId, staff.member.id, app.clock.now()],
    );
    return ids.requestId;
  });

beforeAll(async () => {
  app = await appFor('council_vote', '2026-03-03T09:00:00Z');
  browser = await launchChromium();
  staff = await app.database.transactions.run(givenStaff);
  others = await app.database.transactions.run(async (tx) => [
    await givenPerson(tx, { roles: ['or_member'], name: 'Jamal Idrissi', unitId: staff.hr.unitId }),
    await givenPerson(tx, { roles: ['or_member'], name: 'Petra de Wit', unitId: staff.hr.unitId }),
  ]);
  [requestId, secretId] = [await given(), await given()];
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** The page as it stands, with scripts, on a wide screen and a phone: nothing that axe finds, and nothing beside the screen. */
const sound = async (person: BrowserPerson, name: string): Promise<void> => {
  const context = await browser.newContext({ storageState: await person.context.storageState(), baseURL: app.url });
  const page = await context.newPage();
  await page.goto(person.page.url());
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true });
    expect([name, width, await axeFindings(page), await overflowOf(page)]).toEqual([name, width, [], 0]);
  }
  await context.close();
};
const vote = (person: GivenPerson, choice: 'consent' | 'conditions' | 'no_consent', on = requestId): Promise<unknown> =>
  app.running.app
    .get(VotingService)
    .cast(
      actorOf(person),
      on,
      { ballotId: ballots.get(on) ?? '', choice, reasons: 'Het is streng genoeg.', code: null },
      { identity: { password: PASSWORD }, key: newId('i') },
    );
const ballots = new Map<string, string>();
const noteBallot = async (on: string): Promise<void> => {
  const [row] = await app.database.asOwner('select id from ballots where subject_id = $1', [on]);
  ballots.set(on, String(row?.['id']));
};

describe('a vote of the council', () => {
  it('is opened by the chair, with the question that has no answer in sight', async () => {
    const chair = await BrowserPerson.signIn(browser, app, staff.chair);
    await chair.open(consultationPaths.request(requestId));
    await chair.click('Naar de stemming');
    expect(await chair.text()).toContain('1 vraag aan de werkgever heeft nog geen antwoord');
    await sound(chair, 'vote-none');
    await chair.click('Open een stemming');
    await sound(chair, 'vote-announce');
    await chair.fill('Waarover stemt u?', 'De OR stemt in met de aanmeldregistratie.');
    await chair.fill('Sluit: dag', '2026-03-04');
    await chair.fill('Sluit: tijd', '25:00');
    await chair.click('Zet de stemming klaar');
    expect(await chair.text()).toContain('Er is een probleem');
    await chair.fill('Sluit: tijd', '12.00');
    await chair.click('Zet de stemming klaar');
    expect(await chair.text()).toContain('De stemming staat klaar, kenmerk');
    await noteBallot(requestId);
    await chair.open(consultationPaths.voteOpening(requestId));
    expect(await chair.text()).toContain('Er is al een stemming over dit verzoek');
    expect(await chair.page.locator('main form').count()).toBe(0);
    await sound(chair, 'vote-stands');
    await chair.click('Naar de stemming');
    expect(chair.page.url()).toContain(consultationPaths.vote(requestId));
    await chair.leave();
  });

  it('takes a member’s vote on a phone, and the change of it, from the mail in three pages', async () => {
    await app.runJobs();
    const mail = (await app.mails()).find(
      ({ to, subject }) => subject === 'Breng uw stem uit' && to?.some(({ address }) => address === staff.member.email),
    );
    const link = /https?:\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    const member = await BrowserPerson.signIn(browser, app, staff.member, PHONE);
    await member.open('/');
    expect(await member.text()).toMatch(/Nu te doen\s+Stem over /);
    await member.open(new URL(link).pathname);
    await member.click('Lees eerst het plan op 1 pagina');
    expect(await member.text()).toMatch(/U bent aan zet\s+Er is een stemming open/);
    await member.click('Breng uw stem uit');
    expect(await member.text()).toMatch(/Er moeten ten minste \d+ van de \d+ leden meedoen/);
    await member.choose('Wat stemt u?', /^Geen instemming/);
    await member.fill(/Waarom/, 'Ik mis een antwoord.');
    await member.identify();
    await sound(member, 'vote-open');
    await member.click('Breng uw stem uit');
    expect(await member.text()).toMatch(/Uw stem is vastgelegd, kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await member.text()).toContain('U stemde: Geen instemming.');
    await member.choose('Wat stemt u?', /^Instemming met voorwaarden/);
    await member.identify();
    await member.click('Verander uw stem');
    expect(await member.text()).toContain('U stemde: Instemming met voorwaarden.');
    expect(await member.text()).not.toContain('De uitslag');
    await member.open('/');
    expect(await member.text()).not.toContain('Stem over ');
    await member.leave();
  });

  it('closes at its time, is counted by the secretary, and is what the decision says', async () => {
    await vote(others[0]!, 'consent');
    await vote(others[1]!, 'no_consent');
    app.clock.set('2026-03-04T11:00:00Z');
    const secretary = await BrowserPerson.signIn(browser, app, staff.secretary);
    await secretary.open(consultationPaths.vote(requestId));
    expect(await secretary.text()).toContain('De stemming is gesloten op 4 maart 2026, 12.00 uur');
    await sound(secretary, 'vote-closed');
    await secretary.click('Tel de stemmen nu');
    const text = await secretary.text();
    expect(text).toContain('Er is instemming, met voorwaarden.');
    for (const words of ['Jamal Idrissi', 'Ik mis een antwoord.', 'Nodig: 3']) expect(text).toContain(words);
    await sound(secretary, 'vote-result');
    await secretary.click('Leg het besluit vast');
    expect(await secretary.text()).toContain('De uitkomst, de dag en de aantallen komen uit de stemming.');
    expect(await secretary.page.locator('[name=votesFor], [name=decision]').count()).toBe(0);
    await sound(secretary, 'vote-decide');
    await secretary.leave();
  });

  it('in secret: shows a code once, in English too, and changes the vote with it', async () => {
    await app.database.transactions.run((tx) => givenRules(tx, { ballot: 'secret' }, app.clock.now()));
    const closesAt = new Date('2026-03-06T12:00:00Z');
    await app.running.app
      .get(VotingService)
      .announce(actorOf(staff.chair), secretId, { proposal: 'De OR stemt in.', opensAt: null, closesAt });
    await noteBallot(secretId);
    const member = await BrowserPerson.signIn(browser, app, staff.member, PHONE);
    await member.open(`${consultationPaths.vote(secretId)}?lang=en`);
    await member.choose('What do you vote?', /^Abstention/);
    await member.identify();
    await sound(member, 'vote-secret');
    await member.click('Cast your vote');
    expect(await member.text()).toContain('Keep this code. We cannot give it again.');
    if (PICTURES) await member.page.screenshot({ path: `${PICTURES}/vote-code-390.png`, fullPage: true });
    expect([await fitsPhone(member), member.page.url()]).toEqual([true, `${app.url}${consultationPaths.vote(secretId)}`]);
    const code = (await member.page.locator('main code').innerText()).trim();
    await member.click('I have written the code down');
    expect(await member.text()).not.toContain(code);
    await member.choose('What do you vote?', /^Consent with conditions/);
    await member.fill('Your change code', code.toLowerCase());
    await sound(member, 'vote-secret-change');
    await member.click('Change your vote');
    expect(await member.text()).toContain('Your vote is changed, reference');
    await member.leave();
    for (const person of others) await vote(person, 'conditions', secretId);
    app.clock.set('2026-03-06T12:00:00Z');
    await app.running.app.get(VotingService).sweep();
    const reader = await BrowserPerson.signIn(browser, app, staff.member, PHONE);
    await reader.open(`${consultationPaths.vote(secretId)}?lang=nl`);
    expect(await reader.text()).toContain('Wij tonen geen aantallen.');
    expect(await reader.text()).not.toContain('Wie stemde wat');
    await sound(reader, 'vote-hidden');
    await reader.leave();
  });
});

/** Without scripts a page cannot be measured from inside; its text is never wider than the phone. */
const fitsPhone = async (person: BrowserPerson): Promise<boolean> =>
  ((await person.page.locator('main').boundingBox())?.width ?? 1000) <= PHONE.width;
