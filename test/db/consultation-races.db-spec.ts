import { Problem } from '../../src/kernel/problem.js';
import { newId } from '../../src/kernel/ids.js';
import type { TypedDecision } from '../../src/features/consultation/domain/decide.js';
import type { Version } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type Consultation, consultationOn, givenConsent } from '../support/given-consultation.js';
import { actorOf, givenPerson, givenStaff, identityAt, type GivenPerson, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const ROUNDS = 200;
const CONFIRMATIONS = 50;
const MINUTE_STEPS = 1;
/** Of so many rounds two are not a race: in each the other act comes wholly first, so that both can win on any machine. */
const EVERY_HEAD_START = 20;
const DECISION: TypedDecision = {
  decision: 'granted',
  reasons: 'Het is beperkt.',
  decidedOn: '2026-03-03',
  votesFor: 7,
  votesAgainst: 1,
  votesAbstained: 0,
  expiresOn: null,
  conditions: [],
};
/** Without the service's lock, and without looking first. */
const NAIVE_DECISION = `insert into council_decisions (id, request_id, tool_id, fingerprint, decision, reasons, decided_on, votes_for, votes_against, votes_abstained, reference, recorded_by, recorded_at)
  values ('naive-' || $1, $1, $2, $3, 'granted', 'x', '2026-03-03', 7, 1, 0, $1, 'p', $4::timestamptz)`;
const NAIVE_WITHDRAWAL = `insert into request_withdrawals (request_id, reason, by_person, at) select $1, $2 || $3, 'p', $4::timestamptz`;

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.reasons[0]?.code ?? error.code;
    },
  );

