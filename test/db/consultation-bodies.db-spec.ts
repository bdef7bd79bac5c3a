import type { Role } from '../../src/kernel/actor.js';
import { dayOf } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { standingConsents } from '../../src/features/consultation/after/consents.repository.js';
import { subjectsOf } from '../../src/features/consultation/after/domain/reminders.js';
import { councilFacts } from '../support/council-facts.js';
import { readVersion, type Version } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { ATTACHED, type Consultation, consultationOn } from '../support/given-consultation.js';
import { actorOf, givenFact, givenOrganisation, type GivenPerson, givenPerson, identityAt } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const DRAFT = {
  intendedDecision: 'Wij willen dit invoeren.',
  reasons: 'Klanten wachten te lang.',
  consequences: 'Het moment van inloggen wordt vastgelegd.',
  grounds: ['k', 'l'],
  alsoAdvice: false,
  intendedStartOn: null,
  evaluationOn: '2027-03-01',
};
const HELD = { heldOn: '2026-03-02', minutes: 'Besproken.', minutesFile: null, presentCouncil: 'De PVT', presentEmployer: 'De bestuurder' };
const NOTHING_PENDING = { withoutConsent: [], unratified: [], consents: [], frameworks: [], concerns: [], equated: [] };
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.reasons[0]?.code ?? error.code;
    },
  );

interface House {
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly acts: Consultation;
  readonly people: readonly GivenPerson[];
  readonly director: GivenPerson;
  readonly hr: GivenPerson;
  readonly version: Version;
}
/** A small organisation of `headcount` people: a director, HR, somebody in each extra role, and plain employees. */
const houseOf = async (name: string, headcount: number, extra: readonly Role[] = []): Promise<House> => {
  const database = await databaseFor(name);
  const clock = new TestClock('2026-03-02T09:00:00Z');
  const made = await database.transactions.run(async (tx) => {
    await givenOrganisation(tx);
    const roles: readonly (readonly Role[])[] = [['director'], ['hr_registrar'], ...extra.map((role) => [role]), [], [], []];
    const people: GivenPerson[] = [];
    for (const held of roles) people.push(await givenPerson(tx, { roles: held }));
    await givenFact(tx, 'headcount', headcount, 'p_hr', null);
    const version = await givenTool(tx, clock.now(), { unitIds: [people[0]!.unitId], until: 'fixed' });
    return { people, version };
  });
  return { database, clock, acts: await consultationOn(database, clock), ...made, director: made.people[0]!, hr: made.people[1]! };
};
const closing = async ({ database, acts }: House): Promise<void> => {
  await acts.close();
  await database.close();
};
const press = ({ clock }: House) => {
  clock.advance({ minutes: 1 });
  return { identity: { password: identityAt(clock.now()).password }, key: newId('i') };
};
const send = async (house: House): Promise<string> => {
  await house.acts.requests.prepare(actorOf(house.hr), house.version.toolId, 1, DRAFT);
  return (await house.acts.requests.send(actorOf(house.director), house.version.toolId, 1, press(house))).requestId;
};
const introduce = (house: House) =>
  house.acts.finals.decide(
    actorOf(house.director),
    house.version.toolId,
    1,
    { text: 'Wij beginnen.', effectiveOn: dayOf(house.clock.now()), takesOver: [] },
    press(house),
  );
const facts = ({ database, version, clock }: House) =>
  database.transactions.read(async (tx) =>
    councilFacts(tx, await readVersion(tx, version.id), [version.fingerprint], clock.now(), ATTACHED),
  );
const holding = async (house: House): Promise<string> =>
  Object.entries((await facts(house)).checks)
    .filter(([, check]) => check.holds)
    .map(([id, check]) => (check.applies ? id : `(${id})`))
    .join(' ');
const as = (person: GivenPerson | undefined, role?: Role) => actorOf(person!, role);

