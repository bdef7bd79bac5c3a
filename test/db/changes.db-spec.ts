import { randomUUID } from 'node:crypto';
import type { Problem } from '../../src/kernel/problem.js';
import { GateService, gateOf, Watch } from '../../src/features/gate/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import {
  acceptedFingerprints,
  type AnswerInput,
  confirmCarriage,
  differences,
  fixVersion,
  nextVersion,
  proposeCarriage,
  readVersion,
  stateDpiaHolds,
  type Version,
  VersionsService,
  writeAnswers,
  writeCapabilities,
} from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';
import { actorIn, givenTool, SIGN_IN_ONLY } from '../support/given-tools.js';

const MADE = new Date('2026-01-12T08:00:00Z');
const [HR, IT, PRIVACY, DPO] = [actorIn('hr_registrar'), actorIn('it_admin'), actorIn('privacy_officer'), actorIn('dpo')];
const days = (value: number): AnswerInput => ({ attribute: 'purposes[].retention.maxDays', item: 'attendance', value });
const words = (value: string): AnswerInput => ({ attribute: 'purposes[].description', item: 'attendance', value });
const DAYS = 'purposes[].retention.maxDays';
const WORDS = 'purposes[].description';

let database: TestDatabase;
let staff: Staff;
let versions: VersionsService;
const clock = new TestClock('2026-02-20T10:00:00Z');
beforeAll(async () => {
  database = await databaseFor('changes');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  versions = new VersionsService(database.transactions, clock);
});
afterAll(() => database.close());

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transactions.run(work);
const read = (id: string): Promise<Version> => run((tx) => readVersion(tx, id));
const accepted = ({ toolId, fingerprint }: Version): Promise<string[]> => run((tx) => acceptedFingerprints(tx, toolId, fingerprint));
const fixed = (isPlatform = false): Promise<Version> =>
  run((tx) => givenTool(tx, MADE, { until: 'fixed', unitIds: [staff.employee.unitId], isPlatform }));
/** The next version with these answers, fixed. */
const following = (tool: Version, answers: readonly AnswerInput[], amends = false): Promise<Version> =>
  run(async (tx) => {
    const condition = { conditionKind: 'dpo', conditionId: 'c1', text: '30 dagen', isMachineLimit: true } as const;
    const next = await nextVersion(tx, HR, clock.now(), tool.toolId, amends ? { amends: condition } : {});
    await writeAnswers(tx, HR, clock.now(), next.id, answers);
    return fixVersion(tx, PRIVACY, clock.now(), next.id);
  });
const raise = (version: Version, path: string, actor = DPO) =>
  versions.raiseChange(
    actor,
    version.toolId,
    version.number,
    { path, item: 'attendance', reason: 'Het raakt mensen anders.' },
    randomUUID(),
  );
const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  try {
    await work;
  } catch (error) {
    return error as Problem;
  }
  throw new Error('Expected a refusal, found none.');
};
const kindsBetween = async (before: Version, after: Version) =>
  differences(await read(before.id), await read(after.id)).map(({ path, kind, raised }) => [path, kind, raised?.reason ?? null]);

