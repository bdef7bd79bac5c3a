import type { Actor } from '../../src/kernel/actor.js';
import { Problem } from '../../src/kernel/problem.js';
import {
  adviceShown,
  assessmentFacts,
  type AssessmentFacts,
  deviationsShown,
  readAdviceCase,
} from '../../src/features/assessments/index.js';
import { shownComments } from '../../src/features/assessments/comments/shown-comments.js';
import type { AdviceInput } from '../../src/features/assessments/domain/advice-form.js';
import { RemindersService } from '../../src/features/assessments/reminders.service.js';
import {
  acceptedFingerprints,
  fixVersion,
  latestVersion,
  nextVersion,
  readVersion,
  type Version,
  writeAnswers,
} from '../../src/features/tools/index.js';
import { sqlState } from '../../src/platform/database/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AssessmentServices, assessmentServices, givenAttachment, givenDpiaFixed } from '../support/given-assessments.js';
import { actorOf, givenFact, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const START = '2026-11-23T09:00:00Z';
const clock = new TestClock(START);
let database: TestDatabase;
let staff: Staff;
let services: AssessmentServices;
let officer: Actor;
let hr: Actor;
let director: Actor;
let dpo: Actor;

beforeAll(async () => {
  database = await databaseFor('advice');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = assessmentServices(database.transactions, clock);
  [officer, hr, director, dpo] = [actorOf(staff.privacyOfficer), actorOf(staff.hr), actorOf(staff.director), actorOf(staff.dpo)];
});
beforeEach(() => clock.set(START));
afterAll(() => database.close());

const fixed = async (): Promise<Version> => {
  const version = await database.transactions.run((tx) =>
    givenTool(tx, clock.now(), { until: 'assessed', unitIds: [staff.employee.unitId] }),
  );
  return givenDpiaFixed(services, officer, version);
};
const asked = async (): Promise<Version> => {
  const version = await fixed();
  await services.advices.ask(hr, version.toolId, version.number);
  return version;
};
const POSITIVE = { advice: 'positive', reasons: 'Nodig en mild.', conditions: [] } as const;
const DAYS_30 = { text: '30 dagen in plaats van 45', limit: { kind: 'retention_max_days', value: { purpose: null, days: 30 } } } as const;
const TRAIN = { text: 'Train de planners.', limit: null } as const;
const conditional = (...conditions: AdviceInput['conditions']) => ({ advice: 'conditional', reasons: 'Korter kan.', conditions }) as const;

const again = (version: Version): Promise<Version> => database.transactions.read((tx) => readVersion(tx, version.id));
const acceptedOf = async (version: Version): Promise<readonly string[]> =>
  database.transactions.read((tx) => acceptedFingerprints(tx, version.toolId, version.fingerprint));
const facts = (version: Version): Promise<AssessmentFacts> =>
  database.transactions.read(async (tx) => {
    const now = await readVersion(tx, version.id);
    return assessmentFacts(tx, now, await acceptedFingerprints(tx, now.toolId, now.fingerprint));
  });
const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await work.then(
    () => new Error('expected a problem, found none'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error;
  throw error;
};
const conditionOf = async (version: Version, at = 0): Promise<string> => {
  const { advice } = await database.transactions.read(async (tx) => readAdviceCase(tx, version, await acceptedOf(version)));
  return advice!.conditions[at]!.id;
};
const place = ({ toolId, number }: Version, conditionId: string) => ({ toolId, number, conditionId });
const mailsFor = async (subject: string): Promise<number> => {
  const rows = await database.asOwner(
    `select count(*)::int as n from graphile_worker._private_jobs j where j.payload::text like '%' || $1 || '%'`,
    [subject],
  );
  return Number(rows[0]?.['n']);
};

describe('asking for advice', () => {
  it('needs the DPIA to be fixed, and nothing more', async () => {
    const version = await database.transactions.run((tx) =>
      givenTool(tx, clock.now(), { until: 'assessed', unitIds: [staff.employee.unitId] }),
    );
    expect((await problemOf(services.advices.ask(hr, version.toolId, version.number))).code).toBe('dpia.unfixed');
    await givenDpiaFixed(services, officer, version);
    expect((await services.assessments.overview(version.toolId, version.number)).asked).toBe(false);
    await services.advices.ask(hr, version.toolId, version.number);
    expect((await services.assessments.overview(version.toolId, version.number)).asked).toBe(true);
    expect((await facts(version)).chain).toMatchObject({ adviceAsked: true, adviceGiven: false });
  });
  it('is HR’s or the privacy officer’s, once, and mails the DPO', async () => {
    const version = await fixed();
    for (const actor of [director, dpo, actorOf(staff.it)])
      expect((await problemOf(services.advices.ask(actor, version.toolId, version.number))).status).toBe(403);
    await services.advices.ask(officer, version.toolId, version.number);
    expect((await problemOf(services.advices.ask(hr, version.toolId, version.number))).code).toBe('advice.asked');
    expect(await mailsFor(`Adviesvraag: ${version.toolName}, versie 1`)).toBe(1);
  });
  it('is hidden from the DPO until then', async () => {
    const version = await fixed();
    expect((await problemOf(services.conditions.asked(version.id))).status).toBe(404);
    expect((await problemOf(services.advices.give(dpo, version.id, POSITIVE))).status).toBe(404);
  });
});

describe('the advice', () => {
  it('is typed by the DPO and nobody else', async () => {
    const version = await asked();
    for (const actor of [hr, officer, director, actorOf(staff.it), actorOf(staff.chair), actorOf(staff.orgAdmin)])
      expect((await problemOf(services.advices.give(actor, version.id, POSITIVE))).status).toBe(403);
    expect((await facts(version)).dpoAdvice.advice).toBeNull();
    await services.advices.give(dpo, version.id, POSITIVE);
    const found = await facts(version);
    expect(found.dpoAdvice).toEqual({
      advice: 'positive',
      versionHash: version.fingerprint,
      deviationReason: null,
      requestedOn: '2026-11-23',
      advisedOn: '2026-11-23',
      conditions: [],
    });
    expect([found.checks.E6, found.chain.adviceGiven, found.proofs.adviceId]).toEqual([true, true, expect.stringMatching(/^a_/)]);
    expect(found.approvedBy).toEqual([staff.privacyOfficer.id, staff.dpo.id]);
  });
  it('is no answer that anybody can write', async () => {
    const version = await asked();
    for (const actor of [hr, officer, dpo]) {
      const answer = { attribute: 'dpoAdvice.advice', item: '', value: 'positive' };
      const problem = await problemOf(database.transactions.run((tx) => writeAnswers(tx, actor, clock.now(), version.id, [answer])));
      expect([403, 422]).toContain(problem.status);
    }
  });
  it('is given once for a request, and not by whoever fixed the DPIA', async () => {
    const version = await asked();
    const both: Actor = { ...dpo, personId: staff.privacyOfficer.id };
    expect((await problemOf(services.advices.give(both, version.id, POSITIVE))).code).toBe('advice.own-dpia');
    await services.advices.give(dpo, version.id, POSITIVE);
    expect((await problemOf(services.advices.give(dpo, version.id, POSITIVE))).code).toBe('advice.given');
  });
  it('given twice at once stands once', async () => {
    const version = await asked();
    const both = await Promise.allSettled([
      services.advices.give(dpo, version.id, POSITIVE),
      services.advices.give(dpo, version.id, POSITIVE),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
  it('lapses with a change of the version, and with its DPIA', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, POSITIVE);
    const next = await database.transactions.run(async (tx) => {
      const made = await nextVersion(tx, hr, clock.now(), version.toolId);
      await writeAnswers(tx, hr, clock.now(), made.id, [{ attribute: 'purposes[].retention.maxDays', item: 'attendance', value: 90 }]);
      return readVersion(tx, made.id);
    });
    const found = await facts(next);
    expect([found.dpoAdvice.advice, found.dpoAdvice.versionHash, found.checks.E6, found.proofs]).toEqual([
      null,
      null,
      false,
      { fixingId: null, adviceId: null },
    ]);
    expect(found.dpia).toMatchObject({ done: false, versionHash: version.fingerprint });
    expect((await facts(version)).dpoAdvice.advice).toBe('positive');
  });
  it('cannot be changed or taken away past the application', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, { ...POSITIVE, advice: 'negative' });
    await expect(database.dataSource.query(`update advices set advice = 'positive' where version_id = $1`, [version.id])).rejects.toThrow();
    await expect(database.dataSource.query(`delete from advices where version_id = $1`, [version.id])).rejects.toThrow();
  });
});

describe('without a DPO', () => {
  it('nothing can be asked; the conditions stand only where a DPO is required or there is one', async () => {
    const version = await fixed();
    await database.dataSource.query(`update role_grants set ended_at = now(), ended_by = 'p_x' where role = 'dpo'`);
    expect((await problemOf(services.advices.ask(hr, version.toolId, version.number))).code).toBe('advice.no-dpo');
    expect((await facts(version)).checks.E6).toBe(false);
    await database.transactions.run((tx) => givenFact(tx, 'publicBody', false));
    expect((await facts(version)).checks.E6).toBe(true);
    await database.transactions.run((tx) => givenFact(tx, 'publicBody', true));
    await database.dataSource.query(`update role_grants set ended_at = null, ended_by = null where role = 'dpo'`);
  });
});

describe('a negative advice', () => {
  it('is deviated from by the director, with a reason that the council sees', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, { ...POSITIVE, advice: 'negative', reasons: 'Te ruim.' });
    expect((await facts(version)).dpoAdvice.deviationReason).toBeNull();
    for (const actor of [hr, officer, dpo])
      expect((await problemOf(services.advices.deviate(actor, version.toolId, version.number, 'Wij willen het'))).status).toBe(403);
    await services.advices.deviate(director, version.toolId, version.number, 'Het risico is klein.');
    expect((await facts(version)).dpoAdvice.deviationReason).toBe('Het risico is klein.');
    const shown = await database.transactions.read(async (tx) => deviationsShown(tx, version, [version.fingerprint]));
    expect(shown.map(({ kind, reason }) => [kind, reason])).toEqual([['negative', 'Het risico is klein.']]);
    expect((await facts(version)).approvedBy).toContain(staff.director.id);
  });
  it('is the only one to deviate from', async () => {
    const version = await asked();
    expect((await problemOf(services.advices.deviate(director, version.toolId, version.number, 'Alvast'))).code).toBe(
      'deviation.no-negative-advice',
    );
    await services.advices.give(dpo, version.id, POSITIVE);
    expect((await problemOf(services.advices.deviate(director, version.toolId, version.number, 'Toch'))).code).toBe(
      'deviation.no-negative-advice',
    );
  });
});

