import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Problem } from '../../kernel/problem.js';
import { Places, Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { isInSample, type LeaseClaims } from '../../platform/signing/index.js';
import { all, type BatchAnswer, countLines, linesOf, reasonsOf } from './batch-answer.js';
import type { Entered } from './batch-door.js';
import { addUp } from './domain/add-up.js';
import { arrivalsIn } from './domain/arrivals.js';
import { type Accepted, type CheckFacts, LineCheck } from './domain/check-lines.js';
import { limitsOf } from './domain/lease-limits.js';
import { findBatch, holdBatch, insertBatch, leasesHeld, type KeptBatch, type Standing } from './ingest.repository.js';
import { keepLines } from './kept-lines.js';
import { type Held, LeaseJudge, neverGiven } from './lease-judge.service.js';
import { MarkKey } from './mark-key.js';
import { mustStand, type Sender } from './must-stand.js';
import { noteArrivals } from './retention/arrivals.repository.js';
import { RetentionPlans } from './retention-plan.js';
import { spread } from './spread.js';
import { addToRollups, countPerson } from './rollups.repository.js';
import { unpack } from './unpack.js';

const DAY_MS = 86_400_000;
/** Two thirds of the connections: a tool that is being stopped or locked keeps its batches waiting, and may not keep everybody else. */
const BATCHES_AT_ONCE = 8;

@Injectable()
export class IngestService {
  private readonly plans = new RetentionPlans();
  private readonly places = new Places(BATCHES_AT_ONCE);

  constructor(
    private readonly transactions: Transactions,
    private readonly judge: LeaseJudge,
    @Inject(MarkKey) private readonly marks: Pick<MarkKey, 'of'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Takes a batch in under a lease, each line checked; or 403 with what is wrong with the lease. What is refused is counted, never kept. */
  async receive({ held, named, encoding }: Entered, packed: Buffer): Promise<BatchAnswer> {
    const body = await this.readable(held, 0, () => unpack(packed, encoding));
    const count = countLines(body);
    if (count === 0) throw new Problem(400, 'batch.empty');
    const lines = await this.readable(held, count, () => linesOf(body));
    const hash = this.marks.of('batch', body);
    const taken = await this.places.within(() => this.transactions.runAgain((tx) => this.takeIn(tx, held, { named, lines, hash })));
    if (taken === 'lease.unknown') throw await this.judge.refuse(neverGiven(held.sender), count);
    return taken;
  }

  /** What is wrong with a body is said to whoever has a lease that stands. */
  private async readable<T>(held: Held, lines: number, read: () => T | Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      const found = await this.judge.standing(held);
      throw found.ok ? error : await this.judge.refuse(found, lines);
    }
  }

  private async takeIn(
    tx: Tx,
    { sender, claims }: Held,
    batch: { readonly named: string; readonly lines: readonly string[]; readonly hash: string },
  ): Promise<BatchAnswer | 'lease.unknown'> {
    await holdBatch(tx, sender.agentId, batch.named);
    const earlier = await findBatch(tx, sender.agentId, batch.named);
    if (earlier?.hash === batch.hash) return earlier.answer as BatchAnswer;
    const now = this.clock.now();
    const standing = await mustStand(tx, sender, claims, now);
    if (!standing) return 'lease.unknown';
    if (earlier) throw new Problem(422, 'batch.other-content');
    const limits = limitsOf(claims.lim, claims.scope);
    const check = new LineCheck(batch.lines, await this.allowed(tx, { ...sender, ...standing }, claims, now));
    const id = newId('b');
    const of = { id, toolId: sender.toolId, ...standing };
    const thinned =
      limits.intervalSeconds === null
        ? null
        : await spread(tx, this.marks.of, { ...sender, ...standing, seconds: limits.intervalSeconds }, all(check), now);
    await this.store(tx, of, thinned ? [thinned.accepted] : check.parts());
    const checked = thinned ?? check.checked;
    const reasons = reasonsOf(checked);
    const accepted = checked.accepted.length;
    const answer = { batchId: batch.named, accepted, refused: batch.lines.length - accepted, reasons };
    const refused = reasons.map(({ code, count }) => ({ reason: code, lines: count }));
    const { toolId, agentId } = sender;
    const made = { id, agentId, toolId, versionId: standing.versionId, named: batch.named, hash: batch.hash };
    await insertBatch(tx, { ...made, answer, accepted, refused, at: now, day: dayOf(now) });
    return answer;
  }

  private async allowed(tx: Tx, of: Sender & Standing, claims: LeaseClaims, now: Date): Promise<CheckFacts> {
    const limits = limitsOf(claims.lim, claims.scope);
    const plan = await this.plans.of(tx, { id: of.activationId, versionId: of.versionId, limits: of.limits });
    const longest = limits.retentionDays ?? Number.POSITIVE_INFINITY;
    return {
      limits,
      held: await leasesHeld(tx, of, new Date(now.getTime() - 2 * DAY_MS), Math.max(0, (limits.intervalSeconds ?? 0) * 1000 - 1)),
      inSample: (at) => isInSample(claims.psn, at, limits.sampling),
      now,
      keepDays: (category, place) => {
        const days = plan(category, place);
        return days === null ? null : Math.min(days, longest);
      },
    };
  }

  /** What is kept per person goes into its table, while what follows is still read; everything is added to the figures of the person's group. */
  private async store(tx: Tx, of: KeptBatch & Pick<Standing, 'unitId' | 'someEnded'>, parts: Iterable<readonly Accepted[]>): Promise<void> {
    const { arrivals, additions, countings } = await keepLines(tx, of, parts, (accepted, kept) => ({
      arrivals: arrivalsIn(kept),
      ...addUp(accepted),
    }));
    if (arrivals.length > 0) await noteArrivals(tx, of, arrivals);
    await addToRollups(tx, of, additions);
    await countPerson(tx, of, of.personId, countings);
  }
}
