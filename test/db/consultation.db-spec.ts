import { dayOf } from '../../src/kernel/clock.js';
import type { Role } from '../../src/kernel/actor.js';
import { Problem } from '../../src/kernel/problem.js';
import { councilFacts } from '../support/council-facts.js';
import { listCases } from '../../src/features/consultation/overview.repository.js';
import type { TypedDecision } from '../../src/features/consultation/domain/decide.js';
import { acceptedFingerprints, readVersion, type Version } from '../../src/features/tools/index.js';
import { newId } from '../../src/kernel/ids.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { ATTACHED, type Consultation, consultationOn } from '../support/given-consultation.js';
import { actorOf, givenStaff, identityAt, type GivenPerson, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const DRAFT = {
  intendedDecision: 'Wij willen de aanmeldregistratie invoeren.',
  reasons: 'Klanten wachten te lang.',
  consequences: 'Van iedereen wordt het moment van inloggen vastgelegd.',
  grounds: ['k', 'l'],
  alsoAdvice: false,
  intendedStartOn: null,
  evaluationOn: '2027-03-01',
};
const HELD = { minutes: 'Wij bespraken het plan.', minutesFile: null, presentCouncil: 'De OR', presentEmployer: 'De bestuurder' };
const GRANTED: TypedDecision = {
  decision: 'granted',
  reasons: 'Het plan is beperkt.',
  decidedOn: '2026-03-02',
  votesFor: 7,
  votesAgainst: 1,
  votesAbstained: 1,
  expiresOn: null,
  conditions: [],
};
const PROMISE = { text: 'Evalueer met de OR', limit: null, promiseOwner: 'HR', dueOn: '2026-06-01' };
const THIRTY_DAYS = {
  text: 'Niet langer dan 30 dagen',
  limit: { kind: 'retention_max_days', value: { purpose: null, days: 30 } },
  promiseOwner: null,
  dueOn: null,
} as const;
const GROUPS = { text: 'Groepen van 10', limit: { kind: 'smallest_group', value: 10 }, promiseOwner: null, dueOn: null } as const;

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.reasons[0]?.code ?? error.code;
    },
  );

