import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Problem } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { isInSample, keyOfProof, type LeaseClaims } from '../../platform/signing/index.js';
import { AgentDoor, bindingsOf, noteSharedLease, SigningKeys } from '../agents/index.js';
import { isCovered } from '../gate/index.js';
import { acceptedFingerprints } from '../tools/index.js';
import { AgentsOfKeys } from './agents-of-keys.js';
import { all, type BatchAnswer, countLines, linesOf, reasonsOf } from './batch-answer.js';
import { noteBreach } from './breaches/note-breach.js';
import { addUp } from './domain/add-up.js';
import { arrivalsIn } from './domain/arrivals.js';
import { type Accepted, type CheckFacts, LineCheck } from './domain/check-lines.js';
import { limitsOf } from './domain/lease-limits.js';
import {
  findBatch,
  holdBatch,
  holdStanding,
  insertBatch,
  leasesHeld,
  type KeptBatch,
  type Standing,
  wasGiven,
} from './ingest.repository.js';
import { keepLines } from './kept-lines.js';
import { MarkKey } from './mark-key.js';
import { noteArrivals } from './retention/arrivals.repository.js';
import { RetentionPlans } from './retention-plan.js';
import { spread } from './spread.js';
import { addToRollups, countPerson } from './rollups.repository.js';
import { strangersLease } from './strangers-lease.js';
import { leaseIn, verifyLease } from './verify-lease.js';

export interface Sent {
  readonly proof: unknown;
  readonly authorization: unknown;
  /** The name of the batch: the same name again gets the same answer. */
  readonly named: string;
  /** Unpacked. */
  readonly body: Buffer;
}

interface Sender {
  readonly agentId: string;
  readonly toolId: string;
  readonly thumbprint: string;
}

const DAY_MS = 86_400_000;

const refusal = (code: string): Problem => new Problem(403, 'measurements.refused', [{ code }]);

@Injectable()
export class IngestService {
  private readonly plans = new RetentionPlans();
  private readonly agents = new AgentsOfKeys();

