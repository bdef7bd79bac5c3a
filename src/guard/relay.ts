import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { newSecret } from '../kernel/ids.js';
import { type Measured, Unreachable } from '../agent/index.js';
import type { LeaseHolder } from './hold-lease.js';
import type { Collecting } from './options.js';

/** A third of what a key may send in a minute. */
const SEND_AFTER_MS = 3000;
const LARGEST = 1_048_576;
/** What waits when the server is away; more is thrown away, oldest first, and said in the stop receipt. */
const MOST_WAITING = 10_000;

type Say = (line: string) => void;

/** A list of values as collectd's write_http posts it. */
interface ValueList {
  readonly plugin?: unknown;
  readonly type?: unknown;
  readonly values?: unknown;
  readonly time?: unknown;
}

/** Null: not JSON, too large, or the command went away while it was writing. */
const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST) return null;
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
};

/** Takes the command's figures on this machine alone, and sends those that are named under the lease that the guard holds. */
export class Relay {
  private readonly server: Server;
  private waiting: Measured[] = [];
  /** On its way: the server may have taken it in before its answer was lost. */
  private batch: { readonly named: string; readonly lines: readonly Measured[] } | null = null;
  /** Until when each metric was measured. */
  private readonly filled = new Map<string, number>();
  private discarded = 0;
  private said = '';
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> | null = null;

  constructor(
    private readonly options: Collecting,
    private readonly holder: LeaseHolder,
    private readonly say: Say,
  ) {
    this.server = createServer((request, response) => void this.take(request, response));
  }

  /** False: the port is taken. Then nothing is to be started, since its figures would go to somebody else. */
  async open(): Promise<boolean> {
    const isOpen = await new Promise<boolean>((resolve) =>
      this.server.once('error', () => resolve(false)).listen(this.options.port, '127.0.0.1', () => resolve(true)),
    );
    if (!isOpen) return false;
    this.timer = setInterval(() => (this.sending ??= this.send().finally(() => (this.sending = null))), SEND_AFTER_MS);
    return true;
  }

  /** Throws away what was not sent. Answers how much that was, in all. */
  async close(): Promise<number> {
    if (this.timer) clearInterval(this.timer);
    this.server.closeAllConnections();
    this.server.close();
    await this.sending;
    return this.discarded + this.waiting.length + (this.batch?.lines.length ?? 0);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page in a browser names where it is from, and could otherwise post figures here.
    if (request.headers.origin !== undefined) {
      response.writeHead(403, { connection: 'close' }).end();
      return;
    }
    const body = await readBody(request);
    if (Array.isArray(body)) this.keep(body.flatMap((list: unknown) => this.measuredIn(list)));
    response.writeHead(Array.isArray(body) ? 204 : 400).end();
  }

  private measuredIn(list: unknown): Measured[] {
    if (typeof list !== 'object' || list === null) return [];
    const { plugin, type, values } = list as ValueList;
    if (typeof plugin !== 'string' || typeof type !== 'string') return [];
    const measure = this.options.measures.get(`${plugin}/${type}`);
    const value: unknown = Array.isArray(values) ? values[0] : undefined;
    const moment = this.holder.moment();
    if (!measure || typeof value !== 'number' || !moment) return [];
    if (moment.alone && this.isFilled(measure.metric, moment.at)) return [];
    return [{ ...measure, at: moment.at, place: this.options.place, value }];
  }

  /** Whether a value of this metric bears this moment already: of an interval only the first is sent. */
  private isFilled(metric: string, at: Date): boolean {
    const filled = this.filled.get(metric) === at.getTime();
    this.filled.set(metric, at.getTime());
    return filled;
  }

  private keep(measured: readonly Measured[]): void {
    this.waiting.push(...measured);
    const over = this.waiting.length - MOST_WAITING;
    if (over <= 0) return;
    this.waiting = this.waiting.slice(over);
    this.discarded += over;
  }

  /** What was refused is not sent again, and a batch of which nothing was looked at is said to be thrown away; what it could not take now is, under the same name. */
  private async send(): Promise<void> {
    if (!this.batch && this.waiting.length > 0) this.batch = { named: newSecret(12), lines: this.waiting.splice(0) };
    if (!this.batch) return;
    try {
      const { said, refusedWhole } = await this.holder.send(this.batch.lines, this.batch.named);
      this.tell(said);
      if (refusedWhole) this.discarded += this.batch.lines.length;
      this.batch = null;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      this.tell(error.message);
    }
  }

  private tell(what: string | null): void {
    if (what !== null && what !== this.said) this.say(`Figures were not taken in: ${what}.`);
    this.said = what ?? '';
  }
}