describe('an advice that does not come', () => {
  const late = (version: Version) => services.advices.recordNotReceived(director, version.toolId, version.number, 'Drie keer gebeld.');
  it('is recorded by the director after 20 working days, not on the last of them', async () => {
    const version = await asked();
    clock.set('2026-12-21T22:30:00Z');
    expect((await problemOf(late(version))).code).toBe('advice.within-term');
    clock.set('2026-12-21T23:30:00Z');
    expect((await problemOf(services.advices.recordNotReceived(hr, version.toolId, version.number, 'Gebeld'))).status).toBe(403);
    await late(version);
    expect((await problemOf(late(version))).code).toBe('advice.recorded-missing');
    const shown = await database.transactions.read((tx) => deviationsShown(tx, version, [version.fingerprint]));
    expect(shown.map(({ kind }) => kind)).toEqual(['not_received']);
    const found = await facts(version);
    expect([found.dpoAdvice.advice, found.dpoAdvice.deviationReason, found.checks.E6, found.proofs.adviceId]).toEqual([
      null,
      null,
      false,
      null,
    ]);
    await services.advices.give(dpo, version.id, POSITIVE);
    expect((await facts(version)).checks.E6).toBe(true);
  });
  it('is not recorded before it was asked, or after it came', async () => {
    const unasked = await fixed();
    expect((await problemOf(late(unasked))).code).toBe('advice.not-asked');
    const version = await asked();
    await services.advices.give(dpo, version.id, POSITIVE);
    clock.set('2027-03-01T09:00:00Z');
    expect((await problemOf(late(version))).code).toBe('advice.not-asked');
  });
  it('reminds the DPO on working day 7, 10 and 20, each once', async () => {
    const version = await asked();
    const reminders = new RemindersService(database.transactions, clock);
    const subject = `Herinnering, adviesvraag: ${version.toolName}, versie 1`;
    const countOn = async (day: string): Promise<number> => {
      clock.set(`${day}T09:00:00Z`);
      await reminders.remind();
      await reminders.remind();
      return mailsFor(subject);
    };
    expect(await countOn('2026-12-01')).toBe(0);
    expect(await countOn('2026-12-02')).toBe(1);
    expect(await countOn('2026-12-06')).toBe(1);
    expect(await countOn('2026-12-07')).toBe(2);
    expect(await countOn('2026-12-21')).toBe(3);
    clock.set('2026-12-21T10:00:00Z');
    await services.advices.give(dpo, version.id, POSITIVE);
    expect(await countOn('2027-02-01')).toBe(3);
  });
});