describe('a staff representation without a right of consent', () => {
  let house: House;
  beforeAll(async () => {
    house = await houseOf('consultation pvt', 30, ['pvt_contact', 'pvt_contact']);
  });
  afterAll(() => closing(house));

  it('gives its view on the papers, and then the employer decides to introduce', async () => {
    const contact = as(house.people[2]);
    const requestId = await send(house);
    expect(await holding(house)).toBe('E7');
    const view = () => codeOf(house.acts.staff.recordView(contact, requestId, { text: 'Wij zijn het eens.', viewedOn: '2026-03-02' }));
    expect(await view()).toBe('decision.before-meeting');
    await house.acts.meetings.recordMeeting(contact, requestId, HELD);
    const [row] = await house.database.asOwner('select id from meetings');
    await house.acts.meetings.confirmPresence(as(house.director), requestId, String(row?.['id']));
    expect(await holding(house)).toBe('E7 E8');
    expect(await codeOf(house.acts.staff.recordView(as(house.director), requestId, { text: 'x', viewedOn: '2026-03-02' }))).toBe(
      'act.not-yours',
    );
    const decision = {
      decision: 'granted',
      reasons: 'x',
      decidedOn: '2026-03-02',
      votesFor: 2,
      votesAgainst: 0,
      votesAbstained: 0,
      expiresOn: null,
      conditions: [],
    } as const;
    expect(await codeOf(house.acts.decisions.recordDecision(contact, requestId, decision, press(house)))).toBe('body.no-consent-right');
    expect(await view()).toBe('done');
    expect(await holding(house)).toBe('E7 E8 E9');
    expect((await facts(house)).representation).toMatchObject({ consultedOn: '2026-03-02', decision: null });
    await introduce(house);
    await house.acts.runJobs();
    house.clock.advance({ hours: 24 });
    expect(await holding(house)).toBe('E7 E8 E9 E10');
    expect((await facts(house)).proofs.viewId).toMatch(/^w_/);
  });

  it('is owed the evaluation that went with the request: reminded, and closed the day after it was missed', async () => {
    const [followed] = await house.database.transactions.read((tx) => standingConsents(tx));
    expect(followed).toMatchObject({ toolId: house.version.toolId, evaluationOn: '2027-03-01', reviews: [] });
    expect(subjectsOf({ ...NOTHING_PENDING, consents: [followed!] }).map(({ name, lastDay }) => [name, lastDay])).toEqual([
      ['evaluation', '2027-03-01'],
    ]);
    house.clock.set('2027-03-01T22:59:59Z');
    expect((await facts(house)).checks.E10.holds).toBe(true);
    house.clock.set('2027-03-01T23:00:00Z');
    expect((await facts(house)).checks.E10.code).toBe('evaluation.missed');
    const requestId = followed!.requestId;
    const officer = await house.database.transactions.run((tx) => givenPerson(tx, { roles: ['privacy_officer'] }));
    const figures = [
      { purpose: 'attendance', goal: 'Minder wachten', unit: 'minuten', before: '8', after: '5', reached: 'yes', explanation: 'Korter.' },
    ] as const;
    const { reportId } = await house.acts.evaluations.report(as(officer), requestId, { summary: 'Het werkt.', figures });
    const found = { view: 'Goed.', outcome: 'continue', nextOn: '2027-09-01' } as const;
    await house.acts.evaluations.recordReview(as(house.people[2]), reportId, found, press(house));
    const [review] = await house.database.asOwner('select id from effect_reviews');
    await house.acts.evaluations.confirmReview(as(house.people[3]), reportId, String(review?.['id']), press(house).identity);
    expect((await facts(house)).checks.E10.holds).toBe(true);
  });
});

describe('a staff representation with extra powers', () => {
  let house: House;
  beforeAll(async () => {
    house = await houseOf('consultation pvt kl', 30, ['pvt_contact', 'pvt_contact']);
    await house.database.asOwner(
      `insert into files (id, name, type, bytes, sha256, uploaded_by, uploaded_at) values ('f_1', 'a.pdf', 'application/pdf', 'x', 'x', 'x', now())`,
    );
    await house.database.transactions.run((tx) =>
      givenFact(tx, 'staffRepresentationExtraPowers', ['kl'], house.people[2]!.id, house.people[3]!.id),
    );
    await house.database.asOwner(`update organisation_facts set file_id = 'f_1' where attribute = 'staffRepresentationExtraPowers'`);
  });
  afterAll(() => closing(house));

  it('decides as a council does, by two of its members', async () => {
    const [one, two] = [as(house.people[2]), as(house.people[3])];
    const requestId = await send(house);
    await house.acts.meetings.recordMeeting(one, requestId, HELD);
    const [row] = await house.database.asOwner('select id from meetings');
    await house.acts.meetings.confirmPresence(as(house.director), requestId, String(row?.['id']));
    const decision = {
      decision: 'granted',
      reasons: 'x',
      decidedOn: '2026-03-02',
      votesFor: 2,
      votesAgainst: 0,
      votesAbstained: 0,
      expiresOn: null,
      conditions: [],
    } as const;
    const { decisionId } = await house.acts.decisions.recordDecision(one, requestId, decision, press(house));
    expect(await codeOf(house.acts.decisions.confirm(one, requestId, decisionId, press(house)))).toBe('decision.same-officer');
    expect(await holding(house)).toBe('E7 E8');
    await house.acts.decisions.confirm(two, requestId, decisionId, press(house));
    expect(await holding(house)).toBe('E7 E8 E9');
    const { finalId } = await introduce(house);
    expect((await house.database.asOwner('select kind from final_decisions where id = $1', [finalId]))[0]?.['kind']).toBe('final_decision');
  });
});

