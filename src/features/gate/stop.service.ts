import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import type { Clock } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { refused } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { runsOnLeases, runsOnList } from '../../policy/index.js';
import { record } from '../evidence/index.js';
import { latestVersion, lockTool, type ToolRow } from '../tools/index.js';
import { announceStop } from './announce.js';
import { isByList } from './cover.repository.js';
import { liftableBy, type SuspensionCause } from './domain/stopping.js';
import {
  type ActivationRow,
  endActivation,
  endSuspensions,
  findActivation,
  findSuspension,
  hasIncident,
  insertSuspension,
  raiseGeneration,
  standingSuspensions,
  type SuspensionRow,
} from './gate.repository.js';
import { giveStopOrder, orderEndOfUnconsented } from './give-orders.js';
import { settingsDiffer } from './reports.repository.js';

export interface StopSigns {
  readonly tool: ToolRow;
  readonly activation: ActivationRow | null;
  /** What stands in the way, the one that weighs most first. */
  readonly standing: readonly SuspensionRow[];
  readonly attested: boolean;
  /** IT listed the devices on which it may run. */
  readonly byList: boolean;
  /** What keeps everybody from lifting what stands in the way. */
  readonly bar: 'settings-differ' | 'incident-open' | null;
}

const barOf = async (tx: Tx, toolId: string): Promise<StopSigns['bar']> => {
  if (await settingsDiffer(tx, toolId)) return 'settings-differ';
  return (await hasIncident(tx, toolId)) ? 'incident-open' : null;
};

@Injectable()
export class StopService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** What the stop page shows. */
  signs(toolId: string): Promise<StopSigns> {
    return this.transactions.read(async (tx) => {
      const { tool, enforcement } = await latestVersion(tx, toolId);
      return {
        tool,
        activation: await findActivation(tx, toolId),
        standing: await standingSuspensions(tx, toolId),
        attested: !runsOnLeases(enforcement),
        byList: runsOnList(enforcement) && (await isByList(tx, toolId)),
        bar: await barOf(tx, toolId),
      };
    });
  }

  /** Stops a tool at once, whatever state it is in. It needs no gate and no reason. Answers the reference that the mails and the letter have. */
  stop(actor: Actor, toolId: string, asked: { reason: string; key: string | undefined }): Promise<string> {
    return this.transactions.serializable((tx) => {
      const now = this.clock.now();
      const key = { personId: actor.personId ?? '', route: 'stop', key: asked.key, body: { toolId, reason: asked.reason } };
      return once(tx, now, key, () => stopNow(tx, actor, now, toolId, asked.reason));
    });
  }

  /**
   * Says that the reason of a stop is gone: of every stop that this role may lift, and of no other. The tool does not go on by itself: every
   * requirement is tested again.
   */
  lift(actor: Actor, toolId: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      await lockTool(tx, toolId);
      const standing = await standingSuspensions(tx, toolId);
      if (standing.length === 0) throw refused('suspension.none');
      const own = liftableBy(actor.role, standing);
      const [suspension] = own;
      if (!suspension) throw refused('suspension.other');
      const bar = await barOf(tx, toolId);
      if (bar) throw refused(`suspension.${bar}`);
      const ids = own.map(({ id }) => id);
      await endSuspensions(tx, ids, { reason, person: actor.personId ?? '', role: actor.role, at: now });
      const left = standing.length - own.length;
      return record(
        tx,
        actor,
        now,
        'suspension.lifted',
        { toolId, subjectId: suspension.id },
        { cause: suspension.cause, ended: ids, left },
      );
    });
  }
}

const stopNow = async (tx: Tx, actor: Actor, now: Date, toolId: string, reason: string): Promise<string> => {
  const tool = await lockTool(tx, toolId);
  const activation = await findActivation(tx, toolId);
  const own = newReference();
  const by = { by: actor.personId, role: actor.role, at: now, reference: own };
  await insertSuspension(tx, { id: newId('s'), toolId, cause: 'stopped', reason, ...by });
  if (activation) {
    await endActivation(tx, { activationId: activation.id, toolId, cause: 'stopped', reason, ...by });
    await raiseGeneration(tx, toolId);
    await giveStopOrder(tx, actor, now, activation);
  } else {
    await orderEndOfUnconsented(tx, actor, now, tool);
  }
  await announceStop(tx, now, { toolId, toolName: tool.name, cause: 'stopped', reason, role: actor.role, reference: own });
  await record(tx, actor, now, 'tool.stopped', { toolId }, { active: activation !== null, reference: own });
  return own;
};

/** The system's own stop: a tool that may no longer run is suspended, and everyone concerned is told. Once while it lasts. */
export const suspend = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  of: { readonly toolId: string; readonly cause: Exclude<SuspensionCause, 'stopped'>; readonly reason: string; readonly detail?: Json },
): Promise<string | null> => {
  const tool = await lockTool(tx, of.toolId);
  if (await findSuspension(tx, of.toolId)) return null;
  const activation = await findActivation(tx, of.toolId);
  const { toolId, cause, reason } = of;
  const own = newReference();
  await insertSuspension(tx, { id: newId('s'), toolId, cause, reason, by: actor.personId, role: actor.role, reference: own, at: now });
  await raiseGeneration(tx, toolId);
  if (activation) await giveStopOrder(tx, actor, now, activation);
  await announceStop(tx, now, { toolId, toolName: tool.name, cause, reason, role: actor.role, reference: own });
  return record(tx, actor, now, 'tool.suspended', { toolId }, { cause, detail: of.detail ?? null, reference: own });
};
