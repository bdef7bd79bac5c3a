import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { Problem } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { keyOfProof } from '../../platform/signing/index.js';
import { AgentDoor, noteSharedLease, SigningKeys } from '../agents/index.js';
import { AgentsOfKeys } from './agents-of-keys.js';
import { noteBreach } from './breaches/note-breach.js';
import { wasGiven } from './ingest.repository.js';
import { mustStand, refusal, type Sender } from './must-stand.js';
import { strangersLease } from './strangers-lease.js';
import { leaseIn, type Verified, verifyLease } from './verify-lease.js';

/** A sender with a lease that is ours and holds now. Whether it was given and still stands, only our own records know. */
export type Held = Extract<Verified, { ok: true }> & { readonly sender: Sender };
export type NotHeld = Extract<Verified, { ok: false }> & { readonly sender: Sender };

const none = (fault: string, sender: Sender): NotHeld => ({ ok: false, fault, recent: false, sharedJti: null, saidJti: null, sender });
/** A lease of ours that we have no record of. */
export const neverGiven = (sender: Sender): NotHeld => none('unknown', sender);

/** Who sends, and under which lease: before anybody looks at what is sent. */
@Injectable()
export class LeaseJudge {
  private readonly agents = new AgentsOfKeys();

  constructor(
    private readonly transactions: Transactions,
    private readonly door: AgentDoor,
    private readonly keys: SigningKeys,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** From the headers alone; it uses the proof up. */
  async judge(sent: { readonly proof: unknown; readonly authorization: unknown }): Promise<Held | NotHeld> {
    const token = leaseIn(sent.authorization);
    const sender = await this.sender(sent.proof, token);
    const { agentId, thumbprint } = sender;
    const keys = this.keys.published();
    if (keys.length === 0) throw new Problem(503, 'keys.unreadable');
    const own = { keys, issuer: this.config.baseUrl, agentId, thumbprint, now: this.clock.now() };
    return token === null ? none('missing', sender) : { ...verifyLease(token, own), sender };
  }

  /** Whether a lease was given and still stands, for a batch with which something else is wrong. @throws Problem when it was given and does not stand */
  async standing(held: Held): Promise<Held | NotHeld> {
    const { sender, claims } = held;
    const standing = await this.transactions.run((tx) => mustStand(tx, sender, claims, this.clock.now()));
    return standing ? held : neverGiven(sender);
  }

  /**
   * What came without a lease is refused, and nothing of it is kept: its tool stops, and whoever must report a breach is told. Not so where the lease ended or was
   * withdrawn a moment ago. `lines`: as many as could be counted.
   */
  async refuse({ sender, fault, recent, sharedJti, saidJti }: NotHeld, lines: number): Promise<Problem> {
    const { agentId, toolId } = sender;
    if (sharedJti) await this.cameUnderAnothers(sharedJti, agentId);
    if (!recent && !(await this.isOfWithdrawnKey(agentId, saidJti)))
      await this.transactions.runAgain((tx) => noteBreach(tx, this.clock.now(), { toolId, agentId, lines }, this.config.baseUrl));
    return refusal(`lease.${fault}`);
  }

  /** A lease that we gave with a key that was withdrawn since. Its figures are refused, and its agent asks for another: no data without a lease. */
  private async isOfWithdrawnKey(agentId: string, saidJti: string | null): Promise<boolean> {
    return saidJti !== null && this.transactions.read((tx) => wasGiven(tx, agentId, saidJti, this.clock.now()));
  }

  /** Two agents with one lease: the tool of that lease stops, too. */
  private cameUnderAnothers(jti: string, usedBy: string): Promise<void> {
    return this.transactions.runAgain((tx) => noteSharedLease(tx, this.clock.now(), { jti, usedBy }));
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
}
