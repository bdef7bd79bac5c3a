import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { lockKey, newKeyPair, openWith, sealTo, unlockKey } from '../../platform/sealing/index.js';
import { record } from '../evidence/index.js';
import { insertKey, insertProof, latestKey } from './case-keys.repository.js';
import { KeyRing } from './key-ring.js';
import { Rate } from './rate.js';

/** Who handles cases, at one screen. */
export interface Handler {
  readonly actor: Actor;
  readonly sessionId: string | null;
}
export interface KeyStanding {
  readonly state: 'none' | 'unproven' | 'locked' | 'open';
}

const SHORTEST_SECRET = 16;
const TRIES = 5;
const TRIES_WITHIN_MS = 15 * 60_000;

/** The key of somebody who handles complaints. What opens it is known to that person alone. */
@Injectable()
export class CaseKeysService {
  private readonly tries = new Map<string, Rate>();

  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'argon2'>,
    private readonly ring: KeyRing,
  ) {}

  async standing({ actor, sessionId }: Handler): Promise<KeyStanding> {
    if (this.ring.use(sessionId, actor.personId, this.clock.now())) return { state: 'open' };
    const key = await this.transactions.read((tx) => latestKey(tx, actor.personId ?? ''));
    if (!key) return { state: 'none' };
    return { state: key.provenOn === null ? 'unproven' : 'locked' };
  }

  /** A new key, which counts once its owner has shown to be able to open it. The one before stays in use until then. */
  async make({ actor }: Handler, secret: string): Promise<void> {
    const { personId } = actor;
    if (personId === null) throw notFound();
    if (secret.length < SHORTEST_SECRET) throw unusable('secret', 'complaint.secret-short');
    const pair = await newKeyPair();
    const locked = await lockKey(pair, secret, this.config.argon2);
    const id = newId('y');
    const probe = await sealTo(pair.publicKey, Buffer.from(id));
    await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      await insertKey(tx, { ...locked, id, personId, probe, madeOn: dayOf(now) });
      await record(tx, actor, now, 'case-key.made', { subjectId: id });
    });
  }

  /** Opens the key for this session. The first time it proves that its owner can open what is sealed with it. */
  async open({ actor, sessionId }: Handler, secret: string): Promise<void> {
    const now = this.clock.now();
    const { personId } = actor;
    if (personId === null || sessionId === null) throw notFound();
    const key = await this.transactions.read((tx) => latestKey(tx, personId));
    if (!key) throw notFound();
    this.triesOf(personId).take(now);
    const pair = await unlockKey(key, secret);
    const probe = pair && (await openWith(pair, key.probe));
    if (!pair || probe?.toString('utf8') !== key.id) throw unusable('secret', 'complaint.secret-wrong');
    this.tries.delete(personId);
    this.ring.put(sessionId, { ...pair, keyId: key.id, personId }, now);
    if (key.provenOn !== null) return;
    await this.transactions.run(async (tx) => {
      await insertProof(tx, key.id, dayOf(now));
      await record(tx, actor, now, 'case-key.proven', { subjectId: key.id });
    });
  }

  lock({ sessionId }: Handler): void {
    if (sessionId !== null) this.ring.lock(sessionId);
  }

  private triesOf(personId: string): Rate {
    const rate = this.tries.get(personId) ?? new Rate(TRIES, TRIES_WITHIN_MS);
    this.tries.set(personId, rate);
    return rate;
  }
}
