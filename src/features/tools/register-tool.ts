import type { Actor } from '../../kernel/actor.js';
import { type Day, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Problem, refused, unusable } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { record } from '../evidence/index.js';
import { checkText } from './domain/check-value.js';
import { registrationReasons } from './domain/registration.js';
import { lockTool, lockToolOf, readVersion } from './read-version.js';
import { STARTERS } from './starters/index.js';
import { enterInRegister, findToolByName, insertTool, storeHrAnswer, storeStopOrRepair } from './tools.repository.js';
import type { HrAnswer, Version } from './version.js';
import { insertVersion, storeRegistered } from './versions.repository.js';
import { refreshFingerprint } from './write-answers.js';

export interface NewToolInput {
  readonly name: string;
  /** Code of the starter whose proposals the pages show; null: blank. */
  readonly starter?: string | null;
  readonly isPlatform?: boolean;
  readonly runsWithoutConsent?: boolean;
  /** What the council heard; then the council is who put the tool in. */
  readonly councilClaim?: string;
}

const MAX_NAME = 200;
const cleanName = (name: string): string => name.replace(/\s+/g, ' ').trim();

const mustBeUsable = (name: string, starter: string | null): void => {
  if (name === '') throw unusable('name', 'field.text');
  const fault = checkText(name, MAX_NAME);
  if (fault) throw unusable('name', `field.${fault.code}`);
  if (starter !== null && !STARTERS.some(({ code }) => code === starter)) throw unusable('starter', 'field.choice');
};

/** Puts a tool in with its first version, a draft. A name that is taken is refused and names the tool that has it. */
export const createTool = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  input: NewToolInput,
): Promise<{ toolId: string; versionId: string; reference: string }> => {
  const name = cleanName(input.name);
  const starter = input.starter ?? null;
  mustBeUsable(name, starter);
  const toolId = newId('t');
  const versionId = newId('v');
  const by = actor.personId ?? 'system';
  const { isPlatform = false, runsWithoutConsent = false, councilClaim = null } = input;
  const tool = { id: toolId, name, starter, isPlatform, by, role: actor.role, at: now, runsWithoutConsent, councilClaim };
  const isNew = await insertTool(tx, tool);
  if (!isNew) throw await nameTaken(tx, name);
  const first = { id: versionId, toolId, number: 1, followsId: null, amends: false, isRenewal: false, by, at: now, fingerprint: '' };
  await insertVersion(tx, first);
  await refreshFingerprint(tx, versionId);
  const type = input.councilClaim === undefined ? 'tool.started' : 'tool.heard-of';
  const payload = { starter, runsWithoutConsent };
  const reference = await record(tx, actor, now, type, { toolId, subjectId: versionId }, payload);
  return { toolId, versionId, reference };
};

const nameTaken = async (tx: Tx, name: string): Promise<Problem> => {
  const existing = await findToolByName(tx, name);
  return new Problem(409, 'tool.name-taken', [{ code: 'tool.name-taken', field: 'name' }], existing ? { toolId: existing.id } : {});
};

/** The act "Registreer": the version is complete as far as HR goes, and the tool gets its number in the processing register. */
export const registerVersion = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  versionId: string,
): Promise<{ reference: string; version: Version }> => {
  if (actor.role !== 'hr_registrar')
    throw new Problem(403, 'attribute.other-owner', [{ code: 'attribute.other-owner', turn: 'hr_registrar' }]);
  const tool = await lockToolOf(tx, versionId);
  const version = await readVersion(tx, versionId);
  if (version.registeredAt) throw refused('version.registered');
  const reasons = registrationReasons(version);
  if (reasons.length > 0) throw refused('version.incomplete', reasons);
  if (!tool.recordEntryId) await enterInRegister(tx, tool.id, dayOf(now).slice(0, 4), now);
  await storeRegistered(tx, versionId, now);
  const reference = await record(
    tx,
    actor,
    now,
    'tool.registered',
    { toolId: tool.id, subjectId: versionId },
    {
      number: version.number,
      fingerprint: version.fingerprint,
    },
  );
  return { reference, version: await readVersion(tx, versionId) };
};

/** HR's answer to what the council heard. */
export const answerCouncil = async (tx: Tx, actor: Actor, now: Date, toolId: string, answer: HrAnswer): Promise<string> => {
  const tool = await lockTool(tx, toolId);
  if (!tool.claimedByCouncil) throw refused('tool.nothing-heard');
  await storeHrAnswer(tx, toolId, answer, actor.personId ?? 'system', now);
  return record(tx, actor, now, 'council-report.answered', { toolId }, { answer });
};

/** The director's date: by then the tool is stopped or its chain is complete. */
export const setStopOrRepair = async (tx: Tx, actor: Actor, now: Date, toolId: string, on: Day): Promise<string> => {
  const tool = await lockTool(tx, toolId);
  if (!tool.runsWithoutConsent) throw refused('tool.not-running-without-consent');
  if (on < dayOf(now)) throw unusable('on', 'stop-or-repair.past');
  await storeStopOrRepair(tx, toolId, on, actor.personId ?? 'system');
  return record(tx, actor, now, 'stop-or-repair-date.set', { toolId }, { on });
};
