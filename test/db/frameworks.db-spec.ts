import { randomUUID } from 'node:crypto';
import { dayOf } from '../../src/kernel/clock.js';
import type { Role } from '../../src/kernel/actor.js';
import type { Problem } from '../../src/kernel/problem.js';
import { LightRevocationService, type TypedLightRevocation } from '../../src/features/consultation/after/light-revocation.service.js';
import { confirmationPath, followUps, openConfirmations } from '../../src/features/consultation/index.js';
import { lightCases } from '../../src/features/consultation/frameworks/light-acts.repository.js';
import { readTimeline } from '../../src/features/consultation/timeline/timeline-part.js';
import { GateAttachments } from '../../src/features/gate/answer-lower-features.js';
import { sqlState } from '../../src/platform/database/index.js';
import { dossierView } from '../../src/features/gate/dossier-view.js';
import { ListService } from '../../src/features/gate/list.service.js';
import { GateService, gateOf, Watch } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import {
  AGREED,
  type Frameworks,
  frameworksOn,
  givenUnconsented,
  type LightWishes,
  SIGN_IN_FRAMEWORK,
} from '../support/given-frameworks.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

let database: TestDatabase;
let staff: Staff;
let house: Frameworks;
let gates: GateService;
let watch: Watch;
const clock = new TestClock('2026-01-20T09:00:00Z');

beforeAll(async () => {
  database = await databaseFor('frameworks');
  staff = await database.transactions.run(givenStaff);
  house = frameworksOn(database, clock, staff);
  gates = new GateService(database.transactions, clock);
  watch = new Watch(database.transactions, clock);
  watch.onModuleInit();
  clock.set('2026-02-20T10:00:00Z');
  const platform = await unconsented({ isPlatform: true, whole: true });
  await gates.activate(actorOf(staff.it), platform.toolId, platform.number, randomUUID());
});
afterAll(async () => {
  watch.onModuleDestroy();
  await database.close();
});
beforeEach(async () => {
  clock.set('2026-01-20T09:00:00Z');
  await database.asOwner('update accounts set totp_last_step = null');
  await database.asOwner('delete from sign_in_attempts');
});

const unconsented = (wishes: LightWishes = {}): Promise<Version> => database.transactions.run((tx) => givenUnconsented(tx, staff, wishes));
const gateNow = (version: Version) => database.transactions.read((tx) => gateOf(tx, version.id, clock.now()));
const CONSENT: readonly string[] = ['E7', 'E8', 'E9', 'E10'];
const missing = async (version: Version) =>
  (await gateNow(version)).states.filter((state) => state.missing && CONSENT.includes(state.id)).map(({ id }) => id);
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    const { reasons, code } = error as Problem;
    return reasons?.[0]?.code ?? code;
  }
};
/** A framework that the council agreed to on 21 January. */
const agreed = async (typed = SIGN_IN_FRAMEWORK): Promise<string> => {
  clock.set('2026-01-20T09:00:00Z');
  await database.asOwner('update accounts set totp_last_step = null');
  const id = await house.propose(typed);
  clock.set('2026-01-21T15:00:00Z');
  await house.decide(id);
  return id;
};
let standing: Promise<string> | undefined;
/** One that stays in force, for every test that does not end it. */
const shared = (): Promise<string> => (standing ??= agreed());
const days = (value: number) => [{ attribute: 'purposes[].retention.maxDays', item: 'attendance', value }];
/** Told on 9 February, every copy gone that day: the last day to object is the 23rd. */
const told = async (wishes: LightWishes = {}, frameworkId?: string) => {
  const framework = frameworkId ?? (await shared());
  const version = await unconsented(wishes);
  clock.set('2026-02-09T09:00:00Z');
  const consentId = await house.tell(version, framework);
  await house.mailed();
  return { framework, version, consentId };
};
const finalOf = async (version: Version): Promise<void> => {
  const rows = await database.asOwner(
    'select c.limits from framework_consents x join framework_classes c on c.id = x.class_id where x.tool_id = $1',
    [version.toolId],
  );
  const limits = rows[0]?.['limits'] as readonly { id: string }[];
  const typed = { text: 'Wij voeren het in.', effectiveOn: dayOf(clock.now()), takesOver: limits.map(({ id }) => id) };
  await house.finals.decide(actorOf(staff.director), version.toolId, version.number, typed, house.press());
  await house.mailed();
};

