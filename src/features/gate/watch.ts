import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { onRecord, record, type RecordedAct } from '../evidence/index.js';
import { latestVersion } from '../tools/index.js';
import { keepOff } from './always-off.repository.js';
import { rolesWithOpenAnswers } from './domain/answer-turns.js';
import { findActivation, standingSuspensions, wasRecordedSince } from './gate.repository.js';
import { type Gate, gateOf } from './read-gate.js';
import { suspend } from './stop.service.js';
import { type Eyes, newestAsked, saveSummary, staleTools } from './summaries.repository.js';
import { heldTools, runningTools } from './sweep.repository.js';

/** The gate's own acts: re-evaluating on them would go round in circles. */
const OWN = /^(tool\.(activated|stopped|suspended)|suspension\.|order\.|leases?\.|incident\.|measurements\.)/;
const MINUTE_MS = 60_000;
const STALE_AFTER_MS = 15 * MINUTE_MS;
const REFRESHED_AT_ONCE = 50;

/** Why a running tool may no longer run, for people: the requirements that no longer hold. */
const whyClosed = (gate: Gate): string =>
  gate.states
    .filter(({ missing, state }) => missing && state !== 'met_with_warning')
    .map(({ id }) => id)
    .join(', ') || gate.evaluation.verdict;

/** The same rule also fails when the consent reached its last day with every condition kept. */
const isConditionBroken = ({ dossier }: Gate): boolean =>
  (dossier.representation?.conditions ?? []).some(({ inFinalDecision, fulfilled }) => inFinalDecision !== true || fulfilled !== true);

/** A condition that breaks while something else stands in the way suspends nothing: it is written down once while that lasts, for what was measured before. */
const noteBroken = async (tx: Tx, { activation, suspension, version }: Gate, now: Date): Promise<void> => {
  if (!activation || suspension?.cause === 'condition_broken' || suspension?.cause === 'nullity') return;
  const { toolId } = version;
  const heldSince = (await standingSuspensions(tx, toolId)).reduce((first, { at }) => (at < first ? at : first), now);
  if (await wasRecordedSince(tx, toolId, 'condition.broken', heldSince)) return;
  await record(tx, SYSTEM, now, 'condition.broken', { toolId, subjectId: activation.id });
};

/** Suspends an active tool whose gate has closed. */
const closeIfBroken = async (tx: Tx, toolId: string, versionId: string, now: Date): Promise<Gate> => {
  const gate = await gateOf(tx, versionId, now);
  const broken = gate.states.some(({ failing }) => failing.includes('NL-WOR-27-08')) && isConditionBroken(gate);
  if (gate.suspension && broken) await noteBroken(tx, gate, now);
  if (gate.suspension || gate.holds) return gate;
  const nullity = gate.states.some(({ failing }) => failing.includes('NL-WOR-27-06'));
  const cause = nullity ? 'nullity' : broken ? 'condition_broken' : 'gate_closed';
  await suspend(tx, SYSTEM, now, { toolId, cause, reason: whyClosed(gate) });
  return gate;
};

/** Newcomers make the group larger: then as many more are kept off as the condition asks. */
const keepShareOff = async (tx: Tx, { limits, version }: Gate, now: Date): Promise<void> => {
  if (limits.alwaysOffPercent === null) return;
  const { toolId, id: versionId } = version;
  const added = await keepOff(tx, { toolId, versionId, percent: limits.alwaysOffPercent }, now);
  if (added > 0) await record(tx, SYSTEM, now, 'people.kept-off', { toolId, subjectId: versionId }, { added });
};

/** Makes a tool's line in the lists anew. */
const refreshSummary = async (tx: Tx, toolId: string, now: Date): Promise<void> => {
  const version = await latestVersion(tx, toolId);
  const gate = await gateOf(tx, version.id, now);
  const turns: Record<string, string[]> = {};
  for (const { id, turn, missing, state } of gate.states) if (turn && missing && state !== 'later') (turns[turn] ??= []).push(id);
  if (!version.fixedAt) for (const role of rolesWithOpenAnswers(gate.dossier)) (turns[role] ??= []).push('E3');
  const asked = async (eyes: Eyes): Promise<boolean> => (await newestAsked(tx, toolId, eyes)) !== null;
  const sent = (await asked('council')) || version.tool.claimedByCouncil || version.tool.runsWithoutConsent || gate.activation !== null;
  const seen = { seenByDpo: sent || (await asked('dpo')), seenByCouncil: sent };
  const open = gate.states.filter(({ missing }) => missing).map(({ id }) => id);
  const once = Object.fromEntries(Object.entries(turns).map(([role, ids]) => [role, [...new Set(ids)]]));
  await saveSummary(tx, { toolId, versionId: version.id, state: gate.state, open, turns: once, ...seen }, now);
};

@Injectable()
export class Watch implements OnModuleInit, OnModuleDestroy {
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.stopListening = onRecord((tx, now, act) => this.heard(tx, now, act));
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /** An act on an active tool re-evaluates it at once, an organisation fact every active tool, in the transaction of the act. */
  private async heard(tx: Tx, now: Date, act: RecordedAct): Promise<void> {
    if (act.toolId) {
      const activation = OWN.test(act.type) ? null : await findActivation(tx, act.toolId);
      if (activation) await closeIfBroken(tx, act.toolId, activation.version_id, now);
      await enqueue(tx, 'gate.refresh', { toolId: act.toolId }, { key: `gate.refresh:${act.toolId}` });
      return;
    }
    if (!/^(organisation|role|channel|setting)/.test(act.type)) return;
    for (const running of await runningTools(tx)) await closeIfBroken(tx, running.tool_id, running.version_id, now);
    await enqueue(tx, 'gate.refresh-all', {}, { key: 'gate.refresh-all' });
  }

  /** What only time changes: an expired consent, a review date that passed, a promise that fell due. */
  async sweep(): Promise<void> {
    const running = await this.transactions.read(runningTools);
    for (const { tool_id: toolId, version_id: versionId } of running) {
      await this.transactions.serializable(async (tx) => {
        const now = this.clock.now();
        await keepShareOff(tx, await closeIfBroken(tx, toolId, versionId, now), now);
      });
    }
    for (const { tool_id: toolId, version_id: versionId } of await this.transactions.read(heldTools))
      await this.transactions.serializable((tx) => closeIfBroken(tx, toolId, versionId, this.clock.now()));
    await this.refreshStale(new Date(this.clock.now().getTime() - STALE_AFTER_MS));
  }

  refresh(toolId: string): Promise<void> {
    return this.transactions.run((tx) => refreshSummary(tx, toolId, this.clock.now()));
  }

  async refreshAll(): Promise<void> {
    await this.refreshStale(this.clock.now());
  }

  private async refreshStale(before: Date): Promise<void> {
    const stale = await this.transactions.read((tx) => staleTools(tx, before, REFRESHED_AT_ONCE));
    for (const toolId of stale) await this.refresh(toolId);
  }
}