describe('a condition that people carry out', () => {
  const settled = async (version: Version): Promise<boolean> => (await facts(version)).checks.E6;
  it('is settled by the DPO, not by HR’s word', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, conditional(TRAIN));
    const at = place(version, await conditionOf(version));
    expect(await settled(version)).toBe(false);
    for (const actor of [hr, officer, director])
      expect((await problemOf(services.conditions.act(actor, at, 'confirmed', 'Gedaan'))).status).toBe(403);
    expect((await problemOf(services.conditions.act(dpo, at, 'confirmed', 'Gezien'))).code).toBe('condition.open');
    await services.conditions.act(hr, at, 'carried_out', 'Training gegeven.');
    expect([await settled(version), (await facts(version)).chain.conditionsCarriedOut]).toEqual([false, true]);
    await services.conditions.act(dpo, at, 'confirmed', 'Gezien');
    expect(await settled(version)).toBe(true);
    await services.conditions.act(dpo, at, 'reopened', 'De helft ontbrak.');
    expect(await settled(version)).toBe(false);
    expect((await problemOf(services.conditions.act(dpo, at, 'reopened', 'Nog eens'))).code).toBe('condition.open');
  });
  it('is settled by the director’s reasoned refusal', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, conditional(TRAIN));
    const at = place(version, await conditionOf(version));
    expect((await problemOf(services.conditions.act(hr, at, 'refused', 'Te duur'))).status).toBe(403);
    await services.conditions.act(director, at, 'refused', 'Zij zijn al getraind.');
    expect(await settled(version)).toBe(true);
  });
  it('that does not exist is unknown, also on another tool', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, conditional(TRAIN));
    const other = await asked();
    const conditionId = await conditionOf(version);
    expect((await problemOf(services.conditions.act(hr, place(other, conditionId), 'carried_out', 'Gedaan'))).status).toBe(404);
    expect((await problemOf(services.conditions.act(hr, place(version, 'o_NONE'), 'carried_out', 'Gedaan'))).status).toBe(404);
  });
  it('needs every other one too', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, conditional(TRAIN, TRAIN));
    for (const which of [0, 1]) {
      expect(await settled(version)).toBe(false);
      const at = place(version, await conditionOf(version, which));
      await services.conditions.act(hr, at, 'carried_out', 'Gedaan');
      await services.conditions.act(dpo, at, 'confirmed', 'Gezien');
    }
    expect(await settled(version)).toBe(true);
  });
});

