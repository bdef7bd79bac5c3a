import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { canonicalJson, type Json, sha256 } from '../../../kernel/canonical.js';
import type { Clock } from '../../../kernel/clock.js';
import { Problem } from '../../../kernel/problem.js';
import { Transactions } from '../../database/index.js';
import { ClockToken } from '../clock-token.js';
import { type AppRequest, visitorOf } from '../request.js';
import { DOC_KEY, type OwnDoc } from './doc.js';

const LONGEST_KEY = 100;
/** Never part of what is kept, not even as a hash: a hash of a password can be guessed at. */
const SECRET = ['password', 'totp'];

interface Press {
  readonly person: string;
  readonly route: string;
  readonly key: string;
  readonly hash: string;
}

/** Every act of a program carries an `Idempotency-Key`. Where the act's own service does not keep it, it is kept here: the same key again gives the first answer. */
@Injectable()
export class OnceAtTheDoor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const doc = this.reflector.get<OwnDoc | undefined>(DOC_KEY, context.getHandler());
    const once = doc?.once ?? (request.method === 'POST' ? 'door' : 'no');
    if (once === 'no') return next.handle();
    const press = pressOf(request);
    return once === 'service' ? next.handle() : from(this.once(press, next));
  }

  private async once(press: Press, next: CallHandler): Promise<unknown> {
    const earlier = await this.claim(press);
    if (earlier !== undefined) return earlier;
    try {
      const answer: unknown = await lastValueFrom(next.handle());
      await this.keep(press, answer);
      return answer;
    } catch (error) {
      await this.release(press);
      throw error;
    }
  }

  /** Undefined: nobody came with this key before, and now it is taken. */
  private claim({ person, route, key, hash }: Press): Promise<unknown> {
    return this.transactions.run(async (tx) => {
      const fresh: unknown[] = await tx.query(
        `insert into idempotency_keys (person_id, route, key, body_hash, created_at) values ($1, $2, $3, $4, $5)
         on conflict (person_id, route, key) do nothing returning key`,
        [person, route, key, hash, this.clock.now()],
      );
      if (fresh.length > 0) return undefined;
      const [row]: { body_hash: string; answer: unknown }[] = await tx.query(
        `select body_hash, answer from idempotency_keys where person_id = $1 and route = $2 and key = $3`,
        [person, route, key],
      );
      if (row && row.body_hash !== hash) throw new Problem(422, 'act.key-reused');
      if (!row || row.answer === null) throw new Problem(409, 'act.in-flight');
      return row.answer;
    });
  }

  private keep({ person, route, key }: Press, answer: unknown): Promise<unknown> {
    return this.transactions.run((tx) =>
      tx.query(`update idempotency_keys set answer = $4 where person_id = $1 and route = $2 and key = $3`, [
        person,
        route,
        key,
        JSON.stringify(answer ?? {}),
      ]),
    );
  }

  private release({ person, route, key }: Press): Promise<unknown> {
    return this.transactions.run((tx) =>
      tx.query(`delete from idempotency_keys where person_id = $1 and route = $2 and key = $3 and answer is null`, [person, route, key]),
    );
  }
}

const pressOf = (request: AppRequest): Press => {
  const key = keyIn(request.headers['idempotency-key']);
  if (!key) throw new Problem(400, 'act.key-missing', [{ code: 'act.key-missing' }]);
  const path = request.url.split('?')[0] ?? '';
  const hash = sha256(canonicalJson({ path, body: told(request.body) }));
  return { person: visitorOf(request).actor?.personId ?? '', route: `api ${request.routeOptions.url ?? ''}`, key, hash };
};

/** What was sent, without its secrets; of a file its hash alone. */
const told = (body: unknown): Json => {
  if (Buffer.isBuffer(body)) return sha256(body);
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(fields.filter(([field]) => !SECRET.includes(field))) as Json;
};

/** As a structured field it stands between quotes; without them is fine too. */
export const keyIn = (header: string | readonly string[] | undefined): string | null => {
  const key = typeof header === 'string' ? header.replace(/^"(.*)"$/, '$1') : '';
  return key !== '' && key.length <= LONGEST_KEY ? key : null;
};
