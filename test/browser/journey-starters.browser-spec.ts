import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { GateService } from '../../src/features/gate/index.js';
import { REQUIREMENTS } from '../../src/policy/index.js';
import { fixVersion } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { launchChromium } from '../support/chromium.js';
import { givenChain, givenChannels } from '../support/given-chain.js';
import { actorOf, givenFact, type GivenPerson, givenPerson, givenStaff, givenUnit, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import {
  advise,
  consent,
  decideFinally,
  draftNotice,
  meet,
  openNotice,
  prepareRequest,
  publishNotice,
  sendRequest,
} from '../support/journey-consent.js';
import { findingsOnAssessment, rulesUnder } from '../support/journey-findings.js';
import { assess, Cast, confirmAsIt, fixDpia, openDossier, register, type Registration, sign } from '../support/journey-starters.js';
import { BrowserPerson } from '../support/browser-person.js';

jest.setTimeout(240_000);

/** What stands before the request; E5 to E11 are the chain after it. */
const BEFORE = ['E1', 'E2', 'E3', 'E4', 'E12', 'E13', 'E14', 'E15', 'E16'];
const ALL = REQUIREMENTS.map(({ id }) => id);

let app: TestApp;
let browser: Browser;
let staff: Staff;
let caller: GivenPerson;
let cast: Cast;

beforeAll(async () => {
  app = await appFor('journey_starters', '2026-11-23T09:00:00Z');
  browser = await launchChromium();
  await app.database.transactions.run(async (tx) => {
    staff = await givenStaff(tx);
    await givenChannels(tx, staff);
    await tx.query(
      `insert into channels (kind, handler_id, deputy_id, is_open, changed_by, changed_at) select 'portability', handler_id, deputy_id, true, changed_by, changed_at from channels where kind = 'access'`,
    );
    caller = await givenPerson(tx, { unitId: await givenUnit(tx, 'Klantcontact'), worksAtHome: true });
    await givenPerson(tx, { unitId: await givenUnit(tx, 'Winkel'), worksAtHome: false });
  });
  await givenActivePlatform();
  cast = new Cast(app, browser, staff);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Dossier number 1 is active: without it nothing is switched on. */
const givenActivePlatform = async (): Promise<void> => {
  const version = await app.database.transactions.run(async (tx) => {
    const assessed = await givenTool(tx, new Date('2026-10-05T08:00:00Z'), {
      until: 'assessed',
      unitIds: [staff.employee.unitId],
      isPlatform: true,
      name: 'Countersign',
    });
    const fixed = await fixVersion(tx, actorOf(staff.privacyOfficer), new Date('2026-10-05T08:40:00Z'), assessed.id);
    await givenChain(tx, fixed, staff, { startedAt: '2026-10-05T09:00:00Z' });
    return fixed;
  });
  await app.running.app.get(GateService).activate(actorOf(staff.it), version.toolId, version.number, 'i_platform');
};

const facts = (given: Readonly<Record<string, unknown>>): Promise<void> =>
  app.database.transactions.run(async (tx) => {
    for (const [attribute, value] of Object.entries(given)) await givenFact(tx, attribute, value);
  });
const asBusiness = () => facts({ publicBody: false, headcount: 240 });
const asMunicipality = () => facts({ publicBody: true, headcount: 1900 });

/** Register, assess and fix the DPIA, each by whoever owns it. */
const walk = async (registration: Registration): Promise<void> => {
  await register(cast, registration);
  await app.runJobs();
  await confirmAsIt(cast, registration.name);
  await assess(cast, registration.name);
  await sign(cast, registration.name);
  await fixDpia(cast, registration.name);
};

const inDossier = async (name: string, requirements: readonly string[] = BEFORE): Promise<readonly string[]> => {
  const officer = await cast.as('privacyOfficer');
  await openDossier(officer, name);
  return rulesUnder(officer, requirements);
};

/** Before an activation every failing rule is named, also of what cannot begin yet. */
const onActivation = async (name: string, requirements: readonly string[] = ALL): Promise<readonly string[]> => {
  const it = await cast.as('it');
  await openDossier(it, name);
  await it.click(/^(Zet aan|Wat is nog nodig om dit aan te zetten)/);
  return rulesUnder(it, requirements);
};

/** What the page of the request says must be ready first, as requirements. */
const refusedBy = async (who: 'hr' | 'director', name: string): Promise<readonly string[]> => {
  const person = await cast.as(who);
  await openDossier(person, name, 'Verzoek');
  expect(await person.page.getByRole('button', { name: 'Verstuur het verzoek aan de OR' }).count()).toBe(0);
  const words = await person.text();
  return REQUIREMENTS.filter(({ title }) => words.includes(title.nl)).map(({ id }) => id);
};

const verdict = async (name: string): Promise<string> => {
  const hr = await cast.as('hr');
  await openDossier(hr, name);
  return hr.text();
};

const SAMPLING = 'Gesprekken opnemen met een steekproef';
const LOGIN = 'Aanmeldregistratie thuiswerken';

interface Expected extends Registration {
  /** Findings of the assessment. */
  readonly findings: readonly string[];
  /** Findings of requirements that no section of the assessment asks about. */
  readonly besides?: readonly string[];
  readonly refused: readonly string[];
}

const BUSINESS: readonly Expected[] = [
  {
    starter: 'Opname die doorloopt in de wachtstand',
    name: 'Opname in de wacht',
    unit: 'Klantcontact',
    findings: ['EU-NEC-04', 'NL-REC-01'],
    refused: ['E1', 'E16'],
  },
  {
    starter: 'Schermafbeeldingen bij thuiswerken',
    name: 'Schermbeelden',
    unit: 'Klantcontact',
    findings: ['EU-GDPR-06-03', 'EU-GDPR-22-02', 'EU-WP249-01', 'NL-PAR-01'],
    besides: ['EU-GDPR-21-02'],
    refused: ['E2', 'E4', 'E15'],
  },
  {
    starter: 'Schermen bij de zelfscankassa, live mee te kijken',
    name: 'Schermen bij de kassa',
    unit: 'Winkel',
    findings: ['EU-GDPR-04-01', 'EU-GDPR-06-03', 'EU-NEC-02', 'EU-NEC-03 (W)'],
    refused: ['E1', 'E2', 'E16'],
  },
  {
    starter: 'Slimme camera’s in een winkel',
    name: 'Slimme camera’s',
    unit: 'Winkel',
    findings: ['EU-FAIR-01 (W)', 'EU-GDPR-04-03', 'EU-GDPR-09-02', 'EU-GDPR-10-01'],
    refused: ['E1', 'E2', 'E16'],
  },
  {
    starter: 'Headset die de stemming meet',
    name: 'Headset',
    unit: 'Klantcontact',
    findings: ['EU-AIA-05-01 (absolute)', 'EU-FAIR-01 (W)', 'EU-GDPR-06-02', 'NL-HOME-01'],
    besides: ['EU-AIA-26-01 (W)'],
    refused: ['E2', 'E4', 'E15'],
  },
];

const plain = (rule: string): string => rule.replace(' (absolute)', '');

describe('each starter of a business, by clicks', () => {
  beforeAll(asBusiness);

  it.each(BUSINESS)(
    '$starter: exactly its findings, and the request refused',
    async ({ findings, besides = [], refused, ...registration }) => {
      await walk(registration);
      expect(await findingsOnAssessment(cast, registration.name)).toEqual(findings);
      expect(await inDossier(registration.name)).toEqual([...findings, ...besides].map(plain).sort());
      await prepareRequest(cast, registration.name);
      for (const who of ['hr', 'director'] as const) expect(await refusedBy(who, registration.name)).toEqual(refused);
    },
  );

  it('the headset: never, and its draft notice without the words about AI lacks them', async () => {
    expect(await verdict('Headset')).toContain('Dit volgsysteem mag nooit aan');
    expect(await verdict('Schermbeelden')).toContain('Dit volgsysteem mag nog niet aan');
    await draftNotice(cast, 'Headset', { empty: ['N21'] });
    expect(await onActivation('Headset', ['E11'])).toEqual(['EU-GDPR-13-01', 'EU-GDPR-13-03', 'EU-GDPR-13-04 (W)']);
  });
});

describe('call recording with sampling', () => {
  const name = 'Steekproef';
  beforeAll(asBusiness);

  it('shows one warning, goes the whole way and is switched on once the warning is accepted', async () => {
    await walk({ starter: SAMPLING, name, unit: 'Klantcontact' });
    expect(await findingsOnAssessment(cast, name)).toEqual(['NL-AP-REC-01 (W)']);
    expect(await inDossier(name)).toEqual(['NL-AP-REC-01 (W)']);
    await draftNotice(cast, name, { told: ['atStart', 'purposesTold', 'fullNoticeLink'] });
    await advise(cast, name);
    await prepareRequest(cast, name);
    await sendRequest(cast, name);
    await meet(cast, name);
    await consent(cast, name);
    await decideFinally(cast, name, 16);
    await cast.later({ hours: 25 });
    await publishNotice(cast, name);
    const reader = await BrowserPerson.signIn(browser, app, caller);
    await openNotice(reader, name);
    await reader.leave();
    await cast.later({ days: 15 });
    expect(await onActivation(name)).toEqual(['NL-AP-REC-01 (W)']);
    const it = await cast.as('it');
    expect(await it.page.getByRole('button', { name: 'Zet aan' }).count()).toBe(0);
    const officer = await cast.as('privacyOfficer');
    await openDossier(officer, name);
    await officer.click(/^Aanvaard of weiger deze waarschuwing/);
    await officer.page.locator('main [name=reason]').fill('De medewerker hoort dezelfde dag welk gesprek is opgenomen.');
    await officer.click('Aanvaard de waarschuwing');
    await app.runJobs();
    await openDossier(it, name);
    await it.click('Zet aan');
    await it.page.getByRole('button', { name: 'Zet aan' }).click();
    expect(await it.text()).toContain('Aangezet, kenmerk');
    expect(await verdict(name)).toContain('Dit volgsysteem is actief');
  });
});

describe('home login registration', () => {
  const name = 'Aanmeldregistratie';
  beforeAll(asBusiness);

  it('shows no finding; from the starter to the request sent it takes at most 45 answers', async () => {
    cast.answers = 0;
    await walk({ starter: LOGIN, name, unit: 'Klantcontact' });
    const assessed = cast.answers;
    expect(await findingsOnAssessment(cast, name)).toEqual([]);
    expect(await inDossier(name)).toEqual([]);
    cast.answers = assessed;
    await advise(cast, name);
    await prepareRequest(cast, name);
    await sendRequest(cast, name);
    expect(cast.answers).toBeGreaterThan(20);
    expect(cast.answers).toBeLessThanOrEqual(45);
  });

  /**
   * The scenario publishes the notice and switches the tool on, all on one day, two weeks after a request that nobody answered. Here HR cannot
   * publish before the employer's decision, which cannot come before the council's, and IT has no button: what the scenario does wrong is
   * named as what stands in the way of it.
   */
  it('without an answer, and without the right words in the notice, is refused with exactly those rules', async () => {
    const hr = await draftNotice(cast, name, { empty: ['N18'] });
    for (const language of ['Nederlands', 'Engels']) expect(await hr.text()).toContain(`Waar u terecht kunt in het ${language}`);
    await cast.later({ days: 14 });
    const again = await cast.as('hr');
    await openDossier(again, name, 'Bericht');
    expect(await again.text()).toContain('Versturen kan nog niet');
    expect(await again.page.locator('main form[action$="/publication"]').count()).toBe(0);
    expect(await onActivation(name)).toEqual(['EU-GDPR-13-01', 'EU-GDPR-13-03', 'EU-GDPR-13-04 (W)', 'NL-WOR-27-01']);
    const it = await cast.as('it');
    expect(await it.page.getByRole('button', { name: 'Zet aan' }).count()).toBe(0);
  });
});

const MUNICIPAL = [
  ['Logboeken van het kantoorpakket', 'Kantoorpakket'],
  ['Telefoniecijfers van het klantcontactcentrum', 'Telefonie'],
  ['Logboek van het zaaksysteem', 'Zaaksysteem'],
  ['VPN en beveiliging van laptops', 'VPN'],
  ['Toegangspassen', 'Passen'],
] as const;

describe('at a municipality', () => {
  beforeAll(asMunicipality);

  it.each(MUNICIPAL)('%s: no finding', async (starter, name) => {
    await walk({ starter, name, unit: 'Klantcontact' });
    expect(await inDossier(name)).toEqual([]);
  });

  it('recording all calls: exactly its findings, the request refused; the notice says what was left out of it', async () => {
    const name = 'Gesprekken met het algemene nummer';
    await walk({ starter: 'Gesprekken opnemen bij een gemeente', name, unit: 'Klantcontact' });
    expect(await findingsOnAssessment(cast, name)).toEqual(['EU-GDPR-06-04 (W)', 'NL-REC-06']);
    expect(await inDossier(name)).toEqual(['EU-GDPR-06-04 (W)', 'EU-GDPR-21-02', 'NL-REC-06']);
    await prepareRequest(cast, name);
    for (const who of ['hr', 'director'] as const) expect(await refusedBy(who, name)).toEqual(['E16']);
    // Without a way to say no and without a reason, nothing is proposed about that: HR has to write what is true.
    const typed = { N12: 'Meedoen is verplicht. Er is geen manier om nee te zeggen.' };
    await draftNotice(cast, name, { typed, told: ['atStart', 'purposesTold'], empty: ['N08'] });
    expect(await onActivation(name, ['E11'])).toEqual(['EU-GDPR-13-02', 'EU-GDPR-13-03', 'EU-GDPR-13-04 (W)', 'NL-AP-REC-02']);
  });
});
