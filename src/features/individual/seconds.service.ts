import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, unusable } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { type CouncilMember, councilMembers } from '../people/index.js';
import { stageOf, type Stage } from './domain/course.js';
import { seesView } from './domain/sight.js';
import { listViews, type ViewRow } from './individual.repository.js';
import { insertSecond, insertSecondEnd, lockSeconds, type Second, secondsNamed } from './seconds.repository.js';

export interface CouncilsViews {
  readonly seconds: readonly Second[];
  /** Members who can still be named. */
  readonly others: readonly CouncilMember[];
  /** Without the person, except where this reader opens or opened it. */
  readonly views: readonly { readonly view: Pick<ViewRow, 'id' | 'toolName' | 'askedAt'>; readonly stage: Stage; readonly own: boolean }[];
}

/** The council's side: whom it names to open a view of one person, and how often that is asked. */
@Injectable()
export class SecondsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<CouncilsViews> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const seconds = await secondsNamed(tx);
      const named = seconds.map(({ personId }) => personId);
      const isSecond = named.includes(actor.personId ?? '');
      const views = await listViews(tx, actor.personId ?? '');
      return {
        seconds,
        others: (await councilMembers(tx)).filter(({ personId }) => !named.includes(personId)),
        views: views.map((view) => {
          const stage = stageOf(view, now);
          const { id, toolName, askedAt } = view;
          return { view: { id, toolName, askedAt }, stage, own: seesView(view, stage, actor, isSecond) };
        }),
      };
    });
  }

  name(actor: Actor, personId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      await lockSeconds(tx);
      const now = this.clock.now();
      if (!(await councilMembers(tx)).some((member) => member.personId === personId)) throw unusable('person', 'individual.not-member');
      if ((await secondsNamed(tx)).some((second) => second.personId === personId)) throw unusable('person', 'individual.named');
      const id = newId('n');
      await insertSecond(tx, { id, personId, by: actor.personId ?? '', at: now });
      await record(tx, actor, now, 'individual.second-named', { subjectId: id, personId });
    });
  }

  endNaming(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      await lockSeconds(tx);
      const now = this.clock.now();
      const second = (await secondsNamed(tx)).find((one) => one.id === id);
      if (!second) throw notFound();
      await insertSecondEnd(tx, { id, by: actor.personId ?? '', at: now });
      await record(tx, actor, now, 'individual.second-ended', { subjectId: id, personId: second.personId });
    });
  }
}
