import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../kernel/actor.js';
import { type Clock } from '../../kernel/clock.js';
import { notFound, Problem, refused } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import type { Dossier } from '../../policy/index.js';
import { record } from '../evidence/index.js';
import { namesOf } from '../people/index.js';
import {
  acceptedFingerprints,
  addAmendment,
  confirmCarriage,
  dossierFacts,
  latestVersion,
  lockToolOf,
  nextVersion,
  readVersion,
  type Version,
  versionAt,
} from '../tools/index.js';
import { conditionReasons, type ConditionReason, insertConditionAct } from './advice.repository.js';
import { mailHolders } from './advice-mails.js';
import { type AdviceCase, assessmentFacts, readAdviceCase } from './assessment-facts.js';
import { signersOf } from './assessment.service.js';
import { type OpenCarriage, openCarriageTo } from './carriages.repository.js';
import { commentsOn, type ShownComment, type ShownComments, shownComments } from './comments/shown-comments.js';
import { type AdviceCondition, type ConditionActKind, conditionState, type ConditionState, mayFollow } from './domain/conditions.js';
import type { LoweredRisk, Risk } from './domain/residual-risk.js';
import { loweredRisk, risksOf, sectionNotes, type SectionNote } from './dpia.repository.js';
import { assessedDossier } from './read-assessment.js';

/** Who does what: HR carries out, the director refuses, the DPO confirms or reopens. */
const ACTORS: Readonly<Record<ConditionActKind, Actor['role']>> = {
  carried_out: 'hr_registrar',
  refused: 'director',
  confirmed: 'dpo',
  reopened: 'dpo',
};

export interface ConditionView {
  readonly condition: AdviceCondition;
  readonly state: ConditionState;
  readonly reasons: readonly ConditionReason[];
}
export interface AdviceModel {
  readonly version: Version;
  readonly found: AdviceCase;
  readonly conditions: readonly ConditionView[];
  readonly carriage: OpenCarriage | null;
  /** The conditions were set on the version before, and this one is to carry them out. */
  readonly inherited: boolean;
  readonly lowered: LoweredRisk | null;
  readonly risks: readonly Risk[];
  readonly notes: readonly SectionNote[];
  readonly dossier: Dossier;
  readonly names: ReadonlyMap<string, string>;
  /** What the DPO said of single answers, as it came with the advice. */
  readonly shown: ShownComments;
  /** The same while the DPO still advises: for the DPO alone. */
  readonly comments: readonly ShownComment[];
}

/** The advice that a version answers to: its own, or while approvals have not been carried over that of the version it amends. */
const caseOf = async (tx: Tx, version: Version): Promise<{ found: AdviceCase; accepted: readonly string[]; inherited: boolean }> => {
  const accepted = await acceptedFingerprints(tx, version.toolId, version.fingerprint);
  const found = await readAdviceCase(tx, version, accepted);
  if (found.advice || !version.amends || !version.followsId) return { found, accepted, inherited: false };
  const earlier = await readVersion(tx, version.followsId);
  const both = [...accepted, ...(await acceptedFingerprints(tx, version.toolId, earlier.fingerprint))];
  return { found: await readAdviceCase(tx, version, both), accepted: both, inherited: true };
};

const adviceModel = async (tx: Tx, version: Version, now: Date, language: Language): Promise<AdviceModel> => {
  const { found, accepted, inherited } = await caseOf(tx, version);
  const reasons = found.advice ? await conditionReasons(tx, found.advice.id) : [];
  const facts = dossierFacts(version);
  const assessed = found.fixing?.versionId ?? version.id;
  const { approvedBy } = await assessmentFacts(tx, version, accepted);
  return {
    version,
    found,
    inherited,
    conditions: (found.advice?.conditions ?? []).map((condition) => ({
      condition,
      state: conditionState(condition, accepted, facts),
      reasons: reasons.filter(({ conditionId }) => conditionId === condition.id),
    })),
    carriage: await openCarriageTo(tx, version.id),
    lowered: await loweredRisk(tx, assessed),
    risks: await risksOf(tx, assessed),
    notes: await sectionNotes(tx, assessed),
    dossier: await assessedDossier(tx, version, now),
    names: await namesOf(tx, [...approvedBy, ...signersOf(version)]),
    shown: await shownComments(tx, version, language),
    comments: found.request ? await commentsOn(tx, found.request.id, version, language) : [],
  };
};

