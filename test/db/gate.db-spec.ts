import { randomUUID } from 'node:crypto';
import type { Problem } from '../../src/kernel/problem.js';
import { GateNoticeChainCheck } from '../../src/features/gate/answer-lower-features.js';
import { cannotBlock, GateService, gateOf, StopService } from '../../src/features/gate/index.js';
import { nextDates } from '../../src/features/gate/summaries.repository.js';
import { DeliveriesService, NoticesService } from '../../src/features/notices/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import { type AnswerInput, fixVersion, nextVersion, type Version, writeAnswers } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type ChainWishes, givenChain, givenCopies } from '../support/given-chain.js';
import { actorOf, type GivenPerson, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const NOW = '2026-02-20T10:00:00Z';

let database: TestDatabase;
let staff: Staff;
let gates: GateService;
const clock = new TestClock(NOW);

beforeAll(async () => {
  database = await databaseFor('gate');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  gates = new GateService(database.transactions, clock);
  await givenActivePlatform();
});
afterAll(() => database.close());

/** Countersign's own dossier counts as active when it has an activation: other tools need that. */
const givenActivePlatform = async (): Promise<void> => {
  const version = await ready({}, { isPlatform: true });
  await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
};

interface Wishes extends ChainWishes {
  /** Answers of the privacy officer before the version is fixed. */
  readonly privacy?: readonly AnswerInput[];
  readonly changes?: readonly AnswerInput[];
}

/** A tool with its whole chain, except for what the wishes leave out. */
const ready = async (wishes: Wishes = {}, tool: { isPlatform?: boolean } = {}): Promise<Version> =>
  database.transactions.run(async (tx) => {
    const version = await givenTool(tx, new Date('2026-01-12T08:00:00Z'), {
      until: 'assessed',
      unitIds: [staff.employee.unitId],
      changes: wishes.changes ?? [],
      isPlatform: tool.isPlatform ?? false,
    });
    const privacyOfficer = actorOf(staff.privacyOfficer, 'privacy_officer');
    if (wishes.privacy) await writeAnswers(tx, privacyOfficer, new Date('2026-01-12T08:30:00Z'), version.id, wishes.privacy);
    const fixed = await fixVersion(tx, privacyOfficer, new Date('2026-01-12T08:40:00Z'), version.id);
    await givenChain(tx, fixed, staff, wishes);
    return fixed;
  });

const missingOf = async (version: Version): Promise<readonly string[]> => {
  const gate = await database.transactions.read((tx) => gateOf(tx, version.id, clock.now()));
  return gate.states.filter(({ missing }) => missing).map(({ id }) => id);
};

const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  try {
    await work;
  } catch (error) {
    return error as Problem;
  }
  throw new Error('Expected a refusal, found none.');
};

const answer = (version: Version, attribute: string, value: unknown) =>
  database.asOwner(`update answers set value = $3 where version_id = $1 and attribute = $2`, [
    version.id,
    attribute,
    JSON.stringify(value),
  ]);

