import { type Actor, isCouncil } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import { timelineOf } from '../../evidence/index.js';
import { namesOf } from '../../people/index.js';
import type { CasePart } from '../case/case-part.js';
import { type LightAct, lightActsOf } from '../frameworks/light-acts.repository.js';
import { voteEntries } from '../voting/vote-entries.js';
import { Timeline, type TimelineProps } from './timeline.js';

/** A group council never decides on a version under a framework: it does not read what the local council's members said. */
const lightsFor = (tx: Tx, actor: Actor, toolId: string): Promise<readonly LightAct[]> =>
  actor.role === 'group_officer' ? Promise.resolve([]) : lightActsOf(tx, toolId);

/** Everything that happened with a tool, as this reader may know it: who of the members objected is for the members. */
export const readTimeline = async (tx: Tx, actor: Actor, toolId: string): Promise<Omit<TimelineProps, 'requestId'>> => {
  const lights = await lightsFor(tx, actor, toolId);
  const member = isCouncil(actor) || actor.role === 'pvt_contact';
  const objectors = lights.filter(({ reason }) => reason !== null).map(({ byPerson }) => byPerson);
  const names = member ? await namesOf(tx, [...new Set(objectors)]) : new Map<string, string>();
  return { toolId, timeline: await timelineOf(tx, toolId), lights, names };
};

/** The whole case in one list. */
export const timelinePart: CasePart = async (tx, { request, actor }) => {
  const read = await readTimeline(tx, actor, request.toolId);
  const all = [...read.timeline, ...(await voteEntries(tx, actor, request.id))];
  return <Timeline {...read} requestId={request.id} timeline={all.sort((a, b) => a.at.getTime() - b.at.getTime())} />;
};
