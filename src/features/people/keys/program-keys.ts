import { Inject, Injectable } from '@nestjs/common';
import { performance } from 'node:perf_hooks';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { Problem } from '../../../kernel/problem.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken, holdsScope, type Scope } from '../../../platform/http/index.js';
import { describeError, log } from '../../../platform/log/index.js';
import { keyIn } from '../domain/api-keys.js';
import { hashOfToken } from '../sessions.repository.js';
import { findHolder, type KeyHolder, noteUse } from './api-keys.repository.js';

const TRUSTED_MS = 1000;
const MOST_REMEMBERED = 1000;

/** Finds out for whom a program acts. */
@Injectable()
export class ProgramKeys {
  private readonly recent = new Map<string, { readonly holder: KeyHolder; readonly at: number }>();

  private readonly renewing = new Set<string>();

  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** The holder of the key in this `Authorization` header as the database has it now; null when it is no key that works. */
  async holder(header: string | undefined): Promise<KeyHolder | null> {
    const key = keyIn(header);
    if (!key) return null;
    const now = this.clock.now();
    const today = dayOf(now);
    const holder = await this.transactions.read((tx) => findHolder(tx, hashOfToken(key), now, today));
    if (holder && holder.lastUsedOn !== today) await this.transactions.run((tx) => noteUse(tx, holder.id, today));
    return holder;
  }

  /** The same, from at most a second ago: for doors that are asked thousands of times a second and change nothing. */
  async recentHolder(header: string | undefined): Promise<KeyHolder | null> {
    const key = keyIn(header);
    if (!key) return null;
    const hash = hashOfToken(key);
    const known = this.recent.get(hash);
    if (known && performance.now() - known.at < TRUSTED_MS) return known.holder;
    this.recent.delete(hash);
    const holder = await this.holder(header);
    if (!holder) return null;
    if (this.recent.size >= MOST_REMEMBERED) this.recent.clear();
    this.recent.set(hash, { holder, at: performance.now() });
    return holder;
  }

  /** The holder if that is still known from at most a second ago; null says nothing about the key. A key in use is asked for again before that second is over. */
  known(header: string | undefined): KeyHolder | null {
    const key = keyIn(header);
    const hash = key && hashOfToken(key);
    const known = hash ? this.recent.get(hash) : undefined;
    if (!hash || !known) return null;
    const age = performance.now() - known.at;
    if (age >= TRUSTED_MS) return null;
    if (age > TRUSTED_MS / 2 && !this.renewing.has(hash)) void this.renew(hash, header);
    return known.holder;
  }

  private async renew(hash: string, header: string | undefined): Promise<void> {
    this.renewing.add(hash);
    const at = performance.now();
    try {
      const holder = await this.holder(header);
      if (holder && this.recent.has(hash)) this.recent.set(hash, { holder, at });
      else this.recent.delete(hash);
    } catch (error) {
      log.warn({ error: describeError(error) }, 'key not asked for again');
    } finally {
      this.renewing.delete(hash);
    }
  }

  /**
   * For a door that asks by itself, without `@Allow`: 401 `key.missing` or `key.unknown`, 403 `key.scope`. Trusts an answer of at most a second old.
   * A 401 goes with the header `WWW-Authenticate: Bearer`, which the door sets.
   */
  async admit(header: string | undefined, scope: Scope): Promise<KeyHolder> {
    if (!header) throw new Problem(401, 'key.missing');
    const holder = await this.recentHolder(header);
    if (!holder) throw new Problem(401, 'key.unknown');
    if (!holdsScope(holder.scopes, scope)) throw new Problem(403, 'key.scope', [{ code: 'key.scope' }], { scope });
    return holder;
  }

  /** A key that was taken back here is not trusted for a second more. */
  forget(): void {
    this.recent.clear();
  }
}