/** For each requirement a version in which only it is missing (what cannot begin without it counts with it). */
const ONLY: Readonly<Record<string, { readonly missing: readonly string[]; make: () => Promise<Version> }>> = {
  E1: { missing: ['E1'], make: async () => changed('purposes[].specific', false) },
  E2: { missing: ['E2'], make: async () => changed('purposes[].balancingTest.balance', null) },
  E3: { missing: ['E3', 'E7'], make: () => ready({ without: ['dpia'] }) },
  E4: {
    missing: ['E4'],
    make: async () =>
      withRow(
        `insert into settings_reports (tool_id, source_id, settings_hash, matches, reported_at) values ($1, 'a_1', 'sha-256:other', false, now())`,
      ),
  },
  E5: { missing: ['E5', 'E6', 'E7'], make: () => ready({ without: ['advice'] }) },
  E6: {
    missing: ['E6'],
    make: async () =>
      withRow(
        `insert into advice_conditions (id, advice_id, place, text) select 'k_' || gen_random_uuid(), a.id, 1, 'Vertel het ook op het intranet' from advices a where a.tool_id = $1`,
      ),
  },
  E7: { missing: ['E7', 'E8', 'E9', 'E10'], make: () => ready({ without: ['request'] }) },
  E8: { missing: ['E8'], make: () => ready({ without: ['meeting'] }) },
  E9: { missing: ['E9', 'E10'], make: () => ready({ without: ['decision'] }) },
  E10: { missing: ['E10'], make: () => ready({ without: ['copies'] }) },
  E11: { missing: ['E11'], make: () => ready({ without: ['notice'] }) },
  E12: { missing: ['E12'], make: async () => withoutChannels() },
  E13: { missing: ['E13'], make: () => ready({ residualRisk: 'high' }) },
  E14: {
    missing: ['E14'],
    make: () =>
      ready({
        privacy: [
          { attribute: 'tool.ai.classification', item: '', value: 'high_risk_iii_4b' },
          { attribute: 'tool.ai.classificationReason', item: '', value: 'Het volgt prestaties.' },
        ],
      }),
  },
  E15: { missing: ['E15'], make: () => ready({ changes: [{ attribute: 'home.viewers', item: '', value: 4 }] }) },
  E16: { missing: ['E16'], make: async () => changed('processors[].processingAgreementSigned', false) },
};

const changed = async (attribute: string, value: unknown): Promise<Version> => {
  const version = await ready();
  await answer(version, attribute, value);
  return version;
};

const withRow = async (sql: string): Promise<Version> => {
  const version = await ready();
  await database.asOwner(sql, [version.toolId]);
  return version;
};

const withoutChannels = async (): Promise<Version> => {
  const version = await ready();
  await database.asOwner('update channels set is_open = false');
  return version;
};

const openChannels = () => database.asOwner('update channels set is_open = true');

/** What somebody with the application's own rights could type: an activation with everything claimed to be met. */
const forge = (version: Version, proofs: Readonly<Record<string, string | null>>): Promise<void> =>
  database.transactions.run(async (tx) => {
    const evaluation = `e_${randomUUID()}`;
    await insertForgedEvaluation(tx, version, evaluation, proofs);
    await tx.query(
      `insert into activations (id, tool_id, version_id, fingerprint, evaluation_id, generation, limits, lease_minutes, reference, activated_by, activated_at)
       values ($1, $2, $3, $4, $5, 1, '{}', 15, 'X', 'p', now())`,
      [`act_${randomUUID()}`, version.toolId, version.id, version.fingerprint, evaluation],
    );
  });

const insertForgedEvaluation = async (
  tx: Tx,
  version: Version,
  id: string,
  proofs: Readonly<Record<string, string | null>>,
): Promise<void> => {
  await tx.query(
    `insert into evaluations (id, tool_id, version_id, fingerprint, verdict, rule_set, on_day, failing, evaluated_at) values ($1, $2, $3, $4, 'OPEN', 'x', '2026-02-20', '{}', now())`,
    [id, version.toolId, version.id, version.fingerprint],
  );
  await tx.query(
    `insert into evaluation_requirements (evaluation_id, requirement, state, dpia_fixing_id, advice_id, request_id, meeting_id, decision_id, final_decision_id, notice_id, claim_id)
     select $1, 'E' || i, 'met', $2, $3, $4, $5, $6, $7, $8, case when i between 7 and 9 then $9 end from generate_series(1, 16) i`,
    [
      id,
      proofs['fixing'],
      proofs['advice'],
      proofs['request'],
      proofs['meeting'],
      proofs['decision'],
      proofs['final'],
      proofs['notice'],
      proofs['claim'] ?? null,
    ],
  );
};

