import type { Role } from '../../../kernel/actor.js';
import type { Claim, CouncilDecision, Dispute, FinalDecision, Meeting, SentRequest } from './case-file.js';
import { NO_CASE } from '../../../../test/support/no-case.js';
import { standingOf } from './body.js';
import { copyClock, hasPassed, OFFICER_CHANGE } from './copies.js';
import { isAnswered, openDisputes } from './disputes.js';
import type { Known, Mailing } from './known.js';
import { claimConfirmedAt, claimInHand, isFulfilled, meetingsOn, nullityInHand, requestInHand } from './standing-acts.js';

const at = (instant: string): Date => new Date(instant);
const request = (id: string, sentAt: string, more: Partial<SentRequest> = {}): SentRequest => ({
  id,
  versionId: 'v',
  fingerprint: 'f',
  body: 'or',
  intendedDecision: 'x',
  reasons: 'x',
  consequences: 'x',
  grounds: ['k'],
  alsoAdvice: false,
  intendedStartOn: null,
  evaluationOn: '2027-01-01',
  aiNamed: false,
  bundleHash: 'h',
  reference: 'r',
  sentAt: at(sentAt),
  withdrawnAt: null,
  ...more,
});
const decision = (requestId: string, word: CouncilDecision['decision'], confirmed = true): CouncilDecision => ({
  id: `d-${requestId}`,
  requestId,
  fingerprint: 'f',
  decision: word,
  reasons: 'x',
  decidedOn: '2026-03-01',
  ballotId: null,
  votesFor: 1,
  votesAgainst: 0,
  votesAbstained: 0,
  expiresOn: null,
  reference: 'r',
  recordedBy: 'a',
  recordedAt: at('2026-03-01T10:00:00Z'),
  confirmedBy: confirmed ? 'b' : null,
  confirmedAt: confirmed ? at('2026-03-01T11:00:00Z') : null,
  rejectedAt: null,
  conditions: [],
});

describe('the request in hand', () => {
  const [old, newer] = [request('one', '2026-01-01T10:00:00Z'), request('two', '2026-03-01T10:00:00Z')];
  const inHand = (decisions: readonly CouncilDecision[], requests = [old, newer]) => requestInHand({ ...NO_CASE, requests, decisions })?.id;

  it('is the newest, and not one that was taken back', () => {
    expect(inHand([])).toBe('two');
    expect(inHand([], [old, { ...newer, withdrawnAt: at('2026-03-02T10:00:00Z') }])).toBe('one');
  });
  it('stays the one with consent until the newer one is decided', () => {
    expect(inHand([decision('one', 'granted')])).toBe('one');
    expect(inHand([decision('one', 'granted'), decision('two', 'granted', false)])).toBe('one');
    expect(inHand([decision('one', 'granted'), decision('two', 'refused')])).toBe('two');
  });
  it('is the newer one after a refusal', () => expect(inHand([decision('one', 'refused')])).toBe('two'));
});

describe('a claim', () => {
  const claim = (confirmations: readonly [string, Role][]): Claim => ({
    id: 'c',
    fingerprint: 'f',
    route: 'cba',
    ground: 'x',
    agreementReference: 'x',
    agreementSubstantive: true,
    reference: 'r',
    claimedBy: 'director',
    claimedAt: at('2026-02-01T10:00:00Z'),
    confirmations: confirmations.map(([byPerson, byRole], n) => ({ byPerson, byRole, at: at(`2026-02-0${n + 2}T10:00:00Z`) })),
  });
  const counts = (body: string, confirmations: readonly [string, Role][], dpoAppointed = true, toldAt: Date | null = null) =>
    claimConfirmedAt(claim(confirmations), standingOf({ representativeBody: body, headcount: 20, dpoAppointed }), toldAt) !== null;

  it('counts with a council once chair and secretary, two persons, confirmed it', () => {
    expect(counts('or', [['a', 'or_chair']])).toBe(false);
    expect(
      counts('or', [
        ['a', 'or_chair'],
        ['b', 'or_member'],
      ]),
    ).toBe(false);
    expect(
      counts('or', [
        ['a', 'or_chair'],
        ['a', 'or_secretary'],
      ]),
    ).toBe(false);
    expect(
      counts('or', [
        ['a', 'or_chair'],
        ['b', 'or_secretary'],
      ]),
    ).toBe(true);
  });
  it('is never confirmed by who makes it', () =>
    expect(
      counts('or', [
        ['director', 'or_chair'],
        ['b', 'or_secretary'],
      ]),
    ).toBe(false));
  it('counts with a staff representation by two members, and in a personnel meeting by two employees', () => {
    expect([
      counts('pvt', [['a', 'pvt_contact']]),
      counts('pvt', [
        ['a', 'pvt_contact'],
        ['b', 'pvt_contact'],
      ]),
    ]).toEqual([false, true]);
    expect([
      counts('personnel_meeting', [['a', 'employee']]),
      counts('personnel_meeting', [
        ['a', 'employee'],
        ['b', 'employee'],
      ]),
    ]).toEqual([false, true]);
  });
  it('counts under ten people by the DPO, or where there is none once everyone was told', () => {
    expect([counts('none', []), counts('none', [['d', 'dpo']])]).toEqual([false, true]);
    expect(counts('none', [], true, at('2026-02-05T10:00:00Z'))).toBe(false);
    expect([counts('none', [], false), counts('none', [], false, at('2026-02-05T10:00:00Z'))]).toEqual([false, true]);
  });
  it('gives way to a request that is sent after it', () => {
    const made = claim([]);
    expect(claimInHand({ ...NO_CASE, claims: [made] })).toBe(made);
    expect(claimInHand({ ...NO_CASE, claims: [made], requests: [request('r', '2026-02-01T10:00:01Z')] })).toBeNull();
    expect(claimInHand({ ...NO_CASE, claims: [made], requests: [request('r', '2026-01-01T10:00:00Z')] })).toBe(made);
  });
});

