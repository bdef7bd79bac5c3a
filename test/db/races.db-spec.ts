import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { NullityService } from '../../src/features/consultation/after/nullity.service.js';
import { DecisionService } from '../../src/features/consultation/decision.service.js';
import { GateService, gateOf, Watch } from '../../src/features/gate/index.js';
import { GateChainCheck } from '../../src/features/gate/answer-lower-features.js';
import { fixVersion, type Version, writeAnswers } from '../../src/features/tools/index.js';
import { Transactions, type Tx } from '../../src/platform/database/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenChain, type ChainWishes } from '../support/given-chain.js';
import { actorOf, givenStaff, identityAt, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const ROUNDS = 200;
const clock = new TestClock('2026-02-20T10:00:00Z');

let database: TestDatabase;
let staff: Staff;
let watch: Watch;

beforeAll(async () => {
  database = await databaseFor('races');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  watch = new Watch(database.transactions, clock);
  watch.onModuleInit();
  const platform = await ready({}, true);
  await new GateService(database.transactions, clock).activate(actorOf(staff.it), platform.toolId, 1, randomUUID());
});
afterAll(async () => {
  watch.onModuleDestroy();
  await database.close();
});

const ready = (wishes: ChainWishes = {}, isPlatform = false): Promise<Version> =>
  database.transactions.run(async (tx) => {
    const at = new Date('2026-01-12T08:00:00Z');
    const drafted = await givenTool(tx, at, { until: 'assessed', unitIds: [staff.employee.unitId], isPlatform });
    const version = await fixVersion(tx, actorOf(staff.privacyOfficer), at, drafted.id);
    await givenChain(tx, version, staff, wishes);
    return version;
  });

/** The same code without what makes it safe: READ COMMITTED, and nobody waits for a row. */
class Careless extends Transactions {
  constructor(private readonly source: DataSource) {
    super(source);
  }
  override run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction('READ COMMITTED', (tx) => work(this.without(tx)));
  }
  override serializable<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(work);
  }
  private without(tx: Tx): Tx {
    const query = tx.query.bind(tx);
    return new Proxy(tx, {
      get: (target, name, receiver) =>
        name === 'query'
          ? (sql: string, parameters?: unknown[]) => query(sql.replace(/\bfor (no key )?update( of \w+)?/gi, ''), parameters)
          : (Reflect.get(target, name, receiver) as unknown),
    });
  }
}

/** Puts a tool back to where it can be switched on, as the owner of the tables. */
const reset = async ({ toolId }: Version): Promise<void> => {
  await database.asOwner(
    `insert into activation_ends (activation_id, cause, reason, by_role, reference, at) select activation_id, 'stopped', '', 'system', 'X', now() from active_tools where tool_id = $1`,
    [toolId],
  );
  await database.asOwner(`delete from active_tools where tool_id = $1`, [toolId]);
  await database.asOwner(
    `insert into suspension_ends (suspension_id, reason, by_person, by_role, at) select s.id, '', 'p', 'system', now() from suspensions s
     where s.tool_id = $1 and not exists (select 1 from suspension_ends e where e.suspension_id = s.id)`,
    [toolId],
  );
  await database.asOwner(
    `insert into nullity_ends (invocation_id, status, at) select n.id, 'declared_unjustified', now() from nullity_invocations n
     where n.tool_id = $1 and not exists (select 1 from nullity_ends e where e.invocation_id = n.id)`,
    [toolId],
  );
};

/** A tool that is on, not suspended, and whose gate does not hold. */
const runsUnlawfully = async (version: Version): Promise<boolean> => {
  const gate = await database.transactions.read((tx) => gateOf(tx, version.id, clock.now()));
  return gate.activation !== null && gate.suspension === null && !gate.holds;
};

type Act = (transactions: Transactions) => Promise<unknown>;

const activate =
  (version: Version): Act =>
  (transactions) =>
    new GateService(transactions, clock).activate(actorOf(staff.it), version.toolId, version.number, randomUUID());

const revoke =
  (version: Version): Act =>
  (transactions) =>
    new NullityService(transactions, clock, { baseUrl: 'https://countersign.example.org' }).invoke(
      actorOf(staff.chair),
      version.toolId,
      { periodStartedOn: '2026-02-20', why: 'apparent', decidedOn: null, reason: 'Zonder instemming gestart' },
      { identity: identityAt(clock.now()), key: randomUUID() },
    );

