import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { MeetingService } from '../../src/features/consultation/index.js';
import type { Role } from '../../src/kernel/actor.js';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { launchChromium, overflowOf } from '../support/chromium.js';
import { type GivenDossier, House, type HouseWishes, NINE_PEOPLE, STAFF_REPRESENTATION } from '../support/given-dossiers.js';
import type { Staff } from '../support/given-people.js';

jest.setTimeout(240_000);
const PHONE = { width: 390, height: 800 };

let app: TestApp;
let browser: Browser;
let house: House;
let tool: GivenDossier;
const people = new Map<string, BrowserPerson>();

/** One organisation that grows: each body speaks for its people in turn. */
beforeAll(async () => {
  browser = await launchChromium();
  app = await appFor('council_bodies');
  house = await House.enter(app, NINE_PEOPLE);
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

const allLeave = async (): Promise<void> => {
  for (const person of people.values()) await person.leave();
  people.clear();
};
const become = async (wishes: HouseWishes, until: 'advised' | 'requested' = 'advised'): Promise<void> => {
  await allLeave();
  await house.become(wishes);
  tool = await house.tool({ until });
  await app.runJobs();
};
/** Somebody does something; who signed in before is still there. */
const as = async (who: keyof Staff, act: (person: BrowserPerson) => Promise<unknown>, size?: typeof PHONE): Promise<void> => {
  app.clock.advance({ minutes: 1 });
  const at = `${who} ${size?.width}`;
  const person = people.get(at) ?? (await BrowserPerson.signIn(browser, app, house.staff[who], size));
  people.set(at, person);
  await act(person);
};
const identify = (person: BrowserPerson): Promise<void> => {
  app.clock.advance({ minutes: 1 });
  return person.identify();
};
const fillIn = async ({ page }: BrowserPerson, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name=${name}]`).fill(value);
};
/** Follows the link of the page to there: it must be on it. */
const follow = ({ page }: BrowserPerson, path: string): Promise<void> => page.locator(`main a[href="${path}"]`).first().click();
const today = (): string => dayOf(app.clock.now());
const requestPath = async (): Promise<string> => `/council/requests/${await house.idOf('consent_requests', tool.toolId)}`;
/** What the dossier says of a requirement, to whoever is looking. */
const stateOf = async (person: BrowserPerson, id: 'E7' | 'E9'): Promise<string> => {
  await person.open(`/tools/${tool.toolId}`);
  return (await person.page.locator(`#${id} .cs-requirement__head .govuk-tag`).textContent()) ?? '';
};
/** They met; the director says so too. */
const meetWith = async (who: keyof Staff, role: Role): Promise<void> => {
  const requestId = await house.idOf('consent_requests', tool.toolId);
  const service = house.stage.get(MeetingService);
  const held = { heldOn: today(), minutes: 'Besproken.', minutesFile: null, presentCouncil: 'De raad', presentEmployer: 'De bestuurder' };
  await service.recordMeeting(house.stage.as(who, role), requestId, held);
  const [meeting] = await app.database.asOwner('select id from meetings where request_id = $1', [requestId]);
  await service.confirmPresence(house.stage.holder('director'), requestId, String(meeting?.['id']));
};

describe('nine people without a body', () => {
  let path = '';
  beforeAll(async () => {
    await become(NINE_PEOPLE, 'requested');
    path = await requestPath();
  });
  const openPlan = async (employee: BrowserPerson): Promise<void> => {
    await employee.open('/me');
    await follow(employee, '/me/consultation');
    await follow(employee, path.replace('/council/requests', '/me/consultation'));
  };

  it('comment without their name, and get an answer', async () => {
    await as('employee', async (employee) => {
      await openPlan(employee);
      expect(await employee.heading()).toMatch(/^Plan: /);
      expect(await employee.text()).toContain('De werkgever ziet uw naam niet bij de reactie.');
      await employee.fill('Uw reactie', 'Moet dit echt?');
      await employee.click('Verstuur uw reactie');
      expect(await employee.text()).toMatch(/Verstuurd, kenmerk \S{4}-\S{4}/);
      expect(await employee.faults()).toEqual([]);
    });
    await as('hr', async (hr) => {
      await hr.open(path);
      await follow(hr, `${path}/questions`);
      expect(await hr.text()).toContain('Moet dit echt?');
      expect(await hr.text()).not.toContain(house.staff.employee.name);
      expect(await hr.faults()).toEqual([]);
      await hr.page.locator('main textarea[name^="answer-"]').fill('Ja, klanten wachten te lang.');
      await hr.click('Geef antwoord');
    });
    await as('employee', async (employee) => {
      await openPlan(employee);
      expect(await employee.text()).toContain('Antwoord van de werkgever: Ja, klanten wachten te lang.');
    });
  });

  it('are enough once their days for comments are over', async () => {
    await as('hr', async (hr) => expect(await stateOf(hr, 'E9')).not.toBe('Voldaan'));
    await allLeave();
    await house.passTime({ days: 6 });
    await as('hr', async (hr) => expect(await stateOf(hr, 'E9')).toBe('Voldaan'));
    await as('employee', async (employee) => {
      await openPlan(employee);
      expect(await employee.text()).toContain('De termijn voor reacties is voorbij.');
    });
  });
});

describe('thirty people without a body, in a personnel meeting', () => {
  let path = '';
  beforeAll(async () => {
    await become({ gone: ['chair', 'secretary', 'member'], headcount: 30 }, 'requested');
    path = await requestPath();
  });
  const confirm = async (employee: BrowserPerson): Promise<void> => {
    await employee.open('/me');
    await follow(employee, '/me/consultation');
    await follow(employee, path.replace('/council/requests', '/me/consultation'));
    expect(await employee.text()).toContain('Iedereen kon vragen stellen.');
    expect(await overflowOf(employee.page)).toBe(0);
    await employee.page.locator(`main form[action$="/minutes"] button`).click();
    expect(await employee.text()).toMatch(/kenmerk \S{4}-\S{4}/);
    expect(await employee.faults()).toEqual([]);
  };

  it('are asked by the director, who records what was said', () =>
    as('director', async (director) => {
      await director.open(path);
      await follow(director, `${path}/personnel-meeting`);
      expect(await director.faults()).toEqual([]);
      await fillIn(director, { heldOn: today(), minutes: 'Iedereen kon vragen stellen.' });
      for (const name of ['quarterAffected', 'adviceAsked']) await director.page.locator(`main [name=${name}]`).first().check();
      await director.page.locator('main form button').last().click();
      expect(await stateOf(director, 'E9')).not.toBe('Voldaan');
    }));

  it.each([
    ['employee', false],
    ['colleague', true],
  ] as const)('%s was there and confirms the minutes on a phone; then they count: %s', async (who, counts) => {
    await as(who, confirm, PHONE);
    await as('hr', async (hr) => expect((await stateOf(hr, 'E9')) === 'Voldaan').toBe(counts));
  });
});

describe('a staff representation without extra powers', () => {
  let path = '';
  beforeAll(async () => {
    await become(STAFF_REPRESENTATION, 'requested');
    path = await requestPath();
    await app.database.asOwner(`update accounts set language = 'en' where person_id = $1`, [house.staff.director.id]);
  });
  afterAll(() => app.database.asOwner(`update accounts set language = 'nl'`));

  it('reads the request and records the meeting; the director confirms it, in English', async () => {
    await as('chair', async (contact) => {
      await contact.click(/^Verzoeken/);
      await follow(contact, path);
      await follow(contact, `${path}/papers`);
      expect(await contact.text()).toContain('Redenen');
      await follow(contact, path);
      await contact.click('Leg het overleg vast');
      await fillIn(contact, { heldOn: today(), presentCouncil: 'Wij beiden', presentEmployer: 'De bestuurder', minutes: 'Besproken.' });
      await contact.click('Leg het overleg vast');
      expect(await stateOf(contact, 'E9')).not.toBe('Voldaan');
    });
    await as('director', async (director) => {
      await director.open(path);
      await director.click('Confirm the minutes of the meeting');
      await director.click('Confirm the minutes');
      expect(await director.text()).not.toContain('Bevestig');
      expect(await director.faults()).toEqual([]);
    });
  });

  it('gives its view on a phone, and the dossier says that this is enough', async () => {
    const contact = async (person: BrowserPerson): Promise<void> => {
      await person.open(path);
      expect(await person.page.locator(`main a[href="${path}/decision"]`).count()).toBe(0);
      await follow(person, `${path}/view`);
      expect(await person.text()).toContain('volgens de wet geen instemmingsrecht');
      expect(await overflowOf(person.page)).toBe(0);
      expect(await person.faults()).toEqual([]);
      await fillIn(person, { text: 'Wij zijn het eens.', viewedOn: today() });
      await person.click('Leg de zienswijze vast');
      expect(await person.text()).toMatch(/Vastgelegd, kenmerk \S{4}-\S{4}/);
      expect(await stateOf(person, 'E9')).toBe('Voldaan');
    };
    await as('chair', contact, PHONE);
  });
});

describe('a staff representation with the powers of a council', () => {
  let path = '';
  beforeAll(async () => {
    await become(STAFF_REPRESENTATION);
    await house.agreePowers();
    await tool.chain.request();
    await meetWith('chair', 'pvt_contact');
    path = await requestPath();
  });

  it('makes its own rules to vote by: one member proposes, another agrees', async () => {
    await as('chair', async (contact) => {
      await contact.open('/council');
      await follow(contact, '/council/staff-rules');
      expect(await contact.text()).toContain('Uw werkgever kan ze niet zien en niet wijzigen.');
      await contact.page.locator('main [name=ballot][value=secret]').check();
      await identify(contact);
      await contact.click('Stel andere regels voor');
      expect(await contact.text()).toContain('Dit voorstel wacht op een tweede lid');
    });
    await as(
      'secretary',
      async (contact) => {
        await contact.open('/council/staff-rules');
        expect(await overflowOf(contact.page)).toBe(0);
        expect(await contact.faults()).toEqual([]);
        await identify(contact);
        await contact.click('Ik ben het eens met deze regels');
        expect(await contact.text()).toMatch(/De nieuwe regels gelden vanaf nu. Kenmerk \S{4}-\S{4}/);
      },
      PHONE,
    );
  });

  const vote = async (contact: BrowserPerson): Promise<void> => {
    await contact.choose('Wat stemt u?', 'Instemming');
    await identify(contact);
    await contact.click('Breng uw stem uit');
    expect(await contact.text()).toContain('Bewaar deze code. Wij kunnen hem niet opnieuw geven.');
    await contact.click('Ik heb de code opgeschreven');
  };

  it('opens a vote, and each member votes in secret', async () => {
    await as('chair', async (contact) => {
      await contact.open(path);
      await follow(contact, `${path}/vote`);
      await contact.click('Open een stemming');
      await contact.fill('Waarover stemt u?', 'De PVT stemt in met de aanmeldregistratie.');
      await contact.fill('Sluit: dag', addDays(today(), 1));
      await contact.fill('Sluit: tijd', '17.00');
      await contact.click('Zet de stemming klaar');
      expect(await contact.text()).toContain('De stemming staat klaar, kenmerk');
      await vote(contact);
    });
    await as(
      'secretary',
      async (contact) => {
        await contact.open(`${path}/vote`);
        expect(await overflowOf(contact.page)).toBe(0);
        expect(await contact.faults()).toEqual([]);
        await vote(contact);
      },
      PHONE,
    );
    await as('director', async ({ page }) => expect((await page.goto(`${path}/vote`))?.status()).toBe(404));
  });

  it('reads what came out, without counts, and the decision follows from it', async () => {
    await allLeave();
    await house.passTime({ days: 2 });
    await as('chair', async (contact) => {
      await contact.open(`${path}/vote`);
      expect(await contact.text()).toContain('Er is instemming.');
      expect(await contact.text()).toContain('Wij tonen geen aantallen');
      await contact.click('Leg het besluit vast');
      await contact.page.locator('main [name=reasons]').fill('Het is beperkt.');
      await identify(contact);
      await contact.click('Noteer het besluit');
      expect(await stateOf(contact, 'E9')).not.toBe('Voldaan');
    });
    await as('secretary', async (contact) => {
      await contact.open(path);
      await follow(contact, `${path}/decision/confirm`);
      await identify(contact);
      await contact.click('Bevestig het besluit');
      expect(await stateOf(contact, 'E9')).toBe('Voldaan');
    });
  });
});

describe('the council of several enterprises', () => {
  let local: GivenDossier;
  beforeAll(async () => {
    await become({ headcount: 214, roles: { manager: ['group_officer'], auditor: ['group_officer'] } });
    local = await house.tool({ until: 'requested' });
  });
  const competence = async (): Promise<string> => {
    const [row] = await app.database.asOwner('select id from competence_claims where tool_id = $1', [tool.toolId]);
    return `/council/competence/${String(row?.['id'])}`;
  };

  it('is the one that decides, says the director', () =>
    as('director', async (director) => {
      await director.open(`/tools/${tool.toolId}/versions/1/consent-request`);
      await follow(director, `/tools/${tool.toolId}/versions/1/competence`);
      expect(await director.faults()).toEqual([]);
      await director.page.locator('[name=level][value=gor]').check();
      await fillIn(director, { bodyName: 'GOR Voorbeeldgroep', ground: 'Het komt in alle ondernemingen.' });
      await identify(director);
      await director.click('Leg dit voor aan beide raden');
      expect(await director.text()).toMatch(/Voorgelegd aan beide raden, kenmerk \S{4}-\S{4}/);
    }));

  it.each(['chair', 'secretary', 'manager'] as const)('%s agrees that it is', (who) =>
    as(who, async (officer) => {
      await officer.open('/council');
      await follow(officer, await competence());
      expect(await officer.text()).toContain('GOR Voorbeeldgroep');
      await identify(officer);
      await officer.click('Bevestig: deze raad beslist');
      expect(await officer.text()).toMatch(/kenmerk \S{4}-\S{4}/);
    }),
  );

  it('then its officers record and confirm the decision, and the local chair cannot', async () => {
    await tool.chain.request();
    await meetWith('manager', 'group_officer');
    const path = await requestPath();
    await as('chair', async (chair) => {
      await chair.open(path);
      expect(await chair.page.locator(`main a[href="${path}/decision"]`).count()).toBe(0);
    });
    await as('manager', async (officer) => {
      await officer.open('/council');
      await follow(officer, path);
      await follow(officer, `${path}/decision`);
      await officer.page.locator('[name=decision][value=granted]').check();
      const votes = { votesFor: '9', votesAgainst: '0', votesAbstained: '1' };
      await fillIn(officer, { reasons: 'Het is beperkt.', decidedOn: today(), ...votes });
      await identify(officer);
      await officer.click('Noteer het besluit');
    });
    await as('hr', async (hr) => expect(await stateOf(hr, 'E9')).not.toBe('Voldaan'));
    await as(
      'auditor',
      async (officer) => {
        await officer.open(`${path}/decision/confirm`);
        expect(await overflowOf(officer.page)).toBe(0);
        await identify(officer);
        await officer.page.locator(`main form[action="${path}/decision/confirm"] button`).click();
        expect(await officer.faults()).toEqual([]);
      },
      PHONE,
    );
    await as('hr', async (hr) => expect(await stateOf(hr, 'E9')).toBe('Voldaan'));
  });

  it('keeps what it says to itself in a room of its own', async () => {
    await as('manager', async (officer) => {
      await officer.open('/council');
      await follow(officer, '/council/room');
      expect(await officer.heading()).toBe('Kamer van de centrale of groepsondernemingsraad');
      await officer.fill('Uw notitie', 'Wij twijfelen over de bewaartermijn.');
      await officer.click('Plaats de notitie');
      expect(await officer.text()).toContain('De notitie staat er.');
      expect(await officer.faults()).toEqual([]);
    });
    await as(
      'auditor',
      async (officer) => {
        await officer.open('/council/room');
        expect(await officer.text()).toContain('Wij twijfelen over de bewaartermijn.');
        await officer.page.getByText('Wie zou dit nog kunnen lezen?').click();
        expect(await officer.text()).toContain('De ondernemingsraad leest dit niet.');
        expect(await overflowOf(officer.page)).toBe(0);
      },
      PHONE,
    );
    await as('chair', async (chair) => {
      await chair.open('/council/room');
      expect(await chair.heading()).toBe('Kamer van de ondernemingsraad');
      expect(await chair.text()).not.toContain('bewaartermijn');
    });
    await as('director', async ({ page }) => expect((await page.goto('/council/room'))?.status()).toBe(404));
  });

  it('reads the dossier of what it decides, and knows of no other', () =>
    as('manager', async (officer) => {
      await officer.open('/tools');
      expect(await officer.page.locator(`main a[href="/tools/${local.toolId}"]`).count()).toBe(0);
      await follow(officer, `/tools/${tool.toolId}`);
      expect(await stateOf(officer, 'E9')).toBe('Voldaan');
      expect(await officer.text()).toContain('Besluit van de groepsondernemingsraad');
      expect((await officer.page.goto(`/tools/${local.toolId}`))?.status()).toBe(404);
    }));
});

describe('a collective agreement that regulates it', () => {
  beforeAll(() => become({}));

  it('is what the director says', () =>
    as('director', async (director) => {
      await director.open(`/tools/${tool.toolId}/versions/1/consent-request`);
      await follow(director, `/tools/${tool.toolId}/versions/1/claim`);
      expect(await director.faults()).toEqual([]);
      await director.choose('Waarom is instemming niet nodig?', 'Een cao of regeling regelt dit al inhoudelijk');
      await fillIn(director, { ground: 'De cao regelt dit.', agreementReference: 'Cao 2026, artikel 4' });
      await director.page.getByLabel('Die regeling regelt dit onderwerp zelf').check();
      await identify(director);
      await director.click('Leg dit voor');
      expect(await director.text()).toMatch(/Voorgelegd, kenmerk \S{4}-\S{4}/);
      expect(await stateOf(director, 'E7')).not.toBe('Voldaan');
    }));

  it.each([
    ['chair', false],
    ['secretary', true],
  ] as const)('is confirmed by the %s; then it counts: %s', async (who, counts) => {
    await as(who, async (officer) => {
      await officer.click(/^Verzoeken/);
      await follow(officer, `/claims/${await house.idOf('claims', tool.toolId)}/confirmation`);
      expect(await officer.text()).toContain('Cao 2026, artikel 4');
      expect(await officer.faults()).toEqual([]);
      await identify(officer);
      await officer.click('Bevestig dat instemming niet nodig is');
      expect(await officer.text()).toMatch(/Bevestigd, kenmerk \S{4}-\S{4}/);
    });
    await as(who, async (officer) => expect((await stateOf(officer, 'E7')) === 'Voldaan').toBe(counts));
  });
});
