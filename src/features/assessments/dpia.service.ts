import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf, type Day } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Problem, refused, unusable } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { confirmIdentity, type Identity, identityAsked, type IdentityAsked } from '../people/index.js';
import {
  acceptedFingerprints,
  fixVersion,
  lockToolOf,
  proposeCarriage,
  readVersion,
  stateDpiaHolds,
  type Version,
  versionAt,
  writeAnswers,
} from '../tools/index.js';
import { type BalancingTest, balancingTests, canBeSigned, digestOf, SIGNATURE } from './domain/balancing.js';
import { type Grade, highestRest, isLower, type LoweredRisk, residualRisk } from './domain/residual-risk.js';
import type { RisksInput } from './domain/risk-page-form.js';
import { defaultReview, isReviewDay, latestReview } from './domain/review-term.js';
import { unfinished, type SectionCode } from './domain/sections.js';
import {
  deleteLowered,
  type Fixing,
  finishedSections,
  finishSection,
  fixingOn,
  insertFixing,
  insertSignature,
  loweredRisk,
  reopenSection,
  replaceRisks,
  risksOf,
  writeLowered,
} from './dpia.repository.js';
import { type OpenCarriage, openCarriageTo } from './carriages.repository.js';

export interface FixingModel {
  readonly version: Version;
  readonly unfinished: readonly SectionCode[];
  readonly residualRisk: Grade | null;
  readonly lowered: LoweredRisk | null;
  readonly review: { readonly proposed: Day; readonly latest: Day };
  readonly fixing: Fixing | null;
  /** This version carries out a condition: the DPIA of the one before may still hold. */
  readonly carriage: OpenCarriage | null;
}
const mustBe = (actor: Actor, role: Actor['role']): void => {
  if (actor.role !== role) throw new Problem(403, 'role.other', [{ code: 'role.other', turn: role }]);
};
const by = (actor: Actor, now: Date) => ({ personId: actor.personId ?? 'system', at: now });

@Injectable()
export class DpiaService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** The rows of risks, at once. Without rows the section cannot be finished: the residual risk is the highest rest. */
  saveRisks(actor: Actor, toolId: string, number: number, input: RisksInput): Promise<{ reference: string; finished: boolean }> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      mustBe(actor, 'privacy_officer');
      const version = await this.lockOpen(tx, toolId, number);
      await replaceRisks(tx, version.id, input.risks, by(actor, now));
      const lower = input.lowered !== null && isLower(highestRest(input.risks), input.lowered.residualRisk);
      if (input.lowered && lower) await writeLowered(tx, version.id, input.lowered, by(actor, now));
      else await deleteLowered(tx, version.id);
      const finished = input.finished && input.risks.length > 0;
      if (finished) await finishSection(tx, version.id, 'risks', by(actor, now));
      else await reopenSection(tx, version.id, 'risks');
      const payload = { section: 'risks', finished, rows: input.risks.length, lowered: lower };
      const reference = await record(tx, actor, now, 'assessment.written', { toolId, subjectId: version.id }, payload);
      return { reference, finished };
    });
  }

  tests(
    actor: Actor,
    toolId: string,
    number: number,
  ): Promise<{ version: Version; tests: readonly BalancingTest[]; identity: IdentityAsked }> {
    return this.transactions.read(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      return { version, tests: balancingTests(version.answers), identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  /** The director signs every test that is complete and won. A later change of a test takes its signature away. */
  sign(actor: Actor, toolId: string, number: number, identity: Identity): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      mustBe(actor, 'director');
      const found = await versionAt(tx, toolId, number);
      await lockToolOf(tx, found.id);
      const version = await readVersion(tx, found.id);
      const ready = balancingTests(version.answers).filter((test) => test.signedBy === null && canBeSigned(test));
      if (ready.length === 0) throw refused('balancing.nothing-to-sign');
      await confirmIdentity(tx, now, actor, identity);
      for (const { item } of ready)
        await insertSignature(tx, version.id, { item, digest: digestOf(version.answers, item) }, by(actor, now));
      const answers = ready.map(({ item }) => ({ attribute: SIGNATURE, item, value: actor.personId ?? 'system' }));
      await writeAnswers(tx, actor, now, version.id, answers);
      return record(tx, actor, now, 'balancing.signed', { toolId, subjectId: version.id }, { purposes: ready.map(({ code }) => code) });
    });
  }

  isReview(day: Day): boolean {
    return isReviewDay(day, dayOf(this.clock.now()));
  }

  fixingModel(toolId: string, number: number): Promise<FixingModel> {
    return this.transactions.read(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      const today = dayOf(this.clock.now());
      const lowered = await loweredRisk(tx, version.id);
      const accepted = await acceptedFingerprints(tx, toolId, version.fingerprint);
      return {
        version,
        unfinished: unfinished(await finishedSections(tx, version.id)),
        residualRisk: residualRisk(highestRest(await risksOf(tx, version.id)), lowered),
        lowered,
        review: { proposed: defaultReview(today), latest: latestReview(today) },
        fixing: await fixingOn(tx, toolId, accepted),
        carriage: await openCarriageTo(tx, version.id),
      };
    });
  }

  /** "Stel de DPIA vast": from here on the version's material facts stay as they are. Again on the same version it is its review. */
  fix(actor: Actor, toolId: string, number: number, reviewDue: Day): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      mustBe(actor, 'privacy_officer');
      const found = await versionAt(tx, toolId, number);
      await lockToolOf(tx, found.id);
      const version = await readVersion(tx, found.id);
      if (!version.registeredAt) throw refused('version.unregistered');
      const open = unfinished(await finishedSections(tx, version.id));
      if (open.length > 0)
        throw refused(
          'dpia.unfinished',
          open.map((section) => ({ code: `dpia.unfinished.${section}`, field: section })),
        );
      if (!isReviewDay(reviewDue, dayOf(now))) throw unusable('reviewDue', 'review.out-of-range');
      const highest = highestRest(await risksOf(tx, version.id));
      if (highest === null) throw refused('dpia.no-risks');
      const { fingerprint } = await fixVersion(tx, actor, now, version.id);
      const id = newId('x');
      await insertFixing(tx, toolId, { id, versionId: version.id, fingerprint, highestRest: highest, reviewDue }, by(actor, now));
      return record(tx, actor, now, 'dpia.fixed', { toolId, subjectId: id }, { fingerprint, highestRest: highest, reviewDue });
    });
  }

  /** An amending version only became stricter: the privacy officer states that the DPIA of the one before still holds. */
  stateStillHolds(actor: Actor, toolId: string, number: number): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      mustBe(actor, 'privacy_officer');
      const version = await versionAt(tx, toolId, number);
      await lockToolOf(tx, version.id);
      await fixVersion(tx, actor, now, version.id);
      const open = await openCarriageTo(tx, version.id);
      const carriageId = open?.id ?? (await proposeCarriage(tx, actor, now, version.id));
      return stateDpiaHolds(tx, actor, now, carriageId);
    });
  }

  private async lockOpen(tx: Tx, toolId: string, number: number): Promise<Version> {
    const version = await versionAt(tx, toolId, number);
    await lockToolOf(tx, version.id);
    if (version.fixedAt) throw refused('dpia.fixed-already');
    return version;
  }
}