/** The rows that a real activation would point at, where they exist. */
const realProofs = async (version: Version): Promise<Record<string, string | null>> => {
  const [row] = await database.asOwner(
    `select (select id from dpia_fixings where tool_id = $1) as fixing, (select id from advices where tool_id = $1) as advice,
       (select id from consent_requests where tool_id = $1) as request,
       (select m.id from meetings m join consent_requests r on r.id = m.request_id where r.tool_id = $1) as meeting,
       (select d.id from council_decisions d join decision_confirmations c on c.decision_id = d.id where d.tool_id = $1) as decision,
       (select id from final_decisions where tool_id = $1) as final, (select id from notices where tool_id = $1) as notice`,
    [version.toolId],
  );
  return row as Record<string, string | null>;
};

describe('a complete chain', () => {
  it('opens the gate', async () => expect(await missingOf(await ready())).toEqual([]));

  it('lets IT switch it on, and leaves an evaluation with sixteen rows', async () => {
    const version = await ready();
    const { activationId } = await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
    const rows = await database.asOwner(
      `select r.requirement from activations a join evaluation_requirements r on r.evaluation_id = a.evaluation_id where a.id = $1`,
      [activationId],
    );
    expect(rows).toHaveLength(16);
  });

  it('is activated once for one key, and refused for another body', async () => {
    const version = await ready();
    const key = randomUUID();
    const first = await gates.activate(actorOf(staff.it), version.toolId, version.number, key);
    expect(await gates.activate(actorOf(staff.it), version.toolId, version.number, key)).toEqual(first);
    expect((await problemOf(gates.activate(actorOf(staff.it), version.toolId, 2, key))).status).toBeGreaterThanOrEqual(400);
  });

  it('is not switched on while a warning is not accepted, and names it', async () => {
    const version = await ready({ without: ['warning'] });
    const problem = await problemOf(gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID()));
    expect(problem.reasons.flatMap(({ rules }) => rules)).toContain('EU-GDPR-06-04');
    const gate = await database.transactions.read((tx) => gateOf(tx, version.id, clock.now()));
    for (const rule of gate.unaccepted)
      await gates.acceptWarning(actorOf(staff.privacyOfficer), version.toolId, version.number, { rule, reason: 'Gewone bedrijfsvoering' });
    await expect(gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID())).resolves.toBeDefined();
  });
});

describe('the notice that HR drafts', () => {
  const draftOf = async (version: Version) => {
    const sending = new DeliveriesService(database.transactions, { baseUrl: 'http://localhost' });
    const notices = new NoticesService(database.transactions, clock, sending, new GateNoticeChainCheck());
    return (await notices.draft(version.toolId, version.number)).draft.content.texts;
  };

  it.each([
    ['who fixed the DPIA', `select fixed_by as by from dpia_fixings where tool_id = $1`],
    ['who advised', `select advised_by as by from advices where tool_id = $1`],
    ['who decided for the employer', `select decided_by as by from final_decisions where tool_id = $1`],
    ["who recorded the council's decision", `select recorded_by as by from council_decisions where tool_id = $1`],
    [
      "who confirmed the council's decision",
      `select c.by_person as by from decision_confirmations c join council_decisions d on d.id = c.decision_id where d.tool_id = $1`,
    ],
    ['who accepted its warning', `select accepted_by as by from accepted_warnings where tool_id = $1`],
    ['who made the version', `select created_by as by from tool_versions where tool_id = $1`],
  ])('is not switched on by %s, whatever role that person has now', async (_who, sql) => {
    const version = await ready();
    const [row] = await database.asOwner(sql, [version.toolId]);
    const person = { ...actorOf(staff.it), personId: String(row?.['by']) };
    const problem = await problemOf(gates.activate(person, version.toolId, version.number, randomUUID()));
    expect(problem.reasons.map(({ code }) => code)).toEqual(['activation.own-approval']);
  });

  it('fixes the version that it switches on, so that nobody changes what runs', async () => {
    const first = await ready();
    await gates.activate(actorOf(staff.it), first.toolId, first.number, randomUUID());
    const [hr, morning] = [actorOf(staff.hr, 'hr_registrar'), new Date('2026-02-20T09:00:00Z')];
    const second = await database.transactions.run((tx) => nextVersion(tx, hr, morning, first.toolId));
    expect([second.fixedAt, second.fingerprint]).toEqual([null, first.fingerprint]);
    await expect(forge(second, await realProofs(first))).rejects.toThrow(/the version is not fixed/);
    await gates.activate(actorOf(staff.it), first.toolId, second.number, randomUUID());
    const lie: AnswerInput = { attribute: 'tool.vendor', item: '', value: 'Heel Ander BV' };
    const change = database.transactions.run((tx) => writeAnswers(tx, hr, clock.now(), second.id, [lie]));
    expect((await problemOf(change)).code).toBe('version.fixed');
  });

  it('tells who decided, when and from when', async () => {
    const texts = await draftOf(await ready({ without: ['notice'] }));
    expect(texts['nl']?.['N19']).toContain(
      'Uw werkgever besloot dit op 4 februari 2026. De ondernemingsraad stemde in op 2 februari 2026.',
    );
    expect(texts['en']?.['N22']).toContain('It takes effect on 5 February 2026.');
  });

  it('says nothing of a decision that is not there yet', async () => {
    const texts = await draftOf(await ready({ without: ['final', 'notice'] }));
    expect([texts['nl']?.['N19'], texts['nl']?.['N22']]).toEqual([undefined, expect.not.stringContaining('gaat in')]);
  });
});

