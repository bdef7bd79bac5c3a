import { randomUUID } from 'node:crypto';
import { Agent, enrol, type Lease } from '../../src/agent/index.js';
import { StopService } from '../../src/features/gate/index.js';
import { fingerprint } from '../../src/kernel/canonical.js';
import { claimsOf } from '../support/agent.js';
import { freePort } from '../support/app.js';
import { AsyncLines, commandsIn, examplesUnder, faultsOfShown, filled, PAGE, shownIn } from '../support/documented.js';
import { DeviceByHand, type DocumentedHouse, documentedHouse } from '../support/documented-house.js';
import { type Sent, Shell } from '../support/documented-shell.js';
import { APPROVED } from '../support/given-agents.js';
import { actorOf } from '../support/given-people.js';
import { GuardProcess } from '../support/guarded.js';
import { problemsOfTypes } from '../support/types-of.js';

let house: DocumentedHouse;
let shell: Shell;
let device: DeviceByHand;

beforeAll(async () => {
  house = await documentedHouse('integrations');
  shell = new Shell();
  device = new DeviceByHand(house.app);
}, 60_000);
afterAll(async () => {
  shell.close();
  await house.app.close();
});

/** Runs one curl command with everything filled in, and answers what came back. */
const run = async (command: string, values: Readonly<Record<string, string>>): Promise<Sent & { readonly json: unknown }> => {
  const { sent } = await shell.run(filled(command, house.app.url, values));
  expect(sent).toHaveLength(1);
  return { ...sent[0]!, json: JSON.parse(sent[0]!.text) as unknown };
};
const stop = (): Promise<unknown> =>
  house.app.running.app.get(StopService).stop(actorOf(house.staff.chair), house.tool.toolId, { reason: '', key: randomUUID() });

describe('the documented guard', () => {
  it('takes every option that is shown, and without a lease it starts nothing and ends with 77 and the reasons', async () => {
    const guard = new GuardProcess();
    const [example = ''] = examplesUnder('A program that knows nothing of leases', 'sh');
    const measuring = /`(--collect 8125 .*?)`/.exec(PAGE)?.[1]?.replace('8125', String(await freePort())) ?? '';
    const values = {
      't_...': house.draft.toolId,
      'p_...': house.staff.employee.id,
      '/etc/collectd/approved.json': guard.write('approved.json', APPROVED),
      '=/etc/collectd/collectd.conf': `=${guard.write('collectd.conf', 'Interval 10')}`,
      '4QX7K-...': await house.codeFor(house.draft),
      '\\\n': '',
    };
    const [options = '', command = ''] = filled(example, house.app.url, values).trim().replace('countersign guard ', '').split(' -- ');
    const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
    guard.start([...words(options), ...words(measuring), '--clock', 'server'], words(command));
    expect([await guard.end(), guard.said]).toEqual([77, expect.stringContaining('tool.not_activated') as string]);
    await guard.close();
  });
});

describe('the documented Node program', () => {
  const [source = ''] = examplesUnder('A Node program', 'ts');

  it('fits the types of the package', () => {
    const given = 'declare const code: string, person: string, settings: Readonly<Record<string, string>>;';
    expect(problemsOfTypes(`${source}\n${given}\ndeclare const measureWhile: (holds: () => boolean) => void;\n`)).toEqual([]);
  }, 60_000);

  it('enrols, gets a lease that it checked, hears a signal, and files its stop receipt', async () => {
    const { app, staff, tool } = house;
    const now = (): Date => app.clock.now();
    const measured: boolean[] = [];
    let holds = (): boolean => true;
    const given = {
      Date: class extends Date {
        constructor() {
          super(now());
        }
      },
      Agent: class extends Agent {
        constructor(identity: ConstructorParameters<typeof Agent>[0]) {
          super(identity, () => ({ monotonic: performance.now(), wall: now().getTime() }));
        }
      },
      enrol: async (server: string, code: string) => {
        const made = await enrol(server, code);
        if ('identity' in made) await house.confirm(staff.colleague, made.identity.agentId);
        return made;
      },
      code: await house.codeFor(tool),
      person: staff.colleague.id,
      settings: APPROVED,
      measureWhile: (asked: () => boolean) => {
        holds = asked;
        measured.push(holds());
        void app.database.asOwner(`update agents set blocked_at = now(), blocked_by = $2, blocked_reason = 'test' where tool_id = $1`, [
          tool.toolId,
          staff.it.id,
        ]);
        void app.database.asOwner(`select pg_notify('agent_signal', $1)`, [tool.toolId]);
      },
    };
    const [imports = '', ...lines] = filled(source, app.url).split('\n');
    expect(imports).toBe(`import { Agent, enrol } from 'countersign/agent';`);
    const program = new AsyncLines(...Object.keys(given), `${lines.join('\n')}\nreturn { enrolled, answer };`);
    const { answer } = (await program(...Object.values(given))) as { answer: { lease: Lease } };
    expect([measured, answer.lease.expiresAt.getTime() / 1000]).toEqual([[true], answer.lease.claims.exp]);
    expect(holds()).toBe(false);
    const receipts = await app.database.asOwner('select reason, discarded_records as discarded from stop_receipts');
    expect(receipts).toEqual([{ reason: 'lease.refused', discarded: 0 }]);
  });
});

