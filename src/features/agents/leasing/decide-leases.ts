import { dayOf } from '../../../kernel/clock.js';
import { newId, newSecret } from '../../../kernel/ids.js';
import { isWithinHours, runsOnLeases } from '../../../policy/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { LEASE_AUDIENCE, type LeaseClaims } from '../../../platform/signing/index.js';
import { approvedSettings, coveredAmong, type Gate, gateOf, settingsHashOf } from '../../gate/index.js';
import type { Binding } from '../bindings.repository.js';
import { knownEnds } from '../domain/known-ends.js';
import { BLOCKED, decideLease, type LeaseFacts, type Refusal, UNKNOWN } from '../domain/lease-decision.js';
import { leaseLimits, scopeOf } from '../domain/lease-limits.js';
import { leaseTerm, type LeaseTerm } from '../domain/lease-term.js';
import { missingFor, suspensionOf } from '../read-lease-facts.js';
import { versionFor } from '../record-settings.js';
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
  readonly claims: Omit<LeaseClaims, 'iss'>;
  readonly term: LeaseTerm;
}
export type LeaseOutcome = Granted | Refusal;

/** One tool as it stands in this transaction, for all of its agents that ask together. */
interface ToolReading {
  readonly gate: Gate;
  readonly facts: Omit<LeaseFacts, 'settingsMatch' | 'owesReceipt' | 'covered'>;
  readonly approvedHash: string;
  readonly covered: ReadonlySet<string>;
  /** The same in every lease of the tool. */
  readonly said: Pick<LeaseClaims, 'act' | 'case' | 'scope' | 'pol' | 'lim'>;
  readonly ends: readonly string[];
}

const factsOf = (gate: Gate, now: Date): ToolReading['facts'] => ({
  missing: missingFor(gate),
  activated: gate.activation !== null && runsOnLeases(gate.version.enforcement),
  suspension: suspensionOf(gate),
  platformActive: gate.platformActive || gate.version.tool.isPlatform,
  withinHours: gate.limits.hours === null || isWithinHours(gate.limits.hours, now),
});

const readTool = async (tx: Tx, toolId: string, personIds: readonly string[], now: Date): Promise<ToolReading> => {
  const gate = await gateOf(tx, await versionFor(tx, toolId), now);
  const { accepted, activation, body, consultation, declarations, dossier, limits, version } = gate;
  const due = consultation.evaluationDueOn;
  return {
    gate,
    facts: factsOf(gate, now),
    approvedHash: settingsHashOf(approvedSettings(version)),
    covered: await coveredAmong(tx, version, accepted, { personIds, now }, limits.alwaysOffPercent),
    said: {
      act: activation?.id ?? '',
      case: body === 'works_council' ? consultation.proofs.requestId : null,
      scope: scopeOf(dossier, limits),
      pol: version.fingerprint,
      lim: leaseLimits(dossier, limits, declarations),
    },
    ends: [...knownEnds(dossier, limits, dayOf(now)), ...(due ? [due] : [])],
  };
};

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
  const found = { request, agent, tool, binding };
  if (agent?.isOut) return { ...found, refusal: BLOCKED };
  if (!agent || !tool) return { ...found, refusal: UNKNOWN };
  const decision = decideLease({
    ...tool.facts,
    settingsMatch: request.shown === tool.approvedHash,
    owesReceipt: agent.owesReceipt,
    covered: binding !== undefined && tool.covered.has(request.personId),
  });
  return { ...found, refusal: decision.granted ? null : decision };
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
  const ends = binding.endsOn ? [...tool.ends, binding.endsOn] : tool.ends;
  const term = leaseTerm(now, activation.lease_minutes, ends, tool.gate.limits.hours);
  const jti = newSecret(16);
  const { issuedAt, expiresAt } = term;
  const claims = {
    iat: seconds(issuedAt),
    nbf: seconds(issuedAt),
    exp: seconds(expiresAt),
    aud: LEASE_AUDIENCE,
    sub: `agent:${agent.id}`,
    jti,
    cnf: { jkt: agent.thumbprint },
    ...tool.said,
    gen: generation,
    psn: binding.pseudonym,
  };
  const { personId, holds } = request;
  const line = { previous: holds?.jti ?? null, line: holds?.line ?? null, lineAt: holds?.lineAt ?? null };
  const row = { jti, agentId: agent.id, personId, activationId: activation.id, generation, issuedAt, expiresAt, ...line };
  return { claims, term, row };
};

/** Each tool of these agents once, however many of them ask. */
const readTools = async (
  tx: Tx,
  requests: readonly LeaseRequest[],
  agents: ReadonlyMap<string, HeldAgent>,
  now: Date,
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
    tools.set(toolId, await readTool(tx, toolId, [...personIds], now));
  return tools;
};

/**
 * Decides over leases that are asked at the same time, in the one SERIALIZABLE transaction `tx`: each as it would be alone. The gate of a tool is read
 * once for all of its agents; what concerns agents and persons is read for all of them in one statement. A refusal is kept, too.
 */
export const decideLeases = async (tx: Tx, requests: readonly LeaseRequest[], now: Date): Promise<readonly LeaseOutcome[]> => {
  const held = await holdAgents(tx, [...new Set(requests.map(({ agentId }) => agentId))]);
  const agents = new Map(held.map((agent) => [agent.id, agent]));
  const tools = await readTools(tx, requests, agents, now);
  const bindings = await bindingsOf(tx, requests);
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
