import type { Actor } from '../../src/kernel/actor.js';
import { Problem } from '../../src/kernel/problem.js';
import {
  acceptedFingerprints,
  type AnswerInput,
  confirmCarriage,
  differences,
  nextVersion,
  proposeCarriage,
  readVersion,
  stateDpiaHolds,
  type Version,
  versionAt,
  writeAnswers,
  writeSheet,
} from '../../src/features/tools/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorIn, givenTool, SHEET } from '../support/given-tools.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const HR = actorIn('hr_registrar');
const IT = actorIn('it_admin');
const PRIVACY = actorIn('privacy_officer');
const DPO = actorIn('dpo');
const CHAIR = actorIn('or_chair');

let database: TestDatabase;
beforeAll(async () => {
  database = await databaseFor('tools_versions');
});
afterAll(() => database.close());

const run = <T>(work: Parameters<TestDatabase['transactions']['run']>[0]): Promise<T> => database.transactions.run(work) as Promise<T>;
const problem = async (work: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await work.then(
    () => null,
    (found: unknown) => found,
  );
  if (error instanceof Problem) return error;
  throw new Error(`expected a refusal, found ${String(error)}`);
};
const days = (value: number): AnswerInput => ({ attribute: 'purposes[].retention.maxDays', item: 'attendance', value });
const condition = (id: string, kind: 'dpo' | 'council' = 'dpo', isMachineLimit = false) => ({
  conditionKind: kind,
  conditionId: id,
  text: '30 dagen in plaats van 45',
  isMachineLimit,
});
const fixed = (): Promise<Version> => run((tx) => givenTool(tx, NOW, { until: 'fixed' }));
const amend = (tool: Version, of = condition('c1'), answers: readonly AnswerInput[] = [days(30)]): Promise<Version> =>
  run(async (tx) => {
    const next = await nextVersion(tx, HR, NOW, tool.toolId, { amends: of });
    await writeAnswers(tx, HR, NOW, next.id, answers);
    return readVersion(tx, next.id);
  });
const accepted = (tool: Version, fingerprint: string): Promise<string[]> => run((tx) => acceptedFingerprints(tx, tool.toolId, fingerprint));
const propose = (version: Version, actor: Actor = HR): Promise<string> => run((tx) => proposeCarriage(tx, actor, NOW, version.id));
const state = (id: string, actor: Actor = PRIVACY): Promise<string> => run((tx) => stateDpiaHolds(tx, actor, NOW, id));
const confirm = (id: string, actor: Actor = DPO): Promise<string> => run((tx) => confirmCarriage(tx, actor, NOW, id));

