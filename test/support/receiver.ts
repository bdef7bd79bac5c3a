import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createTcp, connect, type Server as TcpServer } from 'node:net';
import type { Clock } from '../../src/kernel/clock.js';
import type { ServerCertificate } from './certificates.js';

export interface CloudEvent {
  readonly specversion: string;
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: string;
  readonly sequence: string;
  readonly data: Readonly<Record<string, unknown>>;
}
export type Conduct = 'take' | 'fail' | 'hang' | 'redirect' | 'gone' | 'busy';
const STATUS = { take: 204, fail: 500, redirect: 307, gone: 410, busy: 429 } as const;

const TOLERANCE_S = 300;
const LARGEST = 1_000_000;

/** What is wrong with a request, or null: as a receiver has to look before it believes anything. */
export const faultIn = (headers: IncomingHttpHeaders, body: string, secrets: readonly string[], now: Date): string | null => {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name] ?? ''));
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_S) return 'too old, or from the future';
  const expected = secrets.map((secret) =>
    createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest(),
  );
  const given = (signatures ?? '').split(' ').map((one) => Buffer.from(one.replace(/^v1,/, ''), 'base64'));
  const holds = given.some((one) => expected.some((right) => one.length === right.length && timingSafeEqual(one, right)));
  if (!holds) return 'not signed with our secret';
  const type = String(headers['content-type']);
  return /^application\/cloudevents\+json(;|$)/.test(type) ? null : `another content type: ${type}`;
};

/** A receiver as an organisation would write one: it believes what is signed, takes each event once, and acts on none that is older than what it knows. */
export class Receiver {
  /** Every request that held, whatever was answered. */
  readonly requests: { readonly event: CloudEvent; readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
  /** What it took, once each, and newer than what it knew of the tool. */
  readonly taken: CloudEvent[] = [];
  readonly refused: string[] = [];
  secrets: string[] = [];
  /** How it behaves, for each tool. */
  conduct: (toolId: string) => Conduct = () => 'take';
  private readonly silent: ServerResponse[] = [];
  private readonly known = new Map<string, string>();
  /** Everything that came over the line, where it speaks TLS: what could be read on the way. */
  readonly onTheLine: Buffer[] = [];
  private readonly server;
  private tap: TcpServer | null = null;

  private constructor(
    private readonly clock: Clock,
    certificate: ServerCertificate | null,
  ) {
    const listener = (request: IncomingMessage, answer: ServerResponse): void => void this.receive(request, answer);
    this.server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  }

  static async open(clock: Clock): Promise<Receiver> {
    const receiver = new Receiver(clock, null);
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  /** One that speaks TLS, behind a line that is listened to. */
  static async openSecure(clock: Clock, certificate: ServerCertificate): Promise<Receiver> {
    const receiver = new Receiver(clock, certificate);
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    const tap = createTcp((socket) => {
      const onward = connect((receiver.server.address() as AddressInfo).port, '127.0.0.1');
      socket.on('data', (part) => receiver.onTheLine.push(part));
      for (const end of [socket, onward]) end.on('error', () => (socket.destroy(), onward.destroy()));
      socket.pipe(onward).pipe(socket);
    });
    await new Promise<void>((resolve) => tap.listen(0, '127.0.0.1', resolve));
    receiver.tap = tap;
    return receiver;
  }

  get url(): string {
    const { port } = (this.tap ?? this.server).address() as AddressInfo;
    return `${this.tap ? 'https' : 'http'}://127.0.0.1:${port}/hooks`;
  }

  /** The last word of each type that it took, of one tool. */
  heard(toolId: string): string[] {
    return this.taken.filter(({ subject }) => subject === toolId).map(({ type }) => type.replace(/^countersign\.tool\./, ''));
  }

  /** Answers whoever it left waiting, as if it took it. */
  answerAll(): void {
    for (const answer of this.silent.splice(0)) answer.writeHead(204).end();
  }

  hangUp(): void {
    this.server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.tap?.close();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async receive(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) {
      body += String(chunk);
      if (body.length > LARGEST) return void request.destroy();
    }
    const fault = request.method === 'POST' ? faultIn(request.headers, body, this.secrets, this.clock.now()) : `${request.method}`;
    if (fault) {
      this.refused.push(fault);
      return void answer.writeHead(401).end();
    }
    const event = JSON.parse(body) as CloudEvent;
    this.requests.push({ event, headers: request.headers, body });
    const conduct = this.conduct(event.subject);
    if (conduct === 'hang') return void this.silent.push(answer);
    if (conduct === 'take') this.take(event);
    const headers = conduct === 'redirect' ? { location: `${this.url}/elsewhere` } : conduct === 'busy' ? { 'retry-after': '600' } : {};
    answer.writeHead(STATUS[conduct], headers).end();
  }

  private take(event: CloudEvent): void {
    if (event.sequence <= (this.known.get(event.subject) ?? '')) return;
    this.known.set(event.subject, event.sequence);
    this.taken.push(event);
  }
}