  constructor(
    private readonly transactions: Transactions,
    private readonly door: AgentDoor,
    private readonly keys: SigningKeys,
    @Inject(MarkKey) private readonly marks: Pick<MarkKey, 'of'>,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Takes a batch in under a lease, each line checked; or 403 with what is wrong with the lease. What is refused is counted, never kept. */
  async receive(sent: Sent): Promise<BatchAnswer> {
    const token = leaseIn(sent.authorization);
    const sender = await this.sender(sent.proof, token);
    const count = countLines(sent.body);
    if (count === 0) throw new Problem(400, 'batch.empty');
    const { agentId, thumbprint } = sender;
    const keys = this.keys.published();
    if (keys.length === 0) throw new Problem(503, 'keys.unreadable');
    const own = { keys, issuer: this.config.baseUrl, agentId, thumbprint, now: this.clock.now() };
    const verified = token === null ? null : verifyLease(token, own);
    if (!verified?.ok) {
      if (verified?.sharedJti) await this.cameUnderAnothers(verified.sharedJti, agentId);
      if (!verified?.recent && !(await this.isOfWithdrawnKey(agentId, verified?.saidJti ?? null)))
        await this.cameWithoutLease(sender, count);
      throw refusal(verified ? `lease.${verified.fault}` : 'lease.missing');
    }
    const lines = linesOf(sent.body);
    const hash = this.marks.of('batch', sent.body);
    const taken = await this.transactions.run((tx) => this.takeIn(tx, sender, verified.claims, { ...sent, lines, hash }));
    if (taken === 'lease.unknown') {
      await this.cameWithoutLease(sender, lines.length);
      throw refusal(taken);
    }
    return taken;
  }

  /** A lease that we gave with a key that was withdrawn since. Its figures are refused, and its agent asks for another: no data without a lease. */
  private async isOfWithdrawnKey(agentId: string, saidJti: string | null): Promise<boolean> {
    return saidJti !== null && this.transactions.read((tx) => wasGiven(tx, agentId, saidJti, this.clock.now()));
  }

  /** Nothing of it is kept. Its tool stops, and whoever must report a breach is told. */
  private cameWithoutLease({ agentId, toolId }: Sender, lines: number): Promise<void> {
    return this.transactions.run((tx) => noteBreach(tx, this.clock.now(), { toolId, agentId, lines }, this.config.baseUrl));
  }

  /** Two agents with one lease: the tool of that lease stops, too. */
  private cameUnderAnothers(jti: string, usedBy: string): Promise<void> {
    return this.transactions.run((tx) => noteSharedLease(tx, this.clock.now(), { jti, usedBy }));
  }

  /** Who proves, for this very request and lease, to hold an enrolled key. */
  private async sender(proof: unknown, token: string | null): Promise<Sender> {
    const thumbprint = keyOfProof(proof);
    const agentId = thumbprint && (await this.agents.of(this.transactions, thumbprint));
    if (!agentId) throw await this.stranger(proof, token, thumbprint);
    const agent = await this.door.admit(agentId, proof, 'measurements', 'measurements.refused', token ?? undefined);
    return { agentId, toolId: agent.toolId, thumbprint: agent.thumbprint };
  }

  /** A lease of ours in a stranger's hands was taken from its agent: its tool stops. */
  private async stranger(proof: unknown, token: string | null, thumbprint: string | null): Promise<Problem> {
    const jti = strangersLease(proof, token, { keys: this.keys.published(), issuer: this.config.baseUrl, now: this.clock.now() });
    if (jti) await this.cameUnderAnothers(jti, thumbprint ?? '');
    return refusal(thumbprint ? 'agent.unknown' : 'proof.invalid');
  }

  private async takeIn(
    tx: Tx,
    sender: Sender,
    claims: LeaseClaims,
    batch: { readonly named: string; readonly lines: readonly string[]; readonly hash: string },
  ): Promise<BatchAnswer | 'lease.unknown'> {
    await holdBatch(tx, sender.agentId, batch.named);
    const earlier = await findBatch(tx, sender.agentId, batch.named);
    if (earlier && earlier.hash !== batch.hash) throw new Problem(422, 'batch.other-content');
    if (earlier) return earlier.answer as BatchAnswer;
    const now = this.clock.now();
    const standing = await holdStanding(tx, sender.agentId, sender.toolId, claims.jti);
    if (!standing) return 'lease.unknown';
    await this.mustStand(tx, sender, claims, standing, now);
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
      held: await leasesHeld(tx, of, new Date(now.getTime() - 2 * DAY_MS)),
      inSample: (at) => isInSample(claims.psn, at, limits.sampling),
      now,
      keepDays: (category, place) => {
        const days = plan(category, place);
        return days === null ? null : Math.min(days, longest);
      },
    };
  }

  /** The lease still stands: its agent, its activation, that the agent is its person's, and the person's cover, now and until the commit. */
  private async mustStand(tx: Tx, { agentId, toolId }: Sender, claims: LeaseClaims, standing: Standing, now: Date): Promise<void> {
    if (!standing.inUse) throw refusal('agent.blocked');
    if (!standing.stands || standing.activationId !== claims.act) throw refusal('lease.over');
    if ((await bindingsOf(tx, [{ agentId, personId: standing.personId }])).size === 0) throw refusal('not_covered');
    const accepted = await acceptedFingerprints(tx, toolId, standing.fingerprint);
    const { alwaysOffPercent } = limitsOf(claims.lim, claims.scope);
    const version = { id: standing.versionId, toolId };
    if (!(await isCovered(tx, version, accepted, { personId: standing.personId, now }, alwaysOffPercent))) throw refusal('not_covered');
  }

  /** What is kept per person goes into its table, while what follows is still read; everything is added to the figures of the person's group. */
  private async store(tx: Tx, of: KeptBatch & { readonly unitId: string }, parts: Iterable<readonly Accepted[]>): Promise<void> {
    const { arrivals, additions, countings } = await keepLines(tx, of, parts, (accepted, kept) => ({
      arrivals: arrivalsIn(kept),
      ...addUp(accepted),
    }));
    if (arrivals.length > 0) await noteArrivals(tx, of, arrivals);
    await addToRollups(tx, of, additions);
    await countPerson(tx, of, of.personId, countings);
  }
}
