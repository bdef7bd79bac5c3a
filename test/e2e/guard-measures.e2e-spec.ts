import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DevicesService } from '../../src/features/agents/devices.service.js';
import { EnrolmentService } from '../../src/features/agents/index.js';
import { GateService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { dayOf } from '../../src/kernel/clock.js';
import { appFor, freePort, type TestApp } from '../support/app.js';
import { COLLECTD, scriptsUser } from '../support/collectd.js';
import { APPROVED } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { shareOf, totalOf } from '../support/given-declarations.js';
import { givenMeasuringTool } from '../support/given-measurements.js';
import { actorOf, type GivenPerson, givenPerson, givenStaff, givenUnit, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { GuardProcess, until } from '../support/guarded.js';
import type { Visitor } from '../support/visitor.js';

const MEASURED = 10;

let app: TestApp;
let staff: Staff;
let team: readonly GivenPerson[];

beforeAll(async () => {
  app = await appFor('guard measures', '2026-02-20T10:00:00Z');
  await app.database.transactions.run(async (tx) => {
    staff = await givenStaff(tx);
    const { id: managerId } = staff.manager;
    const people: GivenPerson[] = [];
    const unitId = await givenUnit(tx, 'Klantcontact');
    for (let at = 0; at < MEASURED; at += 1) people.push(await givenPerson(tx, { account: at === 0, unitId, managerId }));
    team = people;
  });
  await switchOn(await given('Countersign', true));
}, 60_000);
afterAll(() => app.close());

const given = (name: string, isPlatform = false): Promise<Version> =>
  app.database.transactions.run(async (tx) => {
    const unitIds = [team[0]!.unitId];
    const dashboards = [shareOf(unitIds, { metric: 'present' }), totalOf(unitIds)];
    const made = await givenMeasuringTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds, isPlatform, name, dashboards });
    await givenChain(tx, made, staff);
    return made;
  });
const switchOn = ({ toolId, number }: Version): Promise<unknown> =>
  app.running.app.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());

const signedIn = async (who: GivenPerson): Promise<Visitor> => {
  const visitor = app.visitor();
  const answer = await visitor.post('/login', { login: who.email ?? '', password: PASSWORD }, '/login');
  if (answer.path.startsWith('/login/code')) await visitor.post('/login/code', { code: totpAt(app.clock.now()) });
  return visitor;
};

/** A device of one person: collectd, that counts who is signed in, and by a script of it how often somebody signed in and that somebody is at work. */
class Device {
  readonly guard = new GuardProcess();
  private options: readonly string[] = [];
  private command: readonly string[] = [];
  agentId = '';
  port = 0;

  constructor(readonly person: GivenPerson) {}

  async enrol({ toolId }: Version): Promise<void> {
    const { guard } = this;
    const port = (this.port = await freePort());
    const asked = { toolId, device: `LAPTOP-${this.person.staffNumber}` };
    const { code } = await app.running.app.get(EnrolmentService).createCode(actorOf(staff.it), asked);
    const measures = ['users/users=logins:logins', 'logins/users=logins:logins', 'sessions/users=present:people'];
    this.options = [
      ...['--server', app.url, '--tool', toolId, '--person', this.person.id, '--clock', 'server', '--code', code],
      ...['--settings', guard.write('settings.json', APPROVED), '--collect', String(port)],
      ...measures.flatMap((measure) => ['--measure', measure]),
    ];
    const conf = guard.write('collectd.conf', configuration(guard, port));
    this.command = ['sh', '-c', `echo $$ > ${guard.file('collectd')}; exec ${COLLECTD} -f -C ${conf}`];
    expect(await this.start().end()).toBe(77);
    const { agentId } = JSON.parse(readFileSync(guard.file(`state/${toolId}.json`), 'utf8')) as { agentId: string };
    this.agentId = agentId;
    await app.running.app.get(DevicesService).confirm(actorOf(this.person), this.person.id, agentId);
  }

  start(): GuardProcess {
    return this.guard.start(this.options, this.command);
  }

