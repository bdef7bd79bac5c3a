import { Inject, Injectable } from '@nestjs/common';
import { type Actor, COUNCIL_OFFICERS, isCouncilOfficer } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import {
  confirmIdentity,
  type CouncilMember,
  councilMembers,
  holdersOf,
  type Identity,
  identityAsked,
  type IdentityAsked,
  mailPersons,
} from '../people/index.js';
import { stageOf, type Stage } from './domain/course.js';
import { seesView } from './domain/sight.js';
import { individualMail } from './individual.mail.js';
import { individualPaths } from './individual.paths.js';
import { listViews, type ViewRow } from './individual.repository.js';
import {
  insertSecond,
  insertSecondConfirmation,
  insertSecondEnd,
  isSecondKnown,
  lockSeconds,
  type ProposedSecond,
  type Second,
  secondProposed,
  secondsNamed,
} from './seconds.repository.js';

export interface WaitingSecond extends ProposedSecond {
  /** Officers who can confirm it: all but who proposed it. */
  readonly confirmers: readonly string[];
  readonly isOwn: boolean;
  readonly identity: IdentityAsked;
}
export interface CouncilsViews {
  readonly seconds: readonly Second[];
  readonly proposed: WaitingSecond | null;
  /** Members who can still be named. */
  readonly others: readonly CouncilMember[];
  /** Without the person, except where this reader opens or opened it. */
  readonly views: readonly { readonly view: Pick<ViewRow, 'id' | 'toolName' | 'askedAt'>; readonly stage: Stage; readonly own: boolean }[];
}

const officerIn = (actor: Actor): string => {
  if (!actor.personId || !isCouncilOfficer(actor)) throw notFound();
  return actor.personId;
};

/** The council's side: whom it names to open a view of one person, proposed by one officer and confirmed by another, and how often that is asked. */
@Injectable()
export class SecondsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
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
        proposed: await this.proposedTo(tx, actor, now),
        others: (await councilMembers(tx)).filter(({ personId }) => !named.includes(personId)),
        views: views.map((view) => {
          const stage = stageOf(view, now);
          const { id, toolName, askedAt } = view;
          return { view: { id, toolName, askedAt }, stage, own: seesView(view, stage, actor, isSecond) };
        }),
      };
    });
  }

  /** Names nobody yet: until another officer confirms it, this person can open nothing. */
  propose(actor: Actor, personId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const by = officerIn(actor);
      await lockSeconds(tx);
      const now = this.clock.now();
      if (!(await councilMembers(tx)).some((member) => member.personId === personId)) throw unusable('person', 'individual.not-member');
      if ((await secondsNamed(tx)).some((second) => second.personId === personId)) throw unusable('person', 'individual.named');
      if (await secondProposed(tx)) throw refused('individual.proposal-waits');
      const id = newId('n');
      await insertSecond(tx, { id, personId, by, at: now });
      const others = (await holdersOf(tx, COUNCIL_OFFICERS)).map((officer) => officer.personId).filter((officer) => officer !== by);
      await mailPersons(tx, others, individualMail('proposed', '', this.config.baseUrl + individualPaths.list));
      await record(tx, actor, now, 'individual.second-proposed', { subjectId: id, personId });
      return id;
    });
  }

  /** Another officer says again who they are, and only then the person is named. */
  confirm(actor: Actor, id: string, identity: Identity): Promise<void> {
    return this.transactions.run(async (tx) => {
      const by = officerIn(actor);
      await lockSeconds(tx);
      const now = this.clock.now();
      const proposed = await secondProposed(tx);
      if (proposed?.id !== id) throw (await isSecondKnown(tx, id)) ? refused('individual.proposal-gone') : notFound();
      if (proposed.proposedBy === by) throw refused('individual.own-proposal');
      if ((await secondsNamed(tx)).some(({ personId }) => personId === proposed.personId)) throw refused('individual.named');
      await confirmIdentity(tx, now, actor, identity);
      await insertSecondConfirmation(tx, { id, by, at: now });
      await record(tx, actor, now, 'individual.second-named', { subjectId: id, personId: proposed.personId });
    });
  }

  /** One officer is enough, of what was named and of what was proposed: with nobody named nothing opens. */
  end(actor: Actor, id: string): Promise<'ended' | 'withdrawn' | 'rejected'> {
    return this.transactions.run(async (tx) => {
      const by = officerIn(actor);
      await lockSeconds(tx);
      const now = this.clock.now();
      const proposed = await secondProposed(tx);
      const waits = proposed?.id === id;
      const second = waits ? proposed : (await secondsNamed(tx)).find((one) => one.id === id);
      if (!second) throw notFound();
      const outcome = !waits ? 'ended' : proposed.proposedBy === by ? 'withdrawn' : 'rejected';
      await insertSecondEnd(tx, { id, by, at: now });
      await record(tx, actor, now, `individual.second-${outcome}`, { subjectId: id, personId: second.personId });
      return outcome;
    });
  }

  private async proposedTo(tx: Tx, actor: Actor, now: Date): Promise<WaitingSecond | null> {
    const proposed = await secondProposed(tx);
    if (!proposed) return null;
    const others = (await holdersOf(tx, COUNCIL_OFFICERS)).filter(({ personId }) => personId !== proposed.proposedBy);
    return {
      ...proposed,
      confirmers: [...new Set(others.map(({ name }) => name))],
      isOwn: proposed.proposedBy === actor.personId,
      identity: await identityAsked(tx, now, actor),
    };
  }
}
