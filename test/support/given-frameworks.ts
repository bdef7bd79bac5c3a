import { GateAttachments, GateChainCheck } from '../../src/features/gate/answer-lower-features.js';
import { FinalDecisionService } from '../../src/features/consultation/final.service.js';
import type { TypedFrameworkDecision } from '../../src/features/consultation/frameworks/domain/framework.js';
import type { TypedFramework } from '../../src/features/consultation/frameworks/domain/proposal.js';
import { FrameworkService } from '../../src/features/consultation/frameworks/framework.service.js';
import { LightService } from '../../src/features/consultation/frameworks/light.service.js';
import { newId } from '../../src/kernel/ids.js';
import type { Tx } from '../../src/platform/database/index.js';
import { fixVersion, type Version, type AnswerInput, writeCapabilities } from '../../src/features/tools/index.js';
import type { TestClock } from './clock.js';
import type { TestDatabase } from './database.js';
import { givenChain } from './given-chain.js';
import { actorOf, type GivenPerson, identityAt, type Staff } from './given-people.js';
import { actorIn, givenTool, SIGN_IN_ONLY } from './given-tools.js';

const SCOPE = {
  categories: ['login_presence'],
  modes: ['event_triggered'],
  purposes: ['attendance'],
  dataCategories: ['login_time'],
  contentLevelMax: 1,
  sensors: [],
  atHome: true,
  privateDevices: false,
} as const;
const keep = (days: number) =>
  ({ text: `Niets langer bewaren dan ${days} dagen`, limit: { kind: 'retention_max_days', value: { purpose: null, days } } }) as const;

/** Signing in: green up to 60 days, amber up to 90, in groups of ten. */
export const SIGN_IN_FRAMEWORK: TypedFramework = {
  title: 'Aanmelden',
  reasons: 'Aanmelden is bij elk volgsysteem hetzelfde.',
  consequences: 'Alleen het moment van in- en uitloggen wordt vastgelegd.',
  grounds: ['k', 'l'],
  endsOn: '2027-12-31',
  classes: [
    { colour: 'green', scope: SCOPE, limits: [keep(60), { text: 'Groepen van 10', limit: { kind: 'smallest_group', value: 10 } }] },
    { colour: 'amber', scope: SCOPE, limits: [keep(90)] },
  ],
};
export const AGREED: TypedFrameworkDecision = {
  decision: 'granted',
  reasons: 'De grenzen zijn smal.',
  metOn: '2026-01-20',
  minutes: 'Wij bespraken het kader.',
  presentCouncil: 'De voorzitter',
  presentEmployer: 'De bestuurder',
  decidedOn: '2026-01-21',
  votesFor: 7,
  votesAgainst: 1,
  votesAbstained: 0,
};

/** The services of frameworks with the real gate behind them, and what their people do with them. */
export const frameworksOn = ({ transactions, asOwner }: TestDatabase, clock: TestClock, staff: Staff) => {
  const chain = new GateChainCheck();
  const frameworks = new FrameworkService(transactions, clock);
  const lights = new LightService(transactions, clock, chain, new GateAttachments());
  const finals = new FinalDecisionService(transactions, clock, chain);
  const press = () => {
    clock.advance({ minutes: 1 });
    return { identity: identityAt(clock.now()), key: newId('i') };
  };
  const propose = async (typed: TypedFramework = SIGN_IN_FRAMEWORK): Promise<string> =>
    (await frameworks.propose(actorOf(staff.director), typed, press())).frameworkId;
  const record = async (frameworkId: string, typed: TypedFrameworkDecision = AGREED, by: GivenPerson = staff.chair): Promise<string> =>
    (await frameworks.recordDecision(actorOf(by), frameworkId, typed, press())).decisionId;
  const decide = async (frameworkId: string, typed: TypedFrameworkDecision = AGREED): Promise<string> => {
    const decisionId = await record(frameworkId, typed);
    if (typed.decision === 'granted') await frameworks.confirmPresence(actorOf(staff.director), decisionId);
    await frameworks.confirm(actorOf(staff.secretary), decisionId, press());
    return decisionId;
  };
  const tell = async (version: Version, frameworkId: string): Promise<string> => {
    const typed = { frameworkId, explanation: 'Wij voeren aanmelden in.' };
    return (await lights.tell(actorOf(staff.director), version.toolId, version.number, typed, press())).consentId;
  };
  /** Every copy that is still waiting leaves now. */
  const mailed = () =>
    asOwner('update council_mailing_recipients set handed_over_at = $1 where handed_over_at is null and bounced_at is null', [clock.now()]);
  return { chain, frameworks, lights, finals, press, propose, record, decide, tell, mailed };
};
export type Frameworks = ReturnType<typeof frameworksOn>;

export interface LightWishes {
  readonly changes?: readonly AnswerInput[];
  readonly capabilities?: Parameters<typeof writeCapabilities>[4];
  readonly residualRisk?: 'low' | 'medium' | 'high';
  readonly isPlatform?: boolean;
  readonly whole?: boolean;
  readonly withoutAdvice?: boolean;
}
/** A version with everything done but the council's consent and what follows from it; `whole`: that as well. */
export const givenUnconsented = async (tx: Tx, staff: Staff, wishes: LightWishes = {}): Promise<Version> => {
  const version = await givenTool(tx, new Date('2026-01-12T08:00:00Z'), {
    until: 'assessed',
    unitIds: [staff.employee.unitId],
    changes: wishes.changes ?? [],
    isPlatform: wishes.isPlatform ?? false,
  });
  const at = new Date('2026-01-12T08:40:00Z');
  if (wishes.capabilities) await writeCapabilities(tx, actorIn('it_admin'), at, version.id, [...SIGN_IN_ONLY, ...wishes.capabilities]);
  const fixed = await fixVersion(tx, actorOf(staff.privacyOfficer, 'privacy_officer'), at, version.id);
  const without = wishes.whole ? [] : (['request', 'meeting', 'decision', 'final', 'copies'] as const);
  const chain = wishes.withoutAdvice ? ([...without, 'advice'] as const) : without;
  await givenChain(tx, fixed, staff, { without: chain, residualRisk: wishes.residualRisk ?? 'low' });
  return fixed;
};