describe('a stop', () => {
  it('has one reference: for who stopped, in the letter and in the copies of the council', async () => {
    const version = await ready();
    const stops = new StopService(database.transactions, clock);
    const reference = await stops.stop(actorOf(staff.chair, 'or_chair'), version.toolId, { reason: '', key: randomUUID() });
    expect((await stops.signs(version.toolId)).standing).toMatchObject([{ reference }]);
    const copies = `select reference from council_mailings where tool_id = $1 and act = 'tool.stopped'`;
    expect(await database.asOwner(copies, [version.toolId])).toEqual([{ reference }]);
  });

  it('of the council stands until the council lifts it, whoever else stops and lifts', async () => {
    const { toolId } = await ready();
    const stops = new StopService(database.transactions, clock);
    const stopBy = async (who: GivenPerson) => {
      clock.advance({ minutes: 1 });
      await stops.stop(actorOf(who), toolId, { reason: 'Eerst uitzoeken.', key: randomUUID() });
    };
    const liftBy = (who: GivenPerson) => stops.lift(actorOf(who), toolId, 'Het is goed.');
    const standing = async () => (await stops.signs(toolId)).standing.map(({ by_role }) => by_role);
    await stopBy(staff.chair);
    await stopBy(staff.it);
    await stopBy(staff.dpo);
    expect(await standing()).toEqual(['or_chair', 'dpo', 'it_admin']);
    await liftBy(staff.it);
    expect(await standing()).toEqual(['or_chair', 'dpo']);
    expect((await problemOf(liftBy(staff.it))).code).toBe('suspension.other');
    await liftBy(staff.dpo);
    await stopBy(staff.director);
    await liftBy(staff.secretary);
    expect(await standing()).toEqual(['director']);
    await liftBy(staff.it);
    expect(await standing()).toEqual([]);
  });
});

describe('a version in which only one requirement is missing', () => {
  afterEach(openChannels);

  it.each(Object.entries(ONLY))('%s: the activation is refused and names it', async (id, { missing, make }) => {
    const version = await make();
    expect(await missingOf(version)).toEqual(missing);
    const problem = await problemOf(gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID()));
    expect(problem.code).toBe('gate.closed');
    expect(problem.reasons.map(({ requirement }) => requirement)).toContain(id);
    expect(await database.asOwner(`select 1 from activations where tool_id = $1`, [version.toolId])).toEqual([]);
  });

  const WITH_A_ROW = ['E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11', 'E12', 'E13'];
  it.each(WITH_A_ROW)('%s: the database refuses what is typed by hand', async (id) => {
    const version = await ONLY[id]!.make();
    await expect(forge(version, await realProofs(version))).rejects.toThrow(/requirement lacks its proof/);
  });
});

