import { type Day, dayOf } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { Problem } from '../../../kernel/problem.js';
import type { Tx } from '../../../platform/database/index.js';
import { BUDGET_MS, MOST_ASKED } from '../domain/budgets.js';
import { insertBadProofs, type KnockingAgent, knockingAgents, markAllSeen, recordProofs } from './leasing.repository.js';

/** A request for a lease, with the proof that came with it; null: it proves nothing. */
export interface Knock {
  readonly agentId: string;
  readonly proof: { readonly thumbprint: string; readonly jti: string } | null;
}
export type Admission = KnockingAgent | Problem;

const unknown = (): Problem => new Problem(403, 'lease.refused', [{ code: 'agent.unknown', turn: 'it_admin' }], { missing: [] });
const unproven = (): Problem => new Problem(403, 'lease.refused', [{ code: 'proof.invalid', turn: 'it_admin' }], { missing: [] });

const nameOf = ({ thumbprint, jti }: { readonly thumbprint: string; readonly jti: string }): string => `${thumbprint} ${jti}`;

/** Counts what each agent may still ask in this minute. */
class Turns {
  private readonly used = new Map<string, number>();

  isLeft({ id, proofs }: KnockingAgent): boolean {
    return (this.used.get(id) ?? proofs) < MOST_ASKED;
  }

  /** Only a good proof takes one: nobody uses up another's turns. */
  take({ id, proofs }: KnockingAgent): void {
    this.used.set(id, (this.used.get(id) ?? proofs) + 1);
  }
}

const silentUntil = (agents: readonly KnockingAgent[], today: Day): readonly string[] =>
  agents.filter(({ seenOn }) => seenOn !== today).map(({ id }) => id);

/** Who they say they are. */
export const agentsThatKnock = (tx: Tx, knocks: readonly Knock[], now: Date): Promise<readonly KnockingAgent[]> =>
  knockingAgents(tx, [...new Set(knocks.map(({ agentId }) => agentId))], new Date(now.getTime() - BUDGET_MS));

/** Lets agents in that prove to hold the key they were enrolled with. A proof is used once; an agent asks only so often. */
export const admitAll = async (
  tx: Tx,
  knocks: readonly Knock[],
  agents: readonly KnockingAgent[],
  now: Date,
): Promise<readonly Admission[]> => {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const turns = new Turns();
  const taken = new Set<string>();
  const judged = knocks.map(({ agentId, proof }) => {
    const agent = byId.get(agentId);
    if (!agent) return unknown();
    if (!turns.isLeft(agent)) return new Problem(429, 'rate.exceeded');
    if (!proof || proof.thumbprint !== agent.thumbprint || taken.has(nameOf(proof))) return unproven();
    taken.add(nameOf(proof));
    turns.take(agent);
    return agent;
  });
  const proofs = knocks.flatMap(({ proof }, at) => (proof && !(judged[at] instanceof Problem) ? [proof] : []));
  const fresh = await recordProofs(tx, proofs, now);
  const admissions = judged.map((one, at) => {
    const proof = knocks[at]?.proof;
    return one instanceof Problem || (proof && (fresh === null || fresh.has(nameOf(proof)))) ? one : unproven();
  });
  const isBad = (at: number): boolean => admissions[at] instanceof Problem && admissions[at].reasons[0]?.code === 'proof.invalid';
  const bad = [...new Set(knocks.filter((_, at) => isBad(at)).map(({ agentId }) => agentId))];
  await insertBadProofs(
    tx,
    bad.map((agentId) => ({ id: newId('x'), agentId })),
    now,
  );
  const admitted = admissions.filter((one): one is KnockingAgent => !(one instanceof Problem));
  await markAllSeen(tx, silentUntil(admitted, dayOf(now)), dayOf(now));
  return admissions;
};
