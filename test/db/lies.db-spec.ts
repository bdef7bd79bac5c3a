import type { Role } from '../../src/kernel/actor.js';
import type { Json } from '../../src/kernel/canonical.js';
import { gateOf } from '../../src/features/gate/index.js';
import { type AnswerInput, type Version, writeAnswers, writeCapabilities } from '../../src/features/tools/index.js';
import { ATTRIBUTES, ownerMayWrite } from '../../src/policy/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenFact, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const NOW = new Date('2026-02-20T10:00:00Z');
const DRAFTED = new Date('2026-01-12T08:00:00Z');

let database: TestDatabase;
let staff: Staff;

beforeAll(async () => {
  database = await databaseFor('lies');
  staff = await database.transactions.run((tx) => givenStaff(tx));
});
afterAll(() => database.close());

/** The employer's side: everyone who gains from an open gate. */
const LIARS: readonly (readonly [Role, keyof Staff])[] = [
  ['hr_registrar', 'hr'],
  ['director', 'director'],
  ['privacy_officer', 'privacyOfficer'],
  ['it_admin', 'it'],
  ['tool_owner', 'toolOwner'],
  ['org_admin', 'orgAdmin'],
];

const A_VALUE: Readonly<Record<string, Json>> = {
  boolean: true,
  integer: 1,
  number: 0.1,
  text: 'ja',
  day: '2026-01-01',
  many_of: [],
  list: [],
};
const valueOf = (type: string, values?: readonly string[]): Json => (type === 'one_of' ? (values?.[0] ?? 'x') : (A_VALUE[type] ?? true));
const itemOf = (path: string): string => ['', 'p1', 'p1.s1'][path.split('[]').length - 1] ?? '';

const snapshot = (version: Version) =>
  database.asOwner(`select attribute, item, value, answered_role from answers where version_id = $1 order by 1, 2`, [version.id]);
const missing = async (version: Version): Promise<readonly string[]> => {
  const gate = await database.transactions.read((tx) => gateOf(tx, version.id, NOW));
  return gate.states.filter((state) => state.missing).map(({ id }) => id);
};

describe("another role's facts", () => {
  it.each(LIARS)('%s writes none of the attributes that it does not own', async (role, who) => {
    const version = await database.transactions.run((tx) =>
      givenTool(tx, DRAFTED, { until: 'answered', unitIds: [staff.employee.unitId] }),
    );
    const foreign = ATTRIBUTES.filter(({ path }) => !ownerMayWrite(role, path));
    expect(foreign.length).toBeGreaterThan(40);
    const before = await snapshot(version);
    for (const { path, type, values } of foreign) {
      const lie: AnswerInput = { attribute: path, item: itemOf(path), value: valueOf(type, values) };
      await expect(
        database.transactions.run((tx) => writeAnswers(tx, actorOf(staff[who], role), NOW, version.id, [lie])),
      ).rejects.toMatchObject({
        code: expect.stringMatching(/^(attribute\.other-owner|input\.unusable)$/),
      });
    }
    expect(await snapshot(version)).toEqual(before);
  });

  it('is written by its owner (the control)', async () => {
    const version = await database.transactions.run((tx) =>
      givenTool(tx, DRAFTED, { until: 'answered', unitIds: [staff.employee.unitId] }),
    );
    const honest: AnswerInput = { attribute: 'tool.vendor', item: '', value: 'Ander BV' };
    await expect(
      database.transactions.run((tx) => writeAnswers(tx, actorOf(staff.hr, 'hr_registrar'), NOW, version.id, [honest])),
    ).resolves.toBe(true);
  });
});

interface Lie {
  readonly answers?: readonly (readonly [string, Json])[];
  readonly it?: readonly (readonly [string, Json])[];
  readonly capabilities?: readonly {
    code: string;
    can: boolean;
    on: boolean;
    reach: 'nobody' | 'one_admin' | 'two_persons' | 'version_change';
  }[];
  readonly organisation?: readonly (readonly [string, Json])[];
}

const camera = (on: boolean, reach: 'one_admin' | 'nobody') => [
  { code: 'sign_in_times', can: true, on: true, reach: 'two_persons' as const },
  { code: 'webcam', can: true, on, reach },
];

