import { createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { faultOfLease, jwkOf, LEASE_AUDIENCE, SKEW_SECONDS, thumbprint, writeProof, type LeaseClaims } from '../platform/signing/wire.js';
import { newSecret } from '../kernel/ids.js';
import { ask, type Answer, post, type Refusal, refusalOf, Unreachable } from './asking.js';
import { deviceClocks, type Instant } from './device.js';
import { KeySet } from './jwks.js';
import { type End, endOf, left } from './lifetime.js';
import { type Measured, type SendAnswer, sendingOf } from './sending.js';

const PATIENCE_MS = 10_000;

/** What an agent keeps on its device. The private key never leaves it. */
export interface Identity {
  /** The address of the server, without a slash at the end. */
  readonly server: string;
  readonly toolId: string;
  readonly agentId: string;
  readonly privateKey: JsonWebKey;
}

export interface Lease {
  readonly token: string;
  readonly claims: LeaseClaims;
  readonly expiresAt: Date;
  readonly renewAfter: Date;
  /** How long it lasts from when it was given. */
  readonly seconds: number;
  /** When it is over, by each of the device's clocks. */
  readonly end: End;
}

export type LeaseAnswer = { readonly granted: true; readonly lease: Lease } | { readonly granted: false; readonly refusal: Refusal };

/** The settings that the agent runs, or the SHA-256 of their canonical JSON. */
export type Shown = { readonly settings: Readonly<Record<string, string>> } | { readonly settingsHash: string };

export interface StopReceipt {
  readonly stoppedAt: Date;
  /** Measurements that were not sent and were thrown away. */
  readonly discardedRecords: number;
  readonly reason: string;
  readonly lease?: string;
}

/** Enrols a new agent with its one-time code: makes a key here and tells the server its public part. */
export const enrol = async (server: string, code: string): Promise<{ readonly identity: Identity } | { readonly refusal: Refusal }> => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const answer = await ask(`${server}/api/v1/agent-enrolments`, post({ code, publicKey: jwkOf(privateKey) }), PATIENCE_MS);
  const { agentId, toolId } = answer.body;
  if (answer.status !== 201 || typeof agentId !== 'string' || typeof toolId !== 'string') return { refusal: refusalOf(answer) };
  return { identity: { server, toolId, agentId, privateKey: privateKey.export({ format: 'jwk' }) } };
};

/** `isRefused`: the person whom it is for was refused the next one. */
interface Ending {
  readonly person: string;
  readonly end: End;
  isRefused: boolean;
}

/** An enrolled agent: asks for leases and believes none that it has not checked. */
export class Agent {
  private readonly key: KeyObject;
  private readonly keys: KeySet;
  /** The lease held for each person, in memory only: a program that starts again holds none. */
  private readonly held = new Map<string, string>();
  /** When each lease that was given here is over, by its name: by the wall alone a clock that is set back would make it longer. */
  private readonly ends = new Map<string, Ending>();

  constructor(
    private readonly identity: Identity,
    private readonly clocks: () => Instant = deviceClocks,
  ) {
    this.key = createPrivateKey({ key: identity.privateKey, format: 'jwk' });
    this.keys = new KeySet(identity.server);
  }

  /** A lease for one person, checked, with at least the data categories that the agent `collects`; or the refusal with its reasons. @throws Unreachable */
  async lease(person: string, shown: Shown, collects: readonly string[] = []): Promise<LeaseAnswer> {
    const previous = this.held.get(person);
    const asked = this.clocks();
    const answer = await this.call('POST', 'leases', { person, ...shown, previous });
    const { lease } = answer.body;
    if (answer.status !== 201 || typeof lease !== 'string') return this.refused(person, refusalOf(answer));
    const fault = (await this.faultOf(lease, collects)) ?? this.faultOfAge(lease);
    if (fault === 'kid') throw new Unreachable('the lease is signed with a key that the server has not published yet');
    if (fault) return this.refused(person, { status: answer.status, code: `lease.${fault}`, missing: [], reasons: [] });
    const claims = claimsOf(lease);
    if (this.held.get(person) === previous) this.held.set(person, claims.jti);
    return { granted: true, lease: this.keep(person, lease, claims, asked) };
  }

  /** The first thing that is wrong with a lease, now; null when it holds (interfaces.md 4.2). @throws Unreachable */
  async faultOf(lease: string, collects: readonly string[] = []): Promise<string | null> {
    const keys = await this.keys.with(headerOf(lease)['kid']).catch((error: unknown) => {
      throw new Unreachable('the keys of the server cannot be read', { cause: error });
    });
    const own = { agentId: this.identity.agentId, thumbprint: thumbprint(jwkOf(this.key)) };
    const said = { issuer: this.identity.server, audience: LEASE_AUDIENCE, longestSeconds: 'named' } as const;
    return faultOfLease(lease, { ...own, ...said, keys, collects, now: this.now() }) ?? this.faultOfEnd(lease);
  }