describe('two at once', () => {
  let database: TestDatabase;
  let house: Consultation;
  let staff: Staff;
  let deputy: GivenPerson;
  let version: Version;
  const clock = new TestClock('2026-03-04T09:00:00Z');
  const sentAt = new Date('2026-03-02T09:00:00Z');

  beforeAll(async () => {
    database = await databaseFor('consultation races');
    house = await consultationOn(database, clock);
    staff = await database.transactions.run(givenStaff);
    deputy = await database.transactions.run((tx) => givenPerson(tx, { roles: ['or_secretary'], unitId: staff.hr.unitId }));
  });
  afterAll(async () => {
    await house.close();
    await database.close();
  });
  const press = () => ({ identity: identityAt(clock.now()), key: newId('i') });
  /** A fresh tool now and then: what one case holds stays small. */
  const freshTool = () =>
    database.transactions.run((tx) =>
      givenTool(tx, clock.now(), { name: `Race ${newId('n')}`, unitIds: [staff.hr.unitId], until: 'fixed' }),
    );
  const round = async (at: number, until: 'met' | 'recorded') => {
    clock.advance({ minutes: MINUTE_STEPS });
    if (at % 20 === 0) version = await freshTool();
    return database.transactions.run((tx) => givenConsent(tx, version, { at: sentAt, until }));
  };

  /** How many of the two stand: a decision, and a taking back. */
  const standing = async (requestId: string): Promise<number> => {
    const [row]: { n: number }[] = await database.dataSource.query(
      `select ((select count(*) from council_decisions where request_id = $1) + (select count(*) from request_withdrawals where request_id = $1))::int as n`,
      [requestId],
    );
    return row?.n ?? 0;
  };

  it(`notes one decision, ${ROUNDS} times out of ${ROUNDS}`, async () => {
    let violations = 0;
    for (let at = 0; at < ROUNDS; at += 1) {
      const { requestId } = await round(at, 'met');
      const both = await Promise.all(
        [staff.chair, staff.secretary].map((who) => outcome(house.decisions.recordDecision(actorOf(who), requestId, DECISION, press()))),
      );
      expect([...both].sort()).toEqual(['decision.waiting', 'done']);
      const [row]: { n: number }[] = await database.dataSource.query(
        'select count(*)::int as n from council_decisions where request_id = $1',
        [requestId],
      );
      if (row?.n !== 1) violations += 1;
    }
    expect(violations).toBe(0);
  }, 240_000);

  it(`confirms once, ${CONFIRMATIONS} times out of ${CONFIRMATIONS}`, async () => {
    let violations = 0;
    for (let at = 0; at < CONFIRMATIONS; at += 1) {
      const { requestId, decisionId } = await round(at, 'recorded');
      const both = await Promise.all(
        [staff.secretary, deputy].map((who) => outcome(house.decisions.confirm(actorOf(who), requestId, decisionId, press()))),
      );
      expect([...both].sort()).toEqual(['decision.not-waiting', 'done']);
      const [row]: { n: number }[] = await database.dataSource.query(
        `select count(*)::int as n from evidence_entries where type = 'decision.confirmed' and tool_id = $1`,
        [version.toolId],
      );
      if (row?.n !== (at % 20) + 1) violations += 1;
    }
    expect(violations).toBe(0);
  }, 240_000);

  it(`decides or takes back, never both, ${ROUNDS} times out of ${ROUNDS}`, async () => {
    let violations = 0;
    const won = new Set<string>();
    for (let at = 0; at < ROUNDS; at += 1) {
      const { requestId } = await round(at, 'met');
      const decide = () => outcome(house.decisions.recordDecision(actorOf(staff.chair), requestId, DECISION, press()));
      const takeBack = () => outcome(house.requests.withdraw(actorOf(staff.director), requestId, 'Wij passen het aan.'));
      const [first, second] = at % 2 === 0 ? [decide, takeBack] : [takeBack, decide];
      const ahead = first();
      if (at % EVERY_HEAD_START < 2) await ahead;
      const both = await Promise.all([ahead, second()]);
      expect(both.filter((one) => one === 'done')).toHaveLength(1);
      won.add(both[at % 2] === 'done' ? 'decision' : 'withdrawal');
      if ((await standing(requestId)) !== 1) violations += 1;
    }
    expect([violations, won.size]).toEqual([0, 2]);
  }, 240_000);

  it('the control: without the lock the database itself still takes only one of the two', async () => {
    const naive = async (requestId: string, sql: string): Promise<void> => {
      await database.transactions
        .run((tx) => tx.query(sql, [requestId, version.toolId, version.fingerprint, clock.now()]))
        .catch(() => undefined);
    };
    const both = async (requestId: string): Promise<number> => {
      await Promise.all([naive(requestId, NAIVE_DECISION), naive(requestId, NAIVE_WITHDRAWAL)]);
      return standing(requestId);
    };
    for (let at = 0; at < 10; at += 1) expect(await both((await round(at, 'met')).requestId)).toBe(1);
    await database.asOwner('drop trigger council_decisions_standing on council_decisions');
    await database.asOwner('drop trigger request_withdrawals_undecided on request_withdrawals');
    expect(await both((await round(1, 'met')).requestId)).toBe(2);
  }, 60_000);

  it('the control: READ COMMITTED, without the lock and without the constraint, notes two', async () => {
    await database.asOwner('alter table council_decisions drop constraint council_decisions_once');
    const rounds = 20;
    let violations = 0;
    for (let at = 0; at < rounds; at += 1) {
      const { requestId } = await round(at, 'met');
      let waiting = 2;
      let open: () => void = () => undefined;
      const bothHaveLooked = new Promise<void>((resolve) => (open = resolve));
      const naive = (person: string) =>
        database.transactions.run(async (tx) => {
          const [seen]: { n: number }[] = await tx.query('select count(*)::int as n from council_decisions where request_id = $1', [
            requestId,
          ]);
          waiting -= 1;
          if (waiting === 0) open();
          await bothHaveLooked;
          if (seen?.n) return;
          await tx.query(
            `insert into council_decisions (id, request_id, tool_id, fingerprint, decision, reasons, decided_on, votes_for, votes_against, votes_abstained, reference, recorded_by, recorded_at)
             values ($1, $2, $3, $4, 'granted', 'x', '2026-03-03', 7, 1, 0, $1, $5, $6)`,
            [newId('d'), requestId, version.toolId, version.fingerprint, person, clock.now()],
          );
        });
      await Promise.all([naive(staff.chair.id), naive(staff.secretary.id)]);
      const [row]: { n: number }[] = await database.dataSource.query(
        'select count(*)::int as n from council_decisions where request_id = $1',
        [requestId],
      );
      if (row?.n !== 1) violations += 1;
    }
    expect(violations).toBeGreaterThan(0);
  }, 60_000);
});
