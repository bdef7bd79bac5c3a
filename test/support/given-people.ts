import type { Actor, Language, Role } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import type { Tx } from '../../src/platform/database/index.js';
import { codeAt, hashPassword, stepAt } from '../../src/features/people/index.js';

/** The day on which the test organisation began; roles were accepted, and officers' accounts last changed, on it. */
export const BEGAN = new Date('2026-01-05T08:00:00Z');
export const PASSWORD = 'een wachtwoord voor tests';
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const OFFICERS: readonly Role[] = ['or_chair', 'or_secretary'];
let hash: Promise<string> | undefined;
/** One cheap hash for all: each costs time. */
const passwordHash = (): Promise<string> => (hash ??= hashPassword(PASSWORD, { memoryKib: 64, passes: 1 }));

export interface GivenPerson {
  readonly id: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly email: string | null;
  readonly unitId: string;
  readonly roles: readonly Role[];
  readonly language: Language;
}

export const givenOrganisation = async (tx: Tx, name = 'Gemeente Voorbeeld'): Promise<void> => {
  await tx.query(`insert into organisation (name, jurisdiction, set_up_at) values ($1, 'NL', $2) on conflict do nothing`, [name, BEGAN]);
};

export const givenUnit = async (tx: Tx, name = 'Publiekszaken'): Promise<string> => {
  const rows: { id: string }[] = await tx.query(
    `insert into units (id, name, created_at) values ($1, $2, $3) on conflict (name) do update set name = excluded.name returning id`,
    [newId('u'), name, BEGAN],
  );
  return rows[0]!.id;
};

export interface PersonWishes {
  readonly name?: string;
  readonly email?: string | null;
  readonly staffNumber?: string;
  readonly unitId?: string;
  readonly managerId?: string | null;
  readonly roles?: readonly Role[];
  readonly language?: Language;
  readonly otherLanguage?: string | null;
  readonly worksAtHome?: boolean;
  readonly device?: string | null;
  readonly endsOn?: string | null;
  /** False: no account yet. */
  readonly account?: boolean;
}

/** A person with an account (PASSWORD; officers also TOTP_SECRET) and accepted roles. */
export const givenPerson = async (tx: Tx, wishes: PersonWishes = {}): Promise<GivenPerson> => {
  const id = newId('p');
  const staffNumber = wishes.staffNumber ?? id.slice(2, 10);
  const { name = `Persoon ${staffNumber}`, roles = [], language = 'nl' } = wishes;
  const email = wishes.email === undefined ? `${staffNumber.toLowerCase()}@voorbeeld.test` : wishes.email;
  const unitId = wishes.unitId ?? (await givenUnit(tx));
  await tx.query(
    `insert into persons (id, staff_number, name, email, unit_id, manager_id, language, other_language, starts_on, ends_on, works_at_home, device, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, '2020-01-01', $9, $10, $11, $12)`,
    [
      id,
      staffNumber,
      name,
      email,
      unitId,
      wishes.managerId ?? null,
      language,
      wishes.otherLanguage ?? null,
      wishes.endsOn ?? null,
      wishes.worksAtHome ?? true,
      wishes.device ?? null,
      BEGAN,
    ],
  );
  const person = { id, name, staffNumber, email, unitId, roles, language };
  if (wishes.account !== false) await givenAccount(tx, person);
  for (const role of roles) await givenRole(tx, id, role);
  return person;
};

export const givenAccount = async (tx: Tx, { id, roles, language }: Pick<GivenPerson, 'id' | 'roles' | 'language'>): Promise<void> => {
  const officer = roles.some((role) => OFFICERS.includes(role));
  await tx.query(
    `insert into accounts (person_id, password_hash, totp_secret, totp_confirmed_at, language, changed_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, await passwordHash(), officer ? TOTP_SECRET : null, officer ? BEGAN : null, language, BEGAN],
  );
};

export const givenRole = async (tx: Tx, personId: string, role: Role): Promise<void> => {
  await tx.query(`insert into role_grants (id, person_id, role, granted_at, accepted_at) values ($1, $2, $3, $4, $4)`, [
    newId('g'),
    personId,
    role,
    BEGAN,
  ]);
};

/** The person as acting in one of the roles held. */
export const actorOf = (person: GivenPerson, role: Role = person.roles[0] ?? 'employee'): Actor => ({
  personId: person.id,
  role,
  roles: ['employee', ...person.roles.filter((held) => held !== 'employee')],
  language: person.language,
});

/** The code of an officer's second step at that moment. */
export const totpAt = (now: Date): string => codeAt(TOTP_SECRET, stepAt(now));

/** What a confirming act asks of anybody given here. */
export const identityAt = (now: Date): { password: string; totp: string } => ({ password: PASSWORD, totp: totpAt(now) });

/** A fact of the organisation, answered, and confirmed where `confirmedBy` says so. */
export const givenFact = async (
  tx: Tx,
  attribute: string,
  value: unknown,
  answeredBy = 'p_owner',
  confirmedBy: string | null = 'p_confirmer',
): Promise<void> => {
  await tx.query(
    `insert into organisation_facts (attribute, value, answered_by, answered_at, confirmed_by, confirmed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (attribute) do update set value = excluded.value, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at`,
    [attribute, JSON.stringify(value), answeredBy, BEGAN, confirmedBy, confirmedBy && BEGAN],
  );
};

const STAFF = {
  orgAdmin: ['org_admin'],
  hr: ['hr_registrar'],
  privacyOfficer: ['privacy_officer'],
  toolOwner: ['tool_owner'],
  it: ['it_admin'],
  dpo: ['dpo'],
  director: ['director'],
  chair: ['or_chair'],
  secretary: ['or_secretary'],
  member: ['or_member'],
  adviser: ['trusted_person'],
  adviserDeputy: ['trusted_person'],
  objectionHandler: ['objection_handler'],
  objectionDeputy: ['objection_handler'],
  complaintHandler: ['complaint_handler'],
  complaintDeputy: ['complaint_handler'],
  manager: ['manager'],
  auditor: ['auditor'],
  employee: [],
  colleague: [],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Staff = Readonly<Record<keyof typeof STAFF, GivenPerson>>;

/** A municipality with one person in each role, a council, two of each handler, and its facts answered and confirmed. Managers lead both employees. */
export const givenStaff = async (tx: Tx): Promise<Staff> => {
  await givenOrganisation(tx);
  const unitId = await givenUnit(tx);
  const staff: Partial<Record<keyof typeof STAFF, GivenPerson>> = {};
  for (const key of Object.keys(STAFF) as (keyof typeof STAFF)[]) {
    const managerId = key === 'employee' || key === 'colleague' ? staff.manager?.id : null;
    staff[key] = await givenPerson(tx, { unitId, roles: STAFF[key], managerId });
  }
  const given = staff as Staff;
  await givenFact(tx, 'headcount', 214, given.hr.id, null);
  await givenFact(tx, 'workforceLanguages', ['nl'], given.hr.id, null);
  await givenFact(tx, 'publicBody', true, given.orgAdmin.id, given.dpo.id);
  await givenFact(tx, 'largeScaleCore', false, given.orgAdmin.id, given.dpo.id);
  await givenFact(tx, 'noRetaliationRule', 'Wie bezwaar maakt of klaagt, ondervindt daarvan geen nadeel.', given.director.id, null);
  return given;
};