describe('an organisation that has not answered', () => {
  it('has a council with a consent right', () => expect(standingOf({})).toMatchObject({ body: 'or', consents: true }));
  it('gives a staff representation a consent right only with the agreement', () => {
    expect(standingOf({ representativeBody: 'pvt' }).consents).toBe(false);
    expect(standingOf({ representativeBody: 'pvt', staffRepresentationExtraPowers: ['kl'] }).consents).toBe(true);
  });
});

describe('a dispute', () => {
  const dispute = (answers: readonly [string, Role][]): Dispute => ({
    id: 'o',
    about: '',
    text: 'x',
    raisedBy: 'm',
    raisedAt: at('2026-03-01T10:00:00Z'),
    answers: answers.map(([byPerson, byRole]) => ({ byPerson, byRole, answer: 'x', at: at('2026-03-02T10:00:00Z') })),
  });
  it('is answered once chair and secretary each wrote, two persons', () => {
    expect(isAnswered(dispute([['a', 'or_chair']]))).toBe(false);
    expect(
      isAnswered(
        dispute([
          ['a', 'or_chair'],
          ['b', 'or_chair'],
        ]),
      ),
    ).toBe(false);
    expect(
      isAnswered(
        dispute([
          ['a', 'or_chair'],
          ['a', 'or_secretary'],
        ]),
      ),
    ).toBe(false);
    expect(
      isAnswered(
        dispute([
          ['a', 'or_chair'],
          ['b', 'or_secretary'],
        ]),
      ),
    ).toBe(true);
    expect(
      isAnswered(
        dispute([
          ['a', 'pvt_contact'],
          ['b', 'pvt_contact'],
        ]),
      ),
    ).toBe(true);
  });
  it('closes nothing when it was raised while the tool ran', () => {
    expect(openDisputes([dispute([])], null)).toHaveLength(1);
    expect(openDisputes([dispute([])], at('2026-03-01T10:00:01Z'))).toHaveLength(1);
    expect(openDisputes([dispute([])], at('2026-03-01T10:00:00Z'))).toHaveLength(0);
  });
});

describe('the 24 hours', () => {
  const final: FinalDecision = {
    id: 'f',
    fingerprint: 'f',
    kind: 'final_decision',
    decisionId: 'd',
    rulingId: null,
    text: 'x',
    effectiveOn: '2026-03-01',
    takesOver: [],
    reference: 'FINA-L',
    decidedAt: at('2026-03-01T10:00:00Z'),
  };
  const mailing = (reference: string, handedOverAt: string | null, more: Partial<Mailing> = {}): Mailing => ({
    act: 'final-decision.taken',
    reference,
    at: at('2026-03-01T10:00:00Z'),
    recipients: 3,
    bounces: 0,
    handedOverAt: handedOverAt ? at(handedOverAt) : null,
    ...more,
  });
  const known = (mailings: readonly Mailing[], lastOfficerChangeAt: Date | null = null): Known => ({
    file: NO_CASE,
    standing: standingOf({ representativeBody: 'or' }),
    dossier: {},
    fingerprint: 'f',
    attached: { dpiaFixed: true, adviceReceived: true, agreementsAttached: true, noticeDraftComplete: true },
    activeSince: null,
    mailings,
    announcements: [],
    lastOfficerChangeAt,
    today: '2026-03-02',
    now: at('2026-03-02T10:00:00Z'),
  });
  const endsAt = (...given: Parameters<typeof known>) => copyClock(known(...given), final).endsAt?.toISOString() ?? null;

  it('run from the last copy that left, not from the decision', () => {
    expect(endsAt([mailing('FINA-L', '2026-03-01T12:00:00Z')])).toBe('2026-03-02T12:00:00.000Z');
    expect(endsAt([mailing('FINA-L', null)])).toBeNull();
    expect(endsAt([mailing('OTHER', '2026-03-01T12:00:00Z')])).toBeNull();
    expect(endsAt([mailing('FINA-L', '2026-03-01T12:00:00Z', { recipients: 0 })])).toBeNull();
  });
  it('end at the very instant', () => {
    const clock = copyClock(known([mailing('FINA-L', '2026-03-01T12:00:00Z')]), final);
    expect(hasPassed(clock, at('2026-03-02T11:59:59.999Z'))).toBe(false);
    expect(hasPassed(clock, at('2026-03-02T12:00:00Z'))).toBe(true);
  });
  it('begin again after a change of an officer’s account, from the mail about it', () => {
    const told = mailing('FINA-L', '2026-03-01T12:00:00Z');
    const changed = mailing('X', '2026-03-01T20:00:00Z', { act: OFFICER_CHANGE, at: at('2026-03-01T19:00:00Z') });
    expect(endsAt([told, changed], at('2026-03-01T19:00:00Z'))).toBe('2026-03-02T20:00:00.000Z');
    expect(endsAt([told], at('2026-03-01T19:00:00Z'))).toBeNull();
    expect(endsAt([told, changed], at('2026-03-01T19:00:01Z'))).toBeNull();
  });
  it('do not begin again for a tool that is on already', () => {
    const told = mailing('FINA-L', '2026-03-01T12:00:00Z');
    const ends = (activeSince: string) =>
      copyClock({ ...known([told], at('2026-03-04T09:00:00Z')), activeSince: at(activeSince) }, final).endsAt?.toISOString() ?? null;
    expect(ends('2026-03-03T09:00:00Z')).toBe('2026-03-02T12:00:00.000Z');
    expect(ends('2026-03-05T09:00:00Z')).toBeNull();
  });
});