describe('the documented agent by hand', () => {
  const [example = ''] = examplesUnder('By hand: curl', 'sh');
  const [enrolling = '', leasing = '', listening = ''] = commandsIn(example).filter((one) => one.startsWith('curl'));
  let agentId: string;
  let lease: string;

  const ask = (values: Readonly<Record<string, string>>, command = leasing): ReturnType<typeof run> => {
    shell.variables['PROOF'] = device.proof('POST', `/api/v1/agents/${agentId}/leases`);
    const settingsHash = fingerprint(APPROVED);
    return run(command, { 'a_...': agentId, 'p_...': house.staff.employee.id, 'sha-256:...': settingsHash, ...values });
  };

  it('enrols with its code and its key', async () => {
    const code = await house.codeFor(house.tool);
    const answer = await run(enrolling, { '"code":"..."': `"code":"${code}"`, '"x":"..."': `"x":"${device.key.publicKey.x}"` });
    expect([answer.status, faultsOfShown(shownIn(enrolling)[0], answer.json)]).toEqual([201, []]);
    agentId = (answer.json as { agentId: string }).agentId;
  });

  it('is refused with code, missing and reasons, before the employee says that it is theirs', async () => {
    const { status, json } = await ask({ ',"previous":"WWTaBVrjHPjrcjDhkKUEiZ"': '' });
    expect([status, json]).toMatchObject([403, { code: 'lease.refused', missing: [], reasons: [{ code: 'not_covered' }] }]);
  });

  it('gets a lease, and the next by showing the one that it holds', async () => {
    await house.confirm(house.staff.employee, agentId);
    const first = await ask({ ',"previous":"WWTaBVrjHPjrcjDhkKUEiZ"': '' });
    expect([first.status, faultsOfShown(shownIn(leasing)[0], first.json)]).toEqual([201, []]);
    const { jti } = claimsOf((first.json as { lease: string }).lease);
    house.app.clock.advance({ seconds: 1 });
    const next = await ask({ WWTaBVrjHPjrcjDhkKUEiZ: jti });
    expect([next.status, faultsOfShown(shownIn(leasing)[0], next.json)]).toEqual([201, []]);
    lease = (next.json as { lease: string }).lease;
    expect(jti).toHaveLength('WWTaBVrjHPjrcjDhkKUEiZ'.length);
  });

  it('sends what it measured under that lease; without one it is told what is wrong', async () => {
    const [sending = ''] = examplesUnder('Sending measurements', 'sh');
    const at = house.app.clock.now().toISOString().replace('.000', '');
    const send = (token: string): ReturnType<typeof run> => {
      Object.assign(shell.variables, { LEASE: token, PROOF: device.proof('POST', '/api/v1/measurements', token) });
      return run(sending, { '2026-02-20T10:00:00Z': at });
    };
    const taken = await send(lease);
    expect([taken.status, faultsOfShown(shownIn(sending)[0], taken.json)]).toEqual([201, []]);
    const refused = await send(`${lease.slice(0, -8)}AAAAAAAA`);
    expect([refused.status, refused.type, refused.json]).toMatchObject([
      403,
      expect.stringContaining('application/problem+json'),
      { reasons: [{ code: 'lease.signature' }] },
    ]);
  });

  it('hears a signal at once when something changed since its mark', async () => {
    const path = `/api/v1/agents/${agentId}/signal`;
    const listen = (values: Readonly<Record<string, string>>): ReturnType<typeof run> => {
      shell.variables['PROOF'] = device.proof('GET', path);
      return run(listening, { 'a_...': agentId, ...values });
    };
    const first = await listen({ '?after=$MARK': '' });
    expect([first.status, faultsOfShown(shownIn(listening)[0], first.json)]).toEqual([200, []]);
    const { signal } = first.json as { signal: string };
    shell.variables['MARK'] = signal;
    const hearing = listen({});
    await stop();
    const heard = (await hearing).json as { signal: string };
    expect([faultsOfShown(shownIn(listening)[0], heard), heard.signal === signal]).toEqual([[], false]);
  });
});
