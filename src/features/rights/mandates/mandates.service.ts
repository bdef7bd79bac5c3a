import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { sha256 } from '../../../kernel/canonical.js';
import type { Clock } from '../../../kernel/clock.js';
import { newId, newSecret } from '../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { recordConfidential } from '../../evidence/index.js';
import { confirmIdentity, holdersOf, type Identity, identityAsked, type IdentityAsked, namesOf } from '../../people/index.js';
import { personOf } from '../rights.service.js';
import { expiryOf, holds, type Mandate, mandateState, OPEN_MANDATES } from './mandate.js';
import { OUTSIDE } from './mandates.dto.js';
import {
  endMandate,
  findMandate,
  insertMandate,
  lockMandates,
  mandatesOf,
  type Represented,
  representedBy,
} from './mandates.repository.js';

export interface ShownMandate extends Mandate {
  readonly name: string;
  readonly state: 'open' | 'ended' | 'expired';
}
export interface OwnMandates {
  readonly mandates: readonly ShownMandate[];
  readonly advisers: readonly { readonly personId: string; readonly name: string }[];
  readonly identity: IdentityAsked;
}
export interface Asked {
  readonly representative: string;
  readonly madeFor: string;
  readonly days: number;
}

/** Who may act for somebody, because that somebody says so. */
@Injectable()
export class MandatesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  own(actor: Actor): Promise<OwnMandates> {
    const personId = personOf(actor);
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const mandates = await mandatesOf(tx, personId);
      const names = await namesOf(tx, [...new Set(mandates.flatMap(({ adviserId }) => adviserId ?? []))]);
      return {
        mandates: mandates.map((one) => ({
          ...one,
          name: one.adviserId === null ? one.madeFor : (names.get(one.adviserId) ?? ''),
          state: mandateState(one, now),
        })),
        advisers: (await holdersOf(tx, ['trusted_person'])).filter((one) => one.personId !== personId),
        identity: await identityAsked(tx, now, actor),
      };
    });
  }

  /** Answers the token for whoever is outside, once: only its hash is kept. Null for an adviser, who signs in. */
  give(actor: Actor, { representative, madeFor, days }: Asked, identity: Identity): Promise<string | null> {
    const personId = personOf(actor);
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const outside = representative === OUTSIDE;
      const advisers = (await holdersOf(tx, ['trusted_person'])).map((one) => one.personId);
      if (!outside && (representative === personId || !advisers.includes(representative)))
        throw unusable('representative', 'mandate.adviser_unknown');
      if (outside && madeFor === '') throw unusable('madeFor', 'mandate.name_needed');
      await confirmIdentity(tx, now, actor, identity);
      await lockMandates(tx, personId);
      const open = (await mandatesOf(tx, personId)).filter((one) => holds(one, now));
      if (open.length >= OPEN_MANDATES) throw refused('mandate.too_many');
      if (!outside && open.some(({ adviserId }) => adviserId === representative)) throw unusable('representative', 'mandate.given');
      const token = outside ? newSecret() : null;
      await insertMandate(tx, {
        id: newId('m'),
        personId,
        kind: outside ? 'outside' : 'adviser',
        adviserId: outside ? null : representative,
        madeFor: outside ? madeFor : '',
        tokenHash: token && sha256(token),
        givenAt: now,
        expiresAt: expiryOf(now, days),
        endedAt: null,
        endedBy: null,
      });
      await recordConfidential(tx, now, { kind: 'mandate.given', days });
      return token;
    });
  }

  /** The person takes it back. */
  end(actor: Actor, id: string): Promise<void> {
    const personId = personOf(actor);
    return this.finish(id, 'person', (mandate) => mandate.personId === personId);
  }

  /** The adviser gives it back. */
  giveBack(actor: Actor, id: string): Promise<void> {
    const adviserId = personOf(actor);
    return this.finish(id, 'representative', (mandate) => mandate.adviserId === adviserId);
  }

  /** Who asked this adviser. */
  represented(actor: Actor): Promise<readonly Represented[]> {
    return this.transactions.read((tx) => representedBy(tx, personOf(actor), this.clock.now()));
  }

  private finish(id: string, by: 'person' | 'representative', owns: (mandate: Mandate) => boolean): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const mandate = await findMandate(tx, id);
      if (!mandate || !owns(mandate)) throw notFound();
      if (!holds(mandate, now) || !(await endMandate(tx, id, by, now))) throw refused('mandate.over');
      await recordConfidential(tx, now, { kind: 'mandate.ended', by });
    });
  }
}