describe('a condition that the machine holds', () => {
  it('counts at once when the product keeps it', async () => {
    const version = await asked();
    const group = { text: 'Groepen van 10', limit: { kind: 'smallest_group', value: 10 } } as const;
    await services.advices.give(dpo, version.id, { advice: 'conditional', reasons: 'Mits in groepen.', conditions: [group] });
    const found = await facts(version);
    expect([found.checks.E6, found.limits]).toEqual([true, [group.limit]]);
  });
  it('brings the review forward', async () => {
    const version = await asked();
    const limit = { kind: 'evaluate_on', value: '2027-03-01' } as const;
    await services.advices.give(dpo, version.id, {
      advice: 'conditional',
      reasons: 'Kijk snel.',
      conditions: [{ text: 'Evalueer', limit }],
    });
    expect((await facts(version)).dpia.reviewDue).toBe('2027-03-01');
  });
});

const shortened = async (version: Version, conditionId: string, days: number): Promise<Version> => {
  const made = await services.conditions.amend(hr, place(version, conditionId));
  await database.transactions.run((tx) =>
    writeAnswers(tx, hr, clock.now(), made.id, [
      { attribute: 'purposes[].retention.maxDays', item: 'attendance', value: days },
      { attribute: 'home.retentionDays', item: '', value: days },
      { attribute: 'office.retentionDays', item: '', value: days },
    ]),
  );
  return again(made);
};

