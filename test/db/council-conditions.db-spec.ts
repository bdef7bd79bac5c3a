import { randomUUID } from 'node:crypto';
import { groupIsShown } from '../../src/features/dashboards/domain/shown.js';
import { requirementViews } from '../../src/features/gate/gate.views.js';
import { type Gate, gateOf, GateService } from '../../src/features/gate/index.js';
import { conditionLines, limitLines } from '../../src/features/gate/limits-view.js';
import { type AnswerInput, fixVersion, type Version, writeAnswers } from '../../src/features/tools/index.js';
import { type CompiledLimits, compileLimits, isWithinHours, type MachineLimit, managersMayLook } from '../../src/policy/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type ChainPart, givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const NOW = '2026-02-20T10:00:00Z';
const MADE = new Date('2026-01-12T08:00:00Z');
const clock = new TestClock(NOW);

/** The usual smallest group of a house. */
const HOUSE = 10;
let database: TestDatabase;
let staff: Staff;
let gates: GateService;

beforeAll(async () => {
  database = await databaseFor('council_conditions');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  gates = new GateService(database.transactions, clock);
  const platform = await version({ isPlatform: true });
  await chain(platform, []);
  await gates.activate(actorOf(staff.it), platform.toolId, platform.number, randomUUID());
  plain = await version();
  sampled = await version({ changes: SAMPLED_PLACES }, SAMPLED);
  for (const one of [plain, sampled]) await chain(one, []);
});
beforeEach(() => clock.set(NOW));
afterAll(() => database.close());

/** Kept for 45 days, in working hours, as events, for one planner, about a group; and one that takes 1 in 10. */
let plain: Version;
let sampled: Version;
const SAMPLED_PLACES: readonly AnswerInput[] = [
  { attribute: 'home.samplingRate', item: '', value: 0.1 },
  { attribute: 'office.samplingRate', item: '', value: 0.1 },
];
const SAMPLED: readonly AnswerInput[] = [
  { attribute: 'capture.modes', item: '', value: ['sampled'] },
  { attribute: 'capture.sampling.rate', item: '', value: 0.1 },
  { attribute: 'capture.sampling.random', item: '', value: true },
  { attribute: 'capture.sampling.appliedAt', item: '', value: 'capture' },
  { attribute: 'capture.sampling.reviewers', item: '', value: ['planner'] },
];

const version = (
  given: { changes?: readonly AnswerInput[]; isPlatform?: boolean } = {},
  byIt: readonly AnswerInput[] = [],
): Promise<Version> =>
  database.transactions.run(async (tx) => {
    const drafted = await givenTool(tx, MADE, { ...given, until: 'assessed', unitIds: [staff.employee.unitId] });
    if (byIt.length > 0) await writeAnswers(tx, actorOf(staff.it), MADE, drafted.id, byIt);
    return fixVersion(tx, actorOf(staff.privacyOfficer, 'privacy_officer'), MADE, drafted.id);
  });

const ONCE: readonly ChainPart[] = ['dpia', 'advice', 'notice', 'channels', 'warning'];
const begun = new Set<string>();
/** Another decision of the council on this version, with these limits: the newest counts. */
const chain = (of: Version, limits: readonly MachineLimit[]): Promise<unknown> =>
  database.transactions.run(async (tx) => {
    const without = begun.has(of.id) ? ONCE : [];
    begun.add(of.id);
    await givenChain(tx, of, staff, { without, conditions: limits.map((limit) => ({ text: 'Een voorwaarde', limit })) });
  });

const readGate = (of: Version) => database.transactions.read((tx) => gateOf(tx, of.id, clock.now()));
const overConditions = async (of: Version): Promise<boolean> =>
  (await readGate(of)).evaluation.rules.some(({ id, outcome }) => id === 'NL-WOR-27-08' && outcome === 'FAIL');

const retention = (days: number, purpose: string | null = null): MachineLimit => ({ kind: 'retention_max_days', value: { purpose, days } });
const limit = <K extends MachineLimit['kind']>(kind: K, value: Extract<MachineLimit, { kind: K }>['value']): MachineLimit =>
  ({ kind, value }) as MachineLimit;
