import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DevicesService } from '../../src/features/agents/devices.service.js';
import { EnrolmentService } from '../../src/features/agents/index.js';
import { GateService } from '../../src/features/gate/index.js';
import { suspend } from '../../src/features/gate/stop.service.js';
import type { Version } from '../../src/features/tools/index.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { appFor, freePort, type TestApp } from '../support/app.js';
import { APPROVED } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { givenMeasuringTool } from '../support/given-measurements.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';
import { GuardProcess, until } from '../support/guarded.js';

const COLLECTD = '/usr/sbin/collectd';
let app: TestApp;
let staff: Staff;
const one = new GuardProcess();

beforeAll(async () => {
  app = await appFor('guard measures', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  await switchOn(await given('Countersign', true));
}, 60_000);
afterAll(async () => {
  await one.close();
  await app.close();
});

const given = (name: string, isPlatform = false): Promise<Version> =>
  app.database.transactions.run(async (tx) => {
    const made = await givenMeasuringTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform, name });
    await givenChain(tx, made, staff);
    return made;
  });
const switchOn = ({ toolId, number }: Version): Promise<unknown> =>
  app.running.app.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());

/** How many are signed in, as collectd counts them, and that somebody is at work, by a script of it. */
const configuration = (port: number): string =>
  [
    'Hostname "laptop"',
    `BaseDir "${one.folder}"`,
    `PIDFile "${one.file('collectd')}"`,
    'Interval 1',
    'LoadPlugin users',
    'LoadPlugin exec',
    'LoadPlugin write_http',
    `<Plugin exec>\n  Exec "nobody" "/bin/sh" "-c" "while :; do echo PUTVAL laptop/sessions/users interval=1 N:1; sleep 1; done"\n</Plugin>`,
    `<Plugin write_http>\n  <Node "guard">\n    URL "http://127.0.0.1:${port}/"\n    Format "JSON"\n    BufferSize 1024\n  </Node>\n</Plugin>`,
    '',
  ].join('\n');

it('collectd’s figures reach the group’s figure, and are locked when the council invokes nullity', async () => {
  const version = await given('Aanmeldregistratie');
  const port = await freePort();
  const { code } = await app.running.app
    .get(EnrolmentService)
    .createCode(actorOf(staff.it), { toolId: version.toolId, device: 'LAPTOP-0417' });
  const options = ['--server', app.url, '--tool', version.toolId, '--person', staff.employee.id];
  options.push('--settings', one.write('settings.json', APPROVED), '--clock', 'server', '--code', code);
  options.push('--collect', String(port), '--measure', 'users/users=logins:logins', '--measure', 'sessions/users=present:people');
  const conf = one.write('collectd.conf', configuration(port));
  const collectd = ['sh', '-c', `echo $$ > ${one.file('collectd')}; exec ${COLLECTD} -f -C ${conf}`];
  expect(await one.start(options, collectd).end()).toBe(77);
  const { agentId } = JSON.parse(readFileSync(one.file(`state/${version.toolId}.json`), 'utf8')) as { agentId: string };
  await app.running.app.get(DevicesService).confirm(actorOf(staff.employee), staff.employee.id, agentId);
  await switchOn(version);
  app.clock.advance({ seconds: 2 });

  const figures = (): Promise<Record<string, unknown>[]> =>
    app.database.asOwner(
      `select metric, unit_id, events::int as events, people from metric_rollups where tool_id = $1 and period = 'week' order by metric`,
      [version.toolId],
    );
  one.start(options, collectd);
  const both = until('both figures are there', async () => (await figures()).length === 2);
  await both.catch((error: unknown) => {
    throw new Error(`${String(error)} The guard said: ${one.said} Missing: apt-get install collectd-core libyajl2?`);
  });
  const [logins, present] = await figures();
  expect(logins).toMatchObject({ metric: 'logins', unit_id: staff.employee.unitId });
  expect(Number(logins?.['events'])).toBeGreaterThan(0);
  expect(present).toEqual({ metric: 'present', unit_id: staff.employee.unitId, events: 0, people: 1 });
  expect(await app.database.asOwner('select 1 from measurements')).toEqual([]);

  const { toolId } = version;
  await app.database.transactions.run((tx) => suspend(tx, SYSTEM, app.clock.now(), { toolId, cause: 'nullity', reason: 'E9' }));
  expect(await figures()).toEqual([]);
  const took = await until('collectd is gone', () => !one.runs('collectd'), 8000);
  expect(took).toBeLessThan(5000);
  await one.end();
  expect(await figures()).toEqual([]);
  expect(await app.database.asOwner('select cause from quarantines where tool_id = $1', [toolId])).toEqual([{ cause: 'void' }]);
  const receipts = await app.database.asOwner('select reason from stop_receipts where agent_id = $1', [agentId]);
  expect(receipts).toEqual([{ reason: 'lease.refused' }]);
}, 60_000);