describe('"30 days instead of 45"', () => {
  it('passes to the stricter version when the privacy officer states that the DPIA holds: the machine limit needs no more', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, conditional(DAYS_30));
    expect((await facts(version)).checks.E6).toBe(false);
    const stricter = await shortened(version, await conditionOf(version), 30);
    expect((await facts(stricter)).dpoAdvice.advice).toBeNull();
    expect((await problemOf(services.dpias.stateStillHolds(hr, stricter.toolId, stricter.number))).status).toBe(403);
    await services.dpias.stateStillHolds(officer, stricter.toolId, stricter.number);
    const carried = await again(stricter);
    const found = await facts(carried);
    expect(carried.fingerprint).not.toBe(version.fingerprint);
    expect([found.checks.E6, found.dpia.done, found.dpia.versionHash, found.dpoAdvice.advice, found.dpoAdvice.versionHash]).toEqual([
      true,
      true,
      carried.fingerprint,
      'conditional',
      carried.fingerprint,
    ]);
  });
  it('does not pass when the version keeps less than was asked', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, conditional(DAYS_30));
    const stricter = await shortened(version, await conditionOf(version), 40);
    await services.dpias.stateStillHolds(officer, stricter.toolId, stricter.number);
    expect((await facts(stricter)).checks.E6).toBe(false);
  });
  it('does not pass to a version that became wider', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, conditional(DAYS_30));
    const wider = await shortened(version, await conditionOf(version), 90);
    expect((await problemOf(services.dpias.stateStillHolds(officer, wider.toolId, wider.number))).code).toBe('carriage.wider');
    expect((await facts(wider)).dpia.done).toBe(false);
  });
});

describe('a promise that a stricter version carries out', () => {
  it('passes with one act of the DPO, after the privacy officer’s statement', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, conditional({ ...TRAIN, text: 'Bewaar korter.' }));
    const conditionId = await conditionOf(version);
    const stricter = await shortened(version, conditionId, 30);
    const at = place(stricter, conditionId);
    await services.conditions.act(hr, at, 'carried_out', 'Nu 30 dagen.');
    expect((await problemOf(services.conditions.act(dpo, at, 'confirmed', 'Goed'))).code).toBe('carriage.dpia-unstated');
    await services.dpias.stateStillHolds(officer, stricter.toolId, stricter.number);
    expect((await facts(stricter)).dpoAdvice.advice).toBeNull();
    await services.conditions.act(dpo, at, 'confirmed', 'Goed');
    const found = await facts(stricter);
    expect([found.checks.E6, found.dpia.done, found.dpoAdvice.advice]).toEqual([true, true, 'conditional']);
    expect(await acceptedOf(await again(stricter))).toEqual(expect.arrayContaining([version.fingerprint]));
  });
  it('is made by HR only, and a second condition joins the same version', async () => {
    const version = await asked();
    await services.advices.give(dpo, version.id, conditional(DAYS_30, TRAIN));
    const [first, second] = [await conditionOf(version, 0), await conditionOf(version, 1)];
    for (const actor of [officer, director, dpo])
      expect((await problemOf(services.conditions.amend(actor, place(version, first)))).status).toBe(403);
    const made = await services.conditions.amend(hr, place(version, first));
    const same = await services.conditions.amend(hr, place(version, second));
    expect(same.id).toBe(made.id);
    const { amendments, number } = await database.transactions.read((tx) => latestVersion(tx, version.toolId));
    expect([number, amendments.map((one) => one.conditionId).sort()]).toEqual([2, [first, second].sort()]);
  });
});

describe('what only the DPO can say', () => {
  const write = (actor: Actor, version: Version, answers: readonly { attribute: string; item: string; value: string | boolean }[]) =>
    database.transactions.run((tx) => writeAnswers(tx, actor, clock.now(), version.id, answers));
  const endorsedOf = async (version: Version) =>
    (await again(version)).answers.find(({ attribute }) => attribute === 'assessment.parityException.dpoEndorsed')?.value;

  it('is the endorsement of an exception for the home', async () => {
    const version = await asked();
    await write(officer, version, [{ attribute: 'assessment.parityException.securityMeasure', item: '', value: 'Extra logboek thuis' }]);
    for (const actor of [hr, officer, director]) {
      expect((await problemOf(services.advices.endorse(actor, version.id, true))).status).toBe(403);
      const typed = { attribute: 'assessment.parityException.dpoEndorsed', item: '', value: true };
      expect((await problemOf(write(actor, version, [typed]))).status).toBe(403);
    }
    expect(await endorsedOf(version)).toBeUndefined();
    await services.advices.endorse(dpo, version.id, true);
    expect(await endorsedOf(version)).toBe(true);
  });
  it('is that the authority answered: until then it reads as unanswered', async () => {
    const version = await asked();
    await write(officer, version, [{ attribute: 'dpia.priorConsultation', item: '', value: 'cleared' }]);
    await database.transactions.run((tx) => givenAttachment(tx, officer, clock.now(), version.id, 'prior_consultation'));
    expect((await facts(version)).dpia.priorConsultation).toBeNull();
    const places = [{ attribute: 'dpia.priorConsultation', item: '' }];
    expect((await problemOf(services.advices.confirm(officer, version.id, places))).status).toBe(403);
    await services.advices.confirm(dpo, version.id, places);
    expect((await facts(version)).dpia.priorConsultation).toBe('cleared');
  });
});

