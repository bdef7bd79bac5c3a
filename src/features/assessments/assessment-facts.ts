import type { Dossier, MachineLimit } from '../../policy/index.js';
import { together, type Tx } from '../../platform/database/index.js';
import { organisationFacts } from '../people/index.js';
import { dossierFacts, readVersion, type Version } from '../tools/index.js';
import {
  type Advice,
  adviceOn,
  type AdviceName,
  type AdviceRequest,
  type Deviation,
  deviationsOn,
  requestOn,
} from './advice.repository.js';
import { commentsOn, type ShownComment } from './comments/shown-comments.js';
import { adviceFacts, type AdviceOutcome, dpiaFacts, evaluationDay, standingLimits } from './domain/facts.js';
import { highestRest, type Risk } from './domain/residual-risk.js';
import { type Fixing, finishedSections, fixingOn, lastFixing, loweredRisk, risksOf } from './dpia.repository.js';

export interface AssessmentFacts {
  readonly dpia: Required<NonNullable<Dossier['dpia']>>;
  readonly dpoAdvice: Required<NonNullable<Dossier['dpoAdvice']>>;
  readonly checks: { readonly E6: boolean };
  readonly chain: {
    readonly dpiaFixed: boolean;
    readonly adviceAsked: boolean;
    readonly adviceGiven: boolean;
    readonly conditionsCarriedOut: boolean;
  };
  /** The DPO's machine limits: they count as soon as they are compiled in. */
  readonly limits: readonly MachineLimit[];
  /** The rows that prove E1-E4, E15, E16 and E5. */
  readonly proofs: { readonly fixingId: string | null; readonly adviceId: string | null };
  /** Who fixed, advised or deviated: never who activates. */
  readonly approvedBy: readonly string[];
}

/** What the DPO was asked and said about a version, through carriages too. */
export interface AdviceCase {
  readonly fixing: Fixing | null;
  readonly request: AdviceRequest | null;
  readonly advice: Advice | null;
  readonly deviations: readonly Deviation[];
  readonly outcome: AdviceOutcome;
}

const dpoStands = async (tx: Tx): Promise<boolean> => {
  const organisation = await organisationFacts(tx);
  const required = organisation.publicBody !== false || organisation.largeScaleCore === true;
  return required || organisation.dpoAppointed !== false;
};

/** A deviation from this advice, the last one. */
const deviationFrom = (advice: Advice | null, deviations: readonly Deviation[]): string | null =>
  deviations.filter(({ kind, adviceId }) => kind === 'negative' && advice !== null && adviceId === advice.id).at(-1)?.reason ?? null;

export const readAdviceCase = async (tx: Tx, version: Version, accepted: readonly string[]): Promise<AdviceCase> => {
  const { toolId, fingerprint } = version;
  const { fixing, request, advice, deviations, stands } = await together({
    fixing: fixingOn(tx, toolId, accepted),
    request: requestOn(tx, toolId, accepted),
    advice: adviceOn(tx, toolId, accepted),
    deviations: deviationsOn(tx, toolId, accepted),
    stands: dpoStands(tx),
  });
  const outcome = adviceFacts({
    fingerprint,
    accepted,
    request,
    advice,
    deviationReason: deviationFrom(advice, deviations),
    dossier: dossierFacts(version),
    dpoStands: stands,
  });
  return { fixing, request, advice, deviations, outcome };
};

/** The highest rest risk: as the fixed DPIA has it, else of the rows that stand there now. */
const highestOf = async (tx: Tx, version: Version, fixing: Fixing | null): Promise<Fixing['highestRest'] | null> =>
  fixing ? fixing.highestRest : highestRest(await risksOf(tx, version.id));

const readDpia = async (tx: Tx, version: Version, { fixing }: AdviceCase, limits: readonly MachineLimit[]) => {
  const { earlier, finished, highest, lowered } = await together({
    earlier: fixing ? Promise.resolve(null) : lastFixing(tx, version.toolId),
    finished: finishedSections(tx, version.id),
    highest: highestOf(tx, version, fixing),
    lowered: loweredRisk(tx, fixing?.versionId ?? version.id),
  });
  return dpiaFacts({
    fingerprint: version.fingerprint,
    fixing,
    earlier,
    finished,
    highestRest: highest,
    lowered,
    answers: dossierFacts(version).dpia ?? {},
    evaluateOn: evaluationDay([...limits]),
  });
};

/** The gate's facts of steps 3 and 4. `accepted`: the version's fingerprint and those whose approvals it carries. */
export const assessmentFacts = async (tx: Tx, version: Version, accepted: readonly string[]): Promise<AssessmentFacts> => {
  const found = await readAdviceCase(tx, version, accepted);
  const { fixing, request, advice, deviations, outcome } = found;
  const limits = standingLimits(advice?.conditions ?? [], outcome.states);
  return {
    dpia: await readDpia(tx, version, found, limits),
    dpoAdvice: outcome.dpoAdvice,
    checks: { E6: outcome.conditionsSettled },
    chain: {
      dpiaFixed: fixing !== null,
      adviceAsked: request !== null,
      adviceGiven: advice !== null,
      conditionsCarriedOut: outcome.conditionsCarriedOut,
    },
    limits,
    proofs: { fixingId: fixing?.id ?? null, adviceId: advice?.id ?? null },
    approvedBy: [fixing?.fixedBy, advice?.advisedBy, ...deviations.map(({ by }) => by)].filter((by): by is string => by !== undefined),
  };
};

export interface ShownAdvice {
  readonly advice: AdviceName;
  readonly reasons: string;
  readonly conditions: readonly string[];
  readonly advisedAt: Date;
  readonly comments: readonly ShownComment[];
}
/** The advice as the council sees it; null while nothing was received. */
export const adviceShown = async (tx: Tx, version: Version, accepted: readonly string[]): Promise<ShownAdvice | null> => {
  const advice = await adviceOn(tx, version.toolId, accepted);
  if (!advice) return null;
  return {
    advice: advice.advice,
    reasons: advice.reasons,
    conditions: advice.conditions.map(({ text }) => text),
    advisedAt: advice.advisedAt,
    comments: await commentsOn(tx, advice.requestId, await readVersion(tx, advice.versionId), 'nl'),
  };
};

/** What the director said against the advice, or that it was asked and not received, as the council sees it; oldest first. */
export const deviationsShown = (tx: Tx, version: Version, accepted: readonly string[]): Promise<Deviation[]> =>
  deviationsOn(tx, version.toolId, accepted);

/** The rows of risks as they were when the DPIA was fixed, for the council. */
export const risksShown = async (tx: Tx, version: Version, accepted: readonly string[]): Promise<Risk[]> => {
  const fixing = await fixingOn(tx, version.toolId, accepted);
  return fixing ? risksOf(tx, fixing.versionId) : [];
};
