import { randomUUID } from 'node:crypto';
import { GateService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import type { Day } from '../../src/kernel/clock.js';
import type { IndividualView } from '../../src/policy/index.js';
import type { TestClock } from './clock.js';
import type { TestDatabase } from './database.js';
import { givenChain } from './given-chain.js';
import { givenMeasuringTool } from './given-measurements.js';
import { actorOf, type Staff } from './given-people.js';

const MADE = new Date('2026-01-12T08:00:00Z');
export const ALLOWED: IndividualView = { purpose: 'attendance', grounds: 'security', maxHours: 4 };

interface Wishes {
  readonly name?: string;
  readonly isPlatform?: boolean;
  readonly individualView?: IndividualView;
}
/** A tool that runs, approved with or without looking at one person. */
export const givenRunning = async ({ transactions }: TestDatabase, clock: TestClock, staff: Staff, wishes: Wishes): Promise<Version> => {
  const version = await transactions.run(async (tx) => {
    const made = await givenMeasuringTool(tx, MADE, { unitIds: [staff.employee.unitId], ...wishes });
    await givenChain(tx, made, staff);
    return made;
  });
  await new GateService(transactions, clock).activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
  return version;
};

/** What an agent measured of one person, on days that are not deleted yet. */
export const givenMeasured = async (
  database: TestDatabase,
  { toolId, id }: Version,
  personId: string,
  days: readonly { readonly day: Day; readonly minutes: number }[],
): Promise<void> => {
  await database.asOwner(`select add_measurement_partition('2027-01-01')`);
  for (const [line, { day, minutes }] of days.entries())
    await database.asOwner(
      `insert into measurements (delete_on, batch_id, line, tool_id, version_id, metric, person_id, at, place, value)
       values ('2027-01-01', $1, $2, $3, $4, 'minutes', $5, $6, 'office', $7)`,
      [randomUUID(), line, toolId, id, personId, `${day}T09:00:00Z`, minutes],
    );
};
