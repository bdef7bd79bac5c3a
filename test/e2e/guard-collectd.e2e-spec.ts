import { chmodSync, existsSync } from 'node:fs';
import { COLLECTD, collectdIn, collects } from '../support/collectd.js';
import { GuardProcess, until } from '../support/guarded.js';
import { type LeaseDesk, leaseDesk } from '../support/lease-desk.js';

const SECONDS = 10;

let desk: LeaseDesk;
let one: GuardProcess;
beforeEach(async () => {
  [desk, one] = [await leaseDesk(SECONDS), new GuardProcess()];
  expect(existsSync(COLLECTD) ? 'there' : 'missing: apt-get install collectd-core').toBe('there');
});
afterEach(async () => {
  await one.close();
  await desk.close();
});
const options = (): readonly string[] => [
  ...['--server', desk.url, '--tool', 't_1', '--person', 'p_1'],
  ...['--settings', one.write('s.json', {}), '--code', '0'.repeat(26)],
];

describe('collectd under the guard', () => {
  it('gains nothing by a clock that is set back: it is gone before its lease ends', async () => {
    one.start(options(), collectdIn(one));
    await collects(one);
    const given = desk.given.length;
    await until('the lease was renewed', () => desk.given.length > given);
    expect(one.runs('collectd')).toBe(true);
    desk.mode = 'silent';
    const begun = performance.now();
    one.kill('SIGUSR2');
    await until('collectd is gone', () => !one.runs('collectd'), 15_000);
    expect(performance.now() - begun).toBeLessThan(SECONDS * 1000);
    expect(await one.end()).toBe(0);
    expect(one.said).toContain('The lease is over');
  }, 40_000);

  it('goes with the script that it started, which ignores SIGTERM, within 5 s of a refusal', async () => {
    chmodSync(one.folder, 0o777);
    one.start(options(), collectdIn(one, `trap '' TERM; echo $$ > ${one.file('script')}; while :; do sleep 0.2; done`));
    await collects(one);
    await until('the script runs', () => one.runs('script'));
    desk.mode = 'refuses';
    await until('the refusal came', () => one.said.includes('tool.stopped'));
    const took = await until('both are gone', () => !one.runs('collectd') && !one.runs('script'), 10_000);
    expect(took).toBeLessThan(6000);
    await one.end();
    expect(desk.receipts).toMatchObject([{ reason: 'lease.refused' }]);
  }, 40_000);
});
