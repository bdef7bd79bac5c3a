import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.js';
import { LARGEST_BATCH } from '../../platform/http/index.js';
import { agentPaths } from '../agents/index.js';
import { type Described, describedIn, lengthOf } from './batch-headers.js';
import { type Held, LeaseJudge } from './lease-judge.service.js';
import { linesArriving } from './lines-arriving.js';

/** What the headers of a batch say, once they were judged. */
export interface Entered extends Described {
  readonly held: Held;
}

/** Whoever was refused, and may send more than we read, is not heard out. */
const letGo = ({ headers }: FastifyRequest, reply: FastifyReply, refused: unknown): never => {
  const length = lengthOf(headers);
  if (length === null || length > LARGEST_BATCH) reply.header('connection', 'close');
  throw refused;
};

/** Judges sender and lease before a body is read: whatever else is wrong with it, data without a lease is a breach. */
@Injectable()
export class BatchDoor {
  private readonly entered = new WeakMap<IncomingMessage, Entered>();

  constructor(private readonly judge: LeaseJudge) {}

  /** Puts the door before the body of batches on a server that does not listen yet. */
  open(server: FastifyInstance): void {
    server.addHook('preParsing', async (request, reply, payload) => {
      const isBatch = request.method === 'POST' && request.routeOptions.url === agentPaths.measurements;
      if (isBatch) await this.enter(request, payload).catch((refused: unknown) => letGo(request, reply, refused));
      return payload;
    });
  }

  /** The batch that a request brings. */
  of({ raw }: Pick<FastifyRequest, 'raw'>): Entered {
    const entered = this.entered.get(raw);
    if (!entered) throw new Error('Expected a batch that came in by its door.');
    return entered;
  }

  private async enter({ headers, raw }: FastifyRequest, payload: Readable): Promise<void> {
    const judged = await this.judge.judge({ proof: headers['dpop'], authorization: headers.authorization });
    const described = describedIn(headers);
    const mayNotReachTheHandler = described instanceof Problem || lengthOf(headers) === null;
    const held = judged.ok && mayNotReachTheHandler ? await this.judge.standing(judged) : judged;
    if (!held.ok) {
      const lines = await linesArriving(headers, payload);
      throw lines === null ? new Problem(400, 'batch.empty') : await this.judge.refuse(held, lines);
    }
    if (described instanceof Problem) throw described;
    this.entered.set(raw, { ...described, held });
  }
}