const OFFICE = { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' };
const MORNINGS = { days: [1, 2, 5, 6], from: '06:00', to: '12:00' };

/** What refuses one step beyond, each beside the control that is accepted at the limit. */
type Step =
  /** The version goes over these limits: the gate is closed. */
  | { readonly closes: readonly MachineLimit[] }
  /** Another version, with this one answer, goes over the same limits. */
  | { readonly hr: Answered }
  | { readonly it: Answered }
  /** The last instant at which the gate is open, and the first at which it is closed. */
  | { readonly open: string; readonly closed: string }
  /** The last instant at which the hours allow a lease, and the first at which they do not. */
  | { readonly within: string; readonly outside: string }
  /** The smallest group that the managers' page shows. */
  | { readonly group: number }
  | { readonly managersLook: boolean };

type Answered = readonly [attribute: string, over: AnswerInput['value']];

interface Decision {
  readonly name: string;
  readonly of?: 'sampled';
  readonly limits: readonly MachineLimit[];
  readonly compiled: Partial<CompiledLimits>;
  readonly steps: readonly Step[];
}

const DECISIONS: readonly Decision[] = [
  { name: 'longest retention', limits: [retention(45)], compiled: { retentionMaxDays: 45 }, steps: [{ closes: [retention(44)] }] },
  {
    name: 'longest retention of one purpose',
    limits: [retention(45, 'attendance')],
    compiled: { retentionMaxDaysOf: { attendance: 45 } },
    steps: [{ closes: [retention(44, 'attendance')] }],
  },
  {
    name: 'retention of every purpose and of one',
    limits: [retention(60), retention(45, 'attendance'), retention(5, 'training')],
    compiled: { retentionMaxDays: 60, retentionMaxDaysOf: { attendance: 45, training: 5 } },
    steps: [{ closes: [retention(60), retention(44, 'attendance')] }],
  },
  {
    name: 'two on retention: the stricter',
    limits: [retention(60), retention(45)],
    compiled: { retentionMaxDays: 45 },
    steps: [{ closes: [retention(60), retention(44)] }],
  },
  {
    name: 'retention at home',
    limits: [retention(45)],
    compiled: { retentionMaxDays: 45 },
    steps: [{ hr: ['home.retentionDays', 46] }],
  },
  { name: 'smallest group', limits: [limit('smallest_group', 12)], compiled: { smallestGroup: 12 }, steps: [{ group: 12 }] },
  {
    name: 'two on groups: the larger',
    limits: [limit('smallest_group', 12), limit('smallest_group', 30)],
    compiled: { smallestGroup: 30 },
    steps: [{ group: 30 }],
  },
  { name: 'a group under the house’s own', limits: [limit('smallest_group', 5)], compiled: { smallestGroup: 5 }, steps: [{ group: 10 }] },
  {
    name: 'working hours',
    limits: [limit('working_hours_only', true)],
    compiled: { workingHoursOnly: true },
    steps: [{ it: ['capture.schedule.workingHoursOnly', false] }],
  },
  {
    name: 'days and hours',
    limits: [limit('hours', OFFICE)],
    compiled: { hours: OFFICE },
    steps: [
      { within: '2026-02-20T16:59:59.999Z', outside: '2026-02-20T17:00:00Z' },
      { within: '2026-02-20T07:00:00Z', outside: '2026-02-20T06:59:59.999Z' },
      { within: '2026-02-20T10:00:00Z', outside: '2026-02-21T10:00:00Z' },
      { it: ['capture.schedule.workingHoursOnly', false] },
    ],
  },
  {
    name: 'two on hours: what both allow',
    limits: [limit('hours', OFFICE), limit('hours', MORNINGS)],
    compiled: { hours: { days: [1, 2, 5], from: '08:00', to: '12:00' } },
    steps: [
      { within: '2026-02-20T10:59:59.999Z', outside: '2026-02-20T11:00:00Z' },
      { within: '2026-02-17T10:00:00Z', outside: '2026-02-18T10:00:00Z' },
    ],
  },
  {
    name: 'a forbidden mode',
    limits: [limit('forbidden_mode', 'continuous')],
    compiled: { forbiddenModes: ['continuous'] },
    steps: [{ closes: [limit('forbidden_mode', 'event_triggered')] }],
  },
  {
    name: 'live viewing, wherever it is',
    limits: [limit('forbidden_mode', 'live_view')],
    compiled: { forbiddenModes: ['live_view'] },
    steps: [{ hr: ['office.liveView', true] }],
  },
  {
    name: 'several forbidden modes',
    limits: [limit('forbidden_mode', 'continuous'), limit('forbidden_mode', 'live_view'), limit('forbidden_mode', 'continuous')],
    compiled: { forbiddenModes: ['continuous', 'live_view'] },
    steps: [{ closes: [limit('forbidden_mode', 'continuous'), limit('forbidden_mode', 'event_triggered')] }],
  },
  {
    name: 'a forbidden kind of data',
    limits: [limit('forbidden_category', 'mood')],
    compiled: { forbiddenCategories: ['mood'] },
    steps: [{ closes: [limit('forbidden_category', 'login_time')] }],
  },
  {
    name: 'the largest sample',
    of: 'sampled',
    limits: [limit('sampling_max_rate', 0.1)],
    compiled: { samplingMaxRate: 0.1 },
    steps: [{ closes: [limit('sampling_max_rate', 0.09)] }, { hr: ['office.samplingRate', 0.11] }],
  },
  {
    name: 'two on samples: the smaller',
    of: 'sampled',
    limits: [limit('sampling_max_rate', 0.5), limit('sampling_max_rate', 0.1)],
    compiled: { samplingMaxRate: 0.1 },
    steps: [{ closes: [limit('sampling_max_rate', 0.5), limit('sampling_max_rate', 0.09)] }],
  },
  {
    name: 'who may look',
    limits: [limit('viewers_only', ['planner'])],
    compiled: { viewersOnly: ['planner'] },
    steps: [{ closes: [limit('viewers_only', ['coach'])] }, { managersLook: false }],
  },
  {
    name: 'who may look, managers too',
    limits: [limit('viewers_only', ['planner', 'team_lead'])],
    compiled: { viewersOnly: ['planner', 'team_lead'] },
    steps: [{ managersLook: true }],
  },
  {
    name: 'two on viewers: who is in both',
    limits: [limit('viewers_only', ['planner', 'team_lead']), limit('viewers_only', ['planner', 'coach'])],
    compiled: { viewersOnly: ['planner'] },
    steps: [{ managersLook: false }, { closes: [limit('viewers_only', ['planner', 'team_lead']), limit('viewers_only', ['coach'])] }],
  },
  {
    name: 'no individual use',
    limits: [limit('no_individual_use', true)],
    compiled: { individualUse: false },
    steps: [{ hr: ['tool.profiling', true] }, { hr: ['tool.automatedDecisions.payOrDisciplineFromRawMetric', true] }],
  },
  {
    name: 'the last day',
    limits: [limit('ends_on', '2026-02-20'), limit('ends_on', '2026-12-31')],
    compiled: { endsOn: '2026-02-20' },
    steps: [{ open: '2026-02-20T22:59:59.999Z', closed: '2026-02-20T23:00:00Z' }, { closes: [limit('ends_on', '2026-02-19')] }],
  },
  {
    name: 'the day of the evaluation',
    limits: [limit('evaluate_on', '2026-06-30')],
    compiled: { evaluateOn: '2026-06-30' },
    steps: [{ open: '2026-06-30T21:59:59.999Z', closed: '2026-06-30T22:00:00Z' }],
  },
  {
    name: 'people who are always off: the larger share',
    limits: [limit('always_off_percent', 10), limit('always_off_percent', 25)],
    compiled: { alwaysOffPercent: 25 },
    steps: [],
  },
  {
    name: 'one of each',
    of: 'sampled',
    limits: [
      retention(45),
      limit('smallest_group', 15),
      limit('working_hours_only', true),
      limit('hours', OFFICE),
      limit('forbidden_mode', 'live_view'),
      limit('forbidden_category', 'voice'),
      limit('sampling_max_rate', 0.1),
      limit('viewers_only', ['planner']),
      limit('no_individual_use', true),
      limit('always_off_percent', 10),
      limit('ends_on', '2026-12-31'),
      limit('evaluate_on', '2026-10-01'),
    ],
    compiled: {
      retentionMaxDays: 45,
      smallestGroup: 15,
      workingHoursOnly: true,
      hours: OFFICE,
      forbiddenModes: ['live_view'],
      forbiddenCategories: ['voice'],
      samplingMaxRate: 0.1,
      viewersOnly: ['planner'],
      individualUse: false,
      alwaysOffPercent: 10,
      endsOn: '2026-12-31',
      evaluateOn: '2026-10-01',
    },
    steps: [{ group: 15 }, { within: '2026-02-20T16:59:59.999Z', outside: '2026-02-20T17:00:00Z' }],
  },
];

/** A version of its own that differs in one answer, with the same decision on it. */
const differing = async (step: Extract<Step, { hr: Answered } | { it: Answered }>, limits: readonly MachineLimit[]): Promise<Version> => {
  const [attribute, value] = 'hr' in step ? step.hr : step.it;
  const answers = [{ attribute, item: '', value }];
  const made = await ('hr' in step ? version({ changes: answers }) : version({}, answers));
  await chain(made, limits);
  return made;
};
const overAt = (of: Version, instant: string): Promise<boolean> => {
  clock.set(instant);
  return overConditions(of);
};

/** [at the limit, one step beyond]: whether each is refused. */
const refusedAt = async (
  of: Version,
  step: Step,
  set: readonly MachineLimit[],
  { limits }: Pick<Gate, 'limits'>,
): Promise<readonly [boolean, boolean]> => {
  if ('closes' in step) {
    const before = await overConditions(of);
    await chain(of, step.closes);
    return [before, await overConditions(of)];
  }
  if ('hr' in step || 'it' in step) return [await overConditions(of), await overConditions(await differing(step, set))];
  if ('open' in step) return [await overAt(of, step.open), await overAt(of, step.closed)];
  if ('within' in step) {
    const refused = (instant: string): boolean => limits.hours !== null && !isWithinHours(limits.hours, new Date(instant));
    return [refused(step.within), refused(step.outside)];
  }
  if ('group' in step) return [!groupIsShown(limits, HOUSE, step.group), !groupIsShown(limits, HOUSE, step.group - 1)];
  const open = { ...limits, viewersOnly: ['team_lead'] };
  return step.managersLook
    ? [!managersMayLook(limits), !managersMayLook({ viewersOnly: ['planner'] })]
    : [!managersMayLook(open), !managersMayLook(limits)];
};

describe('25 decisions', () => {
  it('are 25', () => expect(new Set(DECISIONS.map(({ name }) => name)).size).toBe(25));

  it.each(DECISIONS)('$name: compiled as expected, and one step beyond refused', async ({ of, limits, compiled, steps }) => {
    const on = of === 'sampled' ? sampled : plain;
    await chain(on, limits);
    const gate = await readGate(on);
    expect(gate.limits).toEqual({ ...compileLimits([]), ...compiled });
    expect(gate.missing).toEqual([]);
    for (const [at, step] of steps.entries()) {
      clock.set(NOW);
      if (at > 0) await chain(on, limits);
      expect([step, await refusedAt(on, step, limits, gate)]).toEqual([step, [false, true]]);
    }
  });

  it('stand in the activation as they were compiled', async () => {
    const { limits, compiled } = DECISIONS.at(-1)!;
    await chain(sampled, limits);
    await gates.activate(actorOf(staff.it), sampled.toolId, sampled.number, randomUUID());
    const [row] = await database.asOwner(`select limits from activations where tool_id = $1`, [sampled.toolId]);
    expect(row?.['limits']).toEqual({ ...compileLimits([]), ...compiled });
  });
});

describe('the dossier', () => {
  const linesOf = async (of: Version): Promise<readonly string[]> =>
    requirementViews(await readGate(of), actorOf(staff.director))
      .filter(({ id }) => id === 'E10')
      .flatMap(({ lines }) => lines.map((line) => line.text));

  it('names the setting that is one step beyond, and nothing where none is', async () => {
    const made = await version();
    await chain(made, [retention(45), limit('viewers_only', ['planner'])]);
    expect(await linesOf(made)).toEqual([]);
    await chain(made, [retention(44, 'attendance'), limit('viewers_only', ['coach'])]);
    const lines = await linesOf(made);
    expect(lines).toContainEqual(expect.stringMatching(/^Dit gaat over een voorwaarde heen\. Doel ‘Aanwezigheid’\. .*45 dagen\.$/));
    expect(lines).toContainEqual('Dit gaat over een voorwaarde heen. Welke functie? planner.');
    expect(lines.join(' ')).not.toMatch(/attendance|retention|recipients/);
  });

  it('shows text and limit side by side, and the contacts that are always protected', async () => {
    const gate = await readGate(plain);
    const lines = conditionLines(gate, 'nl');
    expect(lines.length).toBe(gate.consultation.conditions.length);
    expect(lines[0]).toMatchObject({ text: 'Een voorwaarde', compiled: expect.any(String) as string });
    expect(limitLines(gate, 'nl').at(-1)).toBe(
      'Contact met deze mensen wordt nooit gemeten: de ondernemingsraad, de vakbond, de vertrouwenspersoon, de functionaris gegevensbescherming (FG), de bedrijfsarts en Countersign zelf.',
    );
  });
});
