import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { DevicesService } from '../../src/features/agents/devices.service.js';
import { EnrolmentService, SigningKeys } from '../../src/features/agents/index.js';
import { GateService } from '../../src/features/gate/index.js';
import { newSecret } from '../../src/kernel/ids.js';
import { signLease, writeProof } from '../../src/platform/signing/index.js';
import { claimsOf, TestAgent } from './agent.js';
import { appFor, type TestApp } from './app.js';
import { APPROVED } from './given-agents.js';
import { givenChain } from './given-chain.js';
import { givenMeasuringTool, LIMITS, lineOf } from './given-measurements.js';
import { actorOf, givenStaff, type Staff } from './given-people.js';

export interface Sender {
  readonly agent: TestAgent;
  readonly toolId: string;
  readonly lease: string;
}
export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** Sent in chunks, without saying how long it is. */
  readonly isChunked?: boolean;
}
/** What became of data without a lease: breaches with their clock, suspensions, and mails that tell of it. */
export interface Noted {
  readonly batches: readonly number[];
  readonly lines: readonly number[];
  readonly suspensions: number;
  readonly mails: number;
}
export const QUIET: Noted = { batches: [], lines: [], suspensions: 0, mails: 0 };
export const NOON = '2026-02-20T10:00:00Z';

/** The whole application, with agents that send batches to it in whatever way. */
export class BatchSenders {
  private constructor(
    readonly app: TestApp,
    private readonly staff: Staff,
  ) {}

  static async on(name: string): Promise<BatchSenders> {
    const app = await appFor(name, NOON);
    const senders = new BatchSenders(app, await app.database.transactions.run(givenStaff));
    await senders.switchedOn('Countersign', true);
    return senders;
  }

  private async switchedOn(name: string, isPlatform = false): Promise<string> {
    const { staff, app } = this;
    const version = await app.database.transactions.run(async (tx) => {
      const made = await givenMeasuringTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform, name });
      await givenChain(tx, made, staff);
      return made;
    });
    await app.running.app.get(GateService).activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
    return version.toolId;
  }

  /** A lease in the name of the server. */
  signed(claims: object): string {
    return signLease(claims as Parameters<typeof signLease>[0], this.app.running.app.get(SigningKeys).signing().key);
  }

  /** An agent of a tool of its own, with a lease. */
  async sender(): Promise<Sender> {
    const { app, staff } = this;
    const toolId = await this.switchedOn(`Volgsysteem ${randomUUID()}`);
    const agent = new TestAgent(app.url, app.clock);
    const { code } = await app.running.app
      .get(EnrolmentService)
      .createCode(actorOf(staff.it), { toolId, device: `LAPTOP-${newSecret(6)}` });
    await agent.enrol(code);
    await app.running.app.get(DevicesService).confirm(actorOf(staff.employee), staff.employee.id, agent.agentId);
    const claims = claimsOf((await agent.lease(staff.employee.id, { settings: APPROVED })).body.lease ?? '');
    return { agent, toolId, lease: this.signed({ ...claims, lim: { ...claims.lim, ...LIMITS } }) };
  }

  headersOf({ agent }: Sender, token: string | null): Record<string, string> {
    const [method, url] = ['POST', `${this.app.url}/api/v1/measurements`];
    const proof = { method, url, jti: newSecret(12), now: this.app.clock.now(), token: token ?? undefined };
    return {
      'content-type': 'application/x-ndjson',
      'idempotency-key': `"${randomUUID()}"`,
      dpop: writeProof(proof, agent.key.privateKey),
      ...(token ? { authorization: `DPoP ${token}` } : {}),
    };
  }

  /** Sends two lines, or what is given instead; says what was answered. */
  async send(from: Sender, token: string | null, { headers, body, isChunked }: Sending): Promise<[status: number, code: string]> {
    const line = lineOf({}, this.app.clock.now());
    const bytes = Buffer.from(body ?? `${line}\n${line}\n`);
    const response = await fetch(`${this.app.url}/api/v1/measurements`, {
      method: 'POST',
      headers: { ...this.headersOf(from, token), ...headers },
      ...(isChunked ? { body: new Blob([new Uint8Array(bytes)]).stream(), duplex: 'half' } : { body: new Uint8Array(bytes) }),
    } as RequestInit);
    expect(response.headers.get('content-type')).toBe(`application/${response.ok ? 'json' : 'problem+json'}; charset=utf-8`);
    const answer = (await response.json()) as { code?: string; reasons?: { code: string }[] };
    return [response.status, answer.reasons?.[0]?.code ?? answer.code ?? ''];
  }

  /** The head of a request, sent by hand: its body is still to come. */
  begin(from: Sender, token: string | null, headers: Readonly<Record<string, string>>): { socket: Socket; answer: Promise<string> } {
    const head = Object.entries({ ...this.headersOf(from, token), host: 'localhost', ...headers }).map((pair) => pair.join(': '));
    const socket = connect(Number(new URL(this.app.url).port), '127.0.0.1');
    let got = '';
    const answer = new Promise<string>((resolve) => {
      socket.on('data', (part) => {
        got += String(part);
        if (got.includes('\r\n\r\n')) resolve(got);
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(got));
    });
    socket.write(`POST /api/v1/measurements HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`);
    return { socket, answer };
  }

  async noted({ toolId }: Sender): Promise<Noted> {
    const breaches = await this.app.database.asOwner(
      `select batches, lines::int as lines, report_by = known_at + interval '72 hours' as runs from breaches where tool_id = $1`,
      [toolId],
    );
    const suspended = await this.app.database.asOwner(`select 1 from suspensions where tool_id = $1 and cause = 'incident'`, [toolId]);
    const told = await this.app.database.asOwner(
      `select 1 from graphile_worker._private_jobs j join tools t on t.id = $1
       where j.payload::text like '%zonder geldig startbewijs%' and j.payload::text like '%' || t.name || '%'`,
      [toolId],
    );
    expect(breaches.every(({ runs }) => runs === true)).toBe(true);
    const of = (name: string): number[] => breaches.map((row) => Number(row[name]));
    return { batches: of('batches'), lines: of('lines'), suspensions: suspended.length, mails: told.length };
  }
}

export const started = (lines: number): object => ({ batches: [1], lines: [lines], suspensions: 1, mails: expect.any(Number) });
