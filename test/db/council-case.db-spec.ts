import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { councilFacts } from '../support/council-facts.js';
import { readRelated } from '../../src/features/consultation/case/related.repository.js';
import type { TypedDecision } from '../../src/features/consultation/domain/decide.js';
import { listCases } from '../../src/features/consultation/overview.repository.js';
import { readQuestions } from '../../src/features/consultation/questions/questions.repository.js';
import { acceptedFingerprints, readVersion, type Version } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { ATTACHED, type Consultation, consultationOn, type GivenConsent, givenConsent } from '../support/given-consultation.js';
import { actorOf, givenStaff, identityAt, type GivenPerson, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const PDF = { bytes: Buffer.from('%PDF-1.7\n%bijlage\n%%EOF'), name: 'bijlage.pdf' };
const PROMISE = { text: 'Evalueer met de OR', limit: null, promiseOwner: 'HR', dueOn: '2026-06-01' };
const GROUPS = { text: 'Groepen van 10', limit: { kind: 'smallest_group', value: 10 }, promiseOwner: null, dueOn: null } as const;
const PETITION = { ground: 'refusal_unreasonable', filedOn: '2026-03-05', court: 'Rechtbank Midden-Nederland', reference: '123' } as const;

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.reasons[0]?.code ?? error.code;
    },
  );

const receivers = (mails: readonly Email[]): ReadonlySet<string | undefined> => new Set(mails.map(({ to }) => to?.[0]?.address));
const addressesOf = (...people: readonly GivenPerson[]): ReadonlySet<string | undefined> =>
  new Set(people.map(({ email }) => email ?? undefined));

