import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { GateService, StopService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { DevicesService } from '../../src/features/agents/devices.service.js';
import { EnrolmentService } from '../../src/features/agents/index.js';
import { Agent, enrol } from '../../src/agent/index.js';
import { appFor, freePort, type TestApp } from '../support/app.js';
import { COLLECTD, collectdIn, collects } from '../support/collectd.js';
import { APPROVED, givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';
import { guard as guardIn } from '../../src/guard/guard.js';
import { LeaseHolder } from '../../src/guard/hold-lease.js';
import { readGuardOptions } from '../../src/guard/options.js';
import { GuardProcess, until } from '../support/guarded.js';
import { type LeaseDesk, leaseDesk } from '../support/lease-desk.js';

/** Writes down its own process, begins a child that does too, and goes on. */
const FAMILY = (folder: string, ignoring = '') =>
  `${ignoring} echo $$ > ${folder}/parent; sh -c '${ignoring} echo $$ > ${folder}/child; while :; do sleep 0.1; done' & while :; do sleep 0.1; done`;

let guards: GuardProcess[] = [];
const guard = (): GuardProcess => {
  const made = new GuardProcess();
  guards.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(guards.map((one) => one.close()));
  guards = [];
});

describe('under the guard, with the server', () => {
  let app: TestApp;
  let staff: Staff;

  beforeAll(async () => {
    app = await appFor('guard', '2026-02-20T10:00:00Z');
    staff = await app.database.transactions.run(givenStaff);
    await switchOn(await given('Countersign', true));
  }, 60_000);
  afterAll(() => app.close());

  const given = (name: string, isPlatform = false): Promise<Version> =>
    app.database.transactions.run(async (tx) => {
      const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform, name });
      await givenChain(tx, made, staff);
      await tx.query(
        `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at)
         values ($1, 'purposes[].balancingTest.signedBy', 'attendance', '"bestuurder"', $2, 'director', $3)
         on conflict (version_id, attribute, item) do update set value = excluded.value`,
        [made.id, staff.director.id, app.clock.now()],
      );
      return made;
    });
  const switchOn = ({ toolId, number }: Version): Promise<unknown> =>
    app.running.app.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());
  const stop = ({ toolId }: Version): Promise<unknown> =>
    app.running.app.get(StopService).stop(actorOf(staff.chair), toolId, { reason: '', key: randomUUID() });

  /** The options of a guard that is enrolled with a new code, for the employee. */
  const optionsFor = async (one: GuardProcess, { toolId }: Version): Promise<string[]> => {
    const { code } = await app.running.app.get(EnrolmentService).createCode(actorOf(staff.it), { toolId, device: 'LAPTOP-0417' });
    const settings = one.write('settings.json', APPROVED);
    return [
      '--server',
      app.url,
      '--tool',
      toolId,
      '--person',
      staff.employee.id,
      '--settings',
      settings,
      '--clock',
      'server',
      '--code',
      code,
    ];
  };
  const bound = async (one: GuardProcess, options: readonly string[]): Promise<void> => {
    expect(await one.start(options, ['true']).end()).toBe(77);
    const file = one.file(`state/${options[3]}.json`);
    const { agentId } = JSON.parse(readFileSync(file, 'utf8')) as { agentId: string };
    await app.running.app.get(DevicesService).confirm(actorOf(staff.employee), staff.employee.id, agentId);
    app.clock.advance({ seconds: 2 });
  };
  const receipts = ({ toolId }: Version) =>
    app.database.asOwner('select r.reason from stop_receipts r join agents a on a.id = r.agent_id where a.tool_id = $1', [toolId]);

  it('collectd never starts before the tool is on, runs once it is, and is gone within 5 s of the council’s stop', async () => {
    expect(existsSync(COLLECTD) ? 'there' : 'missing: apt-get install collectd-core').toBe('there');
    const version = await given('Aanmeldregistratie');
    const one = guard();
    const collectd = collectdIn(one);
    const options = await optionsFor(one, version);
    await bound(one, options);
    expect(await one.start(options, collectd).end()).toBe(77);
    expect(one.said).toContain('tool.not_activated');
    expect(existsSync(one.file('csv'))).toBe(false);

    await switchOn(version);
    app.clock.advance({ seconds: 2 });
    one.start(options, collectd);
    await collects(one);
    await stop(version);
    const took = await until('collectd is gone', () => !one.runs('collectd'), 8000);
    expect(took).toBeLessThan(5000);
    expect(await one.end()).toBe(0);
    expect(one.said).toContain('tool.stopped');
    expect(await receipts(version)).toEqual([{ reason: 'lease.refused' }]);
  }, 60_000);

  it('a drift of the settings ends the command when the guard asks again; the guard’s death takes the whole family', async () => {
    const version = await given('Telefoniecijfers');
    const one = guard();
    const options = await optionsFor(one, version);
    await bound(one, options);
    await switchOn(version);
    app.clock.advance({ seconds: 2 });
    one.start(options, ['sh', '-c', FAMILY(one.folder)]);
    await until('both run', () => one.runs('parent') && one.runs('child'));
    one.kill('SIGKILL');
    await until('nobody of the family is left', () => !one.runs('parent') && !one.runs('child'), 3000);

    app.clock.advance({ seconds: 2 });
    one.start(options, ['sh', '-c', FAMILY(one.folder)]);
    await until('both run again', () => one.runs('parent') && one.runs('child'));
    one.write('settings.json', { ...APPROVED, websites: 'aan' });
    let status: number | null = null;
    void one.end().then((ended) => (status = ended));
    await until('the guard heard it, from when it listens', async () => {
      await app.database.asOwner(`select pg_notify('agent_signal', $1)`, [version.toolId]);
      return status !== null;
    });
    expect(status).toBe(128 + 15);
    expect(one.said).toContain('settings.differ');
    expect(one.runs('child')).toBe(false);
  }, 60_000);

  it('collectd dies with its guard, and ends when its settings are others than the approved ones', async () => {
    const version = await given('Wachtrijcijfers');
    const one = guard();
    const [options, collectd] = [await optionsFor(one, version), collectdIn(one)];
    await bound(one, options);
    await switchOn(version);
    app.clock.advance({ seconds: 2 });
    one.start(options, collectd);
    await collects(one);
    one.kill('SIGKILL');
    await until('collectd is gone', () => !one.runs('collectd'), 3000);

    app.clock.advance({ seconds: 2 });
    one.start(options, collectd);
    await collects(one);
    const asksAgain = () => app.database.asOwner(`select pg_notify('agent_signal', $1)`, [version.toolId]);
    await asksAgain();
    await sleep(2000);
    expect(one.runs('collectd')).toBe(true);
    app.clock.advance({ seconds: 3 });
    one.write('settings.json', { ...APPROVED, websites: 'aan' });
    await until('collectd is gone', async () => {
      await asksAgain();
      return !one.runs('collectd');
    });
    expect(await one.end()).toBe(0);
    expect(one.said).toContain('settings.differ');
  }, 60_000);

  /** The guard in this process, so that the answer to one of its questions for a lease can be held up after the server gave it. */
  const heldUp = async (
    one: GuardProcess,
    options: readonly string[],
    question: number,
    meanwhile: () => Promise<unknown>,
  ): Promise<number> => {
    const read = readGuardOptions(['--state', one.file('state'), ...options, '--', 'sh', '-c', FAMILY(one.folder)], {});
    if (!('command' in read)) throw new Error(`Expected: options. Found: ${read.join(' ')}`);
    const ask = LeaseHolder.prototype.ask;
    let asked = 0;
    jest.spyOn(LeaseHolder.prototype, 'ask').mockImplementation(async function (this: LeaseHolder) {
      const answer = await ask.call(this);
      asked += 1;
      if (asked === question) await meanwhile();
      const renewAt = this.now().monotonic + 1000;
      return answer.kind === 'granted' && asked < question ? { ...answer, held: { ...answer.held, renewAt } } : answer;
    });
    const status = await guardIn(read, { PATH: process.env['PATH'] }, () => undefined);
    jest.restoreAllMocks();
    return status;
  };

  it.each([
    ['its first lease and the first time that it listens', 'Reistijden', 1],
    ['a renewal’s answer and its arrival', 'Postregistratie', 2],
  ] as const)(
    'a stop between %s ends the command within 5 s all the same',
    async (_when, name, question) => {
      const version = await given(name);
      const one = guard();
      const options = await optionsFor(one, version);
      await bound(one, options);
      await switchOn(version);
      app.clock.advance({ seconds: 3 });
      let released = Infinity;
      const status = heldUp(one, options, question, async () => {
        app.clock.advance({ seconds: 3 });
        await stop(version);
        await sleep(1500);
        released = performance.now();
      });
      const ended = await Promise.race([status, sleep(15_000, null)]);
      if (ended === null) for (const name of ['parent', 'child']) if (one.runs(name)) process.kill(one.pid(name) ?? 0, 'SIGKILL');
      expect(ended).toBe(128 + 15);
      expect(performance.now() - released).toBeLessThan(5000);
      expect(one.runs('child')).toBe(false);
    },
    60_000,
  );

  it('two machines with one copied key are both stopped once both have asked again', async () => {
    const version = await given('Toegangspasjes');
    const [original, copy] = [guard(), guard()];
    const options = await optionsFor(original, version);
    await bound(original, options);
    cpSync(original.file('state'), copy.file('state'), { recursive: true });
    await switchOn(version);
    app.clock.advance({ seconds: 2 });
    let left = 2;
    for (const one of [original, copy]) {
      void one
        .start(options, ['sh', '-c', `echo $$ > ${one.file('parent')}; while :; do sleep 0.1; done`])
        .end()
        .then(() => (left -= 1));
      await until('it runs', () => one.runs('parent'));
    }
    await until('both asked again, and ended', async () => {
      await app.database.asOwner(`select pg_notify('agent_signal', $1)`, [version.toolId]);
      app.clock.advance({ seconds: 3 });
      await sleep(500);
      return left === 0;
    });
    expect([original.said, copy.said]).toEqual([expect.stringContaining('tool.suspended'), expect.stringContaining('tool.suspended')]);
    const raised = await app.database.asOwner('select kind from incidents where tool_id = $1', [version.toolId]);
    expect(raised).toEqual([{ kind: 'key_copied' }]);
  }, 60_000);
});