describe('a condition', () => {
  const promise = { id: 'c', text: 'x', limit: null, promiseOwner: 'HR', dueOn: '2026-03-10', finding: null } as const;
  it('of trust is kept until its day, then on the council’s word, and never when broken', () => {
    expect(isFulfilled(promise, {}, '2026-03-10')).toBe(true);
    expect(isFulfilled(promise, {}, '2026-03-11')).toBe(false);
    expect(isFulfilled({ ...promise, finding: 'kept' }, {}, '2026-03-11')).toBe(true);
    expect(isFulfilled({ ...promise, finding: 'broken' }, {}, '2026-03-01')).toBe(false);
  });
  it('that a machine keeps is what the version says', () => {
    const limit = {
      ...promise,
      promiseOwner: null,
      dueOn: null,
      limit: { kind: 'retention_max_days', value: { purpose: null, days: 30 } },
    } as const;
    const keeps = (maxDays: number) =>
      isFulfilled(
        limit,
        { purposes: [{ code: 'x', retention: { maxDays } }], home: { enabled: false }, office: { enabled: false } },
        '2026-03-01',
      );
    expect([keeps(30), keeps(31), isFulfilled(limit, {}, '2026-03-01')]).toEqual([true, false, false]);
  });
});

describe('nullity', () => {
  const invoked = (id: string, endedAs: 'declared_unjustified' | 'resolved_by_consent' | null) =>
    ({ id, periodStartedOn: '2026-03-01', reason: 'x', reference: 'r', invokedAt: at('2026-03-01T10:00:00Z'), endedAs }) as const;
  it('in hand is one that nothing has ended, however many were', () => {
    expect(nullityInHand({ ...NO_CASE, nullities: [invoked('open', null), invoked('ended', 'resolved_by_consent')] })?.id).toBe('open');
    expect(nullityInHand({ ...NO_CASE, nullities: [invoked('ended', 'declared_unjustified')] })?.endedAs).toBe('declared_unjustified');
    expect(nullityInHand(NO_CASE)).toBeNull();
  });
});

describe('the minutes of a meeting', () => {
  const then = at('2026-03-05T10:00:00Z');
  const meeting = (over: Partial<Meeting>): Meeting => ({
    id: 'm_1',
    requestId: 'r_1',
    heldOn: '2026-03-05',
    minutes: 'Besproken.',
    minutesFileId: null,
    presentCouncil: 'De raad',
    presentEmployer: 'De bestuurder',
    recordedBy: 'p_1',
    recordedAt: then,
    confirmedAt: null,
    ...over,
  });
  const counts = (held: Meeting): boolean =>
    meetingsOn({ ...NO_CASE, meetings: [held] }, request('r_1', '2026-03-02T09:00:00Z')).length > 0;

  it('count once the other side has confirmed them, whichever side wrote them', () => {
    expect(counts(meeting({}))).toBe(false);
    expect(counts(meeting({ confirmedAt: then }))).toBe(true);
    expect(counts(meeting({ side: 'employer', confirmedAt: then }))).toBe(false);
    expect(counts(meeting({ side: 'employer', confirmedAt: then, councilConfirmedAt: then }))).toBe(true);
  });
});