describe('a change that the DPO raises', () => {
  it('counts as wider, with the reason, however many versions lie between', async () => {
    const tool = await fixed();
    const second = await following(tool, [days(30)]);
    expect(await kindsBetween(tool, second)).toEqual([[DAYS, 'stricter', null]]);
    await raise(second, DAYS);
    expect(await kindsBetween(tool, second)).toEqual([[DAYS, 'wider', 'Het raakt mensen anders.']]);
    const third = await following(second, [words('Anders gezegd.')]);
    expect(await kindsBetween(second, third)).toEqual([[WORDS, 'text', null]]);
    expect(await kindsBetween(tool, third)).toEqual([
      [WORDS, 'text', null],
      [DAYS, 'wider', 'Het raakt mensen anders.'],
    ]);
  });

  it('lets no approval pass: a carriage is refused, and one that was complete ends', async () => {
    const tool = await fixed();
    const second = await following(tool, [days(30)], true);
    const carriage = await run((tx) => proposeCarriage(tx, HR, clock.now(), second.id));
    await run((tx) => stateDpiaHolds(tx, PRIVACY, clock.now(), carriage));
    expect(await accepted(second)).toEqual([second.fingerprint, tool.fingerprint]);
    expect((await problemOf(run((tx) => confirmCarriage(tx, DPO, clock.now(), carriage)))).code).toBe('carriage.nothing-to-confirm');
    await raise(second, DAYS);
    expect(await accepted(second)).toEqual([second.fingerprint]);
    const inDatabase = await database.asOwner('select accepted_fingerprints($1, $2) as fingerprint', [second.toolId, second.fingerprint]);
    expect(inDatabase.map(({ fingerprint }) => fingerprint)).toEqual([second.fingerprint]);

    const other = await fixed();
    const raised = await following(other, [days(30)], true);
    await raise(raised, DAYS);
    expect((await problemOf(run((tx) => proposeCarriage(tx, HR, clock.now(), raised.id)))).code).toBe('carriage.wider');
  });

  it('alters the fingerprint where only text changed, here and in every version after it', async () => {
    const tool = await fixed();
    const second = await following(tool, [words('Anders gezegd.')]);
    expect(second.fingerprint).toBe(tool.fingerprint);
    const third = await following(second, [words('Nog anders.')]);
    await raise(second, WORDS);
    const [again, later] = [await read(second.id), await read(third.id)];
    expect(again.fingerprint).not.toBe(tool.fingerprint);
    expect(later.fingerprint).toBe(again.fingerprint);
    expect((await read(tool.id)).fingerprint).toBe(tool.fingerprint);
    const stored = await database.asOwner('select fingerprint from tool_versions where tool_id = $1 order by number', [tool.toolId]);
    expect(stored.map(({ fingerprint }) => fingerprint)).toEqual([tool.fingerprint, again.fingerprint, later.fingerprint]);
    const fourth = await following(later, [words('Zoals eerst.')]);
    expect(fourth.fingerprint).toBe(again.fingerprint);
  });

  it('leaves an entry in the log and is on the page for the council', async () => {
    const tool = await fixed();
    const second = await following(tool, [days(30)]);
    await raise(second, DAYS);
    const entries = await database.asOwner(`select actor_role from evidence_entries where tool_id = $1 and type = 'change.raised'`, [
      tool.toolId,
    ]);
    expect(entries).toEqual([{ actor_role: 'dpo' }]);
    const { changes } = await versions.compare(actorIn('or_member'), tool.toolId, 1, 2);
    expect(changes[0]?.raised).toMatchObject({ was: 'stricter', reason: 'Het raakt mensen anders.' });
  });

  it('is only the DPO’s, only upwards, only once, and only of a change that there is', async () => {
    const tool = await fixed();
    const second = await following(tool, [days(60), words('Anders.')]);
    for (const role of ['hr_registrar', 'privacy_officer', 'director', 'it_admin', 'or_chair'] as const)
      expect((await problemOf(raise(second, WORDS, actorIn(role)))).status).toBe(403);
    expect((await problemOf(raise(second, DAYS))).reasons[0]?.code).toBe('change.wider-already');
    expect((await problemOf(raise(second, 'tool.covert'))).reasons[0]?.code).toBe('change.unknown');
    expect((await problemOf(raise(tool, WORDS))).code).toBe('change.no-version-before');
    await raise(second, WORDS);
    expect((await problemOf(raise(second, WORDS))).reasons[0]?.code).toBe('change.wider-already');
  });

  it('is the only way in which the fingerprint of a fixed version moves, also for who types the SQL', async () => {
    const tool = await fixed();
    const moved = database.asOwner(`update tool_versions set fingerprint = 'sha-256:other' where id = $1`, [tool.id]);
    expect((await problemOf(moved)).code).toBe('23514');
    const gone = database.asOwner('delete from raised_changes');
    expect(await problemOf(gone)).toBeDefined();
  });
});

describe('what the product can do', () => {
  it('is part of what is approved: one more capability within reach is another fingerprint, and wider', async () => {
    const tool = await fixed();
    const next = await run(async (tx) => {
      const made = await nextVersion(tx, HR, clock.now(), tool.toolId);
      await writeCapabilities(tx, IT, clock.now(), made.id, [
        ...SIGN_IN_ONLY,
        { code: 'hours_and_badges', can: true, on: true, reach: 'two_persons' },
      ]);
      return readVersion(tx, made.id);
    });
    expect(next.fingerprint).not.toBe(tool.fingerprint);
    expect(differences(tool, next)).toEqual([expect.objectContaining({ path: 'capabilities', item: 'hours_and_badges', kind: 'wider' })]);
  });
  it('is not in the fingerprint of a version of the first scheme, and joins it with the next version', async () => {
    const tool = await fixed();
    await database.asOwner('alter table tool_versions disable trigger user');
    await database.asOwner('update tool_versions set fingerprint_scheme = 2 where id = $1', [tool.id]);
    const { fingerprint: second } = await read(tool.id);
    await database.asOwner('update tool_versions set fingerprint_scheme = 1 where id = $1', [tool.id]);
    await database.asOwner('alter table tool_versions enable trigger user');
    expect((await read(tool.id)).fingerprint).not.toBe(second);
    const next = await run((tx) => nextVersion(tx, HR, clock.now(), tool.toolId));
    expect(next.fingerprint).toBe(second);
  });
});

describe('while a wider version goes through the chain', () => {
  it('the old version runs on, until its own consent ends', async () => {
    const gates = new GateService(database.transactions, clock);
    const watch = new Watch(database.transactions, clock);
    watch.onModuleInit();
    for (const isPlatform of [true, false]) {
      const version = await fixed(isPlatform);
      await run((tx) => givenChain(tx, version, staff, { expiresOn: isPlatform ? null : '2026-06-30' }));
      await gates.activate(actorOf(staff.it), version.toolId, 1, randomUUID());
      if (isPlatform) continue;
      const wider = await following(version, [days(90)]);
      const suspended = async () =>
        (await database.asOwner('select cause from suspensions where tool_id = $1', [version.toolId])).map(({ cause }) => cause);
      const holds = (id: string) => run(async (tx) => (await gateOf(tx, id, clock.now())).holds);
      expect(await suspended()).toEqual([]);
      expect([await holds(version.id), await holds(wider.id)]).toEqual([true, false]);
      expect((await problemOf(gates.activate(actorOf(staff.it), version.toolId, 2, randomUUID()))).status).toBeGreaterThanOrEqual(400);
      clock.set('2026-06-30T21:59:59Z');
      await watch.sweep();
      expect(await suspended()).toEqual([]);
      clock.set('2026-06-30T22:00:00Z');
      await watch.sweep();
      expect(await suspended()).toEqual(['gate_closed']);
    }
    watch.onModuleDestroy();
  });
});