describe('under the guard, at the end of a lease', () => {
  let desk: LeaseDesk;
  beforeEach(async () => (desk = await leaseDesk(10)));
  afterEach(() => desk.close());
  const optionsOf = (one: GuardProcess) => [
    '--server',
    desk.url,
    '--tool',
    't_1',
    '--person',
    'p_1',
    '--settings',
    one.write('s.json', {}),
    '--code',
    '0'.repeat(26),
  ];

  it('a command renews, showing the lease that it holds, and ends by itself with its own status', async () => {
    const one = guard();
    desk.seconds = 9;
    expect(await one.start(optionsOf(one), ['sh', '-c', 'sleep 8; exit 5']).end()).toBe(5);
    expect(desk.receipts).toMatchObject([{ reason: 'command.ended' }]);
    expect(desk.given.length).toBeGreaterThan(1);
    expect(desk.given.map(({ previous }) => previous)).toEqual([undefined, ...desk.given.slice(0, -1).map(({ jti }) => jti)]);
    expect(desk.signals).toBe(3);
  }, 30_000);

  it('without a server a command ends 6 s before its lease, and one that will not is gone 1 s before it, with its children', async () => {
    const [one, stubborn] = [guard(), guard()];
    const other = await leaseDesk(10);
    one.start(optionsOf(one), ['sh', '-c', FAMILY(one.folder)]);
    await until('the first runs', () => one.runs('child'));
    const begun = performance.now();
    desk.mode = 'silent';
    stubborn.start([...optionsOf(stubborn), '--server', other.url], ['sh', '-c', FAMILY(stubborn.folder, 'trap "" TERM;')]);
    await until('the second runs', () => stubborn.runs('child'));
    const second = performance.now();
    other.mode = 'silent';
    expect(await one.end()).toBe(128 + 15);
    expect(performance.now() - begun).toBeLessThan(9900);
    await until('the stubborn one is gone', () => !stubborn.runs('parent') && !stubborn.runs('child'), 11_000);
    const lasted = performance.now() - second;
    expect(lasted).toBeGreaterThan(4000);
    expect(lasted).toBeLessThan(9700);
    expect(one.said).toContain('The lease is over');
    await other.close();
  }, 40_000);

  it('collectd is gone before its lease ends when no server answers, and when its guard is held up; before, it goes on through renewals', async () => {
    const [alone, held] = [guard(), guard()];
    const other = await leaseDesk(9);
    desk.seconds = 9;
    alone.start(optionsOf(alone), collectdIn(alone));
    held.start([...optionsOf(held), '--server', other.url], collectdIn(held));
    await Promise.all([alone, held].map(collects));
    await sleep(10_000);
    expect([alone, held].map((one) => one.runs('collectd'))).toEqual([true, true]);
    desk.mode = 'silent';
    held.kill('SIGSTOP');
    await Promise.all(
      (
        [
          [alone, desk],
          [held, other],
        ] as const
      ).map(async ([one, gave]) => {
        await until('collectd is gone', () => !one.runs('collectd'), 12_000);
        expect(Date.now()).toBeLessThan(gave.given.at(-1)!.exp * 1000);
      }),
    );
    expect(await alone.end()).toBe(0);
    expect(alone.said).toContain('The lease is over');
    held.kill('SIGCONT');
    await other.close();
  }, 60_000);

  it('a guard that is held up does not let its command outlive the lease, which it renewed before', async () => {
    const one = guard();
    desk.seconds = 9;
    one.start(optionsOf(one), ['sh', '-c', FAMILY(one.folder)]);
    await until('both run', () => one.runs('parent') && one.runs('child'));
    await sleep(10_500);
    expect([one.runs('parent'), one.runs('child'), desk.given.length > 1]).toEqual([true, true, true]);
    one.kill('SIGSTOP');
    await until('nobody of the family is left', () => !one.runs('parent') && !one.runs('child'), 12_000);
    expect(Date.now()).toBeLessThan(desk.given.at(-1)!.exp * 1000);
    one.kill('SIGCONT');
    expect(await one.end()).toBe(128 + 9);
  }, 40_000);

  it.each([
    ['forges', 'lease.signature'],
    ['keeps', 'lease.iat'],
    ['refuses', 'tool.stopped'],
    ['silent', 'cannot be reached'],
  ] as const)(
    'a desk that %s starts nothing',
    async (mode, said) => {
      const one = guard();
      desk.mode = mode;
      expect(await one.start(optionsOf(one), ['sh', '-c', `echo $$ > ${one.file('parent')}`]).end()).toBe(77);
      expect([one.pid('parent'), one.said]).toEqual([null, expect.stringContaining(said)]);
    },
    20_000,
  );

  it('who was silent for long says first that nothing runs, and then gets its lease', async () => {
    const one = guard();
    desk.mode = 'misses';
    expect(await one.start(optionsOf(one), ['sh', '-c', 'exit 3']).end()).toBe(3);
    expect(desk.receipts).toMatchObject([{ reason: 'guard.silent' }, { reason: 'command.ended' }]);
  }, 20_000);

  it('a command that does not hear SIGTERM has until a second before the end, and a guard that is held up changes little', async () => {
    const [alone, held] = [guard(), guard()];
    const other = await leaseDesk(9);
    desk.seconds = 9;
    alone.start(optionsOf(alone), ['sh', '-c', FAMILY(alone.folder, 'trap "" TERM;')]);
    held.start([...optionsOf(held), '--server', other.url], ['sh', '-c', FAMILY(held.folder)]);
    await until('both run', () => alone.runs('child') && held.runs('child'));
    desk.mode = 'silent';
    held.kill('SIGSTOP');
    const before = async (one: GuardProcess, gave: LeaseDesk): Promise<number> => {
      await until('nobody of the family is left', () => !one.runs('parent') && !one.runs('child'), 12_000);
      return gave.given.at(-1)!.exp * 1000 - Date.now();
    };
    const [killed, watched] = await Promise.all([before(alone, desk), before(held, other)]);
    expect([killed > 500 && killed < 1100, watched > 0 && watched < 700, [killed, watched]]).toEqual([true, true, expect.anything()]);
    held.kill('SIGCONT');
    await other.close();
  }, 40_000);

  it('figures that are refused with their lease are thrown away, and the stop receipt says how many', async () => {
    const one = guard();
    const port = String(await freePort());
    const options = [...optionsOf(one), '--collect', port, '--measure', 'users/users=logins:logins'];
    one.start(options, ['sh', '-c', FAMILY(one.folder)]);
    await until('it runs', () => one.runs('child'));
    const odd = JSON.stringify([{ plugin: { toString: 1 }, type: 'users', values: [1] }, 7, null]);
    expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: odd })).status).toBe(204);
    const body = JSON.stringify([1, 2].map((value) => ({ plugin: 'users', type: 'users', values: [value] })));
    expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })).status).toBe(204);
    await until('they were refused', () => one.said.includes('measurements.refused, lease.over'));
    one.kill('SIGTERM');
    await one.end();
    expect(desk.receipts).toMatchObject([{ reason: 'guard.told', discardedRecords: 2 }]);
  }, 20_000);

  it('a lease that is over too soon starts nothing, and says so', async () => {
    const one = guard();
    desk.seconds = 5;
    expect(await one.start(optionsOf(one), ['sh', '-c', `echo $$ > ${one.file('parent')}; sleep 9`]).end()).toBe(77);
    expect([one.pid('parent'), one.said]).toEqual([null, expect.stringContaining('over too soon')]);
    expect(desk.receipts).toMatchObject([{ reason: 'lease.expired' }]);
  }, 20_000);

  it('a stop receipt that is refused is not called delivered', async () => {
    const one = guard();
    desk.mode = 'rejects';
    expect(await one.start(optionsOf(one), ['sh', '-c', 'exit 4']).end()).toBe(4);
    expect(one.said).toContain('refused, and is not delivered: receipt.refused, proof.invalid');
    expect(one.said).toContain('the clock of this device');
    expect(desk.receipts).toHaveLength(1);
  }, 20_000);

  it('a port for figures that is taken starts nothing, and says so', async () => {
    const one = guard();
    const taken = [...optionsOf(one), '--collect', new URL(desk.url).port];
    expect(await one.start(taken, ['sh', '-c', `echo $$ > ${one.file('parent')}`]).end()).toBe(77);
    expect([one.pid('parent'), one.said]).toEqual([null, expect.stringContaining('--collect')]);
    expect(desk.receipts).toMatchObject([{ reason: 'command.ended' }]);
  }, 20_000);

  it('a program shows the newest lease that arrived for that person, and none once it starts again', async () => {
    const enrolled = await enrol(desk.url, '0'.repeat(26));
    if (!('identity' in enrolled)) throw new Error('Expected: an identity. Found: a refusal.');
    const agent = new Agent(enrolled.identity);
    const jti = async (person: string, by = agent): Promise<string> => {
      const answer = await by.lease(person, { settings: {} });
      return answer.granted ? answer.lease.claims.jti : '';
    };
    const shown = (at: number) => desk.given[at]?.previous;
    const first = await jti('p_1');
    const both = await Promise.all([jti('p_1'), jti('p_1')]);
    const next = await jti('p_1');
    desk.mode = 'forges';
    await jti('p_1');
    desk.mode = 'grants';
    await jti('p_1');
    await jti('p_2');
    await jti('p_1', new Agent(enrolled.identity));
    expect([shown(0), shown(1), shown(2)]).toEqual([undefined, first, first]);
    expect(both).toContain(shown(3));
    expect([shown(4), shown(5), shown(6), shown(7)]).toEqual([next, next, undefined, undefined]);
  });

  it('arguments that cannot be used are each named', async () => {
    const one = guard();
    expect(
      await one
        .start(['--server', 'http://elsewhere.example', '--tool', '', '--person', 'p 1', '--file', 'x', '--clock', 'mine'], [])
        .end(),
    ).toBe(2);
    for (const name of ['--server', '--tool', '--person', '--file', '--clock', 'a command']) expect(one.said).toContain(name);
  }, 20_000);
});