describe('a consultation', () => {
  let database: TestDatabase;
  let house: Consultation;
  let staff: Staff;
  let version: Version;
  const clock = new TestClock('2026-03-02T09:00:00Z');

  beforeAll(async () => {
    database = await databaseFor('consultation');
    house = await consultationOn(database, clock);
    staff = await database.transactions.run(givenStaff);
  });
  afterAll(async () => {
    await house.close();
    await database.close();
  });
  beforeEach(async () => {
    clock.set('2026-03-02T09:00:00Z');
    house.chain.unmet = [];
    await database.asOwner('update accounts set totp_last_step = null');
    await database.asOwner('delete from sign_in_attempts');
    version = await database.transactions.run((tx) =>
      givenTool(tx, clock.now(), { name: `Aanmelden ${newId('n')}`, unitIds: [staff.employee.unitId], until: 'fixed' }),
    );
  });

  const press = () => {
    clock.advance({ minutes: 1 });
    return { identity: identityAt(clock.now()), key: newId('i') };
  };
  const as = (person: GivenPerson, role?: Role) => actorOf(person, role);
  const send = async (): Promise<string> => {
    await house.requests.prepare(as(staff.hr), version.toolId, version.number, DRAFT);
    return (await house.requests.send(as(staff.director), version.toolId, version.number, press())).requestId;
  };
  const meet = async (requestId: string): Promise<void> => {
    await house.meetings.recordMeeting(as(staff.secretary), requestId, { ...HELD, heldOn: dayOf(clock.now()) });
    const [row] = await database.asOwner('select id from meetings where request_id = $1', [requestId]);
    await house.meetings.confirmPresence(as(staff.director), requestId, String(row?.['id']));
  };
  const decide = async (requestId: string, typed: TypedDecision = GRANTED): Promise<string> => {
    const { decisionId } = await house.decisions.recordDecision(as(staff.chair), requestId, typed, press());
    await house.decisions.confirm(as(staff.secretary), requestId, decisionId, press());
    return decisionId;
  };
  const finalDecision = (takesOver: readonly string[] = [], effectiveOn = dayOf(clock.now())) =>
    house.finals.decide(
      as(staff.director),
      version.toolId,
      version.number,
      { text: 'Wij voeren het in.', effectiveOn, takesOver },
      press(),
    );
  const facts = (known = ATTACHED) =>
    database.transactions.read(async (tx) => {
      const now = await readVersion(tx, version.id);
      return councilFacts(tx, now, await acceptedFingerprints(tx, now.toolId, now.fingerprint), clock.now(), known);
    });
  const holding = async (): Promise<string> => {
    const { checks } = await facts();
    return Object.entries(checks)
      .filter(([, check]) => check.holds)
      .map(([id]) => id)
      .join(' ');
  };

  it('walks the whole chain, one requirement after another', async () => {
    expect(await holding()).toBe('');
    const requestId = await send();
    expect(await holding()).toBe('E7');
    await meet(requestId);
    expect(await holding()).toBe('E7 E8');
    await decide(requestId);
    expect(await holding()).toBe('E7 E8 E9');
    await finalDecision();
    expect((await facts()).checks.E10).toMatchObject({ holds: false, code: 'copies.unsent' });
    await house.runJobs();
    expect((await facts()).checks.E10).toMatchObject({ holds: false, code: 'copies.day-running' });
    clock.advance({ hours: 24 });
    expect(await holding()).toBe('E7 E8 E9 E10');
    const { representation, proofs } = await facts();
    expect(representation).toMatchObject({
      route: 'consent',
      decision: 'granted',
      decisionWritten: true,
      decisionReasoned: true,
      decidedByBody: true,
      versionHash: version.fingerprint,
      meetings: ['2026-03-02'],
      request: {
        submittedOn: '2026-03-02',
        written: true,
        reasons: true,
        consequences: true,
        grounds: ['k', 'l'],
        attachmentsComplete: true,
      },
      final: { written: true, communicatedOn: '2026-03-02', effectiveOn: '2026-03-02' },
    });
    expect(proofs).toMatchObject({ requestId, claimId: null, rulingId: null });
    expect(proofs.meetingId && proofs.decisionId && proofs.finalDecisionId).toBeTruthy();
  });

  it('ends the 24 hours at the very instant', async () => {
    const requestId = await send();
    await meet(requestId);
    await decide(requestId);
    await finalDecision();
    await house.runJobs();
    clock.advance({ hours: 23, minutes: 59, seconds: 59 });
    expect((await facts()).checks.E10.holds).toBe(false);
    clock.advance({ seconds: 1 });
    expect((await facts()).checks.E10.holds).toBe(true);
  });

  it('shows a bounce, which stops no clock', async () => {
    await database.asOwner('update persons set email = null where id = $1', [staff.member.id]);
    const requestId = await send();
    await meet(requestId);
    await decide(requestId);
    await finalDecision();
    await house.runJobs();
    await database.asOwner('update persons set email = $2 where id = $1', [staff.member.id, staff.member.email]);
    clock.advance({ hours: 24 });
    expect((await facts()).checks.E10).toMatchObject({ holds: true, bounces: 1 });
  });

  it('mails every act to every member, with the paper and its hash kept', async () => {
    const before = await house.mails();
    await send();
    await house.runJobs();
    expect((await house.mails()) - before).toBe(3);
    const [mailing] = await database.asOwner(
      `select act, document_hash, 'sha-256:' || translate(encode(sha256(pdf), 'base64'), '+/=', '-_') as computed from council_mailings where tool_id = $1`,
      [version.toolId],
    );
    expect(mailing).toMatchObject({ act: 'request.sent' });
    expect(mailing?.['document_hash']).toBe(mailing?.['computed']);
  });

  it('keeps what the council saw, under its own hash', async () => {
    const requestId = await send();
    const [row] = await database.asOwner('select snapshot, bundle_hash from consent_requests where id = $1', [requestId]);
    expect(row?.['snapshot']).toMatchObject({ scheme: 1, fingerprint: version.fingerprint, peopleInScope: 20, texts: [{ kind: 'dpia' }] });
    expect(String(row?.['bundle_hash'])).toMatch(/^sha-256:/);
    await expect(database.asOwner(`update consent_requests set reasons = 'anders'`)).rejects.toThrow('only ever added');
  });

  describe('refuses', () => {
    it('a request by HR, without a draft, twice, with a wrong password, or while something is unmet', async () => {
      expect(await codeOf(house.requests.send(as(staff.director), version.toolId, 1, press()))).toBe('request.no-decision');
      await house.requests.prepare(as(staff.hr), version.toolId, 1, DRAFT);
      expect(await codeOf(house.requests.send(as(staff.hr), version.toolId, 1, press()))).toBe('act.not-yours');
      const wrong = { identity: { password: 'iets anders' }, key: newId('i') };
      expect(await codeOf(house.requests.send(as(staff.director), version.toolId, 1, wrong))).toBe('password.wrong');
      house.chain.unmet = [{ code: 'requirement.missing', requirement: 'E1' }];
      expect(await codeOf(house.requests.send(as(staff.director), version.toolId, 1, press()))).toBe('requirement.missing');
      house.chain.unmet = [];
      expect(await codeOf(house.requests.send(as(staff.director), version.toolId, 1, press()))).toBe('done');
      expect(await codeOf(house.requests.send(as(staff.director), version.toolId, 1, press()))).toBe('request.standing');
    });

    it('a second press of the same button: the first answer comes again', async () => {
      await house.requests.prepare(as(staff.hr), version.toolId, 1, DRAFT);
      const once = press();
      const first = await house.requests.send(as(staff.director), version.toolId, 1, once);
      expect(await house.requests.send(as(staff.director), version.toolId, 1, once)).toEqual(first);
    });

    it('a meeting in the future, before the request, without minutes, or by HR', async () => {
      const requestId = await send();
      const held = (heldOn: string, who = staff.secretary) => codeOf(house.meetings.recordMeeting(as(who), requestId, { ...HELD, heldOn }));
      expect(await held('2026-03-03')).toBe('day.future');
      expect(await held('2026-03-01')).toBe('day.before-request');
      expect(await held('2026-03-02', staff.hr)).toBe('act.not-yours');
      expect(
        await codeOf(house.meetings.recordMeeting(as(staff.secretary), requestId, { ...HELD, heldOn: '2026-03-02', minutes: ' ' })),
      ).toBe('minutes.missing');
      expect(await held('2026-03-02')).toBe('done');
      expect(await holding()).toBe('E7');
    });

    it('minutes of the director that no officer of the council has confirmed', async () => {
      const requestId = await send();
      await house.meetings.recordMeeting(as(staff.director), requestId, { ...HELD, heldOn: '2026-03-02' });
      const record = () => codeOf(house.decisions.recordDecision(as(staff.chair), requestId, GRANTED, press()));
      expect(await record()).toBe('decision.before-meeting');
      const [row] = await database.asOwner('select id from meetings where request_id = $1', [requestId]);
      const confirm = (who: GivenPerson) => codeOf(house.meetings.confirmPresence(as(who), requestId, String(row?.['id'])));
      expect([await confirm(staff.director), await confirm(staff.hr)]).toEqual(['meeting.own-minutes', 'act.not-yours']);
      expect(await record()).toBe('decision.before-meeting');
      expect([await confirm(staff.secretary), await record()]).toEqual(['done', 'done']);
    });

    it('a decision without a meeting that counts', async () => {
      const requestId = await send();
      const record = () => codeOf(house.decisions.recordDecision(as(staff.chair), requestId, GRANTED, press()));
      expect(await record()).toBe('decision.before-meeting');
      await house.meetings.recordMeeting(as(staff.secretary), requestId, { ...HELD, heldOn: '2026-03-02' });
      expect(await record()).toBe('decision.before-meeting');
      const [row] = await database.asOwner('select id from meetings where request_id = $1', [requestId]);
      const confirm = (who: GivenPerson) => codeOf(house.meetings.confirmPresence(as(who), requestId, String(row?.['id'])));
      expect([await confirm(staff.hr), await confirm(staff.secretary)]).toEqual(['act.not-yours', 'meeting.own-minutes']);
      expect([await confirm(staff.chair), await confirm(staff.chair)]).toEqual(['done', 'meeting.confirmed']);
      expect(await record()).toBe('decision.before-meeting');
      expect(await confirm(staff.director)).toBe('done');
      expect(await record()).toBe('done');
    });

    it.each(['hr', 'director', 'orgAdmin', 'it', 'member', 'dpo', 'privacyOfficer'] as const)(
      'a decision or a confirmation by %s',
      async (who) => {
        const requestId = await send();
        await meet(requestId);
        expect(await codeOf(house.decisions.recordDecision(as(staff[who]), requestId, GRANTED, press()))).toBe('act.not-yours');
        const { decisionId } = await house.decisions.recordDecision(as(staff.chair), requestId, GRANTED, press());
        expect(await codeOf(house.decisions.confirm(as(staff[who]), requestId, decisionId, press()))).toBe('act.not-yours');
        expect(await holding()).toBe('E7 E8');
      },
    );

    it('the same officer twice, in the service and in the database', async () => {
      const requestId = await send();
      await meet(requestId);
      const { decisionId } = await house.decisions.recordDecision(as(staff.chair), requestId, GRANTED, press());
      expect(await codeOf(house.decisions.confirm(as(staff.chair), requestId, decisionId, press()))).toBe('decision.same-officer');
      const forged = database.dataSource.query('insert into decision_confirmations values ($1, $2, now())', [decisionId, staff.chair.id]);
      await expect(forged).rejects.toThrow('decision_confirmations_two_officers');
    });

    it('a second decision, one that waits or one that was made; after it was sent back another can be noted', async () => {
      const requestId = await send();
      await meet(requestId);
      const { decisionId } = await house.decisions.recordDecision(as(staff.chair), requestId, GRANTED, press());
      expect(await codeOf(house.decisions.recordDecision(as(staff.secretary), requestId, GRANTED, press()))).toBe('decision.waiting');
      await house.decisions.reject(as(staff.secretary), requestId, decisionId, 'Dit hebben wij niet besloten.');
      expect(await codeOf(house.decisions.confirm(as(staff.secretary), requestId, decisionId, press()))).toBe('decision.not-waiting');
      await decide(requestId);
      expect(await codeOf(house.decisions.recordDecision(as(staff.chair), requestId, GRANTED, press()))).toBe('decision.made');
      expect(await codeOf(house.requests.withdraw(as(staff.director), requestId, 'Toch niet.'))).toBe('request.decided');
    });

    it('a decision without reasons, votes, a majority, on a wrong day, or with conditions where they do not belong', async () => {
      const requestId = await send();
      await meet(requestId);
      const wrong = (typed: Partial<TypedDecision>) =>
        codeOf(house.decisions.recordDecision(as(staff.chair), requestId, { ...GRANTED, ...typed }, press()));
      expect(await wrong({ reasons: '  ' })).toBe('reasons.missing');
      expect(await wrong({ decidedOn: '2026-03-03' })).toBe('day.future');
      expect(await wrong({ decidedOn: '2026-03-01' })).toBe('day.before-meeting');
      expect(await wrong({ votesFor: 0, votesAgainst: 0 })).toBe('votes.missing');
      expect(await wrong({ votesFor: 1, votesAgainst: 7 })).toBe('votes.no-majority');
      expect(await wrong({ expiresOn: '2026-03-02' })).toBe('day.not-later');
      expect(await wrong({ decision: 'granted_with_conditions' })).toBe('conditions.missing');
      expect(await wrong({ conditions: [PROMISE] })).toBe('conditions.not-here');
      expect(await wrong({ decision: 'granted_with_conditions', conditions: [{ ...PROMISE, dueOn: '2026-03-01' }] })).toBe('day.past');
    });

    it('anything on a request that was taken back, which then counts no more', async () => {
      const requestId = await send();
      await meet(requestId);
      expect(await codeOf(house.requests.withdraw(as(staff.hr), requestId, 'Nee'))).toBe('act.not-yours');
      await house.requests.withdraw(as(staff.director), requestId, 'Wij passen het plan aan.');
      expect(await holding()).toBe('');
      expect(await codeOf(house.decisions.recordDecision(as(staff.chair), requestId, GRANTED, press()))).toBe('request.withdrawn');
      expect(await send()).not.toBe(requestId);
    });

    it('a final decision by HR, without consent, in the past, or with a condition left out', async () => {
      const requestId = await send();
      await meet(requestId);
      const typed = { text: 'Wij voeren het in.', effectiveOn: '2026-03-02', takesOver: [] };
      const final = (person = staff.director, more = {}) =>
        codeOf(house.finals.decide(as(person), version.toolId, 1, { ...typed, ...more }, press()));
      expect(await final()).toBe('decision.not-positive');
      await decide(requestId, { ...GRANTED, decision: 'granted_with_conditions', conditions: [PROMISE, GROUPS] });
      const ids = (
        await database.asOwner(
          'select id from decision_conditions c where exists (select 1 from council_decisions d where d.id = c.decision_id and d.request_id = $1)',
          [requestId],
        )
      ).map(({ id }) => String(id));
      expect(await final()).toBe('final.conditions-left-out');
      expect(await final(staff.director, { takesOver: ids.slice(1) })).toBe('final.conditions-left-out');
      expect(await final(staff.hr, { takesOver: ids })).toBe('act.not-yours');
      expect(await final(staff.director, { takesOver: ids, effectiveOn: '2026-03-01' })).toBe('day.past');
      expect(await final(staff.director, { takesOver: ids })).toBe('done');
      expect((await facts()).representation.conditions).toEqual([
        { text: PROMISE.text, inFinalDecision: true, fulfilled: true },
        { text: GROUPS.text, inFinalDecision: true, fulfilled: true },
      ]);
    });
  });

  it('takes a refusal for what it is', async () => {
    const requestId = await send();
    await meet(requestId);
    await decide(requestId, { ...GRANTED, decision: 'refused', votesFor: 1, votesAgainst: 7 });
    expect((await facts()).representation.decision).toBe('refused');
    const [listed] = await database.transactions.read((tx) => listCases(tx));
    expect(listed).toMatchObject({ requestId, phase: 'refused' });
    expect(await codeOf(finalDecision())).toBe('decision.not-positive');
    expect(await send()).not.toBe(requestId);
  });

  it('counts a limit that the version does not keep as not fulfilled', async () => {
    const requestId = await send();
    await meet(requestId);
    await decide(requestId, { ...GRANTED, decision: 'granted_with_conditions', conditions: [THIRTY_DAYS] });
    const { representation, limits } = await facts();
    expect(representation.conditions?.[0]?.fulfilled).toBe(false);
    expect(limits).toEqual([THIRTY_DAYS.limit]);
  });

  it('believes the council on a promise, and nobody else', async () => {
    const requestId = await send();
    await meet(requestId);
    await decide(requestId, { ...GRANTED, decision: 'granted_with_conditions', conditions: [PROMISE] });
    const [row] = await database.asOwner(
      'select c.id from decision_conditions c join council_decisions d on d.id = c.decision_id where d.request_id = $1',
      [requestId],
    );
    const id = String(row?.['id']);
    const fulfilled = async () => (await facts()).representation.conditions?.[0]?.fulfilled;
    const find = (finding: 'kept' | 'broken', who = staff.chair) =>
      codeOf(house.council.findPromise(as(who), id, finding, press().identity));
    expect(await fulfilled()).toBe(true);
    clock.set('2026-06-01T09:00:00Z');
    expect(await fulfilled()).toBe(true);
    clock.set('2026-06-02T09:00:00Z');
    expect(await fulfilled()).toBe(false);
    expect(await find('kept', staff.hr)).toBe('act.not-yours');
    expect(await find('kept', staff.director)).toBe('act.not-yours');
    expect(await find('kept')).toBe('done');
    expect(await fulfilled()).toBe(true);
    expect(await find('broken')).toBe('done');
    expect(await fulfilled()).toBe(false);
  });

  it('stays closed over a dispute until chair and secretary have each answered; while it runs it closes nothing', async () => {
    const requestId = await send();
    await meet(requestId);
    await decide(requestId);
    await finalDecision();
    await house.runJobs();
    clock.advance({ hours: 24 });
    expect(await codeOf(house.council.dispute(as(staff.hr), version.toolId, { about: '', text: 'x' }))).toBe('act.not-yours');
    await house.council.dispute(as(staff.member), version.toolId, { about: 'Het besluit', text: 'Wij stemden anders.' });
    expect((await facts()).checks.E10).toMatchObject({ holds: false, code: 'dispute.open', openDisputes: 1 });
    expect((await facts({ ...ATTACHED, activeSince: new Date('2026-03-03T00:00:00Z') })).checks.E10.holds).toBe(true);
    const [row] = await database.asOwner('select id from disputes where tool_id = $1', [version.toolId]);
    const answer = (who: GivenPerson) => codeOf(house.council.answerDispute(as(who), String(row?.['id']), 'Het klopt.'));
    expect(await answer(staff.member)).toBe('act.not-yours');
    for (const contact of [as(staff.employee, 'pvt_contact'), as(staff.colleague, 'pvt_contact')]) {
      expect(await codeOf(house.council.answerDispute(contact, String(row?.['id']), 'Het klopt.'))).toBe('act.not-yours');
      expect(await codeOf(house.council.dispute(contact, version.toolId, { about: '', text: 'x' }))).toBe('act.not-yours');
    }
    expect(await answer(staff.chair)).toBe('done');
    expect((await facts()).checks.E10.holds).toBe(false);
    expect(await answer(staff.chair)).toBe('dispute.answered-by-you');
    expect(await answer(staff.secretary)).toBe('done');
    expect((await facts()).checks.E10.holds).toBe(true);
  });

  it('does not begin before the effective date', async () => {
    const requestId = await send();
    await meet(requestId);
    await decide(requestId);
    await finalDecision([], '2026-03-10');
    await house.runJobs();
    clock.set('2026-03-09T22:59:59Z');
    expect((await facts()).checks.E10).toMatchObject({ holds: false, code: 'final.not-in-force' });
    clock.set('2026-03-09T23:00:00Z');
    expect((await facts()).checks.E10.holds).toBe(true);
  });

  it('counts a claim only once chair and secretary have each confirmed it', async () => {
    const claim = {
      route: 'cba',
      ground: 'De cao regelt dit.',
      agreementReference: 'Cao Gemeenten art. 3',
      agreementSubstantive: true,
    } as const;
    expect(await codeOf(house.claims.claim(as(staff.hr), version.toolId, 1, claim, press().identity))).toBe('act.not-yours');
    expect(
      await codeOf(house.claims.claim(as(staff.director), version.toolId, 1, { ...claim, agreementReference: ' ' }, press().identity)),
    ).toBe('agreement.missing');
    await house.claims.claim(as(staff.director), version.toolId, 1, claim, press().identity);
    const [row] = await database.asOwner('select id from claims where tool_id = $1', [version.toolId]);
    const confirm = (who: GivenPerson) => codeOf(house.claims.confirm(as(who), String(row?.['id']), press().identity));
    const state = async () => {
      const { representation, checks, agreement } = await facts();
      return [
        representation.route,
        representation.exemption?.confirmedOn ?? null,
        checks.E7.holds,
        checks.E8.applies,
        checks.E9.holds,
        agreement.collectiveAgreementReference,
      ];
    };
    expect(await state()).toEqual(['cba', null, false, false, false, 'Cao Gemeenten art. 3']);
    for (const who of [staff.director, staff.hr, staff.member, staff.dpo]) expect(await confirm(who)).toBe('act.not-yours');
    expect(await confirm(staff.chair)).toBe('done');
    expect((await state())[1]).toBeNull();
    expect(await confirm(staff.chair)).toBe('claim.confirmed-by-you');
    expect(await confirm(staff.secretary)).toBe('done');
    expect(await state()).toEqual(['cba', '2026-03-02', true, false, true, 'Cao Gemeenten art. 3']);
    await finalDecision();
    const [final] = await database.asOwner('select kind from final_decisions where tool_id = $1', [version.toolId]);
    expect(final?.['kind']).toBe('introduction');
  });

  it('counts a ruling only once the secretary has confirmed it', async () => {
    const requestId = await send();
    await meet(requestId);
    await decide(requestId, { ...GRANTED, decision: 'refused', votesFor: 1, votesAgainst: 7 });
    const ruling = { kind: 'permission', ground: 'refusal_unreasonable', outcome: 'granted', reference: 'ECLI:NL:RBAMS:2026:1' } as const;
    const document = { bytes: Buffer.from('%PDF-1.7\n%uitspraak\n%%EOF'), name: 'uitspraak.pdf' };
    expect(await codeOf(house.rulings.upload(as(staff.hr), version.toolId, 1, ruling, document))).toBe('act.not-yours');
    expect(await codeOf(house.rulings.upload(as(staff.director), version.toolId, 1, { ...ruling, ground: null }, document))).toBe(
      'ruling.ground-missing',
    );
    expect(await codeOf(house.rulings.upload(as(staff.director), version.toolId, 1, ruling, document))).toBe('done');
    const [row] = await database.asOwner('select id from court_rulings where tool_id = $1', [version.toolId]);
    expect((await facts()).representation.court).toEqual({ outcome: null, ground: null });
    for (const who of [staff.director, staff.hr, staff.chair]) {
      expect(await codeOf(house.rulings.confirm(as(who), String(row?.['id']), press().identity))).toBe('act.not-yours');
    }
    expect(await codeOf(house.rulings.confirm(as(staff.secretary), String(row?.['id']), press().identity))).toBe('done');
    const { representation, proofs } = await facts();
    expect(representation).toMatchObject({
      court: { outcome: 'granted', ground: 'refusal_unreasonable' },
      versionHash: version.fingerprint,
    });
    expect(proofs.rulingId).toBe(row?.['id']);
    expect(await codeOf(finalDecision())).toBe('done');
  });

  it('takes nullity at its word until a court or a new consent ends it', async () => {
    const invoke = (who: GivenPerson, periodStartedOn = '2026-03-01') =>
      codeOf(
        house.nullities.invoke(
          as(who),
          version.toolId,
          { periodStartedOn, why: 'told', decidedOn: null, reason: 'Er is geen instemming.' },
          press(),
        ),
      );
    expect(await invoke(staff.director)).toBe('act.not-yours');
    expect(await invoke(staff.member)).toBe('act.not-yours');
    expect(await invoke(staff.chair, '2026-03-03')).toBe('day.future');
    expect(await invoke(staff.chair)).toBe('done');
    expect((await facts()).representation.nullity).toEqual({ periodStartedOn: '2026-03-01', invokedOn: '2026-03-02', status: 'open' });
    const requestId = await send();
    await meet(requestId);
    await decide(requestId);
    expect((await facts()).representation.nullity?.status).toBe('resolved_by_consent');
  });

  it('leaves what was done on another fingerprint out', async () => {
    const requestId = await send();
    await meet(requestId);
    await decide(requestId);
    const other = await database.transactions.read(async (tx) => councilFacts(tx, version, ['sha-256:other'], clock.now(), ATTACHED));
    expect(other.representation).toMatchObject({ request: null, meetings: [], decision: null, versionHash: null, final: null });
  });

  it('asks as many questions of the database for many acts as for none', async () => {
    const count = async (): Promise<number> => {
      let queries = 0;
      await database.transactions.read(async (tx) => {
        const now = await readVersion(tx, version.id);
        const counted = new Proxy(tx, {
          get: (target, key, receiver) => {
            if (key !== 'query') return Reflect.get(target, key, receiver) as unknown;
            return (sql: string, parameters?: unknown[]) => {
              queries += 1;
              return target.query(sql, parameters);
            };
          },
        });
        await councilFacts(counted, now, [now.fingerprint], clock.now(), ATTACHED);
      });
      return queries;
    };
    const none = await count();
    const requestId = await send();
    await meet(requestId);
    await decide(requestId, { ...GRANTED, decision: 'granted_with_conditions', conditions: [PROMISE, GROUPS, THIRTY_DAYS] });
    for (let n = 0; n < 4; n += 1) await house.council.dispute(as(staff.member), version.toolId, { about: '', text: `Nummer ${n}` });
    expect(await count()).toBe(none);
  });

  it('waits 24 hours after an officer’s account changed, and tells every member', async () => {
    const requestId = await send();
    await meet(requestId);
    await decide(requestId);
    await finalDecision();
    await house.runJobs();
    clock.advance({ hours: 24 });
    expect((await facts()).checks.E10.holds).toBe(true);
    await database.transactions.run(async (tx) => {
      const { recordOfficerChange } = await import('../../src/features/people/officer-change.js');
      await recordOfficerChange(tx, as(staff.chair), clock.now(), staff.chair.id, 'password');
    });
    expect((await facts()).checks.E10).toMatchObject({ holds: false, code: 'copies.unsent' });
    await house.runJobs();
    expect((await facts()).checks.E10).toMatchObject({ holds: false, code: 'copies.day-running' });
    clock.advance({ hours: 24 });
    expect((await facts()).checks.E10.holds).toBe(true);
  });
});
