import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { newId } from '../../kernel/ids.js';
import { log } from '../log/index.js';

/** The longest body that is looked at here. */
const MOST_BYTES = 65_536;

/** Something that answers the same question thousands of times a second. */
export interface FastAnswers {
  /** The status of its answers. */
  readonly status: number;
  /** The route under which an answer is a line in the log, with an id of its own; without one it leaves none. */
  readonly loggedAs?: string;
  /** Whether it answers a POST to this address. */
  takes(url: string): boolean;
  /** The JSON of an answer; null to leave it to the handler. What it is refused with afterwards, the handler refuses with, too. Never throws at once. */
  answer(headers: IncomingMessage['headers'], body: Buffer, url: string): string | null | Promise<string>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What each answer has of its own, and what belongs to its connection. */
const OWN = new Set(['content-length', 'x-request-id', 'date', 'connection', 'keep-alive']);

/** A refusal that was reached in the lane, for the handlers to tell. */
const refusals = new WeakMap<IncomingMessage, { readonly why: unknown }>();

/**
 * A lane past the framework for one address. It gives exactly what the handler behind that address gives: the headers are those of the handler's own first answer
 * with that status, and whatever cannot be answered at once (a cold fact, a fault, a key that is not known) goes to the handler, whole.
 */
export class FastLane {
  /** Names and values in turn, with room at the end for what each answer has of its own. */
  private headers: string[] | null = null;

  constructor(private readonly answers: FastAnswers) {}

  /** Puts the lane before the handlers of a server that does not listen yet. */
  open(server: FastifyInstance): void {
    server.addHook('preHandler', async ({ raw }) => {
      const refusal = refusals.get(raw);
      if (refusal) throw refusal.why;
    });
    server.addHook('onSend', async (request, reply) => {
      if (this.headers || reply.statusCode !== this.answers.status || !this.answers.takes(request.url)) return;
      const alike = Object.entries(reply.getHeaders()).flatMap(([name, value]) => (OWN.has(name) ? [] : [name, String(value)]));
      this.headers = [...alike, 'content-length', '', 'x-request-id', ''];
    });
    divert(server.server, (request, response, handle) => this.take(request, response, handle));
  }

  private take(request: IncomingMessage, response: ServerResponse, handle: Handler): void {
    const length = Number(request.headers['content-length'] ?? 0);
    const fits = this.headers && request.method === 'POST' && length > 0 && length <= MOST_BYTES && this.answers.takes(request.url ?? '');
    if (!fits) return handle(request, response);
    const parts: Buffer[] = [];
    let got = 0;
    const onData = (part: Buffer): void => {
      parts.push(part);
      got += part.length;
      if (got < length) return;
      request.off('data', onData);
      this.reply(request, response, handle, parts.length === 1 ? part : Buffer.concat(parts));
    };
    request.on('data', onData);
  }

  private reply(request: IncomingMessage, response: ServerResponse, handle: Handler, body: Buffer): void {
    const toHandler = (): void => {
      request.unshift(body);
      handle(request, response);
    };
    const began = performance.now();
    const answer = this.answers.answer(request.headers, body, request.url ?? '');
    if (typeof answer === 'string') return this.send(request, response, answer, began);
    // The end of the request has not been read yet: until it is, the body can go back in front of it.
    request.pause();
    if (answer === null) return toHandler();
    answer.then(
      (text) => {
        request.resume();
        this.send(request, response, text, began);
      },
      (why: unknown) => {
        refusals.set(request, { why });
        toHandler();
      },
    );
  }

  private send(request: IncomingMessage, response: ServerResponse, answer: string, began: number): void {
    const { loggedAs, status } = this.answers;
    const id = loggedAs ? newId('q') : request.headers['x-request-id'];
    const bytes = Buffer.byteLength(answer);
    response.writeHead(status, this.headersOf(bytes, id));
    // A text with a byte for each character is written without looking at each of them.
    response.end(answer, bytes === answer.length ? 'latin1' : 'utf8');
    if (loggedAs)
      log.info({ requestId: id, method: 'POST', route: loggedAs, status, ms: Math.round(performance.now() - began) }, 'request');
  }

  /** Written into the headers that all answers share: they are sent before the next answer is. */
  private headersOf(bytes: number, id: unknown): string[] {
    const headers = this.headers ?? [];
    headers[headers.length - 3] = String(bytes);
    if (typeof id !== 'string') return headers.slice(0, -2);
    headers[headers.length - 1] = id;
    return headers;
  }
}

const divert = (server: Server, take: (request: IncomingMessage, response: ServerResponse, handle: Handler) => void): void => {
  const handlers = server.listeners('request') as Handler[];
  const handle: Handler = (request, response) => handlers.forEach((each) => each.call(server, request, response));
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => take(request, response, handle));
};
