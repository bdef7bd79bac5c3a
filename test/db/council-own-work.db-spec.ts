import { Problem } from '../../src/kernel/problem.js';
import { newId } from '../../src/kernel/ids.js';
import { readCase } from '../../src/features/consultation/case.repository.js';
import { decisionBlocks, penOf } from '../../src/features/consultation/papers.js';
import type { TypedDecision } from '../../src/features/consultation/domain/decide.js';
import type { Version } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type Consultation, consultationOn, givenConsent } from '../support/given-consultation.js';
import { actorOf, givenStaff, identityAt, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const GRANTED: TypedDecision = {
  decision: 'granted',
  reasons: 'Het plan is beperkt.',
  decidedOn: '2026-03-05',
  votesFor: 7,
  votesAgainst: 1,
  votesAbstained: 1,
  expiresOn: null,
  conditions: [],
};
const codesOf = (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => ['done'],
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.reasons.map(({ code }) => code);
    },
  );

describe('who worked on a case in another role', () => {
  let database: TestDatabase;
  let house: Consultation;
  let staff: Staff;
  let version: Version;
  let requestId: string;
  const clock = new TestClock('2026-03-05T09:00:00Z');
  const press = () => {
    clock.advance({ seconds: 30 });
    return { identity: identityAt(clock.now()), key: newId('i') };
  };
  beforeAll(async () => {
    database = await databaseFor('council_own_work');
    house = await consultationOn(database, clock);
    staff = await database.transactions.run(givenStaff);
  });
  afterAll(async () => {
    await house.close();
    await database.close();
  });
  beforeEach(async () => {
    version = await database.transactions.run((tx) =>
      givenTool(tx, clock.now(), { name: `Aanmelden ${newId('n')}`, unitIds: [staff.employee.unitId], until: 'fixed' }),
    );
    ({ requestId } = await database.transactions.run((tx) =>
      givenConsent(tx, version, { at: new Date('2026-03-02T09:00:00Z'), until: 'met' }),
    ));
  });

  const did = (act: 'version_made' | 'dpia_fixed') =>
    act === 'version_made'
      ? database.asOwner('update tool_versions set created_by = $2 where id = $1', [version.id, staff.chair.id])
      : database.asOwner(
          'insert into dpia_fixings (id, tool_id, version_id, fingerprint, residual_risk, review_due, fixed_by, fixed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
          [newId('f'), version.toolId, version.id, version.fingerprint, 'low', '2027-01-01', staff.chair.id, clock.now()],
        );
  const record = (who: 'chair' | 'secretary') => house.decisions.recordDecision(actorOf(staff[who]), requestId, GRANTED, press());

  it('records no decision of the council on it, with the reason; the other officer does', async () => {
    await did('version_made');
    await did('dpia_fixed');
    expect(await codesOf(record('chair'))).toEqual(['case.own-work.dpia_fixed', 'case.own-work.version_made']);
    expect(await codesOf(record('secretary'))).toEqual(['done']);
  });

  it('confirms none either; on a version of somebody else they do', async () => {
    const { decisionId } = await record('secretary');
    await did('version_made');
    const confirm = () => house.decisions.confirm(actorOf(staff.chair), requestId, decisionId, press());
    expect(await codesOf(confirm())).toEqual(['case.own-work.version_made']);
    await database.asOwner('update tool_versions set created_by = $2 where id = $1', [version.id, staff.hr.id]);
    expect(await codesOf(confirm())).toEqual(['done']);
  });

  it('a reset by the administrator stands with each decision after it, on the page and on paper, and with none before', async () => {
    const first = await record('secretary');
    const read = async () =>
      (await database.transactions.read((tx) => readCase(tx, version.toolId, [version.fingerprint]))).decisions.find(
        (decision) => decision.requestId === requestId,
      );
    clock.advance({ minutes: 1 });
    await database.asOwner(
      "insert into council_resets (id, route, reason, by_person, at) values ($1, 'administrator', 'Alle leden waren weg.', $2, $3)",
      [newId('v'), staff.orgAdmin.id, clock.now()],
    );
    const before = await read();
    expect([before?.id, before?.resets]).toEqual([first.decisionId, []]);
    await house.decisions.reject(actorOf(staff.chair), requestId, first.decisionId, 'Opnieuw.');
    await record('secretary');
    const decisions = (await database.transactions.read((tx) => readCase(tx, version.toolId, [version.fingerprint]))).decisions;
    const after = decisions.at(-1)!;
    expect(after.resets).toMatchObject([{ route: 'administrator', reason: 'Alle leden waren weg.' }]);
    const words = JSON.stringify(decisionBlocks(after, penOf('nl')));
    expect(words).toContain('Reden: Alle leden waren weg.');
    expect(JSON.stringify(decisionBlocks({ ...after, resets: [] }, penOf('nl')))).not.toContain('Alle leden waren weg.');
  });
});
