import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  jwkOf,
  LEASE_AUDIENCE,
  published,
  signLease,
  thumbprint,
  type LeaseClaims,
  type PublicJwk,
} from '../../src/platform/signing/index.js';

/** The other side of a guard where minutes would be too long: it signs leases of seconds, as real in form as the server's own. */
export interface LeaseDesk {
  readonly url: string;
  /** What the next answers are: leases of so many seconds, another signature, leases that were signed two minutes ago, a refusal, no answer, none before a stop receipt, more beside a lease than in it, or no word of a stop. */
  mode: 'grants' | 'forges' | 'keeps' | 'refuses' | 'silent' | 'misses' | 'boasts' | 'rejects';
  seconds: number;
  readonly receipts: Record<string, unknown>[];
  /** Every lease that was given, and the one that was shown for it. */
  readonly given: { readonly jti: string; readonly previous: unknown; readonly exp: number }[];
  /** How often somebody asked whether anything changed: nothing did, and nobody may wait for longer than a second. */
  signals: number;
  close(): Promise<void>;
}

const read = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = '';
  for await (const part of request) text += String(part);
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
};
const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

export const leaseDesk = async (seconds: number): Promise<LeaseDesk> => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const forger = generateKeyPairSync('ed25519').privateKey;
  const kid = published(jwkOf(privateKey)).kid;
  let agentKey: PublicJwk | null = null;
  const claims = (): LeaseClaims => {
    const now = Math.floor(Date.now() / 1000);
    const iat = desk.mode === 'keeps' ? now - 120 : now;
    const times = { iat, nbf: iat, exp: now + desk.seconds };
    const who = {
      iss: desk.url,
      aud: LEASE_AUDIENCE,
      sub: 'agent:a_1',
      jti: randomUUID(),
      cnf: { jkt: agentKey ? thumbprint(agentKey) : '' },
    };
    const lim = { lifetimeSeconds: times.exp - times.iat };
    return { ...who, ...times, act: 'act_1', case: null, scope: 'attendance', pol: 'sha-256:x', gen: 1, psn: 'x', lim };
  };
  const lease = (previous: unknown): string => {
    const said = claims();
    desk.given.push({ jti: said.jti, previous, exp: said.exp });
    const token = signLease(said, desk.mode === 'forges' ? forger : privateKey);
    if (desk.mode !== 'forges') return token;
    const header = Buffer.from(JSON.stringify({ typ: 'lease+jwt', kid, alg: 'EdDSA' })).toString('base64url');
    return [header, ...token.split('.').slice(1)].join('.');
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://desk').pathname;
    if (path.endsWith('/measurements'))
      return answer(response, 403, { code: 'measurements.refused', missing: [], reasons: [{ code: 'lease.over' }] });
    const body = await read(request);
    if (path.endsWith('/agent-enrolments')) {
      agentKey = body['publicKey'] as PublicJwk;
      return answer(response, 201, { agentId: 'a_1', toolId: 't_1' });
    }
    if (path.endsWith('/jwks.json')) return answer(response, 200, { keys: [published(jwkOf(privateKey))] });
    if (desk.mode === 'silent') return void request.socket.destroy();
    if (path.endsWith('/stop-receipts')) {
      desk.receipts.push(body);
      if (desk.mode === 'rejects')
        return answer(response, 403, { code: 'receipt.refused', missing: [], reasons: [{ code: 'proof.invalid' }] });
      return answer(response, 201, { receiptId: 'k_1' });
    }
    if (path.endsWith('/signal')) {
      desk.signals += 1;
      return void setTimeout(() => answer(response, 200, { signal: 'x.0' }), 1000);
    }
    if (desk.mode === 'misses' && desk.receipts.length === 0)
      return answer(response, 403, { code: 'lease.refused', missing: [], reasons: [{ code: 'receipt.missing' }] });
    if (desk.mode === 'refuses') return answer(response, 403, { code: 'lease.refused', missing: [], reasons: [{ code: 'tool.stopped' }] });
    const until = desk.mode === 'boasts' ? '2099-01-01T00:00:00Z' : new Date(Date.now() + desk.seconds * 1000).toISOString();
    answer(response, 201, { lease: lease(body['previous']), expiresAt: until, renewAfter: until });
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const desk: LeaseDesk = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mode: 'grants',
    seconds,
    receipts: [],
    given: [],
    signals: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return desk;
};
