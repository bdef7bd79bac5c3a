import { ROLES } from '../../kernel/actor.js';
import { type Day, dayOf } from '../../kernel/clock.js';
import { dashboardIsFor, instantAfter, roleMayLook, runsOnLeases } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { missingFor, scopeOf, suspensionOf } from '../agents/index.js';
import { activationBars, approvedSettings, coveredAmong, type Gate, gateOf, settingsHashOf } from '../gate/index.js';
import { latestVersion } from '../tools/index.js';
import type { AgentStanding, CoverStanding, DashboardStanding, PersonStanding, Span, ToolStanding } from './domain/standing.js';
import { agentsAmong, personsAmong, toolsAmong } from './facts.repository.js';

const MINUTE_MS = 60_000;

const endOfDay = (today: Day): number => instantAfter(today).getTime();

const spanFrom = (now: Date): Span => ({ from: now.getTime(), until: Math.min(now.getTime() + MINUTE_MS, endOfDay(dayOf(now))) });

/** The dashboards of the version that is on, with the roles that may look as the conditions stand. */
const dashboardsOf = ({ declarations, limits }: Gate): readonly DashboardStanding[] =>
  declarations.dashboards.map((dashboard) => ({
    code: dashboard.code,
    viewers: ROLES.filter((role) => dashboardIsFor(dashboard, role) && roleMayLook(limits, role)),
    units: dashboard.groups.flatMap(({ units }) => units),
  }));

const standingOf = (running: Gate, newest: Gate, now: Date): ToolStanding => {
  const { version, activation, limits, accepted } = running;
  const bars = activationBars(newest);
  return {
    ...spanFrom(now),
    toolId: version.toolId,
    activationId: activation?.id ?? null,
    lease: {
      missing: missingFor(running),
      activated: activation !== null,
      suspension: suspensionOf(running),
      platformActive: running.platformActive || version.tool.isPlatform,
    },
    onLeases: runsOnLeases(version.enforcement),
    approvedHash: settingsHashOf(approvedSettings(version)),
    hours: limits.hours,
    scope: [
      ...scopeOf(running.dossier, running.limits).split(' ').filter(Boolean),
      ...running.declarations.metrics.map(({ code }) => code),
    ],
    toActivate: { reasons: bars.reasons, missing: newest.missing },
    barred: bars.persons,
    dashboards: dashboardsOf(running),
    cover: { versionId: version.id, accepted, alwaysOffPercent: limits.alwaysOffPercent },
  };
};

const readTool = async (tx: Tx, toolId: string, now: Date): Promise<ToolStanding> => {
  const newest = await gateOf(tx, (await latestVersion(tx, toolId)).id, now);
  const runs = newest.activation?.version_id ?? newest.version.id;
  return standingOf(runs === newest.version.id ? newest : await gateOf(tx, runs, now), newest, now);
};

/** Each of these tools as it stands: the gate of the version that is on, and of the newest. */
export const readTools = async (tx: Tx, ids: readonly string[], now: Date): Promise<ReadonlyMap<string, ToolStanding>> => {
  const found = new Map<string, ToolStanding>();
  for (const id of await toolsAmong(tx, ids)) found.set(id, await readTool(tx, id, now));
  return found;
};

export const readAgents = async (tx: Tx, ids: readonly string[], now: Date): Promise<ReadonlyMap<string, AgentStanding>> =>
  new Map((await agentsAmong(tx, ids)).map((agent) => [agent.agentId, { ...spanFrom(now), ...agent }]));

export const readPersons = async (tx: Tx, ids: readonly string[], now: Date): Promise<ReadonlyMap<string, PersonStanding>> =>
  new Map((await personsAmong(tx, ids, dayOf(now))).map((person) => [person.personId, { ...spanFrom(now), ...person }]));

/** Who of these people may be measured with this tool, each with an answer. */
export const readCover = async (
  tx: Tx,
  tool: ToolStanding,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, CoverStanding>> => {
  const { versionId, accepted, alwaysOffPercent } = tool.cover;
  const covered = await coveredAmong(tx, { id: versionId, toolId: tool.toolId }, accepted, { personIds, now }, alwaysOffPercent);
  return new Map(personIds.map((id) => [id, { ...spanFrom(now), covered: covered.has(id), of: tool }]));
};
