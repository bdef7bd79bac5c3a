import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { Problem } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { together, Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { AgentDoor } from './agent-door.service.js';
import { bindListed } from './bind-listed.js';
import { SigningKeys } from './keys/signing-keys.js';
import { type Admission, admitAll, agentsThatKnock, type Knock } from './leasing/admission.js';
import { ApprovedSheets } from './leasing/approved-sheets.js';
import { decideLeases, holdAll, type LeaseOutcome, type LeaseRequest } from './leasing/decide-leases.js';
import { raiseIncident } from './incidents/raise-incident.js';
import { Grouped } from './leasing/grouped.js';
import type { KnockingAgent } from './leasing/leasing.repository.js';
import { type CopySign, type Showing, type ShownLease, shownLeases } from './leasing/shown-leases.js';
import { ShownSheets } from './leasing/shown-sheets.js';
import { type Asked, recordSettings } from './record-settings.js';

export interface IssuedLease {
  readonly lease: string;
  readonly expiresAt: Date;
  readonly renewAfter: Date;
}

/** An agent at the door, with the lease that it says it holds. */
interface Arrival extends Knock {
  readonly showing: Showing | null;
}
interface Answered {
  readonly admission: Admission;
  /** Null: it holds no lease that we gave it for this person. */
  readonly holds: ShownLease | null;
}

/** Large enough that a gate read once serves many, small enough that a stop waits for no more than a moment. */
const GROUP = { most: 350, lanes: 1 };
/** A group that meets a change is tried again; one that meets them all the time is done in halves. */
const ATTEMPTS_OF_A_GROUP = 4;

@Injectable()
export class LeaseService {
  private readonly sheets = new ApprovedSheets();
  private readonly shown = new ShownSheets();
  private readonly admissions = new Grouped<Arrival, Answered>((arrivals) => this.admitTogether(arrivals), GROUP);
  private readonly decisions = new Grouped<LeaseRequest, LeaseOutcome>((requests) => this.decideTogether(requests), GROUP);

  constructor(
    private readonly transactions: Transactions,
    private readonly door: AgentDoor,
    private readonly keys: SigningKeys,
    @Inject(ConfigToken) private readonly config: Config,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** A lease for one agent and person, or 403 with every reason. A refusal is kept, so it commits before it is told. */
  async lease(agentId: string, proof: unknown, asked: Asked): Promise<IssuedLease> {
    const { person: personId, previous } = asked;
    const showing = previous ? { agentId, personId, jti: previous } : null;
    const { admission, holds } = await this.admissions.join({ agentId, proof: await this.door.openLeaseProof(agentId, proof), showing });
    if (admission instanceof Problem) throw admission;
    const shown = this.shown.hashOf(asked);
    if (!admission.isOut && this.mayBeNews(admission, shown)) await this.writeDown(admission, asked, shown);
    if (!admission.isOut && holds?.sign) await this.noteCopy(admission, holds.sign);
    const outcome = await this.decisions.join({ agentId, personId, shown, holds });
    if ('reasons' in outcome) throw new Problem(403, 'lease.refused', outcome.reasons, { missing: outcome.missing });
    const { leases, own, term } = outcome;
    const lease = await leases.sign(own, this.keys.signing());
    return { lease, expiresAt: term.expiresAt, renewAfter: term.renewAfter };
  }

  /** Proofs count as used even when what follows fails. */
  private admitTogether(arrivals: readonly Arrival[]): Promise<readonly Answered[]> {
    const now = this.clock.now();
    const showings = arrivals.map(({ showing }) => showing);
    return this.transactions.runFrom(
      (tx) => together({ agents: agentsThatKnock(tx, arrivals, now), held: shownLeases(tx, showings, now) }),
      async (tx, { agents, held }) => {
        const admissions = await admitAll(tx, arrivals, agents, now);
        return admissions.map((admission, at) => ({ admission, holds: admission instanceof Problem ? null : (held[at] ?? null) }));
      },
    );
  }

  /** Two machines run with one key: the tool stops before this lease is decided, so nobody gets one. */
  private async noteCopy({ id, toolId }: KnockingAgent, sign: CopySign): Promise<void> {
    const incident = { toolId, agentId: id, kind: 'key_copied', detail: { sign } } as const;
    await this.transactions.run((tx) => raiseIncident(tx, this.clock.now(), incident));
  }

  /** One transaction for all that ask at the same time: as isolated as one for each, and many times cheaper. */
  private decideTogether(requests: readonly LeaseRequest[]): Promise<readonly LeaseOutcome[]> {
    const attempts = requests.length > 1 ? ATTEMPTS_OF_A_GROUP : undefined;
    return this.transactions.serializableFrom(
      (tx) => holdAll(tx, requests),
      (tx, held) => decideLeases(tx, requests, held, { iss: this.config.baseUrl, now: this.clock.now() }),
      attempts,
    );
  }

  /** Whether anything has to be looked up to know that an agent brings nothing new. */
  private mayBeNews({ versionId, approvedHash, toBind }: KnockingAgent, hash: string): boolean {
    return toBind || versionId === null || approvedHash !== hash || this.sheets.known(versionId) !== hash;
  }

  /** Whatever an agent brings that is new: a sheet that it did not show before, or a device that HR's list gave to somebody. */
  private async writeDown({ id, toolId, versionId, approvedHash, toBind }: KnockingAgent, asked: Asked, hash: string): Promise<void> {
    const isKnown = versionId !== null && approvedHash === hash && (await this.sheets.hashOf(this.transactions, versionId)) === hash;
    if (!isKnown) await recordSettings(this.transactions, { id, toolId }, asked, this.clock.now());
    if (toBind) await this.transactions.run((tx) => bindListed(tx, id, toolId, this.clock.now()));
  }
}