describe('the database on its own', () => {
  it('refuses an activation without an evaluation of the same transaction', async () => {
    const version = await ready();
    const proofs = await realProofs(version);
    await database.transactions.run((tx) => insertForgedEvaluation(tx, version, `e_${version.id}`, proofs));
    const insert = database.transactions.run((tx) =>
      tx.query(
        `insert into activations (id, tool_id, version_id, fingerprint, evaluation_id, generation, limits, lease_minutes, reference, activated_by, activated_at)
         values ($1, $2, $3, $4, $5, 1, '{}', 15, 'X', 'p', now())`,
        [`act_${version.id}`, version.toolId, version.id, version.fingerprint, `e_${version.id}`],
      ),
    );
    await expect(insert).rejects.toThrow(/another version, fingerprint or transaction/);
  });

  it('accepts the same rows when every proof is there (the control)', async () => {
    const version = await ready();
    await expect(forge(version, await realProofs(version))).resolves.toBeUndefined();
  });

  it('refuses proofs of another tool', async () => {
    const [version, other] = [await ready({ without: ['decision'] }), await ready()];
    const proofs = { ...(await realProofs(version)), decision: (await realProofs(other))['decision'] ?? null };
    await expect(forge(version, proofs)).rejects.toThrow(/requirement lacks its proof/);
  });

  const claimed = async (version: Version): Promise<string> => {
    const id = `c_${version.id}`;
    await database.asOwner(
      `insert into claims (id, tool_id, version_id, fingerprint, route, ground, reference, claimed_by, claimed_at)
       values ($1, $2, $3, $4, 'consent_not_required', 'Het is geen volgsysteem', 'CLAI-M001', $5, '2026-01-20T09:00:00Z')`,
      [id, version.toolId, version.id, version.fingerprint, staff.director.id],
    );
    return id;
  };
  const confirmedBy = (claim: string, person: GivenPerson, role: string) =>
    database.asOwner(`insert into claim_confirmations (claim_id, by_person, by_role, at) values ($1, $2, $3, '2026-01-21T09:00:00Z')`, [
      claim,
      person.id,
      role,
    ]);

  it('takes a claim that leaves the council out only after both officers confirmed it', async () => {
    const version = await ready({ without: ['meeting', 'decision'] });
    const honest = await realProofs(await ready());
    const claim = await claimed(version);
    const final = `d_${version.id}`;
    await database.asOwner(
      `insert into final_decisions (id, tool_id, version_id, fingerprint, kind, text, effective_on, takes_over, reference, decided_by, decided_at)
       values ($1, $2, $3, $4, 'introduction', 'Wij voeren het in.', '2026-02-01', '{}', 'FINA-L002', $5, '2026-01-22T09:00:00Z')`,
      [final, version.toolId, version.id, version.fingerprint, staff.director.id],
    );
    await database.transactions.run((tx) => givenCopies(tx, version.toolId, 'FINA-L002', staff, new Date('2026-01-22T09:00:00Z')));
    const proofs = { ...honest, ...(await realProofs(version)), claim, final };
    await expect(forge(version, proofs)).rejects.toThrow(/requirement lacks its proof/);
    await confirmedBy(claim, staff.chair, 'or_chair');
    await expect(forge(version, proofs)).rejects.toThrow(/requirement lacks its proof/);
    await confirmedBy(claim, staff.secretary, 'or_secretary');
    await expect(forge(version, proofs)).resolves.toBeUndefined();
  });

  it('refuses a final decision before its day, while a dispute is open, and a consent that nullity was invoked against', async () => {
    const early = await ready({ startedAt: '2026-02-10T09:00:00Z' });
    await expect(forge(early, await realProofs(early))).rejects.toThrow(/requirement lacks its proof/);
    const disputed = await withRow(
      `insert into disputes (id, tool_id, fingerprint, about, text, raised_by, raised_at)
       select 'x_' || $1::text, $1, 'f', 'besluit', 'Dit klopt niet', 'p', '2026-02-10T09:00:00Z'`,
    );
    await expect(forge(disputed, await realProofs(disputed))).rejects.toThrow(/requirement lacks its proof/);
    const voided = await withRow(
      `insert into nullity_invocations (id, tool_id, fingerprint, period_started_on, reason, reference, invoked_by, invoked_at)
       select 'n_' || $1::text, $1, v.fingerprint, '2026-02-01', 'Zonder instemming', 'NULL-0001', 'p', '2026-02-10T09:00:00Z' from tool_versions v where v.tool_id = $1`,
    );
    await expect(forge(voided, await realProofs(voided))).rejects.toThrow(/requirement lacks its proof/);
  });

  it('never changes or removes an activation', async () => {
    await expect(database.transactions.run((tx) => tx.query(`delete from activations`))).rejects.toThrow();
    await expect(database.transactions.run((tx) => tx.query(`update activation_ends set reason = 'x'`))).rejects.toThrow();
  });
});