/** What stands on the officer's start page to confirm, of frameworks and versions under one. */
const toConfirm = async (officer: { readonly id: string }, role: Role, about: string): Promise<readonly string[]> => {
  const actor = { ...actorOf(staff.chair), personId: officer.id, role };
  const open = await database.transactions.read((tx) => openConfirmations(tx, actor, dayOf(clock.now())));
  return open.filter(({ id }) => id === about).map((one) => `${one.kind} ${confirmationPath(one)}`);
};

/** What stands on the director's start page to confirm, of frameworks. */
const meetingsToConfirm = async (): Promise<readonly string[]> => {
  const open = await database.transactions.read((tx) => followUps(tx, actorOf(staff.director), clock.now()));
  return open.filter(({ kind }) => kind === 'frameworkMeeting').map(({ href }) => href);
};

describe('a framework', () => {
  it('is agreed by the council: recorded by one officer, confirmed by the other, the employer there', async () => {
    const id = await house.propose();
    clock.set('2026-01-21T15:00:00Z');
    expect(await codeOf(house.record(id, AGREED, staff.member))).toBe('act.not-yours');
    const decisionId = await house.record(id);
    expect(await codeOf(house.record(id))).toBe('framework.waiting');
    expect(await toConfirm(staff.secretary, 'or_secretary', id)).toEqual([`framework /council/frameworks/${id}`]);
    expect(await meetingsToConfirm()).toEqual([`/council/frameworks/${id}`]);
    expect(await toConfirm(staff.chair, 'or_chair', id)).toEqual([]);
    expect(await codeOf(house.frameworks.confirm(actorOf(staff.chair), decisionId, house.press()))).toBe('framework.another-officer');
    const version = await unconsented();
    expect(await codeOf(house.tell(version, id))).toBe('framework.not-standing');
    await house.frameworks.confirm(actorOf(staff.secretary), decisionId, house.press());
    expect(await toConfirm(staff.secretary, 'or_secretary', id)).toEqual([]);
    expect(await codeOf(house.tell(version, id))).toBe('framework.not-standing');
    expect(await codeOf(house.frameworks.confirmPresence(actorOf(staff.chair), decisionId))).toBe('act.not-yours');
    await house.frameworks.confirmPresence(actorOf(staff.director), decisionId);
    expect(await meetingsToConfirm()).toEqual([]);
    clock.set('2026-02-09T09:00:00Z');
    expect(await codeOf(house.tell(version, id))).toBe('done');
    const types = await database.asOwner(`select distinct type from evidence_entries where type like 'framework.%' order by type`);
    expect(types.map(({ type }) => type)).toEqual([
      'framework.decided',
      'framework.decision-recorded',
      'framework.presence-confirmed',
      'framework.proposed',
      'framework.version-told',
    ]);
  });

  it.each([
    [{ metOn: null }, 'framework.meeting-missing'],
    [{ metOn: '2026-01-19' }, 'framework.meeting-day'],
    [{ metOn: '2026-01-22' }, 'framework.meeting-day'],
    [{ minutes: null }, 'framework.minutes-missing'],
    [{ presentEmployer: null }, 'framework.present-missing'],
    [{ decidedOn: '2026-01-22' }, 'day.future'],
    [{ votesFor: 0, votesAgainst: 0 }, 'votes.missing'],
    [{ votesFor: 4, votesAgainst: 4 }, 'votes.no-majority'],
  ])('is not agreed without what the law asks: %j', async (wrong, code) => {
    const id = await house.propose();
    clock.set('2026-01-21T15:00:00Z');
    expect(await codeOf(house.record(id, { ...AGREED, ...wrong }))).toBe(code);
    expect(await codeOf(house.record(id))).toBe('done');
  });

  it('sent back decides nothing, and can be recorded again; refused stays refused', async () => {
    const id = await house.propose();
    clock.set('2026-01-21T15:00:00Z');
    await house.frameworks.reject(actorOf(staff.secretary), await house.record(id), 'Dit is niet besloten.');
    expect(await toConfirm(staff.secretary, 'or_secretary', id)).toEqual([]);
    await house.decide(id, { ...AGREED, decision: 'refused', metOn: null, votesFor: 1, votesAgainst: 7 });
    expect(await codeOf(house.record(id))).toBe('framework.decided');
    const version = await unconsented();
    expect(await codeOf(house.tell(version, id))).toBe('framework.not-standing');
  });

  it('that lapsed lets nothing in', async () => {
    const id = await agreed({ ...SIGN_IN_FRAMEWORK, endsOn: '2026-02-08' });
    const version = await unconsented();
    clock.set('2026-02-08T22:58:00Z');
    expect(await codeOf(house.tell(version, id))).toBe('done');
    const other = await unconsented();
    clock.set('2026-02-08T23:00:00Z');
    expect(await codeOf(house.tell(other, id))).toBe('framework.not-standing');
  });
});

