import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Clock } from '../../src/kernel/clock.js';
import { newSecret } from '../../src/kernel/ids.js';
import {
  faultOfLease,
  jwkOf,
  LEASE_AUDIENCE,
  type LeaseClaims,
  type PublicJwk,
  type PublishedJwk,
  thumbprint,
  writeProof,
} from '../../src/platform/signing/index.js';

/** A key as an agent makes it on its own device. */
export interface AgentKey {
  readonly privateKey: KeyObject;
  readonly publicKey: PublicJwk;
  readonly thumbprint: string;
}

export const newAgentKey = (): AgentKey => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = jwkOf(privateKey);
  return { privateKey, publicKey, thumbprint: thumbprint(publicKey) };
};

/** A proof of possession for one POST to `url`. */
export const proofFor = (key: AgentKey, url: string, now: Date, jti = newSecret(12)): string =>
  writeProof({ method: 'POST', url, jti, now }, key.privateKey);

/** What a lease says, without checking it. */
export const claimsOf = (lease: string): LeaseClaims =>
  JSON.parse(Buffer.from(lease.split('.')[1] ?? '', 'base64url').toString('utf8')) as LeaseClaims;

export interface LeaseAnswer {
  readonly lease?: string;
  readonly expiresAt?: string;
  readonly renewAfter?: string;
  readonly code?: string;
  readonly missing?: readonly string[];
  readonly reasons?: readonly { readonly code: string; readonly requirement?: string; readonly field?: string }[];
}
export interface AgentAnswer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export type Sheet = { readonly settings: Readonly<Record<string, string>> } | { readonly settingsHash: string };

/** A whole agent over HTTP: enrols with a code, asks for leases with proofs, checks what it gets, says that it stopped. */
export class TestAgent {
  readonly key = newAgentKey();
  agentId = '';
  toolId = '';

  constructor(
    private readonly origin: string,
    private readonly clock: Clock,
  ) {}

  /** The same agent, asking another server that knows it. */
  on(origin: string, clock: Clock): TestAgent {
    return Object.assign(new TestAgent(origin, clock), { key: this.key, agentId: this.agentId, toolId: this.toolId });
  }

  async enrol(code: string): Promise<AgentAnswer<{ agentId?: string; toolId?: string; code?: string }>> {
    const answer = await this.post<{ agentId?: string; toolId?: string; code?: string }>('/api/v1/agent-enrolments', {
      code,
      publicKey: this.key.publicKey,
    });
    this.agentId = answer.body.agentId ?? '';
    this.toolId = answer.body.toolId ?? '';
    return answer;
  }

  /** `previous`: showing the lease that it holds. */
  lease(person: string, sheet: Sheet, previous?: unknown): Promise<AgentAnswer<LeaseAnswer>> {
    return this.proven<LeaseAnswer>('leases', { person, ...sheet, previous });
  }

  stopped(receipt: {
    stoppedAt: string;
    discardedRecords: number;
    reason: string;
    lease?: string;
  }): Promise<AgentAnswer<{ receiptId?: string }>> {
    return this.proven('stop-receipts', receipt);
  }

  /** The first thing that an agent would find wrong with a lease, now; null when it may measure. */
  async faultOf(lease: string, longestSeconds = 900): Promise<string | null> {
    const { keys } = (await (await fetch(`${this.origin}/.well-known/jwks.json`)).json()) as { keys: PublishedJwk[] };
    const own = { agentId: this.agentId, thumbprint: this.key.thumbprint, issuer: this.origin, audience: LEASE_AUDIENCE };
    return faultOfLease(lease, { ...own, keys, longestSeconds, now: this.clock.now() });
  }

  /** Any request under this agent's address, with its proof unless another is given. */
  proven<T>(call: 'leases' | 'stop-receipts', body: unknown, proof?: string): Promise<AgentAnswer<T>> {
    const path = `/api/v1/agents/${this.agentId}/${call}`;
    return this.post<T>(path, body, { dpop: proof ?? proofFor(this.key, this.origin + path, this.clock.now()) });
  }

  private async post<T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<AgentAnswer<T>> {
    const response = await fetch(this.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as T, headers: response.headers };
  }
}
