import { dayOf } from '../../../kernel/clock.js';
import { canonicalJson, sha256 } from '../../../kernel/canonical.js';
import { isWithinHours, runsOnList } from '../../../policy/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { decideLease, knownEnds, leaseTerm, missingFor, suspensionOf, versionFor } from '../../agents/index.js';
import { recordConfidential } from '../../evidence/index.js';
import { coveredAmong, drawCover, type Gate, gateOf } from '../../gate/index.js';
import { type DeviceList, dueAfter, isDue, LIST_MINUTES, nextList, signedAt } from '../domain/list.js';
import { devicesIn, devicesOfPeople, holdList, keepList, keptList, type KeptList } from './device-lists.repository.js';

const MINUTE_MS = 60_000;
const DEFAULT_LEASE_MINUTES = 15;

/** Why nothing may run: what a lease would be refused for, whoever asks. */
const closedBy = (gate: Gate, now: Date): readonly string[] => {
  const { activation, limits, platformActive, version } = gate;
  const decision = decideLease({
    missing: missingFor(gate),
    activated: activation !== null && runsOnList(version.enforcement),
    suspension: suspensionOf(gate),
    platformActive: platformActive || version.tool.isPlatform,
    withinHours: limits.hours === null || isWithinHours(limits.hours, now),
    settingsMatch: true,
    owesReceipt: false,
    covered: true,
  });
  return decision.granted ? [] : [...new Set(decision.reasons.map(({ code }) => code))];
};

/** Everyone whom the device names may be measured. A turn of the lot counts as over a lease before it ends, when the next person is drawn. */
const mayRunNow = async (tx: Tx, toolId: string, gate: Gate, now: Date): Promise<readonly string[]> => {
  const { accepted, dossier, limits, version } = gate;
  await drawCover(tx, version, now);
  const devices = await devicesOfPeople(tx, toolId);
  const turnsOverBy = new Date(now.getTime() + (dossier.tool?.leaseMinutes ?? DEFAULT_LEASE_MINUTES) * MINUTE_MS);
  const personIds = [...new Set(devices.flatMap((device) => device.personIds))];
  const covered = await coveredAmong(tx, version, accepted, { personIds, now, turnsOverBy }, limits.alwaysOffPercent);
  return devices
    .filter((device) => device.personIds.every((id) => covered.has(id)))
    .map(({ id }) => id)
    .sort();
};

const devicesNow = async (tx: Tx, toolId: string, kept: KeptList | null, gate: Gate, now: Date) => {
  if (kept === null || isDue(kept, now, gate.activation?.activated_at))
    return { devices: await mayRunNow(tx, toolId, gate, now), asOf: now };
  const still = await devicesIn(tx, toolId);
  return { devices: kept.devices.filter((id) => still.has(id)), asOf: kept.asOf };
};

export interface Standing {
  readonly list: DeviceList;
  readonly kept: KeptList | null;
  readonly gate: Gate;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** The list as it stands now, kept when it is news. That it changed is confidential, like everything that says that somebody's measuring stopped. */
export const standingList = async (tx: Tx, toolId: string, now: Date): Promise<Standing> => {
  await holdList(tx, toolId);
  const kept = await keptList(tx, toolId);
  const gate = await gateOf(tx, await versionFor(tx, toolId), now);
  const reasons = closedBy(gate, now);
  const closedSince = kept && kept.reasons.length > 0 ? kept.asOf : now;
  const said = reasons.length > 0 ? { devices: [], asOf: closedSince } : await devicesNow(tx, toolId, kept, gate, now);
  const list = nextList(kept, { ...said, reasons }, now);
  if (list.serial !== kept?.serial)
    await recordConfidential(tx, now, {
      kind: 'device-list.changed',
      tool: toolId,
      serial: list.serial,
      count: list.devices.length,
      hash: sha256(canonicalJson([...list.devices])),
    });
  const hasNew = list.devices.length > 0 && !kept?.devices.length;
  if (list.serial !== kept?.serial || list.asOf !== kept.asOf) await keepList(tx, toolId, list, hasNew ? dueAfter(now) : null);
  const due = gate.consultation.evaluationDueOn;
  const ends = reasons.length > 0 ? [] : [...knownEnds(gate.dossier, gate.limits, dayOf(now)), ...(due ? [due] : [])];
  const { issuedAt, expiresAt } = leaseTerm(signedAt(list, now), LIST_MINUTES, ends, reasons.length > 0 ? null : gate.limits.hours);
  return { list, kept, gate, issuedAt, expiresAt };
};