describe('the next version', () => {
  it('is a copy of everything, with the same fingerprint, and open', async () => {
    const tool = await fixed();
    const next = await run<Version>((tx) => nextVersion(tx, HR, NOW, tool.toolId));
    expect(next).toMatchObject({
      number: 2,
      followsId: tool.id,
      fixedAt: null,
      fingerprint: tool.fingerprint,
      amends: false,
      isRenewal: false,
    });
    expect(next.sheet).toEqual(tool.sheet);
    expect(next.capabilityRows).toEqual(tool.capabilityRows);
    expect(next.scope).toEqual(tool.scope);
    expect(next.answers.map(({ attribute, item }) => [attribute, item])).toEqual(
      tool.answers.map(({ attribute, item }) => [attribute, item]),
    );
    expect(next.enforcement).toBe(tool.enforcement);
  });

  it('leaves the one before as it was', async () => {
    const tool = await fixed();
    const next = await amend(tool);
    expect(next.fingerprint).not.toBe(tool.fingerprint);
    expect((await run<Version>((tx) => versionAt(tx, tool.toolId, 1))).fingerprint).toBe(tool.fingerprint);
  });

  it('is refused as long as the last one is open, also when two ask at once', async () => {
    const tool = await fixed();
    const both = await Promise.allSettled([
      run((tx) => nextVersion(tx, HR, NOW, tool.toolId)),
      run((tx) => nextVersion(tx, IT, NOW, tool.toolId)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await problem(run((tx) => nextVersion(tx, HR, NOW, tool.toolId)))).code).toBe('version.still-open');
  });

  it('is not for the council, the DPO or the director to make', async () => {
    const tool = await fixed();
    for (const role of ['dpo', 'director', 'or_chair', 'employee'] as const)
      expect((await problem(run((tx) => nextVersion(tx, actorIn(role), NOW, tool.toolId)))).status).toBe(403);
  });
});

describe('the difference between two versions', () => {
  const kinds = async (answers: readonly AnswerInput[]): Promise<readonly (readonly [string, string])[]> => {
    const tool = await fixed();
    const next = await amend(tool, condition('c1'), answers);
    return differences(tool, next).map(({ path, kind }) => [path, kind] as const);
  };
  it('is stricter, wider or text, per change', async () => {
    expect(await kinds([days(30)])).toEqual([['purposes[].retention.maxDays', 'stricter']]);
    expect(await kinds([days(90)])).toEqual([['purposes[].retention.maxDays', 'wider']]);
    expect(await kinds([{ attribute: 'purposes[].description', item: 'attendance', value: 'Anders.' }])).toEqual([
      ['purposes[].description', 'text'],
    ]);
    expect(await kinds([{ attribute: 'tool.dataSubjects', item: '', value: ['employees', 'customers'] }])).toEqual([
      ['tool.dataSubjects', 'wider'],
    ]);
  });

  it('follows the earlier sheet about what makes a setting stricter', async () => {
    const tool = await fixed();
    const next = await run<Version>((tx) => nextVersion(tx, HR, NOW, tool.toolId));
    const withDays = (value: string, stricterIs: 'lower' | 'higher' = 'lower') =>
      run<Version>(async (tx) => {
        await writeSheet(tx, IT, NOW, next.id, [SHEET[0], { ...SHEET[1], value, stricterIs }]);
        return readVersion(tx, next.id);
      });
    expect(differences(tool, await withDays('30')).map(({ kind }) => kind)).toEqual(['stricter']);
    expect(differences(tool, await withDays('90')).map(({ kind }) => kind)).toEqual(['wider']);
    expect(differences(tool, await withDays('90', 'higher')).map(({ kind }) => kind)).toEqual(['wider']);
    expect(differences(tool, await withDays('many')).map(({ kind }) => kind)).toEqual(['wider']);
  });
});

describe('approvals', () => {
  it('pass to a stricter version once the DPIA is said to hold and the DPO confirmed the condition', async () => {
    const tool = await fixed();
    const next = await amend(tool);
    const id = await propose(next);
    expect(await accepted(tool, next.fingerprint)).toEqual([next.fingerprint]);
    await confirm(id);
    expect(await accepted(tool, next.fingerprint)).toEqual([next.fingerprint]);
    await state(id);
    expect((await accepted(tool, next.fingerprint)).sort()).toEqual([next.fingerprint, tool.fingerprint].sort());
    expect(await accepted(tool, tool.fingerprint)).toEqual([tool.fingerprint]);
  });

  it('pass along a chain of stricter versions, in one pass', async () => {
    const first = await fixed();
    const second = await amend(first);
    const one = await propose(second);
    await confirm(one);
    await state(one);
    const third = await amend(second, condition('c2', 'council'), [days(20)]);
    const two = await propose(third);
    await state(two);
    await confirm(two, CHAIR);
    expect((await accepted(first, third.fingerprint)).sort()).toEqual([first, second, third].map(({ fingerprint }) => fingerprint).sort());
  });

  it('need no confirmation for a machine limit', async () => {
    const tool = await fixed();
    const next = await amend(tool, condition('c3', 'council', true));
    const id = await propose(next);
    expect((await problem(confirm(id, CHAIR))).code).toBe('carriage.nothing-to-confirm');
    await state(id);
    expect(await accepted(tool, next.fingerprint)).toContain(tool.fingerprint);
  });

  it('do not pass when anything is wider, and the refusal names it', async () => {
    const tool = await fixed();
    const next = await amend(tool, condition('c4'), [days(30), { attribute: 'office.viewers', item: '', value: 9 }]);
    const refusal = await problem(propose(next));
    expect([refusal.status, refusal.code]).toEqual([409, 'carriage.wider']);
    expect(refusal.reasons.map(({ field }) => field)).toEqual(['office.viewers|']);
    expect((await run<Version>((tx) => readVersion(tx, next.id))).fixedAt).toBeNull();
  });

  it('do not pass without a condition, without a stricter change, or twice', async () => {
    const tool = await fixed();
    const plain = await run<Version>(async (tx) => {
      const next = await nextVersion(tx, HR, NOW, tool.toolId);
      await writeAnswers(tx, HR, NOW, next.id, [days(30)]);
      return readVersion(tx, next.id);
    });
    expect((await problem(propose(plain))).code).toBe('carriage.no-condition');
    const other = await fixed();
    const same = await amend(other, condition('c5'), []);
    expect((await problem(propose(same))).code).toBe('carriage.nothing-stricter');
    const third = await fixed();
    const next = await amend(third);
    await propose(next);
    expect((await problem(propose(next))).code).toBe('carriage.proposed');
  });

  it('are carried by whoever set the condition, never by who asked', async () => {
    const tool = await fixed();
    const next = await amend(tool);
    expect((await problem(propose(next, DPO))).status).toBe(403);
    const id = await propose(next);
    for (const actor of [HR, PRIVACY, IT, actorIn('director'), actorIn('or_member')])
      expect((await problem(confirm(id, actor))).status).toBe(403);
    expect((await problem(confirm(id, CHAIR))).code).toBe('carriage.nothing-to-confirm');
    for (const actor of [HR, DPO, CHAIR]) expect((await problem(state(id, actor))).status).toBe(403);
    expect(await accepted(tool, next.fingerprint)).toEqual([next.fingerprint]);
  });

  it('are not carried by a stranger’s rows of another tool', async () => {
    const tool = await fixed();
    const next = await amend(tool);
    const id = await propose(next);
    await confirm(id);
    await state(id);
    const other = await fixed();
    expect(await accepted(other, next.fingerprint)).toEqual([next.fingerprint]);
  });
});
