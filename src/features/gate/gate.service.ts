import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { Problem, refused } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { fixVersion, lockToolOf, versionAt } from '../tools/index.js';
import { announceActivation } from './announce.js';
import { activationBars } from './activation-bars.js';
import { insertAcceptedWarning } from './gate.repository.js';
import { type Gate, gateOf } from './read-gate.js';
import { switchOn } from './switch-on.js';

@Injectable()
export class GateService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** What is known about one version, for a page. */
  read(toolId: string, number: number): Promise<Gate> {
    return this.transactions.read(async (tx) => gateOf(tx, await idOf(tx, toolId, number), this.clock.now()));
  }

  /** Switches a version on. Everything is tested again in the same SERIALIZABLE transaction. */
  activate(actor: Actor, toolId: string, number: number, key: string | undefined): Promise<{ reference: string; activationId: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const asked = { personId: actor.personId ?? '', route: 'activate', key, body: { toolId, number } };
      return once(tx, now, asked, async () => {
        const versionId = await idOf(tx, toolId, number);
        await lockToolOf(tx, versionId);
        const gate = await fixedGate(tx, actor, now, versionId);
        const reference = newReference();
        const activationId = await switchOn(tx, actor, gate, now, reference);
        await announceActivation(tx, now, gate, reference);
        const payload = { fingerprint: gate.version.fingerprint, reference };
        await record(tx, actor, now, 'tool.activated', { toolId, subjectId: activationId }, payload);
        return { reference, activationId };
      });
    });
  }

  /** A warning is accepted by name and with a reason, bound to the fingerprint and the rule. */
  acceptWarning(actor: Actor, toolId: string, number: number, accepted: { rule: string; reason: string }): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const versionId = await idOf(tx, toolId, number);
      await lockToolOf(tx, versionId);
      const gate = await gateOf(tx, versionId, now);
      if (!gate.unaccepted.some((rule) => rule === accepted.rule)) throw refused('warning.unknown');
      const { fingerprint } = gate.version;
      await insertAcceptedWarning(tx, { id: newId('w'), toolId, fingerprint, ...accepted, by: actor.personId ?? '', at: now });
      return record(tx, actor, now, 'warning.accepted', { toolId, subjectId: versionId }, { rule: accepted.rule, fingerprint });
    });
  }
}

/** The gate of a version that may be switched on. One that was not fixed yet, under the approvals of the same fingerprint, is fixed now and judged again. */
const fixedGate = async (tx: Tx, actor: Actor, now: Date, versionId: string): Promise<Gate> => {
  const gate = await gateOf(tx, versionId, now);
  const refusals = activationBars(gate).for(actor.personId ?? '');
  if (refusals.length > 0) throw new Problem(409, 'gate.closed', refusals, { missing: gate.missing });
  if (gate.version.fixedAt) return gate;
  await fixVersion(tx, actor, now, versionId);
  return fixedGate(tx, actor, now, versionId);
};

const idOf = async (tx: Tx, toolId: string, number: number): Promise<string> => (await versionAt(tx, toolId, number)).id;
