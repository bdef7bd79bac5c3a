import type { Actor, Role } from '../../src/kernel/actor.js';
import { newId, newReference } from '../../src/kernel/ids.js';
import type { Enforcement } from '../../src/features/tools/index.js';
import type { Reason } from '../../src/kernel/problem.js';
import { NoticeChainCheck, PlatformState } from '../../src/features/notices/index.js';
import type { TestDatabase } from './database.js';

/** A chain whose earlier steps are done, until the test says otherwise. */
export class ChainSoFar extends NoticeChainCheck {
  unmet: readonly Reason[] = [];
  unmetFor(): Promise<readonly Reason[]> {
    return Promise.resolve(this.unmet);
  }
  decisionOn(): Promise<null> {
    return Promise.resolve(null);
  }
}
export class PlatformSwitch extends PlatformState {
  on = true;
  active(): Promise<boolean> {
    return Promise.resolve(this.on);
  }
}

export const actorOf = (personId: string, role: Role = 'employee', ...more: Role[]): Actor => ({
  personId,
  role,
  roles: ['employee', role, ...more],
  language: 'nl',
});

export interface GivenPerson {
  readonly id: string;
  readonly staffNumber: string;
}
interface PersonFields {
  readonly unitId: string;
  readonly managerId?: string;
  readonly language?: 'nl' | 'en';
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly email?: string | null;
  readonly roles?: readonly Role[];
}

let count = 0;

export const givenUnit = async (database: TestDatabase, name = `Afdeling ${(count += 1)}`): Promise<string> => {
  const id = newId('u');
  await database.asOwner(`insert into units (id, name, created_at) values ($1, $2, '2025-01-01T00:00:00Z')`, [id, name]);
  return id;
};

export const givenPerson = async (database: TestDatabase, fields: PersonFields): Promise<GivenPerson> => {
  const id = newId('p');
  const staffNumber = `${100_000 + (count += 1)}`;
  await database.asOwner(
    `insert into persons (id, staff_number, name, email, unit_id, manager_id, language, starts_on, ends_on, works_at_home, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, '2025-01-01T00:00:00Z')`,
    [
      id,
      staffNumber,
      `Naam van ${staffNumber}`,
      fields.email === undefined ? `${staffNumber}@voorbeeld.nl` : fields.email,
      fields.unitId,
      fields.managerId ?? null,
      fields.language ?? 'nl',
      fields.startsOn ?? '2025-01-01',
      fields.endsOn ?? null,
    ],
  );
  for (const role of fields.roles ?? [])
    await database.asOwner(
      `insert into role_grants (id, person_id, role, granted_at, accepted_at) values ($1, $2, $3, '2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z')`,
      [newId('g'), id, role],
    );
  return { id, staffNumber };
};

/** `n` more people in a unit, in one statement. */
export const givenPeople = (database: TestDatabase, unitId: string, n: number): Promise<unknown> =>
  database.asOwner(
    `insert into persons (id, staff_number, name, email, unit_id, language, starts_on, works_at_home, created_at)
     select 'p_' || $1::text || i, 'm' || $1::text || i, 'Medewerker ' || i, 'm' || $1::text || i || '@voorbeeld.nl', $2, 'nl', '2025-01-01', false, '2025-01-01T00:00:00Z'
     from generate_series(1, $3::int) i`,
    [`${(count += 1)}x`, unitId, n],
  );

