import { Agent, enrol, type Identity, type Instant, type Lease } from '../../src/agent/index.js';
import { type LeaseDesk, leaseDesk } from '../support/lease-desk.js';

const SECONDS = 10;
let desk: LeaseDesk;
let clocks: Instant;
let identity: Identity;
beforeEach(async () => {
  desk = await leaseDesk(SECONDS);
  clocks = { monotonic: 5000, wall: Date.now() };
  const enrolled = await enrol(desk.url, '0'.repeat(26));
  if (!('identity' in enrolled)) throw new Error('Expected: an identity. Found: a refusal.');
  identity = enrolled.identity;
});
afterEach(() => desk.close());

const agentNow = () => new Agent(identity, () => clocks);
const leaseOf = async (agent: Agent, person = 'p_1'): Promise<Lease> => {
  const answer = await agent.lease(person, { settings: {} });
  if (!answer.granted) throw new Error(`Expected: a lease. Found: ${answer.refusal.code}.`);
  return answer.lease;
};
const passed = (ms: number, wallSet = 0): void => {
  clocks = { monotonic: clocks.monotonic + ms, wall: clocks.wall + ms + wallSet };
};

describe('a program with countersign/agent', () => {
  it('believes of the end of a lease what was signed, not what stands beside it', async () => {
    desk.mode = 'boasts';
    const { claims, expiresAt, renewAfter } = await leaseOf(agentNow());
    expect(expiresAt.getTime()).toBe(claims.exp * 1000);
    expect(renewAfter.getTime()).toBe(((claims.iat + claims.exp) / 2) * 1000);
  });

  it('gains nothing by a wall clock that is set back: the lease is over, and nothing is sent under it', async () => {
    const agent = agentNow();
    const lease = await leaseOf(agent);
    passed(4000);
    expect(agent.left(lease)).toBeGreaterThan(4000);
    expect(await agent.faultOf(lease.token)).toBeNull();
    passed(6500, -9000);
    expect(clocks.wall / 1000).toBeLessThan(lease.claims.exp);
    expect([agent.left(lease), await agent.faultOf(lease.token)]).toEqual([0, 'exp']);
    expect(await agent.send(lease, [])).toEqual({ refusal: { status: 0, code: 'lease.exp', missing: [], reasons: [] } });
  });

  it('loses its sleep: the wall clock alone ends a lease, too', async () => {
    const agent = agentNow();
    const lease = await leaseOf(agent);
    passed(100, SECONDS * 1000);
    expect([agent.left(lease), await agent.faultOf(lease.token)]).toEqual([0, 'exp']);
  });

  it('has nothing left of a lease once the next is refused, and sends nothing under it', async () => {
    const agent = agentNow();
    const [before, lease, other] = [await leaseOf(agent), await leaseOf(agent), await leaseOf(agent, 'p_2')];
    desk.mode = 'silent';
    await expect(agent.lease('p_1', { settings: {} })).rejects.toThrow('cannot be reached');
    expect([before, lease].every((one) => agent.left(one) > 0)).toBe(true);
    desk.mode = 'refuses';
    expect(await agent.lease('p_1', { settings: {} })).toMatchObject({ granted: false });
    expect([agent.left(before), agent.left(lease), agent.left(other) > 0]).toEqual([0, 0, true]);
    expect([await agent.faultOf(before.token), await agent.faultOf(lease.token), await agent.faultOf(other.token)]).toEqual([
      'exp',
      'exp',
      null,
    ]);
    expect(await agent.send(before, [])).toMatchObject({ refusal: { code: 'lease.exp' } });
    expect(await agent.send(lease, [])).toEqual({ refusal: { status: 0, code: 'lease.exp', missing: [], reasons: [] } });
  });

  it('may ask for two people at once before it knows any key', async () => {
    const agent = agentNow();
    const both = await Promise.all([leaseOf(agent, 'p_1'), leaseOf(agent, 'p_2')]);
    expect(both.map((lease) => agent.left(lease) > 0)).toEqual([true, true]);
  });
});