it('reads the same facts whichever version of an unfixed copy is asked', async () => {
  const version = await asked();
  await services.advices.give(dpo, version.id, POSITIVE);
  const copy = await database.transactions.run(async (tx) => {
    const made = await nextVersion(tx, hr, clock.now(), version.toolId, { isRenewal: true });
    return fixVersion(tx, officer, clock.now(), made.id);
  });
  expect(copy.fingerprint).toBe(version.fingerprint);
  expect((await facts(copy)).dpoAdvice.advice).toBe('positive');
});

describe('a comment of the DPO on one answer', () => {
  const at = { attribute: 'purposes[].specific', item: 'attendance' } as const;
  const say = (version: Version, verdict: 'agreed' | 'add' | 'none', text = '', over = {}) =>
    services.comments.comment(dpo, version.id, { ...at, verdict, text, ...over });
  const council = (version: Version) => database.transactions.read(async (tx) => adviceShown(tx, version, await acceptedOf(version)));
  const seenOn = (version: Version) => database.transactions.read((tx) => shownComments(tx, version, 'nl'));

  it('is unknown before advice is asked, of an answer that is not there, and for anybody else', async () => {
    const early = await fixed();
    expect((await problemOf(say(early, 'agreed'))).status).toBe(404);
    const version = await asked();
    expect((await problemOf(services.comments.comment(hr, version.id, { ...at, verdict: 'agreed', text: '' }))).code).toBe('role.other');
    const unknown = [{ code: 'comment.answer', field: 'answer' }];
    expect((await problemOf(say(version, 'agreed', '', { attribute: 'purposes[].secret' }))).reasons).toEqual(unknown);
    expect((await problemOf(say(version, 'agreed', '', { item: 'other' }))).reasons).toEqual(unknown);
    expect((await problemOf(say(version, 'add', '  '))).reasons).toEqual([{ code: 'comment.empty', field: 'text' }]);
    await say(version, 'agreed');
  });

  it('can be changed while the DPO advises, stands with the advice from then on, and goes to the council with it', async () => {
    const version = await asked();
    await say(version, 'add', 'Noem het besluit.');
    await say(version, 'add', 'Noem het besluit en de ploeg.');
    await say(version, 'agreed', '', { attribute: 'purposes[].description' });
    await say(version, 'agreed', '', { attribute: 'tool.vendor', item: '' });
    await say(version, 'none', 'weg', { attribute: 'tool.vendor', item: '' });
    expect((await seenOn(version)).comments).toEqual([]);
    expect(await council(version)).toBeNull();
    await services.advices.give(dpo, version.id, POSITIVE);
    const said = [
      {
        ...at,
        verdict: 'add',
        text: 'Noem het besluit en de ploeg.',
        question: 'Is dit doel precies genoeg?',
        row: 'Aanwezigheid',
      },
      { attribute: 'purposes[].description', item: 'attendance', verdict: 'agreed', text: '' },
    ];
    expect(await seenOn(version)).toMatchObject({ number: version.number, comments: said });
    expect((await council(version))?.comments).toMatchObject(said);
    const entries = await database.asOwner(
      `select count(*)::int as n from evidence_entries where type = 'advice.commented' and tool_id = $1`,
      [version.toolId],
    );
    expect(entries[0]?.['n']).toBe(5);
    expect((await problemOf(say(version, 'none'))).code).toBe('advice.given');
    const forged = database.dataSource.query(
      `insert into advice_comments (id, request_id, attribute, item, verdict, text, by_person, at)
       select 'o_forged', request_id, attribute, item, 'agreed', '', by_person, at from advice_comments where verdict = 'add' and text like '%ploeg.' limit 1`,
    );
    expect(await forged.then(() => 'done', sqlState)).toBe('23514');
  });

  it('is shown at the next version with the number of the one that was advised on', async () => {
    const version = await asked();
    await say(version, 'add', 'Noem het besluit.');
    await services.advices.give(dpo, version.id, POSITIVE);
    const next = await database.transactions.run((tx) => nextVersion(tx, hr, clock.now(), version.toolId));
    expect(await seenOn(next)).toMatchObject({ number: version.number, comments: [{ text: 'Noem het besluit.' }] });
  });
});
