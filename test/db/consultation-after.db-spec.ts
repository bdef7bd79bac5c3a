import { Problem } from '../../src/kernel/problem.js';
import { newId } from '../../src/kernel/ids.js';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { instantAfter } from '../../src/policy/index.js';
import { councilFacts } from '../support/council-facts.js';
import { standingConsents } from '../../src/features/consultation/after/consents.repository.js';
import type { Figure } from '../../src/features/consultation/after/domain/figures.js';
import type { TypedRevocation } from '../../src/features/consultation/after/domain/revocation.js';
import { findNullity } from '../../src/features/consultation/after/nullity.repository.js';
import { followUps } from '../../src/features/consultation/after/follow-ups.js';
import { listReports } from '../../src/features/consultation/after/effects.repository.js';
import { listRevocations } from '../../src/features/consultation/after/revocations.repository.js';
import { createTool, fixVersion, nextVersion, type Version, writeAnswers } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { ATTACHED, type Consultation, consultationOn, givenConsent, type GivenConsent } from '../support/given-consultation.js';
import { AGREED, frameworksOn, SIGN_IN_FRAMEWORK } from '../support/given-frameworks.js';
import { actorOf, givenStaff, identityAt, type GivenPerson, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

let database: TestDatabase;
let house: Consultation;
let staff: Staff;
let version: Version;
const clock = new TestClock('2026-03-02T09:00:00Z');

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.reasons[0]?.code ?? error.code;
    },
  );

beforeAll(async () => {
  database = await databaseFor('consultation_after');
  house = await consultationOn(database, clock);
  staff = await database.transactions.run(givenStaff);
});
afterAll(async () => {
  await house.close();
  await database.close();
});
beforeEach(async () => {
  clock.set('2026-03-02T09:00:00Z');
  await database.asOwner('update accounts set totp_last_step = null');
  await database.asOwner('delete from sign_in_attempts');
  version = await database.transactions.run((tx) =>
    givenTool(tx, clock.now(), { name: `Aanmelden ${newId('n')}`, unitIds: [staff.employee.unitId], until: 'fixed' }),
  );
});

const as = (who: GivenPerson) => actorOf(who);
const press = () => {
  clock.advance({ minutes: 1 });
  return { identity: identityAt(clock.now()), key: newId('i') };
};
const consent = (wishes: Partial<GivenConsent> = {}) =>
  database.transactions.run((tx) => givenConsent(tx, version, { at: new Date('2026-02-02T09:00:00Z'), ...wishes }));
const facts = () =>
  database.transactions.read((tx) => councilFacts(tx, version, [version.fingerprint], clock.now(), { ...ATTACHED, activeSince: null }));
const read = <T>(work: Parameters<typeof database.transactions.read<T>>[0]): Promise<T> => database.transactions.read(work);