const edit =
  (version: Version, signed: boolean): Act =>
  (transactions) =>
    transactions.run((tx) =>
      writeAnswers(tx, actorOf(staff.privacyOfficer), clock.now(), version.id, [
        { attribute: 'processors[].processingAgreementSigned', item: 'p1', value: signed },
      ]),
    );

/** Both at once, a little apart in a way that differs per round, so that every order comes by. */
const together = (transactions: Transactions, round: number, one: Act, other: Act): Promise<PromiseSettledResult<unknown>[]> => {
  const late = (act: Act, ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)).then(() => act(transactions));
  const apart = (round % 11) * 6;
  return Promise.allSettled(round % 2 === 0 ? [late(one, 0), late(other, apart)] : [late(one, apart), late(other, 0)]);
};

const violations = async (
  transactions: Transactions,
  rounds: number,
  race: { version: Version; one: Act; other: Act; after?: () => Promise<unknown>; enough?: number },
): Promise<number> => {
  let found = 0;
  for (let round = 0; round < rounds && found < (race.enough ?? Infinity); round += 1) {
    clock.advance({ seconds: 31 });
    await together(transactions, round, race.one, race.other);
    if (await runsUnlawfully(race.version)) found += 1;
    await race.after?.();
    await reset(race.version);
  }
  return found;
};

describe('at the same instant', () => {
  it('activation and nullity: never on without consent, in 200 rounds', async () => {
    const version = await ready();
    expect(await violations(database.transactions, ROUNDS, { version, one: activate(version), other: revoke(version) })).toBe(0);
  }, 600_000);

  it('activation and nullity, without isolation: it happens (the control)', async () => {
    const version = await ready();
    const careless = new Careless(database.dataSource);
    expect(await violations(careless, ROUNDS, { version, one: activate(version), other: revoke(version), enough: 1 })).toBe(1);
  }, 600_000);

  it('activation and an edit that closes the gate: never on with it closed, in 200 rounds', async () => {
    const version = await ready();
    const after = () => edit(version, true)(database.transactions);
    expect(await violations(database.transactions, ROUNDS, { version, one: activate(version), other: edit(version, false), after })).toBe(
      0,
    );
  }, 600_000);

  it('two activations: one of them, in 200 rounds', async () => {
    const version = await ready();
    for (let round = 0; round < ROUNDS; round += 1) {
      const settled = await together(database.transactions, round, activate(version), activate(version));
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await reset(version);
    }
  }, 600_000);

  it('two decisions on one request: one of them, in 200 rounds', async () => {
    const version = await ready({ without: ['decision'] });
    const [request] = (await database.asOwner('select id from consent_requests where tool_id = $1', [version.toolId])) as [{ id: string }];
    const decide =
      (who: 'chair' | 'secretary'): Act =>
      (transactions) =>
        new DecisionService(transactions, clock, new GateChainCheck()).recordDecision(
          actorOf(staff[who]),
          request.id,
          {
            decision: 'granted',
            reasons: 'Het doel is duidelijk.',
            decidedOn: '2026-02-20',
            votesFor: 6,
            votesAgainst: 1,
            votesAbstained: 0,
            expiresOn: null,
            conditions: [],
          },
          { identity: identityAt(clock.now()), key: randomUUID() },
        );
    for (let round = 0; round < ROUNDS; round += 1) {
      clock.advance({ seconds: 31 });
      const settled = await together(database.transactions, round, decide('chair'), decide('secretary'));
      const errors = settled
        .filter((one): one is PromiseRejectedResult => one.status === 'rejected')
        .map(({ reason }) => String((reason as Error).message));
      expect({ errors, done: settled.filter(({ status }) => status === 'fulfilled').length }).toMatchObject({ done: 1 });
      await database.asOwner(
        `insert into decision_rejections (decision_id, reason, by_person, at) select d.id, 'x', 'p', now() from council_decisions d
         where d.request_id = $1 and not exists (select 1 from decision_rejections r where r.decision_id = d.id)`,
        [request.id],
      );
    }
  }, 600_000);
});
