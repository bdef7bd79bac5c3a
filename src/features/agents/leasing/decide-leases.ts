import { newId, newSecret } from '../../../kernel/ids.js';
import { together, type Tx } from '../../../platform/database/index.js';
import type { AlikeLeases, OwnClaims } from '../../../platform/signing/index.js';
import type { Binding } from '../bindings.repository.js';
import { BLOCKED, type Refusal, UNKNOWN } from '../domain/lease-decision.js';
import type { LeaseTerm } from '../domain/lease-term.js';
import {
  bindingsOf,
  type HeldAgent,
  holdAgents,
  holdGenerations,
  insertLeases,
  insertRefusals,
  type NewLease,
  pairOf,
} from './leasing.repository.js';
import { type Giving, readTool, termOf, type ToolReading } from './read-tool.js';
import type { ShownLease } from './shown-leases.js';

export interface LeaseRequest {
  readonly agentId: string;
  readonly personId: string;
  /** The hash of the settings that it shows. */
  readonly shown: string;
  /** The lease that it holds until it has this one; null: it shows none. */
  readonly holds: ShownLease | null;
}
/** What a lease says, to be signed once it is committed. */
export interface Granted {
  readonly leases: AlikeLeases;
  readonly own: OwnClaims;
  readonly term: LeaseTerm;
}
export type LeaseOutcome = Granted | Refusal;

const seconds = (at: Date): number => at.getTime() / 1000;

interface Decided {
  readonly request: LeaseRequest;
  readonly agent: HeldAgent | undefined;
  readonly tool: ToolReading | undefined;
  readonly binding: Binding | undefined;
  readonly refusal: Refusal | null;
}

const decide = (
  request: LeaseRequest,
  agent: HeldAgent | undefined,
  tool: ToolReading | undefined,
  binding: Binding | undefined,
): Decided => {
  const decided = (refusal: Refusal | null): Decided => ({ request, agent, tool, binding, refusal });
  if (agent?.isOut) return decided(BLOCKED);
  if (!agent || !tool) return decided(UNKNOWN);
  const settingsMatch = request.shown === tool.approvedHash;
  const covered = binding !== undefined && tool.covered.has(request.personId);
  return decided(tool.refusals.of({ settingsMatch, owesReceipt: agent.owesReceipt, covered }));
};

const grant = (
  { request, agent, tool, binding }: Decided,
  generations: ReadonlyMap<string, number>,
  now: Date,
): Granted & { row: NewLease } => {
  const generation = agent && generations.get(agent.toolId);
  const activation = tool?.gate.activation;
  if (!agent || !tool || !activation || !binding || generation === undefined)
    throw new Error('Expected: an activation that holds. Found: none.');
  const term = binding.endsOn ? termOf(tool.gate, [...tool.ends, binding.endsOn], now) : tool.term;
  if (!term) throw new Error('Expected: a term of an activation. Found: none.');
  const jti = newSecret(16);
  const { issuedAt, expiresAt } = term;
  const own = {
    iat: seconds(issuedAt),
    nbf: seconds(issuedAt),
    exp: seconds(expiresAt),
    sub: `agent:${agent.id}`,
    jti,
    cnf: { jkt: agent.thumbprint },
    gen: generation,
    psn: binding.pseudonym,
  };
  const { personId, holds } = request;
  const row = {
    jti,
    agentId: agent.id,
    personId,
    activationId: activation.id,
    generation,
    issuedAt,
    expiresAt,
    previous: holds?.jti ?? null,
    line: holds?.line ?? null,
    lineAt: holds?.lineAt ?? null,
  };
  return { leases: tool.leases, own, term, row };
};

/** Each tool of these agents once, however many of them ask. */
const readTools = async (
  tx: Tx,
  requests: readonly LeaseRequest[],
  agents: ReadonlyMap<string, HeldAgent>,
  giving: Giving,
): Promise<ReadonlyMap<string, ToolReading>> => {
  const people = new Map<string, Set<string>>();
  for (const { agentId, personId } of requests) {
    const agent = agents.get(agentId);
    if (!agent || agent.isOut) continue;
    const of = people.get(agent.toolId) ?? new Set();
    people.set(agent.toolId, of.add(personId));
  }
  const tools = new Map<string, ToolReading>();
  for (const [toolId, personIds] of [...people].sort(([a], [b]) => (a < b ? -1 : 1)))
    tools.set(toolId, await readTool(tx, toolId, [...personIds], giving));
  return tools;
};

type Held = Awaited<ReturnType<typeof holdAll>>;
/** The agents that ask, held until the end of the transaction, and whom they are bound to. */
export const holdAll = (tx: Tx, requests: readonly LeaseRequest[]) =>
  together({ agents: holdAgents(tx, [...new Set(requests.map(({ agentId }) => agentId))]), bindings: bindingsOf(tx, requests) });

/**
 * Decides over leases that are asked at the same time, in the one SERIALIZABLE transaction `tx`: each as it would be alone. The gate of a tool is read
 * once for all of its agents; what concerns agents and persons is read for all of them in one statement. A refusal is kept, too.
 */
export const decideLeases = async (
  tx: Tx,
  requests: readonly LeaseRequest[],
  { agents: held, bindings }: Held,
  giving: Giving,
): Promise<readonly LeaseOutcome[]> => {
  const { now } = giving;
  const agents = new Map(held.map((agent) => [agent.id, agent]));
  const tools = await readTools(tx, requests, agents, giving);
  const decided = requests.map((request) => {
    const agent = agents.get(request.agentId);
    return decide(request, agent, agent && tools.get(agent.toolId), bindings.get(pairOf(request.agentId, request.personId)));
  });
  const granted = decided.filter(({ refusal }) => !refusal);
  const generations = await holdGenerations(tx, [...new Set(granted.map(({ agent }) => agent?.toolId ?? ''))]);
  const outcomes = decided.map((one) => one.refusal ?? grant(one, generations, now));
  await insertLeases(
    tx,
    outcomes.flatMap((one) => ('row' in one ? [one.row] : [])),
  );
  await insertRefusals(tx, refusalRows(decided), now);
  return outcomes;
};

const refusalRows = (decided: readonly Decided[]) =>
  decided.flatMap(({ refusal, agent }) =>
    refusal && agent
      ? [{ id: newId('x'), agentId: agent.id, codes: [...new Set(refusal.reasons.map(({ code }) => code))], missing: refusal.missing }]
      : [],
  );
