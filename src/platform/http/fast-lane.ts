import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** The longest body that is looked at here. */
const MOST_BYTES = 65_536;

/** Something that answers questions from memory, thousands of times a second. */
export interface FastAnswers {
  /** The one address that it answers, by POST. */
  readonly path: string;
  /** The JSON of an answer with status 200; null to leave it to the handler. Never throws, and never waits. */
  answer(headers: IncomingMessage['headers'], body: Buffer): string | null;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What each answer has of its own, and what belongs to its connection. */
const OWN = new Set(['content-length', 'x-request-id', 'date', 'connection', 'keep-alive']);

/**
 * A lane past the framework for one address. It gives exactly what the handler behind that address gives: the headers are those of the handler's own last answer
 * with status 200, and whatever cannot be answered at once (a cold fact, a fault, a key that is not known) goes to the handler, whole.
 */
export class FastLane {
  /** Names and values in turn. */
  private headers: readonly string[] | null = null;

  constructor(private readonly answers: FastAnswers) {}

  /** Puts the lane before the handlers of a server that does not listen yet. */
  open(server: FastifyInstance): void {
    server.addHook('onSend', async (request, reply) => {
      if (this.headers || reply.statusCode !== 200 || request.url !== this.answers.path) return;
      this.headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) => (OWN.has(name) ? [] : [name, String(value)]));
    });
    divert(server.server, (request, response, handle) => this.take(request, response, handle));
  }

  private take(request: IncomingMessage, response: ServerResponse, handle: Handler): void {
    const length = Number(request.headers['content-length'] ?? 0);
    const fits = this.headers && request.method === 'POST' && request.url === this.answers.path && length > 0 && length <= MOST_BYTES;
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
    const answer = this.answers.answer(request.headers, body);
    if (answer === null) {
      // The end of the request has not been read yet: the body goes back in front of it.
      request.pause();
      request.unshift(body);
      return handle(request, response);
    }
    const own = ['content-length', String(Buffer.byteLength(answer))];
    const id = request.headers['x-request-id'];
    if (typeof id === 'string') own.push('x-request-id', id);
    response.writeHead(200, [...(this.headers ?? []), ...own]);
    response.end(answer);
  }
}

const divert = (server: Server, take: (request: IncomingMessage, response: ServerResponse, handle: Handler) => void): void => {
  const handlers = server.listeners('request') as Handler[];
  const handle: Handler = (request, response) => handlers.forEach((each) => each.call(server, request, response));
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => take(request, response, handle));
};
