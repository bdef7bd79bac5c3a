import { dayOf } from '../../../kernel/clock.js';
import { isWithinHours, runsOnLeases } from '../../../policy/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { AlikeLeases, LEASE_AUDIENCE } from '../../../platform/signing/index.js';
import { approvedSettings, coveredAmong, type Gate, gateOf, settingsHashOf } from '../../gate/index.js';
import { knownEnds } from '../domain/known-ends.js';
import { leaseLimits, scopeOf } from '../domain/lease-limits.js';
import { leaseTerm, type LeaseTerm } from '../domain/lease-term.js';
import { missingFor, suspensionOf } from '../read-lease-facts.js';
import { versionFor } from '../record-settings.js';
import { Refusals, type ToolFacts } from './refusals.js';

/** Who gives leases, and when. */
export interface Giving {
  readonly iss: string;
  readonly now: Date;
}

/** One tool as it stands in this transaction, for all of its agents that ask together. */
export interface ToolReading {
  readonly gate: Gate;
  readonly refusals: Refusals;
  readonly approvedHash: string;
  readonly covered: ReadonlySet<string>;
  readonly leases: AlikeLeases;
  readonly ends: readonly string[];
  /** Of a lease for somebody who stays; null: the tool is not on. */
  readonly term: LeaseTerm | null;
}

const factsOf = (gate: Gate, now: Date): ToolFacts => ({
  missing: missingFor(gate),
  activated: gate.activation !== null && runsOnLeases(gate.version.enforcement),
  suspension: suspensionOf(gate),
  platformActive: gate.platformActive || gate.version.tool.isPlatform,
  withinHours: gate.limits.hours === null || isWithinHours(gate.limits.hours, now),
});

export const termOf = ({ activation, limits }: Gate, ends: readonly string[], now: Date): LeaseTerm | null =>
  activation && leaseTerm(now, activation.lease_minutes, ends, limits.hours);

export const readTool = async (tx: Tx, toolId: string, personIds: readonly string[], { iss, now }: Giving): Promise<ToolReading> => {
  const gate = await gateOf(tx, await versionFor(tx, toolId), now);
  const { accepted, activation, body, consultation, declarations, dossier, limits, version } = gate;
  const due = consultation.evaluationDueOn;
  const ends = [...knownEnds(dossier, limits, dayOf(now)), ...(due ? [due] : [])];
  return {
    gate,
    refusals: new Refusals(factsOf(gate, now)),
    approvedHash: settingsHashOf(approvedSettings(version)),
    covered: await coveredAmong(tx, version, accepted, { personIds, now }, limits.alwaysOffPercent),
    leases: new AlikeLeases({
      iss,
      aud: LEASE_AUDIENCE,
      act: activation?.id ?? '',
      case: body === 'works_council' ? consultation.proofs.requestId : null,
      scope: scopeOf(dossier, limits),
      pol: version.fingerprint,
      lim: leaseLimits(dossier, limits, declarations, activation?.lease_minutes ?? 0),
    }),
    ends,
    term: termOf(gate, ends, now),
  };
};