  /** How long a lease that was given here still holds, in milliseconds, by whichever clock of the device is further; 0: it is over, the next one was refused, or it is not known. */
  left({ claims }: Pick<Lease, 'claims'>): number {
    const known = this.ends.get(claims.jti);
    return known && !known.isRefused ? Math.max(0, left(known.end, this.clocks())) : 0;
  }

  /** Whoever is refused the next lease has none: nothing is left of any before it. */
  private refused(person: string, refusal: Refusal): LeaseAnswer {
    for (const known of this.ends.values()) if (known.person === person) known.isRefused = true;
    return { granted: false, refusal };
  }

  /** Times are those that were signed: what stands beside a lease is nobody's word. */
  private keep(person: string, token: string, claims: LeaseClaims, asked: Instant): Lease {
    const { exp, iat, jti } = claims;
    const expiresAt = new Date(exp * 1000);
    const end = endOf(asked, exp - iat, expiresAt);
    for (const [name, known] of this.ends) if (left(known.end, asked) <= 0) this.ends.delete(name);
    this.ends.set(jti, { person, end, isRefused: false });
    return { token, claims, expiresAt, renewAfter: new Date((iat + (exp - iat) / 2) * 1000), seconds: exp - iat, end };
  }

  private faultOfEnd(lease: string): string | null {
    const known = this.ends.get(claimsOf(lease).jti);
    return known && (known.isRefused || left(known.end, this.clocks()) <= 0) ? 'exp' : null;
  }

  private now(): Date {
    return new Date(this.clocks().wall);
  }

  /** What is given now was signed now: an older lease is one that was kept back. */
  private faultOfAge(lease: string): string | null {
    return this.now().getTime() / 1000 - claimsOf(lease).iat > SKEW_SECONDS ? 'iat' : null;
  }

  /** Says that capture ended. @throws Unreachable */
  async stopped({ stoppedAt, discardedRecords, reason, lease }: StopReceipt): Promise<Refusal | null> {
    const at = stoppedAt.toISOString().replace(/\.\d+Z$/, 'Z');
    const answer = await this.call('POST', 'stop-receipts', { stoppedAt: at, discardedRecords, reason, ...(lease ? { lease } : {}) });
    return answer.status === 201 ? null : refusalOf(answer);
  }

  /**
   * Waits until something changed for this agent or its tool, at most `patience` ms, and answers the mark to wait from next. Another mark than `after` means: ask for a
   * lease again, now. @throws Unreachable
   */
  async signal(after: string | null, patience = 40_000): Promise<string> {
    const query = after ? `?after=${encodeURIComponent(after)}` : '';
    const { status, body } = await this.call('GET', 'signal', null, query, patience);
    if (status !== 200 || typeof body['signal'] !== 'string') throw new Unreachable(`the signal answers ${status}`);
    return body['signal'];
  }

  /** Sends measurements under a lease, at most 10,000. `named` makes it safe to send the same batch again. @throws Unreachable */
  async send(lease: Lease, lines: readonly Measured[], named = newSecret(12)): Promise<SendAnswer | { readonly refusal: Refusal }> {
    if (this.left(lease) <= 0) return { refusal: { status: 0, code: 'lease.exp', missing: [], reasons: [] } };
    const { url, init } = sendingOf(this.identity.server, { token: lease.token, key: this.key, now: this.now(), named }, lines);
    const answer = await ask(url, init, PATIENCE_MS);
    const { accepted, refused, reasons } = answer.body as Partial<SendAnswer>;
    if (answer.status !== 201 || accepted === undefined || refused === undefined) return { refusal: refusalOf(answer) };
    return { accepted, refused, reasons: reasons ?? [] };
  }

  private call(method: 'GET' | 'POST', call: string, body: unknown, query = '', patience = PATIENCE_MS): Promise<Answer> {
    const url = `${this.identity.server}/api/v1/agents/${this.identity.agentId}/${call}`;
    const dpop = writeProof({ method, url, jti: newSecret(12), now: this.now() }, this.key);
    return ask(url + query, method === 'GET' ? { headers: { dpop } } : post(body, { dpop }), patience);
  }
}

const partOf = (token: string, at: number): Record<string, unknown> => {
  try {
    return JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
};
const headerOf = (token: string): Record<string, unknown> => partOf(token, 0);
const claimsOf = (token: string): LeaseClaims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as LeaseClaims;
