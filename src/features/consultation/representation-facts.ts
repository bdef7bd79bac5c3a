import { type Day, dayOf } from '../../kernel/clock.js';
import type { Dossier, MachineLimit } from '../../policy/index.js';
import { together, type Tx } from '../../platform/database/index.js';
import { lastOfficerChangeAt } from '../people/index.js';
import { dossierFacts, type Version } from '../tools/index.js';
import { readCase } from './case.repository.js';
import { readSecondPersons } from './competence/second-person.repository.js';
import { standingOn } from './competence/competence.repository.js';
import { checksOf, proofsOf, type Checks, type Proofs } from './domain/checks.js';
import type { Condition } from './domain/case-file.js';
import type { AttachmentStates, Known } from './domain/known.js';
import { agreementOf, conditionsOf, limitsOf, pickActs, representationOf, type Acts } from './domain/representation.js';
import { withLightJudged } from './frameworks/domain/judge-light.js';
import { readAnnouncements, readMailings } from './mailing.repository.js';

/** What only the gate knows of a version when it asks for its representation. */
export interface KnownToGate extends AttachmentStates {
  /** While the tool runs: since when. */
  readonly activeSince: Date | null;
}

/** Questions of the council without an answer; whether the employer left a condition out. */
export interface CaseNotes {
  readonly requestId: string | null;
  readonly openQuestions: number;
  readonly leftOut: boolean;
  /** The newest telling under a framework of what counts for this version, also one that a member objected to. */
  readonly light: { readonly id: string; readonly objected: boolean } | null;
}

export interface RepresentationFacts {
  readonly representation: NonNullable<Dossier['representation']>;
  /** For the organisation part: the collective agreement that a claim names. Null without such a claim. */
  readonly agreement: Pick<NonNullable<Dossier['organisation']>, 'collectiveAgreementReference' | 'collectiveAgreementSubstantive'>;
  readonly checks: Checks;
  readonly limits: readonly MachineLimit[];
  /** Of the consent that stands: limits and promises. */
  readonly conditions: readonly Condition[];
  /** The last day for the next evaluation. */
  readonly evaluationDueOn: Day | null;
  readonly proofs: Proofs;
  /** What the gate shows beside its own findings. It blocks nothing by itself. */
  readonly notes: CaseNotes;
  /** Who decided for the employer, and who recorded and confirmed the council's decision. */
  readonly decidedBy: readonly string[];
  /** Who confirmed as the second person where one person would do everything. */
  readonly secondPersons: readonly string[];
}

/** What stands written of a case; what follows from it depends on what else the gate knows. */
export interface CaseRead extends Pick<Known, 'file' | 'standing' | 'mailings' | 'announcements' | 'lastOfficerChangeAt'> {
  readonly secondPersons: readonly string[];
}

/** `accepted`: the fingerprints whose approvals count for the version. The number of queries does not grow with acts or people. */
export const readCaseFacts = (tx: Tx, toolId: string, accepted: readonly string[]): Promise<CaseRead> =>
  together({
    file: readCase(tx, toolId, accepted),
    standing: standingOn(tx, toolId, accepted),
    mailings: readMailings(tx, toolId),
    announcements: readAnnouncements(tx, toolId, accepted),
    lastOfficerChangeAt: lastOfficerChangeAt(tx),
    secondPersons: readSecondPersons(tx, toolId, accepted),
  });

const factsOf = (known: Known, acts: Acts, secondPersons: readonly string[]): RepresentationFacts => {
  const checks = checksOf(known, acts);
  const light = known.file.lights.at(-1);
  return {
    representation: representationOf(known, acts),
    agreement: agreementOf(acts),
    checks,
    limits: limitsOf(acts),
    conditions: conditionsOf(acts),
    evaluationDueOn: acts.evaluation.dueOn,
    proofs: proofsOf(known, acts, checks),
    notes: {
      requestId: acts.request?.id ?? null,
      openQuestions: acts.request?.openQuestions ?? 0,
      leftOut: Boolean(acts.decision?.leftOutAt),
      light: light ? { id: light.id, objected: light.objections.length > 0 } : null,
    },
    decidedBy: [acts.final?.decidedBy, acts.decision?.recordedBy, acts.decision?.confirmedBy].flatMap((person) => person ?? []),
    secondPersons,
  };
};

/** The part of the dossier that the council's and the director's acts make up, with the own checks of E7 to E10. */
export const representationFacts = (
  { secondPersons, ...read }: CaseRead,
  version: Version,
  now: Date,
  gate: KnownToGate,
): RepresentationFacts => {
  const { fingerprint, capabilities } = version;
  const { activeSince } = gate;
  const known = { ...read, fingerprint, capabilities, dossier: dossierFacts(version), attached: gate, activeSince, today: dayOf(now), now };
  return factsOf(known, withLightJudged(known, pickActs(known)), secondPersons);
};