describe('nullity', () => {
  const TYPED = { periodStartedOn: '2026-03-01', why: 'told', decidedOn: null, reason: 'Er is geen instemming gevraagd.' } as const;
  const invoke = (who: GivenPerson, typed = {}) => house.nullities.invoke(as(who), version.toolId, { ...TYPED, ...typed }, press());
  const votes = { decidedOn: '2026-03-02', votesFor: 6, votesAgainst: 1, votesAbstained: 0 };

  it('runs for a month over Good Friday and Easter, and says so in the letter', async () => {
    clock.set('2026-03-05T09:00:00Z');
    const reference = await invoke(staff.chair, { periodStartedOn: '2026-03-03' });
    expect(await read((tx) => findNullity(tx, reference))).toMatchObject({
      lastDay: '2026-04-07',
      why: 'told',
      ratifiedOn: null,
      endedAs: null,
    });
    await database.asOwner(
      `insert into settings (name, value, changed_by, changed_at) values ('terms.equated-days', '["2026-04-07"]', 'p', now())`,
    );
    const next = await invoke(staff.chair, { periodStartedOn: '2026-03-03' });
    expect((await read((tx) => findNullity(tx, next)))?.lastDay).toBe('2026-04-08');
    await database.asOwner(`delete from settings where name = 'terms.equated-days'`);
  });

  it('stops at once, also after the month, and tells the director with the letter attached', async () => {
    const reference = await invoke(staff.secretary, { periodStartedOn: '2025-12-01', why: 'apparent' });
    expect((await facts()).representation.nullity).toEqual({ periodStartedOn: '2025-12-01', invokedOn: '2026-03-02', status: 'open' });
    const [mail] = await database.asOwner(
      `select payload->'recipients' as to, payload->'attachments'->0->>'filename' as name from graphile_worker._private_jobs where payload->>'text' like $1`,
      [`%/council/nullity/${reference}%`],
    );
    expect(mail).toMatchObject({ to: [{ to: staff.director.email }], name: `${reference}.pdf` });
    const letters = await database.asOwner(`select pdf from council_mailings where reference = $1`, [reference]);
    expect(letters).toHaveLength(1);
    expect(
      Buffer.from(letters[0]?.['pdf'] as Buffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('is shown as not ratified until another officer records what the council decided', async () => {
    const reference = await invoke(staff.chair);
    const ratify = (who: GivenPerson, typed = {}) =>
      codeOf(house.nullities.ratify(as(who), reference, { ...votes, ...typed }, press().identity));
    expect(await ratify(staff.chair)).toBe('nullity.same-officer');
    expect(await ratify(staff.member)).toBe('act.not-yours');
    expect(await ratify(staff.director)).toBe('act.not-yours');
    const contact = actorOf(staff.employee, 'pvt_contact');
    await expect(house.nullities.ratify(contact, reference, votes, press().identity)).rejects.toMatchObject({ status: 404 });
    expect(await ratify(staff.secretary, { decidedOn: '2026-03-03' })).toBe('day.future');
    expect(await ratify(staff.secretary, { votesFor: 2, votesAgainst: 2 })).toBe('nullity.no-majority');
    expect((await read((tx) => findNullity(tx, reference)))?.ratifiedOn).toBeNull();
    expect(await ratify(staff.secretary)).toBe('done');
    expect(await ratify(staff.secretary)).toBe('nullity.ratified');
    expect(await read((tx) => findNullity(tx, reference))).toMatchObject({ ratifiedOn: '2026-03-02', votesFor: 6 });
  });

  it('is not ratified by who invoked it, whatever the SQL', async () => {
    const reference = await invoke(staff.chair);
    const row = (person: string) =>
      database.asOwner(`insert into nullity_ratifications values ($1, '2026-03-02', 5, 1, 0, $2, now())`, [reference, person]);
    await expect(row(staff.chair.id)).rejects.toThrow('one officer');
    await row(staff.secretary.id);
  });

  it('refuses a wrong person, a wrong password and a day to come', async () => {
    expect(await codeOf(invoke(staff.member))).toBe('act.not-yours');
    expect(await codeOf(invoke(staff.chair, { decidedOn: '2026-03-03' }))).toBe('day.future');
    const wrong = { identity: { password: 'niet dit wachtwoord', totp: '000000' }, key: newId('i') };
    expect(await codeOf(house.nullities.invoke(as(staff.chair), version.toolId, TYPED, wrong))).toBe('password.wrong');
    expect(await codeOf(house.nullities.invoke(as(staff.chair), 't_bestaatniet', TYPED, press()))).toBe('page.unknown');
  });
});

describe('an evaluation', () => {
  const FIGURES: readonly Figure[] = [
    {
      purpose: 'attendance',
      goal: 'Diensten met te weinig mensen',
      unit: 'per maand',
      before: '12',
      after: '3.5',
      reached: 'yes',
      explanation: 'Vol.',
    },
  ];
  const report = async (requestId: string): Promise<string> =>
    (await house.evaluations.report(as(staff.privacyOfficer), requestId, { summary: 'Het werkt.', figures: FIGURES })).reportId;
  const review = (who: GivenPerson, reportId: string, typed = {}) =>
    codeOf(
      house.evaluations.recordReview(as(who), reportId, { view: 'Goed.', outcome: 'continue', nextOn: '2026-12-01', ...typed }, press()),
    );
  const confirm = async (who: GivenPerson, reportId: string): Promise<string> => {
    const found = (await read((tx) => listReports(tx))).find(({ id }) => id === reportId);
    return codeOf(house.evaluations.confirmReview(as(who), reportId, found?.review?.id ?? '', press().identity));
  };
  const closed = async (): Promise<string | null> => (await facts()).checks.E10.code;

  it('meets the agreed day once another officer confirms it, and sets the next one', async () => {
    const { requestId } = await consent({ at: new Date('2026-01-02T09:00:00Z') });
    const due = '2027-01-02';
    expect((await facts()).evaluationDueOn).toBe(due);
    clock.set(new Date(instantAfter(due).getTime() - 1).toISOString());
    expect(await closed()).toBeNull();
    clock.set(instantAfter(due).toISOString());
    expect(await closed()).toBe('evaluation.missed');
    const id = await report(requestId);
    const nextOn = addDays(dayOf(clock.now()), 180);
    expect(await review(staff.chair, id, { nextOn })).toBe('done');
    expect(await closed()).toBe('evaluation.missed');
    expect(await confirm(staff.chair, id)).toBe('evaluation.same-officer');
    expect(await confirm(staff.secretary, id)).toBe('done');
    expect([await closed(), (await facts()).evaluationDueOn]).toEqual([null, nextOn]);
    expect(await review(staff.chair, id, { nextOn })).toBe('evaluation.done');
  });

  it('closes the condition to evaluate as well, and its limit moves on to the next day', async () => {
    const { requestId } = await consent({ limits: [{ kind: 'evaluate_on', value: '2026-06-01' }] });
    const fulfilled = async () => (await facts()).representation.conditions?.[0]?.fulfilled;
    clock.set('2026-06-01T21:59:59.999Z');
    expect([await fulfilled(), (await facts()).limits]).toEqual([true, [{ kind: 'evaluate_on', value: '2026-06-01' }]]);
    clock.set('2026-06-01T22:00:00.000Z');
    expect(await fulfilled()).toBe(false);
    const id = await report(requestId);
    await review(staff.secretary, id);
    await confirm(staff.chair, id);
    expect([await fulfilled(), (await facts()).limits]).toEqual([true, [{ kind: 'evaluate_on', value: '2026-12-01' }]]);
  });

  it('that says stop closes the gate, and no later day opens it', async () => {
    const { requestId } = await consent();
    const id = await report(requestId);
    expect(await review(staff.chair, id, { outcome: 'stop' })).toBe('evaluation.no-next');
    expect(await review(staff.chair, id, { outcome: 'stop', nextOn: null })).toBe('done');
    await confirm(staff.secretary, id);
    expect([await closed(), (await facts()).checks.E10.holds]).toEqual(['evaluation.stopped', false]);
  });

  it('asks for a next day within a year, and for the right people', async () => {
    const { requestId } = await consent();
    const id = await report(requestId);
    expect(await review(staff.chair, id, { nextOn: null })).toBe('evaluation.next-missing');
    expect(await review(staff.chair, id, { nextOn: '2026-03-02' })).toBe('day.not-later');
    expect(await review(staff.chair, id, { nextOn: '2027-03-03' })).toBe('evaluation.next-too-far');
    expect(await review(staff.chair, id, { nextOn: '2027-03-02' })).toBe('done');
    expect(await review(staff.member, id)).toBe('act.not-yours');
    expect(await codeOf(house.evaluations.report(as(staff.hr), requestId, { summary: 'x', figures: FIGURES }))).toBe('act.not-yours');
    const [row] = await read((tx) => listReports(tx, requestId));
    expect(row?.figures).toEqual(FIGURES);
  });
});

describe('a concern', () => {
  it('asks for an answer within 14 days, once', async () => {
    expect(await codeOf(house.concerns.raise(as(staff.member), version.toolId, 'x'))).toBe('act.not-yours');
    const { concernId } = await house.concerns.raise(as(staff.chair), version.toolId, 'Mensen voelen zich bekeken.');
    expect(await codeOf(house.concerns.answer(as(staff.hr), concernId, 'Nee'))).toBe('act.not-yours');
    expect(await codeOf(house.concerns.answer(as(staff.director), concernId, 'Wij passen het aan.'))).toBe('done');
    expect(await codeOf(house.concerns.answer(as(staff.director), concernId, 'Toch niet.'))).toBe('concern.answered');
    const [row] = await database.asOwner(`select due_on::text as due from concerns where id = $1`, [concernId]);
    expect(row?.['due']).toBe('2026-03-16');
  });
});

describe('the revocation of a consent', () => {
  const record = (who: GivenPerson, requestId: string, typed: Partial<TypedRevocation>) => {
    const whole = { ground: 'other', explanation: 'Omdat.', conditionId: null, namedWords: null, ...typed } as const;
    return codeOf(house.revocations.record(as(who), requestId, whole, press()));
  };
  const waiting = async (): Promise<string> => (await read((tx) => listRevocations(tx, version.toolId)))[0]?.id ?? '';
  const confirm = async (who: GivenPerson) => codeOf(house.revocations.confirm(as(who), await waiting(), press().identity));
  const stands = async () => {
    const { checks, representation } = await facts();
    return [checks.E9.holds, checks.E9.code, representation.decision];
  };

  it('takes two officers, and closes the gate with the second', async () => {
    const { requestId } = await consent({ expiresOn: '2026-02-20' });
    expect(await record(staff.chair, requestId, { ground: 'expired' })).toBe('done');
    expect(await stands()).toEqual([true, null, 'granted']);
    expect(await confirm(staff.chair)).toBe('revocation.same-officer');
    expect(await confirm(staff.member)).toBe('act.not-yours');
    expect(await confirm(staff.director)).toBe('act.not-yours');
    expect(await confirm(staff.secretary)).toBe('done');
    expect(await stands()).toEqual([false, 'consent.revoked', null]);
    expect(await confirm(staff.secretary)).toBe('revocation.done');
    expect(await record(staff.chair, requestId, { ground: 'expired' })).toBe('revocation.no-consent');
  });

  it('is refused on any other ground than law, consent or agreement name', async () => {
    const { requestId, conditionIds } = await consent({
      expiresOn: '2026-09-01',
      limits: [{ kind: 'retention_max_days', value: { purpose: null, days: 45 } }],
    });
    expect(await record(staff.chair, requestId, {})).toBe('revocation.other-ground');
    expect(await record(staff.chair, requestId, { ground: 'expired' })).toBe('revocation.not-expired');
    expect(await record(staff.chair, requestId, { ground: 'material_change' })).toBe('revocation.no-change');
    expect(await record(staff.chair, requestId, { ground: 'condition_breached', conditionId: conditionIds[0] ?? null })).toBe(
      'revocation.no-breach',
    );
    expect(await record(staff.chair, requestId, { ground: 'named', namedWords: 'omdat wij dat willen' })).toBe('revocation.not-named');
    expect(await stands()).toEqual([true, null, 'granted_with_conditions']);
    expect(await record(staff.chair, requestId, { ground: 'named', namedWords: 'Het is beperkt' })).toBe('done');
  });

  it('is possible when a condition is broken', async () => {
    const { requestId, conditionIds } = await consent({ limits: [{ kind: 'retention_max_days', value: { purpose: null, days: 10 } }] });
    expect(await record(staff.secretary, requestId, { ground: 'condition_breached', conditionId: conditionIds[0] ?? null })).toBe('done');
    expect(await confirm(staff.chair)).toBe('done');
    expect((await stands())[0]).toBe(false);
  });

  it('is possible when a new version stands', async () => {
    const { requestId } = await consent();
    const next = await database.transactions.run(async (tx) => {
      const made = await nextVersion(tx, actorOf(staff.hr), clock.now(), version.toolId);
      await writeAnswers(tx, actorOf(staff.hr), clock.now(), made.id, [
        { attribute: 'purposes[].retention.maxDays', item: 'attendance', value: 90 },
      ]);
      return made;
    });
    expect(await record(staff.chair, requestId, { ground: 'material_change' })).toBe('revocation.no-change');
    await database.transactions.run((tx) => fixVersion(tx, actorOf(staff.privacyOfficer), clock.now(), next.id));
    expect(await record(staff.chair, requestId, { ground: 'material_change' })).toBe('done');
  });

  it('that both sides agreed on counts once the director confirms it too', async () => {
    const { requestId } = await consent();
    expect(await record(staff.chair, requestId, { ground: 'renegotiated' })).toBe('done');
    expect(await confirm(staff.director)).toBe('done');
    expect(await confirm(staff.director)).toBe('revocation.confirmed-by-you');
    expect((await stands())[0]).toBe(true);
    expect(await confirm(staff.secretary)).toBe('done');
    expect((await stands())[0]).toBe(false);
  });

  it('leaves room for a new consent on the same request', async () => {
    const { requestId } = await consent({ expiresOn: '2026-02-20' });
    await record(staff.chair, requestId, { ground: 'expired' });
    await confirm(staff.secretary);
    clock.set('2026-03-02T12:00:00Z');
    const typed = {
      decision: 'granted',
      reasons: 'Opnieuw.',
      decidedOn: '2026-03-02',
      votesFor: 5,
      votesAgainst: 1,
      votesAbstained: 0,
      expiresOn: null,
      conditions: [],
    } as const;
    expect(await codeOf(house.decisions.recordDecision(as(staff.chair), requestId, typed, press()))).toBe('done');
  });

  it('is not confirmed by who recorded it, whatever the SQL', async () => {
    const { requestId } = await consent({ expiresOn: '2026-02-20' });
    await record(staff.chair, requestId, { ground: 'expired' });
    const row = async (person: string) =>
      database.asOwner(`insert into revocation_confirmations values ($1, $2, 'or_chair', now())`, [await waiting(), person]);
    await expect(row(staff.chair.id)).rejects.toThrow('one officer');
  });
});

describe('a consent for a time', () => {
  it('counts through its last day and not an instant longer', async () => {
    await consent({ expiresOn: '2028-02-29' });
    const lasts = async () => {
      const { representation } = await facts();
      return representation.expiresOn != null && representation.expiresOn >= dayOf(clock.now());
    };
    clock.set('2028-02-29T22:59:59.999Z');
    expect(await lasts()).toBe(true);
    clock.set('2028-02-29T23:00:00.000Z');
    expect(await lasts()).toBe(false);
  });
});

describe('reminders', () => {
  const queued = () =>
    database.asOwner(`select j.id::text as id, j.payload->>'subject' as subject, j.payload->>'text' as text, json_array_length(j.payload->'recipients') as people
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail.send-many' order by j.id`);
  /** The mails that reminding now brings, with how many people get each. */
  const sent = async (): Promise<readonly { text: string; people: number }[]> => {
    const before = new Set((await queued()).map(({ id }) => id));
    await house.reminders.remind();
    const fresh = (await queued()).filter(({ id }) => !before.has(id));
    return fresh.map(({ subject, text, people }) => ({ text: `${String(subject)}\n${String(text)}`, people: Number(people) }));
  };

  it('go out once each: on a restart, on a clock that jumps, and to both sides', async () => {
    clock.set('2030-01-01T09:00:00Z');
    await database.asOwner(`insert into reminders_sent select 'x', 'x', 'x', now()`);
    await sent();
    const { decisionId } = await consent({ at: new Date('2030-01-02T09:00:00Z'), expiresOn: '2030-06-30' });
    clock.set('2030-04-01T09:00:00Z');
    const ends = async () => (await sent()).filter(({ text }) => text.includes('loopt af'));
    const first = await ends();
    expect(first.map(({ people }) => people)).toEqual([5]);
    expect(await sent()).toEqual([]);
    clock.set('2030-06-10T09:00:00Z');
    expect((await ends()).map(({ people }) => people)).toEqual([5]);
    expect(await sent()).toEqual([]);
    const moments = await database.asOwner(`select moment from reminders_sent where subject_id = $1 and kind = 'expiry' order by moment`, [
      decisionId,
    ]);
    expect(moments.map(({ moment }) => moment)).toEqual(['2030-06-30/30', '2030-06-30/60', '2030-06-30/90']);
    for (const { text } of first) expect([text.includes(version.toolName), text.includes('30 juni 2030')]).toEqual([false, true]);
  });

  it('of the last day of a framework go to both sides, as long as it stands', async () => {
    clock.set('2028-01-03T09:00:00Z');
    await sent();
    const frameworks = frameworksOn(database, clock, staff);
    const days = { metOn: '2028-01-03', decidedOn: '2028-01-03' };
    const [standing, proposed] = [
      await frameworks.propose({ ...SIGN_IN_FRAMEWORK, endsOn: '2028-06-30' }),
      await frameworks.propose({ ...SIGN_IN_FRAMEWORK, endsOn: '2028-06-30' }),
    ];
    await frameworks.decide(standing, { ...AGREED, ...days });
    clock.set('2028-03-31T09:00:00Z');
    const ends = async () => (await sent()).filter(({ text }) => text.includes('Een kader geldt tot en met 30 juni 2028'));
    expect(await ends()).toEqual([]);
    clock.set('2028-04-01T09:00:00Z');
    const mails = await ends();
    expect(mails.map(({ people, text }) => [people, text.includes(standing), text.includes(proposed)])).toEqual([[5, true, false]]);
    expect(await ends()).toEqual([]);
  });

  it('of the month go to the chair where nobody invoked nullity', async () => {
    clock.set('2031-03-03T09:00:00Z');
    await sent();
    const { toolId } = await database.transactions.run((tx) =>
      createTool(tx, actorOf(staff.hr), clock.now(), { name: 'Volgsysteem in auto’s', starter: null, runsWithoutConsent: true }),
    );
    const chairTasks = () => read((tx) => followUps(tx, as(staff.chair), clock.now()));
    expect((await chairTasks()).map(({ href }) => href)).toContain(`/council/tools/${toolId}/nullity`);
    clock.set('2031-03-26T09:00:00Z');
    expect(await sent()).toEqual([]);
    clock.set('2031-03-27T09:00:00Z');
    expect(await sent()).toEqual([{ people: 1, text: expect.stringContaining('U kunt nog tot en met 3 april 2031') }]);
    expect(await sent()).toEqual([]);
    clock.set('2031-04-04T09:00:00Z');
    expect((await chairTasks()).map(({ href }) => href)).not.toContain(`/council/tools/${toolId}/nullity`);
  });

  it('of a concern go to the director, and overdue to the officers as well', async () => {
    clock.set('2032-02-20T09:00:00Z');
    await sent();
    await house.concerns.raise(as(staff.chair), version.toolId, 'GEHEIME ZORG');
    clock.set('2032-03-05T22:59:59Z');
    const before = await sent();
    expect(before.map(({ people }) => people)).toEqual([1]);
    clock.set('2032-03-06T09:00:00Z');
    const late = await sent();
    expect(late.map(({ people }) => people)).toEqual([3]);
    for (const { text } of [...before, ...late]) expect(text).not.toContain('GEHEIM');
  });
});

it('the list of consents holds what stands, and leaves out what was refused', async () => {
  const { decisionId } = await consent();
  const listed = () => read((tx) => standingConsents(tx, version.toolId));
  expect((await listed()).map((one) => one.decisionId)).toEqual([decisionId]);
  version = await database.transactions.run((tx) =>
    givenTool(tx, clock.now(), { name: `Aanmelden ${newId('n')}`, unitIds: [staff.employee.unitId], until: 'fixed' }),
  );
  await consent({ decision: 'refused' });
  expect(await listed()).toEqual([]);
});

describe('an effect report', () => {
  it('is not judged by the officer who wrote the report in another role', async () => {
    const { requestId } = await consent({ at: new Date('2026-01-02T09:00:00Z') });
    const by = actorOf(staff.secretary, 'privacy_officer');
    const { reportId } = await house.evaluations.report(by, requestId, { summary: 'Het werkt.', figures: [] });
    const typed = { view: 'Goed.', outcome: 'continue', nextOn: addDays(dayOf(clock.now()), 180) } as const;
    const review = (who: GivenPerson) => codeOf(house.evaluations.recordReview(as(who), reportId, typed, press()));
    expect(await review(staff.secretary)).toBe('evaluation.own-report');
    expect(await review(staff.chair)).toBe('done');
    const found = (await read((tx) => listReports(tx))).find(({ id }) => id === reportId);
    expect(await codeOf(house.evaluations.confirmReview(as(staff.secretary), reportId, found?.review?.id ?? '', press().identity))).toBe(
      'evaluation.own-report',
    );
  });
});