describe('a green version', () => {
  it('goes on under the decision on the framework, once fourteen days passed without an objection', async () => {
    const { version, consentId } = await told();
    expect(await missing(version)).toEqual(['E9', 'E10']);
    expect((await gateNow(version)).consultation.representation).toMatchObject({ decision: null, meetings: ['2026-01-20'] });
    clock.set('2026-02-23T22:50:00Z');
    expect(await codeOf(finalOf(version))).toBe('requirement.missing');
    clock.set('2026-02-23T22:59:59Z');
    expect(await missing(version)).toEqual(['E9', 'E10']);
    clock.set('2026-02-23T23:00:00Z');
    expect(await missing(version)).toEqual(['E10']);
    const { consultation } = await gateNow(version);
    expect(consultation.representation).toMatchObject({
      decision: 'granted_with_conditions',
      decidedOn: '2026-01-21',
      expiresOn: '2027-12-31',
    });
    expect(consultation.proofs).toMatchObject({ frameworkConsentId: consentId, requestId: null, decisionId: null });
    expect(consultation.limits).toContainEqual({ kind: 'smallest_group', value: 10 });
    await finalOf(version);
    clock.advance({ days: 2 });
    expect((await gateNow(version)).open).toBe(true);
    await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
    expect((await gateNow(version)).state).toBe('active');
    clock.set('2028-01-01T00:00:00Z');
    expect((await gateNow(version)).holds).toBe(false);
  });

  it('turns red by the objection of one member, at the last instant; the instant after is too late', async () => {
    const { version, consentId, framework } = await told();
    clock.set('2026-02-23T22:59:59Z');
    expect(await codeOf(house.lights.object(actorOf(staff.hr), consentId, 'Nee'))).toBe('act.not-yours');
    expect(await codeOf(house.lights.object(actorOf(staff.member), consentId, 'Ik wil overleg.'))).toBe('done');
    expect(await codeOf(house.lights.object(actorOf(staff.chair), consentId, 'Ik ook.'))).toBe('framework.objected');
    clock.advance({ days: 3 });
    expect(await missing(version)).toEqual(['E7', 'E8', 'E9', 'E10']);
    expect(await codeOf(finalOf(version))).not.toBe('done');
    expect(await codeOf(house.tell(version, framework))).toBe('framework.full-case');

    const listed = await database.transactions.read(lightCases);
    const timelines: Awaited<ReturnType<typeof readTimeline>>[] = [];
    for (const who of ['chair', 'director', 'dpo'] as const)
      timelines.push(await database.transactions.read((tx) => readTimeline(tx, actorOf(staff[who]), version.toolId)));
    expect(listed.find(({ id }) => id === consentId)).toMatchObject({
      number: 1,
      colour: 'green',
      objectedAt: new Date('2026-02-23T22:59:59Z'),
    });
    for (const { timeline, lights } of timelines) {
      const entry = timeline.find(({ type }) => type === 'framework.objected');
      expect(lights.find(({ type, at }) => type === entry?.type && at.getTime() === entry.at.getTime())?.reason).toBe('Ik wil overleg.');
      expect(timeline.map(({ type }) => type)).toContain('framework.version-told');
    }
    expect(timelines.map(({ names }) => names.has(staff.member.id))).toEqual([true, false, false]);
    const group = { ...actorOf(staff.chair), role: 'group_officer' } as const;
    expect((await database.transactions.read((tx) => readTimeline(tx, group, version.toolId))).lights).toEqual([]);
    const lists = new ListService(database.transactions, clock);
    const seen = await lists.dossier(actorOf(staff.member), version.toolId, null);
    expect(seen.gate.consultation.notes.light).toEqual({ id: consentId, objected: true });
    const shown = (who: keyof Staff) => JSON.stringify(dossierView(seen, actorOf(staff[who])));
    for (const who of ['member', 'director', 'hr', 'dpo'] as const)
      expect([who, shown(who)]).toEqual([who, expect.stringContaining(consentId)]);
    expect(shown('it')).not.toMatch(/lichte melding|council\/light/);

    const late = await told();
    clock.set('2026-02-23T23:00:00Z');
    expect(await codeOf(house.lights.object(actorOf(staff.member), late.consentId, 'Te laat.'))).toBe('framework.objection-late');
  });

  it('does not begin its days until the last copy has left', async () => {
    const { version, consentId } = await told();
    await database.asOwner(
      'update council_mailing_recipients r set handed_over_at = null from council_mailings m where m.id = r.mailing_id and m.tool_id = $1 and r.person_id = $2',
      [version.toolId, staff.member.id],
    );
    clock.set('2026-03-20T10:00:00Z');
    expect(await missing(version)).toEqual(['E9', 'E10']);
    expect(await codeOf(house.lights.object(actorOf(staff.member), consentId, 'Ik kreeg niets.'))).toBe('done');
  });

  it('closes the gate of a tool that runs, should an objection ever come to stand under it', async () => {
    const { version, consentId } = await told();
    clock.set('2026-02-24T09:00:00Z');
    await finalOf(version);
    clock.advance({ days: 2 });
    await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
    await database.asOwner(`insert into framework_objections values ($1, 'Toch niet.', $2, $3)`, [consentId, staff.member.id, clock.now()]);
    await watch.sweep();
    expect((await gateNow(version)).state).toBe('suspended');
  });

  it('is no longer light once it lies outside, whoever changed what', async () => {
    const { version } = await told();
    clock.set('2026-02-24T09:00:00Z');
    expect(await missing(version)).toEqual(['E10']);
    await database.asOwner(`alter table capabilities disable trigger user`);
    await database.asOwner(
      `update capabilities set can = true, is_on = false, reach = 'one_admin' where version_id = $1 and code = 'webcam'`,
      [version.id],
    );
    await database.asOwner(`alter table capabilities enable trigger user`);
    expect(await missing(version)).toContain('E7');
  });

  it('waits for a full case where one was begun', async () => {
    const { version } = await told();
    clock.set('2026-02-24T09:00:00Z');
    await database.asOwner(
      `insert into consent_requests (id, tool_id, version_id, fingerprint, body, route, intended_decision, reasons, consequences, grounds, also_advice,
        evaluation_on, ai_named, snapshot, bundle_hash, reference, sent_by, sent_at)
       values ('r_full', $1, $2, $3, 'or', 'consent', 'x', 'x', 'x', '{k}', false, '2027-01-01', false, '{}', 'sha-256:x', 'FULL', 'p_director', $4)`,
      [version.toolId, version.id, version.fingerprint, clock.now()],
    );
    expect(await missing(version)).toEqual(['E8', 'E9', 'E10']);
  });
});