describe('the case of a request for consent', () => {
  let database: TestDatabase;
  let house: Consultation;
  let staff: Staff;
  let version: Version;
  const clock = new TestClock('2026-03-02T09:00:00Z');

  beforeAll(async () => {
    database = await databaseFor('council case');
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
    version = await database.transactions.run((tx) =>
      givenTool(tx, clock.now(), { name: `Aanmelden ${newId('n')}`, unitIds: [staff.employee.unitId], until: 'fixed' }),
    );
  });

  const as = (person: GivenPerson) => actorOf(person);
  const press = () => {
    clock.advance({ minutes: 1 });
    return { identity: identityAt(clock.now()), key: newId('i') };
  };
  const given = (until: GivenConsent['until'], more: Partial<GivenConsent> = {}) =>
    database.transactions.run((tx) => givenConsent(tx, version, { at: new Date('2026-03-02T09:00:00Z'), until, ...more }));
  const rows = (sql: string, ...parameters: readonly unknown[]) => database.asOwner(sql, parameters);
  const idOf = async (table: string, requestId: string): Promise<string> =>
    String((await rows(`select id from ${table} where request_id = $1 order by written_as desc limit 1`, requestId))[0]?.['id']);
  const facts = () =>
    database.transactions.read(async (tx) => {
      const now = await readVersion(tx, version.id);
      return councilFacts(tx, now, await acceptedFingerprints(tx, now.toolId, now.fingerprint), clock.now(), ATTACHED);
    });
  const phase = async (requestId: string) =>
    (await database.transactions.read(listCases)).find((one) => one.requestId === requestId)?.phase;
  /** The mails that leave now. */
  const mails = async () => {
    const before = new Set(await readdir(house.mailFolder));
    await house.runJobs();
    const files = (await readdir(house.mailFolder)).filter((file) => !before.has(file));
    return Promise.all(files.map(async (file) => PostalMime.parse(await readFile(join(house.mailFolder, file)))));
  };

  describe('questions', () => {
    const ask = (who: GivenPerson, requestId: string) => house.questions.ask(as(who), requestId, 'Wie kijkt er?');

    it('come from any member, are answered once by the employer with files, and mail the other side', async () => {
      const { requestId } = await given('requested');
      expect(await codeOf(ask(staff.hr, requestId))).toBe('act.not-yours');
      await ask(staff.member, requestId);
      const asked = await mails();
      expect(receivers(asked)).toEqual(addressesOf(staff.director, staff.hr));
      expect(asked[0]?.text).toContain(`https://countersign.voorbeeld.test/council/requests/${requestId}/questions`);
      const questionId = await idOf('council_questions', requestId);
      const answer = (who: GivenPerson, files = [PDF]) =>
        codeOf(house.questions.answer(as(who), requestId, questionId, { text: 'De planner.', files }));
      expect(await answer(staff.chair)).toBe('act.not-yours');
      expect(await answer(staff.director, [{ ...PDF, name: 'x.exe' }])).toBe('file.kind-unknown');
      expect(await answer(staff.director, Array(6).fill(PDF))).toBe('files.too-many');
      expect([await answer(staff.director), await answer(staff.hr)]).toEqual(['done', 'question.answered']);
      const [question] = await database.transactions.read((tx) => readQuestions(tx, requestId));
      expect(question).toMatchObject({ answer: 'De planner.', answeredInMeetingOn: null, files: [{ name: 'bijlage.pdf' }] });
      const file = question?.files[0]?.id ?? '';
      expect((await house.questions.file(requestId, questionId, file)).bytes.equals(PDF.bytes)).toBe(true);
      const other = await given('requested');
      expect(await codeOf(house.questions.file(other.requestId, questionId, file))).toBe('page.unknown');
      expect((await mails()).map(({ to }) => to?.[0]?.address)).toContain(staff.member.email);
    });

    it('are noted by an officer when they were answered in a meeting that was recorded, once', async () => {
      const { requestId, meetingId } = await given('met');
      const elsewhere = await given('met');
      await ask(staff.chair, requestId);
      const questionId = await idOf('council_questions', requestId);
      const note = (who: GivenPerson, meeting: string) =>
        codeOf(house.questions.answerInMeeting(as(who), requestId, questionId, { text: 'De planner.', files: [], meetingId: meeting }));
      expect(await note(staff.member, meetingId)).toBe('act.not-yours');
      expect(await note(staff.director, meetingId)).toBe('act.not-yours');
      expect(await note(staff.secretary, elsewhere.meetingId)).toBe('meeting.unknown');
      expect([await note(staff.secretary, meetingId), await note(staff.chair, meetingId)]).toEqual(['done', 'question.answered']);
      const [question] = await database.transactions.read((tx) => readQuestions(tx, requestId));
      expect(question?.answeredInMeetingOn).toBe('2026-03-03');
    });

    it('are not taken on a request that was taken back', async () => {
      const { requestId } = await given('requested');
      await house.requests.withdraw(as(staff.director), requestId, 'Wij passen het aan.');
      expect(await codeOf(ask(staff.member, requestId))).toBe('request.withdrawn');
    });
  });

  describe('the date of the meeting', () => {
    const DATE = { day: '2026-03-12', time: '14:00', place: 'Kamer 3' };
    const propose = (who: GivenPerson, requestId: string, more = {}) =>
      codeOf(house.planning.propose(as(who), requestId, { ...DATE, ...more }));
    const choose = (who: GivenPerson, requestId: string, id: string) => codeOf(house.planning.choose(as(who), requestId, id));

    it('is proposed by one side and chosen by the other, and everyone gets it for the calendar', async () => {
      const { requestId } = await given('requested');
      expect(await codeOf(house.planning.invitation(requestId))).toBe('page.unknown');
      expect(await propose(staff.member, requestId)).toBe('act.not-yours');
      expect(await propose(staff.secretary, requestId, { day: '2026-03-02', time: '09:00' })).toBe('time.past');
      expect(await propose(staff.secretary, requestId, { day: '2026-03-29', time: '02:30' })).toBe('time.unknown');
      expect(await propose(staff.secretary, requestId, { day: '2027-03-12' })).toBe('day.too-far');
      expect(await propose(staff.secretary, requestId)).toBe('done');
      await mails();
      const first = await idOf('meeting_proposals', requestId);
      expect(await choose(staff.chair, requestId, first)).toBe('meeting.own-date');
      expect([await choose(staff.director, requestId, first), await choose(staff.hr, requestId, first)]).toEqual([
        'done',
        'meeting.date-gone',
      ]);
      await house.planning.addItem(as(staff.member), requestId, 'Wie kijkt er?');
      const sent = await mails();
      expect(receivers(sent)).toEqual(addressesOf(staff.chair, staff.secretary, staff.member, staff.director, staff.hr));
      const asSent = Buffer.from(sent[0]?.attachments[0]?.content as ArrayBuffer).toString();
      const attached = asSent.replace(/\r?\n/g, '\r\n');
      expect(attached).toBe(await house.planning.invitation(requestId));
      expect(attached).toContain('DTSTART;TZID=Europe/Amsterdam:20260312T140000\r\n');
      expect(attached).toContain('DESCRIPTION:1. Wie kijkt er?');
      expect(attached).toContain('SEQUENCE:0\r\n');
      await propose(staff.hr, requestId, { day: '2026-03-13', time: '9:30'.padStart(5, '0') });
      expect(await choose(staff.secretary, requestId, await idOf('meeting_proposals', requestId))).toBe('done');
      expect(await house.planning.invitation(requestId)).toMatch(/SEQUENCE:1\r\n[^]*DTSTART;TZID=Europe\/Amsterdam:20260313T093000/);
    });

    it('cannot be chosen once it has passed, or on another request', async () => {
      const { requestId } = await given('requested');
      const other = await given('requested');
      await propose(staff.secretary, requestId);
      const id = await idOf('meeting_proposals', requestId);
      expect(await choose(staff.director, other.requestId, id)).toBe('page.unknown');
      clock.set('2026-03-12T13:00:00Z');
      expect(await choose(staff.director, requestId, id)).toBe('meeting.date-gone');
      clock.set('2026-03-12T12:59:59Z');
      expect(await choose(staff.director, requestId, id)).toBe('done');
    });

    it('has an agenda that both sides add to, and that whoever added an item takes it off', async () => {
      const { requestId } = await given('requested');
      await house.planning.addItem(as(staff.director), requestId, 'De planning');
      const item = await idOf('agenda_items', requestId);
      expect(await codeOf(house.planning.addItem(as(staff.dpo), requestId, 'x'))).toBe('act.not-yours');
      expect(await codeOf(house.planning.removeItem(as(staff.hr), requestId, item))).toBe('act.not-yours');
      expect(await codeOf(house.planning.removeItem(as(staff.director), requestId, item))).toBe('done');
      expect(await codeOf(house.planning.removeItem(as(staff.director), requestId, item))).toBe('page.unknown');
    });
  });

  describe('the two weeks of a request with reasons', () => {
    const remindedOn = async (instant: string) => {
      clock.set(instant);
      await house.meetingReminders.remind();
      await house.meetingReminders.remind();
      return (await mails()).filter(({ subject }) => subject?.includes(version.toolName));
    };

    it('are reminded of to both sides, once each, whatever the job does', async () => {
      await given('requested');
      expect(await remindedOn('2026-03-09T00:00:00+01:00')).toHaveLength(5);
      expect(await remindedOn('2026-03-13T23:59:59+01:00')).toHaveLength(0);
      const second = await remindedOn('2026-03-14T00:00:00+01:00');
      expect(second.map(({ subject }) => subject)).toContain(`Overleg binnen 2 dagen nodig: ${version.toolName}`);
      expect(await remindedOn('2026-03-16T23:59:59+01:00')).toHaveLength(0);
      const over = await remindedOn('2026-03-17T00:00:00+01:00');
      expect(over.map(({ subject }) => subject)).toContain(`De termijn voor het overleg is voorbij: ${version.toolName}`);
      expect(await remindedOn('2026-04-17T08:00:00+02:00')).toHaveLength(0);
    });

    it('need no reminder after a meeting, or when the request was taken back (the controls)', async () => {
      await given('met');
      expect(await remindedOn('2026-03-09T08:00:00+01:00')).toHaveLength(0);
      const { requestId } = await given('requested');
      await house.requests.withdraw(as(staff.director), requestId, 'Later.');
      await mails();
      expect(await remindedOn('2026-03-14T08:00:00+01:00')).toHaveLength(0);
    });
  });

  describe('the employer’s decision', () => {
    const decided = async () => {
      const { requestId } = await given('met');
      clock.set('2026-03-04T09:00:00Z');
      const typed: TypedDecision = {
        decision: 'granted_with_conditions',
        reasons: 'Met twee grenzen kan het.',
        decidedOn: '2026-03-04',
        votesFor: 7,
        votesAgainst: 1,
        votesAbstained: 0,
        expiresOn: null,
        conditions: [PROMISE, GROUPS],
      };
      const { decisionId } = await house.decisions.recordDecision(as(staff.chair), requestId, typed, press());
      await house.decisions.confirm(as(staff.secretary), requestId, decisionId, press());
      const conditions = await rows('select id from decision_conditions where decision_id = $1 order by written_as', decisionId);
      return { requestId, ids: conditions.map(({ id }) => String(id)) };
    };
    const decide = (takesOver: readonly string[], leavesOut = false) =>
      codeOf(
        house.finals.decide(
          as(staff.director),
          version.toolId,
          1,
          { text: 'Wij besluiten.', effectiveOn: '2026-03-09', takesOver, leavesOut },
          press(),
        ),
      );

    it('counts as refused everywhere when it leaves a condition out, and cannot be taken again', async () => {
      const { requestId, ids } = await decided();
      expect(await decide(ids.slice(1))).toBe('final.conditions-left-out');
      expect(await decide(ids, true)).toBe('final.nothing-left-out');
      expect(await decide(ids.slice(1), true)).toBe('done');
      const { representation, checks, limits, proofs } = await facts();
      expect(representation.decision).toBe('refused');
      expect([checks.E9, checks.E10]).toMatchObject([
        { holds: false, code: 'decision.counts-as-refused' },
        { holds: false, code: 'final.conditions-left-out' },
      ]);
      expect([limits, proofs.finalDecisionId, await phase(requestId)]).toEqual([[], null, 'refused']);
      expect(await decide(ids)).toBe('final.counts-as-refused');
      const told = (await mails()).map(({ subject }) => subject);
      expect(told).toContain(`De werkgever neemt niet alle voorwaarden over: ${version.toolName}`);
      const [entry] = await rows(
        `select count(*)::int as n from evidence_entries where tool_id = $1 and type = 'final-decision.left-out'`,
        version.toolId,
      );
      expect(entry?.['n']).toBe(1);
      await house.requests.prepare(as(staff.hr), version.toolId, 1, {
        intendedDecision: 'x',
        reasons: 'x',
        consequences: 'x',
        grounds: ['k', 'l'],
        alsoAdvice: false,
        intendedStartOn: null,
        evaluationOn: '2027-03-01',
      });
      expect(await codeOf(house.requests.send(as(staff.director), version.toolId, 1, press()))).toBe('done');
    });

    it('stands when it takes over all of them (the control)', async () => {
      const { requestId, ids } = await decided();
      expect(await decide(ids)).toBe('done');
      const { representation, checks } = await facts();
      expect([representation.decision, checks.E9.holds, await phase(requestId)]).toEqual(['granted_with_conditions', true, 'final']);
    });
  });

  describe('after a refusal', () => {
    const refusedCase = () => given('decided', { decision: 'refused' });
    const file = (who: GivenPerson, requestId: string, more = {}) =>
      codeOf(house.court.file(as(who), requestId, { ...PETITION, ...more }, PDF));

    it('the director records a petition to the court, and the secretary confirms it', async () => {
      const { requestId } = await refusedCase();
      clock.set('2026-03-10T09:00:00Z');
      expect(await file(staff.hr, requestId)).toBe('act.not-yours');
      expect(await file(staff.director, requestId, { filedOn: '2026-03-11' })).toBe('day.future');
      expect(await file(staff.director, requestId, { filedOn: '2026-03-03' })).toBe('day.before-refusal');
      expect([await file(staff.director, requestId), await file(staff.director, requestId)]).toEqual(['done', 'petition.standing']);
      const id = await idOf('court_petitions', requestId);
      const confirm = (who: GivenPerson) => codeOf(house.court.confirm(as(who), id, press().identity));
      for (const who of [staff.director, staff.hr, staff.chair, staff.member]) expect(await confirm(who)).toBe('act.not-yours');
      expect([await confirm(staff.secretary), await confirm(staff.secretary)]).toEqual(['done', 'petition.confirmed']);
      expect((await facts()).checks.E9).toMatchObject({ holds: true });
      expect((await facts()).representation.decision).toBe('refused');
      const ruling = { kind: 'permission', ground: 'refusal_unreasonable', outcome: 'granted', reference: 'ECLI:NL:1' } as const;
      const upload = (ruledOn: string) => codeOf(house.rulings.upload(as(staff.director), version.toolId, 1, { ...ruling, ruledOn }, PDF));
      expect(await upload('2026-03-11')).toBe('day.future');
      expect(await upload('2026-03-04')).toBe('day.before-petition');
      expect(await upload('2026-03-09')).toBe('done');
      const [row] = await rows('select id, petition_id from court_rulings where tool_id = $1', version.toolId);
      expect(row?.['petition_id']).toBe(id);
      expect((await facts()).representation.court?.outcome).toBeNull();
      await house.rulings.confirm(as(staff.secretary), String(row?.['id']), press().identity);
      expect((await facts()).representation.court).toEqual({ outcome: 'granted', ground: 'refusal_unreasonable' });
      expect(await codeOf(house.court.withdraw(as(staff.director), id))).toBe('petition.over');
    });

    it('a petition can be taken back while the court has not decided', async () => {
      const { requestId } = await refusedCase();
      clock.set('2026-03-10T09:00:00Z');
      await file(staff.director, requestId);
      const id = await idOf('court_petitions', requestId);
      expect(await codeOf(house.court.withdraw(as(staff.director), id))).toBe('done');
      expect(await codeOf(house.court.confirm(as(staff.secretary), id, press().identity))).toBe('petition.withdrawn');
      expect(await file(staff.director, requestId)).toBe('done');
    });

    it('is no way out of a consent, or of a case without a decision', async () => {
      clock.set('2026-03-10T09:00:00Z');
      expect(await file(staff.director, (await given('met')).requestId)).toBe('petition.not-refused');
      expect(await file(staff.director, (await given('decided')).requestId)).toBe('petition.not-refused');
    });

    it('the refused plan and the one in its place lead to each other', async () => {
      const first = await refusedCase();
      const second = await database.transactions.run((tx) =>
        givenConsent(tx, version, { at: new Date('2026-03-20T09:00:00Z'), until: 'requested' }),
      );
      const related = (id: string) => database.transactions.read((tx) => readRelated(tx, id));
      expect(await related(first.requestId)).toEqual({
        refusedBefore: null,
        newer: { requestId: second.requestId, number: 1 },
        newestVersion: 1,
      });
      expect(await related(second.requestId)).toEqual({
        refusedBefore: { requestId: first.requestId, number: 1 },
        newer: null,
        newestVersion: 1,
      });
    });
  });

  it('takes a typed day neither from the future nor from before the request', async () => {
    const { requestId } = await given('requested');
    const held = (heldOn: string) =>
      codeOf(
        house.meetings.recordMeeting(as(staff.secretary), requestId, {
          heldOn,
          minutes: 'x',
          minutesFile: null,
          presentCouncil: 'De OR',
          presentEmployer: 'De bestuurder',
        }),
      );
    expect([await held(addDays(dayOf(clock.now()), 1)), await held('2026-03-01'), await held('2026-03-02')]).toEqual([
      'day.future',
      'day.before-request',
      'done',
    ]);
  });
});