describe('a personnel meeting', () => {
  let house: House;
  beforeAll(async () => {
    house = await houseOf('consultation personnel', 20, ['manager', 'dpo']);
  });
  afterAll(() => closing(house));

  it('counts once two who were there, and nobody of the employer, confirmed the minutes', async () => {
    const requestId = await send(house);
    expect(await holding(house)).toBe('E7');
    const meeting = { heldOn: '2026-03-02', minutes: 'Besproken.', quarterAffected: true, adviceAsked: true };
    expect(await codeOf(house.acts.staff.recordPersonnelMeeting(as(house.hr), requestId, meeting))).toBe('act.not-yours');
    expect(await codeOf(house.acts.staff.recordPersonnelMeeting(as(house.director), requestId, { ...meeting, heldOn: '2026-03-01' }))).toBe(
      'day.before-request',
    );
    expect(await codeOf(house.acts.staff.recordPersonnelMeeting(as(house.director), requestId, { ...meeting, heldOn: '2026-03-03' }))).toBe(
      'day.future',
    );
    await house.acts.staff.recordPersonnelMeeting(as(house.director), requestId, meeting);
    expect(await holding(house)).toBe('E7 E8');
    const confirm = (person: GivenPerson | undefined) => codeOf(house.acts.staff.confirmMinutes(as(person, 'employee'), requestId));
    for (const employer of [house.hr, house.director, house.people[2], house.people[3]])
      expect(await confirm(employer)).toBe('act.not-yours');
    expect(await confirm(house.people[4])).toBe('done');
    expect(await confirm(house.people[4])).toBe('minutes.confirmed-by-you');
    expect((await facts(house)).representation.personnelMeetingOn).toBeNull();
    expect(await confirm(house.people[5])).toBe('done');
    expect((await facts(house)).representation).toMatchObject({
      personnelMeetingOn: '2026-03-02',
      quarterAffected: true,
      adviceAsked: true,
    });
    expect(await holding(house)).toBe('E7 E8 E9');
    await introduce(house);
    expect((await facts(house)).checks.E10.code).toBe('copies.unsent');
    await house.acts.runJobs();
    house.clock.advance({ hours: 23, minutes: 59 });
    expect((await facts(house)).checks.E10.code).toBe('copies.day-running');
    house.clock.advance({ minutes: 1 });
    expect(await holding(house)).toBe('E7 E8 E9 E10');
  });

  it('has nobody who could hold an evaluation: there the review day of the DPIA closes, and no law beside it', async () => {
    house.clock.set('2027-03-02T09:00:00Z');
    expect(await holding(house)).toBe('E7 E8 E9 E10');
    expect(await house.database.transactions.read((tx) => standingConsents(tx))).toEqual([]);
  });

  it('tells everyone in scope, in as many statements for many as for few', async () => {
    const [row] = await house.database.asOwner(
      `select count(*)::int as told from staff_announcement_recipients r join staff_announcements a on a.id = r.announcement_id where a.act = 'request.sent'`,
    );
    expect(row?.['told']).toBe(7);
  });
});

describe('nobody to consult, under ten people', () => {
  let house: House;
  beforeAll(async () => {
    house = await houseOf('consultation none', 7);
  });
  afterAll(() => closing(house));

  it('waits five days for comments, and for an answer to each', async () => {
    const requestId = await send(house);
    expect(await holding(house)).toBe('E7 (E8)');
    expect((await facts(house)).checks.E9.code).toBe('comments.open');
    await house.acts.staff.comment(as(house.people[3]), requestId, 'Moet dit echt?');
    house.clock.set('2026-03-07T22:59:00Z');
    expect((await facts(house)).checks.E9.code).toBe('comments.unanswered');
    const [row] = await house.database.asOwner('select id from staff_comments');
    expect(await codeOf(house.acts.staff.answerComment(as(house.people[3]), requestId, String(row?.['id']), 'Ja.'))).toBe('act.not-yours');
    await house.acts.staff.answerComment(as(house.director), requestId, String(row?.['id']), 'Ja, want klanten wachten.');
    expect((await facts(house)).checks.E9.code).toBe('comments.open');
    house.clock.set('2026-03-07T23:00:00Z');
    expect(await holding(house)).toBe('E7 (E8) E9');
    expect(await codeOf(house.acts.staff.comment(as(house.people[4]), requestId, 'Te laat'))).toBe('comments.closed');
  });

  it('counts a claim once everyone was told, where there is no DPO either', async () => {
    const claim = { route: 'cba', ground: 'De cao regelt dit.', agreementReference: 'Cao art. 3', agreementSubstantive: true } as const;
    await house.acts.claims.claim(as(house.director), house.version.toolId, 1, claim, press(house).identity);
    expect((await facts(house)).checks.E7).toMatchObject({ holds: false, code: 'claim.unconfirmed' });
    await house.acts.runJobs();
    expect((await facts(house)).checks.E7.holds).toBe(true);
    const [row] = await house.database.asOwner('select id from claims');
    expect(await codeOf(house.acts.claims.confirm(as(house.people[3], 'employee'), String(row?.['id']), press(house).identity))).toBe(
      'act.not-yours',
    );
  });
});
