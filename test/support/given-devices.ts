import { randomUUID } from 'node:crypto';
import { GateService } from '../../src/features/gate/index.js';
import { type Enforcement, fixVersion, readVersion, type Version } from '../../src/features/tools/index.js';
import { newId } from '../../src/kernel/ids.js';
import type { Tx } from '../../src/platform/database/index.js';
import type { TestClock } from './clock.js';
import type { TestDatabase } from './database.js';
import { givenNativeTool } from './given-agents.js';
import { type ChainWishes, givenChain } from './given-chain.js';
import { GRADE, givenDeclarations } from './given-declarations.js';
import { actorOf, type Staff } from './given-people.js';
import { actorIn, givenTool } from './given-tools.js';

const MADE = new Date('2026-01-12T08:00:00Z');

/** A unit of its own with so many people. */
const givenUnitOf = async (database: TestDatabase, people: number): Promise<string> => {
  const unit = newId('u');
  await database.asOwner(`insert into units (id, name, created_at) values ($1, $1, $2)`, [unit, MADE]);
  await database.asOwner(
    `insert into persons (id, staff_number, name, unit_id, language, starts_on, works_at_home, created_at)
     select $1 || '_' || n, $1 || '_' || n, 'Iemand', $2, 'nl', '2020-01-01', false, $4 from generate_series(1, $3::int) n`,
    [newId('p'), unit, people, MADE],
  );
  return unit;
};

const graded = async (tx: Tx, unit: string, enforcement: Enforcement): Promise<Version> => {
  const { id } = await givenDeclarations(tx, MADE, await givenTool(tx, MADE, { unitIds: [unit], until: 'assessed' }), {
    grade: { ...GRADE, enforcement },
  });
  await fixVersion(tx, actorIn('privacy_officer'), MADE, id);
  return readVersion(tx, id);
};

export interface ListedWishes {
  readonly people?: number;
  readonly chain?: ChainWishes;
  readonly isPlatform?: boolean;
  readonly enforcement?: Enforcement;
  /** False: nobody switches it on. */
  readonly on?: boolean;
}

/** A tool that device management holds, at the end of its chain, and on. */
export const givenListedTool = async (
  database: TestDatabase,
  clock: TestClock,
  staff: Staff,
  { people = 4, chain = {}, isPlatform = false, enforcement = 'managed', on = true }: ListedWishes = {},
): Promise<Version> => {
  const unit = await givenUnitOf(database, people);
  const version = await database.transactions.run(async (tx) => {
    const made =
      enforcement === 'native' ? await givenNativeTool(tx, MADE, { unitIds: [unit], isPlatform }) : await graded(tx, unit, enforcement);
    await givenChain(tx, made, staff, chain);
    return made;
  });
  await database.asOwner(`insert into person_out_proofs (tool_id, evidence, shown_by, shown_at) values ($1, 'Schermafdruk', $2, $3)`, [
    version.toolId,
    staff.it.id,
    MADE,
  ]);
  if (on) await new GateService(database.transactions, clock).activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
  return version;
};

export const peopleOf = async (database: TestDatabase, { id }: Version): Promise<string[]> =>
  (await database.asOwner(`select person_id from people_in_scope where version_id = $1 order by 1`, [id])).map(({ person_id }) =>
    String(person_id),
  );

/** A device of each of these people, in their order; answers the ids under which the list names them. */
export const givenDevices = async (
  database: TestDatabase,
  { toolId }: Version,
  personIds: readonly string[],
  clock: TestClock,
): Promise<string[]> => {
  const ids = personIds.map(() => newId('d'));
  await database.asOwner(
    `insert into listed_devices (id, tool_id, device, person_id, added_by, added_at)
     select d, $1, 'LAPTOP-' || d, p, 'p_it', $4 from unnest($2::text[], $3::text[]) as given(d, p)`,
    [toolId, ids, personIds, clock.now()],
  );
  return ids;
};
