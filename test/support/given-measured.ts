import { addDays, dayOf } from '../../src/kernel/clock.js';
import { crockford } from '../../src/kernel/ids.js';

type Ask = (sql: string, parameters?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

export interface GivenMeasured {
  readonly toolId: string;
  readonly versionId: string;
  readonly personIds: readonly string[];
  readonly at: Date;
  /** How many days it is kept. */
  readonly days: number;
  /** How many lines for each person. */
  readonly lines?: number;
  readonly metric?: string;
}
/** What an agent sent about these people, as it stands after its arrival. */
export const givenMeasured = async (ask: Ask, given: GivenMeasured): Promise<void> => {
  const { toolId, versionId, personIds, at, days, lines = 2, metric = 'minutes' } = given;
  const [onDay, deleteOn] = [dayOf(at), addDays(dayOf(at), days)];
  await ask('select add_measurement_partition($1)', [deleteOn]);
  for (const personId of personIds) {
    await ask(
      `insert into measurements (delete_on, batch_id, line, tool_id, version_id, metric, person_id, at, place, value)
       select $1, $2, n, $3, $4, $5, $6, $7, 'office', 5 from generate_series(1, $8::int) as n`,
      [deleteOn, `b_${crockford(12)}`, toolId, versionId, metric, personId, at, lines],
    );
    await ask(
      `insert into measurement_arrivals (tool_id, version_id, metric, place, on_day, delete_on, lines) values ($1, $2, $3, 'office', $4, $5, $6)`,
      [toolId, versionId, metric, onDay, deleteOn, lines],
    );
  }
};