describe('an amber version', () => {
  it('takes the yes of chair and of secretary as well, each from their own account', async () => {
    const { version, consentId } = await told({ changes: days(61) });
    clock.set('2026-02-24T09:00:00Z');
    expect(await missing(version)).toEqual(['E9', 'E10']);
    expect(await codeOf(house.lights.accept(actorOf(staff.member), consentId, house.press()))).toBe('act.not-yours');
    expect(await toConfirm(staff.chair, 'or_chair', consentId)).toEqual([`amber /council/light/${consentId}`]);
    await house.lights.accept(actorOf(staff.chair), consentId, house.press());
    expect(await toConfirm(staff.chair, 'or_chair', consentId)).toEqual([]);
    expect(await toConfirm(staff.member, 'or_chair', consentId)).toEqual([]);
    expect(await toConfirm(staff.secretary, 'or_secretary', consentId)).toEqual([`amber /council/light/${consentId}`]);
    expect(await codeOf(house.lights.accept(actorOf(staff.chair), consentId, house.press()))).toBe('framework.accepted');
    expect(await missing(version)).toEqual(['E9', 'E10']);
    await house.lights.accept(actorOf(staff.secretary), consentId, house.press());
    expect(await toConfirm(staff.secretary, 'or_secretary', consentId)).toEqual([]);
    expect(await missing(version)).toEqual(['E10']);
    await finalOf(version);
    clock.advance({ days: 2 });
    await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
  });
  it('is still red by one objection, the yes of both notwithstanding', async () => {
    const { version, consentId } = await told({ changes: days(61) });
    for (const officer of [staff.chair, staff.secretary]) await house.lights.accept(actorOf(officer), consentId, house.press());
    await house.lights.object(actorOf(staff.member), consentId, 'Ik wil overleg.');
    clock.set('2026-02-24T09:00:00Z');
    expect(await missing(version)).toContain('E7');
  });
  it('asks no officer any more after an objection', async () => {
    const { consentId } = await told({ changes: days(61) });
    expect(await toConfirm(staff.chair, 'or_chair', consentId)).toHaveLength(1);
    await house.lights.object(actorOf(staff.member), consentId, 'Ik wil overleg.');
    expect(await toConfirm(staff.chair, 'or_chair', consentId)).toEqual([]);
  });
  it('asks no yes of a green one', async () => {
    const { consentId } = await told();
    expect(await toConfirm(staff.chair, 'or_chair', consentId)).toEqual([]);
    expect(await codeOf(house.lights.accept(actorOf(staff.chair), consentId, house.press()))).toBe('framework.not-amber');
  });
});

