import type { Actor } from '../../kernel/actor.js';
import { dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import { runsOnLeases } from '../../policy/index.js';
import { provenRequirements } from './domain/proofs.js';
import { keepOff } from './always-off.repository.js';
import { drawCover } from './cover.service.js';
import { insertEvaluation, insertEvaluationRequirements } from './evaluations.repository.js';
import { endActivation, insertActivation, raiseGeneration } from './gate.repository.js';
import { giveStartOrder, orderPausedOut } from './give-orders.js';
import type { Gate } from './read-gate.js';

/** The rule set's version, kept with every evaluation. */
const RULE_SET = 'nl-80/1';
const DEFAULT_LEASE_MINUTES = 15;

/** The evaluation that the activation stands on, with what proves each requirement: the database checks it on its own at the commit. */
const writeEvaluation = async (tx: Tx, gate: Gate, now: Date): Promise<string> => {
  const { version, evaluation } = gate;
  const id = newId('e');
  await insertEvaluation(tx, {
    id,
    toolId: version.toolId,
    versionId: version.id,
    fingerprint: version.fingerprint,
    verdict: evaluation.verdict,
    ruleSet: RULE_SET,
    day: dayOf(now),
    failing: evaluation.rules.filter(({ outcome }) => outcome === 'FAIL').map((rule) => rule.id),
    at: now,
  });
  const proofs = { ...gate.assessment.proofs, ...gate.consultation.proofs, ...gate.notice.proofs };
  await insertEvaluationRequirements(tx, id, provenRequirements(gate, proofs));
  return id;
};

/** The rows of an activation; an activation of an earlier version ends with it. Answers its id. */
export const switchOn = async (tx: Tx, actor: Actor, gate: Gate, now: Date, reference: string): Promise<string> => {
  const { version, activation } = gate;
  const { toolId } = version;
  const by = { by: actor.personId, role: actor.role, reference, at: now };
  if (activation)
    await endActivation(tx, { activationId: activation.id, toolId, cause: 'replaced', reason: `version ${version.number}`, ...by });
  const id = newId('act');
  await insertActivation(tx, {
    id,
    toolId,
    versionId: version.id,
    fingerprint: version.fingerprint,
    evaluationId: await writeEvaluation(tx, gate, now),
    generation: await raiseGeneration(tx, toolId),
    limits: { ...gate.limits },
    leaseMinutes: gate.dossier.tool?.leaseMinutes ?? DEFAULT_LEASE_MINUTES,
    reference,
    by: actor.personId ?? '',
    at: now,
  });
  const percent = gate.limits.alwaysOffPercent;
  if (percent !== null) await keepOff(tx, { toolId, versionId: version.id, percent }, now);
  await drawCover(tx, version, now);
  if (!runsOnLeases(version.enforcement)) {
    await giveStartOrder(tx, actor, now, gate, id);
    await orderPausedOut(tx, toolId);
  }
  return id;
};
