import { CHANNEL_KINDS } from '../../src/features/objections/index.js';
import { ChannelsService } from '../../src/features/objections/channels.service.js';
import { DeliveriesService, NoticesService } from '../../src/features/notices/index.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import type { TestClock } from './clock.js';
import type { TestDatabase } from './database.js';
import {
  actorOf,
  ChainSoFar,
  givenPerson,
  givenTool,
  givenUnit,
  type GivenPerson,
  type GivenTool,
  type ToolFields,
} from './given-notices.js';

export const CONFIG = { baseUrl: 'https://countersign.example.org' };
const HR = actorOf('p_hr', 'hr_registrar');

/** The code of a refusal and those of its reasons, each with its field. */
export const refusal = async (work: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Problem)) throw new Error(`Expected a refusal, found ${String(error)}`);
  return [error.code, ...error.reasons.map(({ code, field }) => (field ? `${field}: ${code}` : code))];
};

export interface Handlers {
  readonly manager: GivenPerson;
  readonly handler: GivenPerson;
  readonly deputy: GivenPerson;
}
/** Every channel open that needs no key of its handlers, with one handler and one deputy. */
export const givenChannels = async (database: TestDatabase, clock: TestClock): Promise<Handlers> => {
  const unit = await givenUnit(database);
  const [manager, handler, deputy] = [
    await givenPerson(database, { unitId: unit }),
    await givenPerson(database, { unitId: unit, roles: ['objection_handler', 'complaint_handler'] }),
    await givenPerson(database, { unitId: unit, roles: ['objection_handler', 'complaint_handler'] }),
  ];
  await new ChannelsService(database.transactions, clock).save(
    HR,
    CHANNEL_KINDS.map((kind) => ({ kind, handlerId: handler.id, deputyId: deputy.id, isOpen: kind !== 'complaint' })),
  );
  return { manager, handler, deputy };
};

export interface Told {
  readonly tool: GivenTool;
  readonly person: GivenPerson;
}
/** Somebody in a unit of their own who was told about a tool. */
export const givenTold = async (database: TestDatabase, clock: TestClock, managerId: string, fields: ToolFields = {}): Promise<Told> => {
  const own = await givenUnit(database);
  const person = await givenPerson(database, { unitId: own, managerId });
  const tool = await givenTool(database, { units: [own], ...fields });
  await new NoticesService(database.transactions, clock, new DeliveriesService(database.transactions, CONFIG), new ChainSoFar()).publish(
    HR,
    tool.toolId,
    1,
    newId('i'),
  );
  await database.asOwner('delete from graphile_worker._private_jobs');
  return { tool, person };
};

export const isPaused = async (database: TestDatabase, { tool, person }: Told): Promise<boolean> =>
  (await database.asOwner('select 1 from people_paused where tool_id = $1 and person_id = $2', [tool.toolId, person.id])).length > 0;

export const jobsQueued = (database: TestDatabase): Promise<Record<string, unknown>[]> =>
  database.asOwner(
    `select t.identifier, j.payload::text as payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  );