describe('a red version', () => {
  it.each([
    ['kept too long', { changes: days(91) }],
    ['with a high risk left', { residualRisk: 'high' }],
    ['with a webcam that one administrator reaches', { capabilities: [{ code: 'webcam', can: true, on: false, reach: 'one_admin' }] }],
  ] as const)('%s cannot be told', async (_, wishes) => {
    const framework = await shared();
    const version = await unconsented(wishes);
    clock.set('2026-02-09T09:00:00Z');
    expect(['framework.red', 'requirement.missing']).toContain(await codeOf(house.tell(version, framework)));
  });
  it('nor one whose DPO has not advised, nor one that was told before', async () => {
    const { version, framework } = await told();
    expect(await codeOf(house.tell(version, framework))).toBe('framework.told');
    expect(await codeOf(house.tell(await unconsented({ withoutAdvice: true }), framework))).toBe('requirement.missing');
  });
  it('is never told by anybody but the director', async () => {
    const framework = await shared();
    const version = await unconsented();
    for (const person of [staff.hr, staff.chair, staff.dpo])
      expect(
        await codeOf(house.lights.tell(actorOf(person), version.toolId, 1, { frameworkId: framework, explanation: 'x' }, house.press())),
      ).toBe('act.not-yours');
  });
});

describe('a framework that the council ends', () => {
  const ENDED = { ...AGREED, decision: 'ended', metOn: null, minutes: null, presentCouncil: null, presentEmployer: null } as const;
  it('takes no new version, and takes back one whose days still run', async () => {
    const { framework, version } = await told({}, await agreed());
    clock.set('2026-02-23T09:00:00Z');
    await house.decide(framework, { ...ENDED, decidedOn: '2026-02-23' });
    expect(await codeOf(house.tell(await unconsented(), framework))).toBe('framework.not-standing');
    clock.set('2026-02-25T09:00:00Z');
    expect(await missing(version)).toContain('E7');
  });
  it('leaves a consent that counted already until the last day of the framework', async () => {
    const { framework, version } = await told({}, await agreed());
    clock.set('2026-02-24T09:00:00Z');
    await house.decide(framework, { ...ENDED, decidedOn: '2026-02-24' });
    expect(await missing(version)).toEqual(['E10']);
  });
});

