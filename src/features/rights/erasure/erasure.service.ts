import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { notFound, Problem, type Reason, unusable } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { erasePerson, recordConfidential } from '../../evidence/index.js';
import { eraseMeasured } from '../../measurements/index.js';
import { confirmIdentity, type Identity, identityAsked, type IdentityAsked } from '../../people/index.js';
import { personOf } from '../rights.service.js';
import {
  findLeaver,
  forgetPerson,
  insertErasure,
  type Leaver,
  listLeavers,
  lockLeaver,
  type Pending,
  pendingOf,
} from './erasures.repository.js';

export interface ErasureView {
  readonly leaver: Leaver;
  /** Why it cannot be done yet; none: it can. */
  readonly waits: readonly Reason[];
  readonly identity: IdentityAsked;
}

/** GDPR 17 for Countersign itself: a person goes, the log still verifies. Only the DPO, who may know what runs for somebody. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(): Promise<readonly Leaver[]> {
    return this.transactions.read(listLeavers);
  }

  view(actor: Actor, personId: string): Promise<ErasureView> {
    return this.transactions.read(async (tx) => {
      const leaver = await leaverOr404(tx, personId);
      return { leaver, waits: waitsFor(leaver, await pendingOf(tx, personId)), identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  /** Cannot be undone. Names nobody in what it records. */
  erase(actor: Actor, personId: string, reason: 'left' | 'asked', identity: Identity): Promise<void> {
    return this.transactions.run(async (tx) => {
      await lockLeaver(tx, personId);
      const leaver = await leaverOr404(tx, personId);
      const now = this.clock.now();
      const by = personOf(actor);
      const pending = await pendingOf(tx, personId);
      const waits = waitsFor(leaver, pending);
      if (waits.length > 0) throw new Problem(409, 'erasure.waits', waits);
      if (reason === 'left' && pending.kept > 0) throw unusable('reason', 'erasure.kept');
      await confirmIdentity(tx, now, actor, identity);
      await insertErasure(tx, { id: newId('e'), personId, reason, by, at: now });
      await eraseMeasured(tx, personId, null, dayOf(now));
      await forgetPerson(tx, personId, now);
      await erasePerson(tx, personId);
      await recordConfidential(tx, now, { kind: 'person.erased', reason });
    });
  }
}

const leaverOr404 = async (tx: Tx, personId: string): Promise<Leaver> => {
  const leaver = await findLeaver(tx, personId);
  if (!leaver) throw notFound();
  return leaver;
};

const waitsFor = ({ leftAt }: Leaver, { roles, handles, objections, requests, untold }: Pending): readonly Reason[] => {
  return [
    ...(leftAt === null ? [{ code: 'erasure.works_here' }] : []),
    ...(roles > 0 ? [{ code: 'erasure.has_role' }] : []),
    ...(handles > 0 ? [{ code: 'erasure.handles' }] : []),
    ...(objections > 0 ? [{ code: 'erasure.objection_open' }] : []),
    ...(requests > 0 ? [{ code: 'erasure.request_open' }] : []),
    ...(untold > 0 ? [{ code: 'erasure.untold' }] : []),
  ];
};