  /** Somebody on the device begins to post figures, and goes away. */
  async breakOff(): Promise<void> {
    const socket = connect(this.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\n\r\n[{"plugin"');
    await sleep(100);
    socket.resetAndDestroy();
    await sleep(100);
  }

  /** A page in this person's browser posts figures. */
  async postFromPage(): Promise<number> {
    const body = JSON.stringify([{ plugin: 'logins', type: 'users', values: [40] }]);
    const answer = await fetch(`http://127.0.0.1:${this.port}/`, { method: 'POST', body, headers: { origin: 'https://page.example' } });
    return answer.status;
  }
}

const configuration = (guard: GuardProcess, port: number): string =>
  [
    'Hostname "laptop"',
    `BaseDir "${guard.folder}"`,
    `PIDFile "${guard.file('collectd.pid')}"`,
    'Interval 1',
    'LoadPlugin users',
    'LoadPlugin exec',
    'LoadPlugin write_http',
    `<Plugin exec>\n  Exec "${scriptsUser()}" "/bin/sh" "-c" "while :; do echo PUTVAL laptop/logins/users interval=1 N:2; echo PUTVAL laptop/sessions/users interval=1 N:1; sleep 1; done"\n</Plugin>`,
    `<Plugin write_http>\n  <Node "guard">\n    URL "http://127.0.0.1:${port}/"\n    Format "JSON"\n    BufferSize 1024\n  </Node>\n</Plugin>`,
    '',
  ].join('\n');

describe('collectd under the guard', () => {
  let version: Version;
  let devices: readonly Device[];
  let first: Device;
  const figures = (metric: string): Promise<Record<string, unknown>[]> =>
    app.database.asOwner(
      `select unit_id, total::int as total, people from metric_rollups where tool_id = $1 and metric = $2 and period = 'week'`,
      [version.toolId, metric],
    );
  const dashboard = (code: string): string => `/dashboards/${version.toolId}/${code}`;

  beforeAll(async () => {
    expect(existsSync(COLLECTD) ? 'there' : 'missing: apt-get install collectd-core libyajl2').toBe('there');
    version = await given('Aanmeldregistratie');
    devices = team.map((person) => new Device(person));
    first = devices[0]!;
  });
  afterAll(() => Promise.all(devices.map(({ guard }) => guard.close())));

  it('is refused on every device before the tool is on', async () => {
    await Promise.all(devices.map((device) => device.enrol(version)));
    for (const device of devices) {
      expect(device.guard.said).toContain('tool.not_activated');
      expect(device.guard.runs('collectd')).toBe(false);
    }
  });

  it('runs after, and ten people’s sign-ins become one figure of their group, nobody’s on the disk', async () => {
    await switchOn(version);
    app.clock.set('2026-02-23T10:00:00Z');
    for (const device of devices) device.start();
    const all = until('everybody was counted', async () => Number((await figures('present'))[0]?.['people']) === MEASURED);
    await all.catch((error: unknown) => {
      throw new Error(`${String(error)} The guard said: ${first.guard.said} Missing: apt-get install collectd-core libyajl2?`);
    });
    await until('sign-ins were counted', async () => Number((await figures('logins'))[0]?.['total']) >= 2 * MEASURED);
    expect((await figures('logins'))[0]?.['unit_id']).toBe(first.person.unitId);
    expect(await app.database.asOwner('select 1 from measurements')).toEqual([]);
    expect(await first.postFromPage()).toBe(403);
    await first.breakOff();
    expect(first.guard.runs('collectd')).toBe(true);
    for (const { guard } of devices) guard.kill('SIGTERM');
    await Promise.all(devices.map(({ guard }) => guard.end()));
  });

  it('shows on the manager’s dashboard when the week is over, as a figure of ten people or more', async () => {
    app.clock.set('2026-03-03T10:00:00Z');
    await app.runAllJobs();
    const manager = await signedIn(staff.manager);
    const share = await manager.get(dashboard('signed_in_share'));
    expect(share.status).toBe(200);
    expect(share.html).toContain('boven 90 %');
    expect(share.html).toContain('10 tot en met 14 mensen');
    const total = await manager.get(dashboard('logins_total'));
    expect(Number(/ongeveer (\d+)/.exec(total.html)?.[1])).toBeGreaterThanOrEqual(10);
  });

  it('is gone within 5 s of the council’s nullity, its figures locked away and its stop on record', async () => {
    first.start();
    await until('collectd runs again', () => first.guard.runs('collectd'));
    const chair = await signedIn(staff.chair);
    app.clock.advance({ seconds: 31 });
    const form = `/council/tools/${version.toolId}/nullity`;
    const said = { why: 'told', periodStartedOn: dayOf(app.clock.now()), decidedOn: '', reason: 'Wij hebben hier niet mee ingestemd.' };
    const answer = await chair.post(form, { ...said, password: PASSWORD, totp: totpAt(app.clock.now()) }, form);
    expect(answer.status).toBe(200);
    const took = await until('collectd is gone', () => !first.guard.runs('collectd'), 8000);
    expect(took).toBeLessThan(5000);
    await first.guard.end();

    expect([await figures('present'), await figures('logins')]).toEqual([[], []]);
    expect(await app.database.asOwner('select cause from quarantines where tool_id = $1', [version.toolId])).toEqual([{ cause: 'void' }]);
    const manager = await signedIn(staff.manager);
    const closed = await manager.get(dashboard('signed_in_share'));
    expect(closed.html).toContain('De ondernemingsraad deed een beroep op nietigheid.');
    expect(closed.html).not.toContain('boven 90 %');
    const own = await signedIn(first.person);
    const me = await own.get('/me');
    expect(me.html).toContain('Voor u staat 1 volgsysteem aan');
    expect(me.html).toMatch(/LAPTOP-\w+: laatst gestart op 3 maart 2026, \d\d\.\d\d uur, laatst gestopt op 3 maart 2026/);
    const receipts = await app.database.asOwner('select reason from stop_receipts where agent_id = $1 order by received_at desc', [
      first.agentId,
    ]);
    expect(receipts[0]).toEqual({ reason: 'lease.refused' });
  });
});