describe('a light consent that the council takes back', () => {
  const NAMED = { ground: 'named', explanation: 'Het raamwerk zegt het zelf.', namedWords: SIGN_IN_FRAMEWORK.reasons } as const;
  const revocations = () =>
    new LightRevocationService(database.transactions, clock, { baseUrl: 'https://countersign.test' }, new GateAttachments());
  const running = async () => {
    const given = await told();
    clock.set('2026-02-24T09:00:00Z');
    await finalOf(given.version);
    clock.advance({ days: 2 });
    await gates.activate(actorOf(staff.it), given.version.toolId, given.version.number, randomUUID());
    return given;
  };
  const record = (consentId: string, typed: TypedLightRevocation, who: keyof Staff = 'chair'): Promise<string> =>
    codeOf(revocations().record(actorOf(staff[who]), consentId, typed, house.press()));
  const confirm = (consentId: string, who: keyof Staff): Promise<string> =>
    codeOf(revocations().confirm(actorOf(staff[who]), consentId, house.press().identity));

  it('stops the tool once another officer confirmed it, and leaves the framework and its other consents alone', async () => {
    const { framework, version, consentId } = await running();
    const other = await told();
    clock.set('2026-02-27T09:00:00Z');
    expect(await record(consentId, NAMED)).toBe('done');
    expect((await gateNow(version)).state).toBe('active');
    expect(await confirm(consentId, 'chair')).toBe('revocation.same-officer');
    for (const who of ['member', 'director', 'hr'] as const) expect([who, await confirm(consentId, who)]).toEqual([who, 'act.not-yours']);
    const past = database.dataSource.query(
      `insert into light_revocation_confirmations select id, recorded_by, 'or_chair', now() from light_revocations where consent_id = $1`,
      [consentId],
    );
    expect(await past.then(() => 'done', sqlState)).toBe('23514');
    expect(await confirm(consentId, 'secretary')).toBe('done');
    expect((await gateNow(version)).state).toBe('suspended');
    expect(await missing(version)).toEqual(['E7', 'E8', 'E9', 'E10']);
    const proof = `select framework_consent_stands($1, $2, $3, '2026-02-27', true) as stands`;
    const stands = async (id: string, of: Version) => (await database.asOwner(proof, [id, of.toolId, [of.fingerprint]]))[0]?.['stands'];
    expect([await stands(consentId, version), await stands(other.consentId, other.version)]).toEqual([false, true]);
    expect(await missing(other.version)).toEqual(['E10']);
    expect(await codeOf(house.tell(version, framework))).toBe('framework.full-case');
    expect(await record(consentId, NAMED)).toBe('revocation.no-consent');
  });

  it('takes a ground that law, framework or agreement names, and no other', async () => {
    const { consentId } = await running();
    const why = 'Wij willen niet meer.';
    expect(await record(consentId, { ground: 'other', explanation: why, namedWords: null })).toBe('revocation.other-ground');
    expect(await record(consentId, { ground: 'named', explanation: why, namedWords: 'woorden die nergens staan' })).toBe(
      'revocation.not-named',
    );
    expect(await record(consentId, { ground: 'expired', explanation: why, namedWords: null })).toBe('revocation.not-expired');
    expect(await record(consentId, { ground: 'material_change', explanation: why, namedWords: null })).toBe('revocation.no-change');
    for (const who of ['member', 'director'] as const) expect([who, await record(consentId, NAMED, who)]).toEqual([who, 'act.not-yours']);
  });

  it('asks the director too where both sides agreed, and waits for that', async () => {
    const { version, consentId } = await running();
    expect(await record(consentId, { ground: 'renegotiated', explanation: 'Samen afgesproken.', namedWords: null })).toBe('done');
    expect(await confirm(consentId, 'secretary')).toBe('done');
    expect((await gateNow(version)).state).toBe('active');
    expect(await confirm(consentId, 'secretary')).toBe('revocation.confirmed-by-you');
    expect(await confirm(consentId, 'director')).toBe('done');
    expect((await gateNow(version)).state).toBe('suspended');
  });

  it('is none before it counts', async () => {
    const { consentId } = await told();
    expect(await record(consentId, NAMED)).toBe('revocation.no-consent');
  });
});