@Injectable()
export class ConditionsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  show(toolId: string, number: number, language: Language = 'nl'): Promise<AdviceModel> {
    return this.transactions.read(async (tx) => adviceModel(tx, await versionAt(tx, toolId, number), this.clock.now(), language));
  }

  /** For the DPO: 404 until advice was asked. */
  asked(versionId: string, language: Language = 'nl'): Promise<AdviceModel> {
    return this.transactions.read(async (tx) => {
      const model = await adviceModel(tx, await readVersion(tx, versionId), this.clock.now(), language);
      if (!model.found.request) throw notFound();
      return model;
    });
  }

  act(actor: Actor, at: { toolId: string; number: number; conditionId: string }, kind: ConditionActKind, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      if (actor.role !== ACTORS[kind]) throw new Problem(403, 'role.other', [{ code: 'role.other', turn: ACTORS[kind] }]);
      const version = await this.locked(tx, at.toolId, at.number);
      const { found, accepted, inherited } = await caseOf(tx, version);
      const condition = found.advice?.conditions.find(({ id }) => id === at.conditionId);
      if (!condition) throw notFound();
      const state = conditionState({ ...condition, limit: null }, accepted, {});
      if (!mayFollow(kind, state)) throw refused(`condition.${state}`);
      if (kind === 'confirmed') await this.carry(tx, actor, now, version, inherited);
      const act = { conditionId: condition.id, kind, reason, fingerprint: version.fingerprint };
      const id = await insertConditionAct(tx, act, { personId: actor.personId ?? 'system', at: now });
      await this.tell(tx, kind, version);
      const payload = { condition: condition.id, fingerprint: version.fingerprint };
      return record(tx, actor, now, `condition.${kind.replace('_', '-')}`, { toolId: at.toolId, subjectId: id }, payload);
    });
  }

  /** One act of the DPO: the condition is carried out, and so the approvals pass to the stricter version. */
  private async carry(tx: Tx, actor: Actor, now: Date, version: Version, inherited: boolean): Promise<void> {
    const carriage = await openCarriageTo(tx, version.id);
    if (inherited && !carriage?.isStated) throw refused('carriage.dpia-unstated');
    if (carriage?.waitsForDpo) await confirmCarriage(tx, actor, now, carriage.id);
  }

  private async tell(tx: Tx, kind: ConditionActKind, { toolName, number }: Version): Promise<void> {
    if (kind === 'carried_out') await mailHolders(tx, ['dpo'], 'carriedOut', { toolName, number });
    if (kind === 'reopened') await mailHolders(tx, ['hr_registrar'], 'reopened', { toolName, number });
  }

  /** HR makes the version that carries the condition out, or adds the condition to the one that is being made. */
  amend(actor: Actor, at: { toolId: string; number: number; conditionId: string }): Promise<Version> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      if (actor.role !== 'hr_registrar') throw new Problem(403, 'role.other', [{ code: 'role.other', turn: 'hr_registrar' }]);
      const version = await this.locked(tx, at.toolId, at.number);
      const { found } = await caseOf(tx, version);
      const condition = found.advice?.conditions.find(({ id }) => id === at.conditionId);
      if (!condition) throw notFound();
      const amends = {
        conditionKind: 'dpo',
        conditionId: condition.id,
        text: condition.text,
        isMachineLimit: condition.limit !== null,
      } as const;
      const last = await latestVersion(tx, at.toolId);
      if (last.fixedAt || !last.amends) return nextVersion(tx, actor, now, at.toolId, { amends });
      await addAmendment(tx, actor, now, last.id, amends);
      return last;
    });
  }

  private async locked(tx: Tx, toolId: string, number: number): Promise<Version> {
    const found = await versionAt(tx, toolId, number);
    await lockToolOf(tx, found.id);
    return readVersion(tx, found.id);
  }
}