describe('the warning that we cannot block a tool', () => {
  const given = (id: string, enforcement: string, { registered = false, running = false }) =>
    database.transactions.run(async (tx) => {
      await tx.query(
        `insert into tools (id, name, runs_without_consent, registered_by, registered_role, created_at) values ($1, $1, $2, 'p', 'hr_registrar', $3)`,
        [id, running, clock.now()],
      );
      await tx.query(
        `insert into tool_versions (id, tool_id, number, enforcement, fingerprint, created_by, created_at, registered_at)
         values ('v_' || $1::text, $1, 1, $2, 'f', 'p', $3, case when $4 then $3::timestamptz end)`,
        [id, enforcement, clock.now(), registered],
      );
      return cannotBlock(tx, [`v_${id}`]);
    });

  it('stands for a registered tool that obeys IT alone, not for one with agents of ours', async () => {
    expect(await given('t_theirs', 'attested', { registered: true })).toBe(true);
    expect(await given('t_ours', 'native', { registered: true })).toBe(false);
  });
  it('stands for a draft only where the tool runs already', async () => {
    expect(await given('t_draft', 'attested', {})).toBe(false);
    expect(await given('t_running', 'attested', { running: true })).toBe(true);
  });
});

describe('the version that the council consented to', () => {
  it('is told as running once it is on, and as off after that; one that never ran is neither', async () => {
    const version = await ready();
    const run = () => database.transactions.read((tx) => tx.query(`select runs from versions_run where version_id = $1`, [version.id]));
    expect(await run()).toEqual([]);
    await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
    expect(await run()).toEqual([{ runs: true }]);
    await database.transactions.run((tx) => tx.query(`delete from active_tools where tool_id = $1`, [version.toolId]));
    expect(await run()).toEqual([{ runs: false }]);
  });
});

describe('the list of tools', () => {
  it('names the first day ahead of each tool, and none that has passed', async () => {
    const version = await ready();
    const [dates] = await database.asOwner(
      `select (select effective_on::text from final_decisions where version_id = $1) as effective,
        (select evaluation_on::text from consent_requests where version_id = $1) as evaluation`,
      [version.id],
    );
    const nextOn = async (today: string) =>
      (await database.transactions.read((tx) => nextDates(tx, [version.toolId], today))).get(version.toolId);
    expect(await nextOn(String(dates?.['effective']))).toEqual({ kind: 'effective', on: dates?.['effective'] });
    expect((await nextOn(String(dates?.['evaluation'])))?.on).toBe(dates?.['evaluation']);
    expect(await nextOn('2099-01-01')).toBeUndefined();
  });
});