describe('the database itself', () => {
  it('takes no activation on a consent whose days still run, or that a member objected to', async () => {
    const { version, consentId } = await told();
    const stands = async (day: string, full: boolean) =>
      (
        await database.asOwner('select framework_consent_stands($1, $2, $3, $4, $5) as stands', [
          consentId,
          version.toolId,
          [version.fingerprint],
          day,
          full,
        ])
      )[0]?.['stands'];
    expect([await stands('2026-02-23', true), await stands('2026-02-24', true), await stands('2026-02-10', false)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(await stands('2028-01-01', true)).toBe(false);
    await house.lights.object(actorOf(staff.member), consentId, 'Ik wil overleg.');
    expect([await stands('2026-02-24', true), await stands('2026-02-24', false)]).toEqual([false, false]);
  });
  it('takes no confirmation by whoever recorded the decision', async () => {
    const id = await house.propose();
    clock.set('2026-01-21T15:00:00Z');
    const decisionId = await house.record(id);
    const forged = database.asOwner(`insert into framework_answers values ($1, 'confirmed', null, $2, $3)`, [
      decisionId,
      staff.chair.id,
      clock.now(),
    ]);
    expect(await codeOf(forged)).toBe('23514');
  });
});

describe('the agreement of employer and council', () => {
  const recorded = async (light: 'none' | 'green'): Promise<void> => {
    const id = `a_${light}`;
    await database.asOwner(
      `insert into agreement_proposals (id, smallest_group, copies_kept_by, light_classes, fingerprint, reference, proposed_by, proposed_role, proposed_at)
       values ($1, 10, 'Elk lid.', $2, 'x', 'x', $3, 'director', $4)`,
      [id, light, staff.director.id, clock.now()],
    );
    for (const role of ['director', 'chair', 'secretary'] as const)
      await database.asOwner(`insert into agreement_signatures (proposal_id, by_person, by_role, at) values ($1, $2, $3, $4)`, [
        id,
        staff[role].id,
        role === 'director' ? role : `or_${role}`,
        clock.now(),
      ]);
  };

  it('lets no class go light that it does not name, and one that it names', async () => {
    const framework = await agreed();
    clock.set('2026-02-09T09:00:00Z');
    await recorded('none');
    expect(await codeOf(house.tell(await unconsented(), framework))).toBe('agreement.not-light');
    await recorded('green');
    expect(await codeOf(house.tell(await unconsented(), framework))).toBe('done');
  });
});