/** One lie each, told in a fact that the liar may write; no council has said anything. */
const LIES: Readonly<Record<string, Lie>> = {
  'the tool is not suitable for monitoring': { answers: [['tool.suitableForMonitoring', false]] },
  'it concerns one individual': { answers: [['tool.groupScope', 'individual']] },
  'we are only the processor': { answers: [['tool.controllerRole', 'processor']] },
  'it is covert, so nobody need know': { answers: [['tool.covert', true]] },
  'nothing is measured at home': {
    answers: [
      ['home.contentLevel', 0],
      ['home.modeRank', 0],
    ],
  },
  'home is left blank': {
    answers: [
      ['home.viewers', null],
      ['home.retentionDays', null],
    ],
  },
  'there are no purposes': { answers: [['purposes', []]] },
  'there is no data': { answers: [['tool.dataCategories', []]] },
  'nobody looks': { answers: [['tool.recipients', []]] },
  'pay follows from the raw metric': { answers: [['tool.automatedDecisions.payOrDisciplineFromRawMetric', true]] },
  'the machine decides': {
    answers: [
      ['tool.automatedDecisions.solelyAutomated', true],
      ['tool.automatedDecisions.significantEffect', true],
    ],
  },
  'a webcam under a friendly name': { capabilities: camera(true, 'one_admin') },
  'a webcam that is off, within reach of one administrator': { capabilities: camera(false, 'one_admin') },
  'keystrokes under a friendly name': { capabilities: [{ code: 'keystrokes', can: true, on: true, reach: 'two_persons' }] },
  'mood under a friendly name': { capabilities: [{ code: 'mood', can: true, on: true, reach: 'two_persons' }] },
  'capabilities that nobody answers': { capabilities: [] },
  'no security at all': { it: [['security.mfa', false]] },
  'capture goes on after hours': { it: [['capture.schedule.workingHoursOnly', false]] },
  'pauses are not excluded': { it: [['capture.schedule.breaksExcluded', false]] },
  'the mode is unknown': { it: [['capture.modes', null]] },
  'a headcount of nine': { organisation: [['headcount', 9]] },
  'a headcount of thirty': { organisation: [['headcount', 30]] },
  'not a public body': { organisation: [['publicBody', false]] },
  'no language but one that nobody reads': { organisation: [['workforceLanguages', ['fr']]] },
};

describe('one lie by HR or an administrator, with no council decision', () => {
  it.each(Object.entries(LIES))('%s: does not open the gate', async (_name, lie) => {
    const told = database.transactions.run(async (tx) => {
      const given = await givenTool(tx, DRAFTED, { until: 'assessed', unitIds: [staff.employee.unitId] });
      const rows = (all: readonly (readonly [string, Json])[] = []) => all.map(([attribute, value]) => ({ attribute, item: '', value }));
      if (lie.answers) await writeAnswers(tx, actorOf(staff.hr, 'hr_registrar'), DRAFTED, given.id, rows(lie.answers));
      if (lie.it) await writeAnswers(tx, actorOf(staff.it, 'it_admin'), DRAFTED, given.id, rows(lie.it));
      if (lie.capabilities) await writeCapabilities(tx, actorOf(staff.it, 'it_admin'), DRAFTED, given.id, lie.capabilities);
      await givenChain(tx, given, staff, { without: ['decision'] });
      return given;
    });
    const version = await told.catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'input.unusable' });
      return null;
    });
    if (!version) return;
    for (const [name, value] of lie.organisation ?? []) {
      await database.transactions.run((tx) => givenFact(tx, name, value, staff.hr.id, name === 'publicBody' ? staff.dpo.id : null));
    }
    expect(await missing(version)).not.toEqual([]);
    await database.transactions.run(async (tx) => {
      await givenFact(tx, 'headcount', 214, staff.hr.id, null);
      await givenFact(tx, 'publicBody', true, staff.orgAdmin.id, staff.dpo.id);
      await givenFact(tx, 'workforceLanguages', ['nl'], staff.hr.id, null);
    });
  });

  it('opens for the honest dossier with the council behind it (the control)', async () => {
    const version = await database.transactions.run(async (tx) => {
      const given = await givenTool(tx, DRAFTED, { until: 'fixed', unitIds: [staff.employee.unitId] });
      await givenChain(tx, given, staff);
      return given;
    });
    expect(await missing(version)).toEqual([]);
  });
});
