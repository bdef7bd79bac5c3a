import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { fingerprint, type Json } from '../../kernel/canonical.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { confirmIdentity, councilMembers } from '../people/index.js';
import {
  type ChangeContent,
  type ChangedRules,
  type CouncilChange,
  findChange,
  insertChange,
  insertChangeConfirmation,
  insertChangeEnd,
  waitingChange,
} from './changes.repository.js';
import { keptFromConfirming, keptFromProposing, overtakenBy, routeNow, type Sitting, stillNeeded } from './domain/deciding.js';
import { wrongInRules } from './domain/rules.js';
import type { SeatingEdit } from './domain/seating-edit.js';
import { type Done, personOf, type Press, refuseWrong } from './in-hand.js';
import { mailChange } from './mail-members.js';
import { lockRoster, rulesAt } from './rosters.repository.js';
import { currentSeating, sittingNow } from './seatings.repository.js';
import { asJson, isStale, same, takeEffect } from './taking-effect.js';
import { readSeats, seatingChange, type TypedSeats } from './typed-seats.js';

/** How the council changes itself: one officer proposes, the other confirms; where an office is vacant the members do, by majority. */
@Injectable()
export class CouncilChangesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  proposeSeats(actor: Actor, typed: TypedSeats, press: Press): Promise<Done> {
    return this.propose(actor, 'roster', { body: asJson(typed), press }, async (tx, now) =>
      seatingChange(tx, await currentSeating(tx, now), await readSeats(tx, typed)),
    );
  }

  /** The committees or the term of office. */
  proposePart(actor: Actor, edit: Exclude<SeatingEdit, { part: 'seats' }>, press: Press): Promise<Done> {
    return this.propose(actor, 'roster', { body: asJson(edit), press }, async (tx, now) =>
      seatingChange(tx, await currentSeating(tx, now), edit),
    );
  }

  proposeRules(actor: Actor, rules: ChangedRules, press: Press): Promise<Done> {
    return this.propose(actor, 'rules', { body: asJson(rules), press }, async (tx, now) => {
      const { id: _id, ...before } = await rulesAt(tx, now);
      refuseWrong(wrongInRules(rules, (await currentSeating(tx, now)).seats.length));
      return { kind: 'rules', content: { before, after: rules } };
    });
  }

  private propose(
    actor: Actor,
    kind: 'roster' | 'rules',
    { body, press }: { readonly body: Json; readonly press: Press },
    make: (tx: Tx, now: Date) => Promise<ChangeContent>,
  ): Promise<Done> {
    return this.transactions.run(async (tx) => {
      await lockRoster(tx);
      const now = this.clock.now();
      const by = personOf(actor);
      return once(tx, now, { personId: by.personId, route: `council.propose-${kind}`, key: press.key, body }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const sitting = await sittingNow(tx, now);
        const kept = keptFromProposing(kind, sitting, by);
        if (kept) throw refused(kept);
        await this.endOvertaken(tx, actor, now, sitting);
        if (await waitingChange(tx)) throw refused('council.change-waits');
        const said = await make(tx, now);
        if (same(said.content.before, said.content.after)) throw refused('council.nothing-changes');
        const hash = fingerprint(asJson(said.content));
        const route = routeNow(sitting);
        const id = await insertChange(tx, { said, hash, route, by, at: now });
        await mailChange(tx, await councilMembers(tx), { key: 'proposed', change: said, config: this.config });
        const reference = await record(
          tx,
          actor,
          now,
          'council.change-proposed',
          { subjectId: id },
          { change: kind, route, content: hash },
        );
        return { reference, applied: false };
      });
    });
  }

  confirm(actor: Actor, changeId: string, press: Press): Promise<Done> {
    return this.transactions.run(async (tx) => {
      await lockRoster(tx);
      const now = this.clock.now();
      const by = personOf(actor);
      return once(tx, now, { personId: by.personId, route: 'council.confirm-change', key: press.key, body: { changeId } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const change = await stillWaiting(tx, changeId);
        const sitting = await sittingNow(tx, now);
        const kept = overtakenBy(change, sitting) ?? keptFromConfirming(change, sitting, by);
        if (kept) throw refused(kept);
        await insertChangeConfirmation(tx, changeId, by, now);
        const confirmed = { ...change, confirmedBy: [...change.confirmedBy, by.personId] };
        const applied = stillNeeded(confirmed, sitting) === 0;
        if (applied) await takeEffect(tx, actor, now, { change: confirmed, sitting, config: this.config });
        const reference = await record(tx, actor, now, applied ? 'council.changed' : 'council.change-confirmed', { subjectId: changeId });
        return { reference, applied };
      });
    });
  }

  /** The other officer, or any member where the members decide, says that the council did not decide this. */
  reject(actor: Actor, changeId: string, reason: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      await lockRoster(tx);
      const now = this.clock.now();
      const by = personOf(actor);
      const change = await stillWaiting(tx, changeId);
      const kept = keptFromConfirming({ ...change, confirmedBy: [] }, await sittingNow(tx, now), by);
      if (kept) throw refused(kept);
      await insertChangeEnd(tx, changeId, { outcome: 'rejected', reason, by: by.personId, at: now });
      await mailChange(tx, await councilMembers(tx), { key: 'rejected', change, reason, config: this.config });
      return record(tx, actor, now, 'council.change-rejected', { subjectId: changeId });
    });
  }

  /** Whoever proposed it takes it back. */
  withdraw(actor: Actor, changeId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      await lockRoster(tx);
      const now = this.clock.now();
      const by = personOf(actor);
      const change = await stillWaiting(tx, changeId);
      if (change.proposedBy !== by.personId) throw notFound();
      await insertChangeEnd(tx, changeId, { outcome: 'withdrawn', reason: null, by: by.personId, at: now });
      return record(tx, actor, now, 'council.change-withdrawn', { subjectId: changeId });
    });
  }

  /** A change that can no longer take effect makes room for the next one. */
  private async endOvertaken(tx: Tx, actor: Actor, now: Date, sitting: Sitting): Promise<void> {
    const change = await waitingChange(tx);
    if (!change || !(overtakenBy(change, sitting) ?? (await isStale(tx, change, now)))) return;
    await insertChangeEnd(tx, change.id, { outcome: 'overtaken', reason: null, by: actor.personId ?? actor.role, at: now });
    await record(tx, actor, now, 'council.change-overtaken', { subjectId: change.id });
  }
}

const stillWaiting = async (tx: Tx, id: string): Promise<CouncilChange> => {
  const change = await findChange(tx, id);
  if (!change) throw notFound();
  if (change.outcome !== null) throw refused('council.change-gone');
  return change;
};
