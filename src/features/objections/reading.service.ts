import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { holdersOf, identityAsked, type IdentityAsked, namesOf } from '../people/index.js';
import { lockHandled } from './handling.service.js';
import { objectionView, objectionViews, type ObjectionView } from './objection-views.js';
import { objectionsFor } from './objections.repository.js';
import { type Decision, findDecision, hasMailAddress, representativeOf } from './procedure.repository.js';

export interface HandledView extends ObjectionView {
  readonly personName: string;
  /** Who acts for the person, where somebody does. */
  readonly representative: string | null;
  readonly decision: Decision | null;
  readonly hasDpo: boolean;
  /** Whether a mail can reach the person. */
  readonly canBeMailed: boolean;
  readonly identity: IdentityAsked;
}

/** What handler and deputy see. It writes nothing. */
@Injectable()
export class HandledReading {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<readonly ObjectionView[]> {
    return this.transactions.read(async (tx) => objectionViews(tx, await objectionsFor(tx, actor.personId ?? ''), this.clock.now()));
  }

  one(actor: Actor, id: string): Promise<HandledView> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const objection = await lockHandled(tx, actor, id);
      return {
        ...(await objectionView(tx, objection, now)),
        personName: (await namesOf(tx, [objection.personId])).get(objection.personId) ?? '',
        representative: await representativeOf(tx, id, now),
        decision: await findDecision(tx, id),
        canBeMailed: await hasMailAddress(tx, objection.personId),
        hasDpo: (await holdersOf(tx, ['dpo'])).length > 0,
        identity: await identityAsked(tx, now, actor),
      };
    });
  }
}