export interface GivenTool {
  readonly toolId: string;
  readonly versionId: string;
  readonly name: string;
}
export interface ToolFields {
  readonly units?: readonly string[];
  readonly enforcement?: Enforcement;
  readonly runsWithoutConsent?: boolean;
  /** Answers by attribute and item (`purposes[].code|training`). */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** What a whole notice is proposed from: one purpose on legitimate interest, kept for thirty days. */
export const WHOLE_ANSWERS: Readonly<Record<string, unknown>> = {
  'purposes[].code|attendance': 'attendance',
  'purposes[].description|attendance': 'Wij kijken of er genoeg mensen zijn om de telefoon op te nemen',
  'purposes[].subjects|attendance': ['employees'],
  'purposes[].legalBasis|attendance': 'legitimate_interest',
  'purposes[].balancingTest.interest|attendance': 'Klanten krijgen op tijd iemand aan de lijn',
  'purposes[].balancingTest.necessity|attendance': 'Zonder cijfers weten wij niet hoeveel mensen er zijn',
  'purposes[].balancingTest.balance|attendance': 'employer',
  'purposes[].balancingTest.signedBy|attendance': 'Directie',
  'purposes[].retention.criterion|attendance': 'de maand voorbij is',
  'purposes[].retention.maxDays|attendance': 30,
  'purposes[].retention.autoDelete|attendance': true,
  'tool.dataSubjects|': ['employees'],
  'tool.profiling|': false,
  'tool.automatedDecisions.solelyAutomated|': false,
  'tool.dataCategories[].code|sign_in': 'sign_in',
  'tool.dataCategories[].source|sign_in': 'observed',
  'tool.recipients[].role|planner': 'planner',
  'tool.recipients[].needToKnow|planner': true,
  'tool.ai.classification|': 'other',
  'transfers|': [],
  'objectionHandling.optOut.available|': true,
};

export const givenTool = async (database: TestDatabase, fields: ToolFields = {}): Promise<GivenTool> => {
  const toolId = newId('t');
  const name = `Volgsysteem ${(count += 1)}`;
  await database.asOwner(
    `insert into tools (id, name, record_entry_id, registered_by, registered_role, created_at, registered_at, runs_without_consent)
     values ($1, $2, $3, 'p_hr', 'hr_registrar', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', $4)`,
    [toolId, name, newReference(), fields.runsWithoutConsent ?? false],
  );
  const versionId = await givenVersion(database, toolId, 1, fields);
  return { toolId, versionId, name };
};

export const givenVersion = async (database: TestDatabase, toolId: string, number: number, fields: ToolFields): Promise<string> => {
  const id = newId('v');
  await database.asOwner(
    `insert into tool_versions (id, tool_id, number, enforcement, created_by, created_at, registered_at, fingerprint)
     values ($1, $2, $3, $4, 'p_hr', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', $5)`,
    [id, toolId, number, fields.enforcement ?? 'native', `sha-256:${id}`],
  );
  for (const unit of fields.units ?? [])
    await database.asOwner(`insert into version_units (version_id, unit_id) values ($1, $2)`, [id, unit]);
  await database.asOwner(
    `insert into capabilities (version_id, code, can, is_on, reach, answered_by, answered_role, answered_at)
     values ($1, 'sign_in_times', true, true, 'nobody', 'p_it', 'it_admin', '2026-01-01T00:00:00Z'), ($1, 'keystrokes', false, false, 'nobody', 'p_it', 'it_admin', '2026-01-01T00:00:00Z')`,
    [id],
  );
  await database.asOwner(
    `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at, confirmed_by, confirmed_at)
     select $1, split_part(a.key, '|', 1), split_part(a.key, '|', 2), a.value, 'p_hr', 'hr_registrar', '2026-01-01T00:00:00Z', 'p_it', '2026-01-01T00:00:00Z'
     from jsonb_each($2) a`,
    [id, JSON.stringify(fields.answers ?? WHOLE_ANSWERS)],
  );
  return id;
};

/** Counts the statements that `work` sends. */
export const countingQueries = async (database: TestDatabase, work: () => Promise<unknown>): Promise<number> => {
  const { logger } = database.dataSource;
  let queries = 0;
  const counting = { ...silent, logQuery: () => void (queries += 1) };
  Object.assign(database.dataSource, { logger: counting });
  try {
    await work();
  } finally {
    Object.assign(database.dataSource, { logger });
  }
  return queries;
};
const silent = {
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
