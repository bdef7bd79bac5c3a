import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isCouncilOfficer, type Role } from '../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { type IdentityAsked, identityAsked, namesOf, organisationFacts, personsById } from '../people/index.js';
import { type CouncilChange, type CouncilReset, councilResets, endedChanges, findChange, waitingChange } from './changes.repository.js';
import { type Names, personsNamed } from './council.words.js';
import { keptFromConfirming, keptFromProposing, overtakenBy, type Route, routeNow, type Sitting, stillNeeded } from './domain/deciding.js';
import type { Roster } from './domain/roster.js';
import type { CouncilRules } from './domain/rules.js';
import { lawfulSeats, personsOf, type Seating } from './domain/seating.js';
import { writtenAs } from './domain/who-is-meant.js';
import { rosterAt, rulesAt } from './rosters.repository.js';
import { currentSeating, sittingNow } from './seatings.repository.js';
import { isStale } from './taking-effect.js';

/** A change as one reader sees it. */
interface ReadChange {
  readonly change: CouncilChange;
  readonly needed: number;
  readonly own: boolean;
  readonly confirmedByMe: boolean;
  readonly mayConfirm: boolean;
}
export interface SettingsView {
  readonly seating: Seating;
  readonly roster: Roster;
  readonly sitting: Sitting;
  readonly rules: CouncilRules;
  readonly route: Route;
  readonly people: number | null;
  readonly lawful: number | null;
  readonly today: Day;
  readonly waiting: ReadChange | null;
  readonly history: readonly CouncilChange[];
  readonly resets: readonly CouncilReset[];
  readonly names: Names;
  readonly may: { readonly roster: boolean; readonly rules: boolean };
  readonly officer: boolean;
}
/** What a form of the council starts from: people as they are written in its fields. */
export interface FormView {
  readonly seating: Seating;
  readonly rules: CouncilRules;
  readonly route: Route;
  readonly written: Names;
  readonly names: Names;
  readonly asked: IdentityAsked;
}

/** The council as its members read it. */
@Injectable()
export class CouncilSettingsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  view(actor: Actor): Promise<SettingsView> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const sitting = await sittingNow(tx, now);
      const [seating, history] = [await currentSeating(tx, now), await endedChanges(tx)];
      const waiting = await standingChange(tx, now, sitting);
      const { headcount } = await organisationFacts(tx);
      const people = headcount ?? null;
      const changes = [...history, ...(waiting ? [waiting] : [])];
      return {
        seating,
        sitting,
        roster: await rosterAt(tx, now),
        rules: await rulesAt(tx, now),
        route: routeNow(sitting),
        people,
        lawful: people === null ? null : lawfulSeats(people),
        today: dayOf(now),
        waiting: waiting && readBy(actor, waiting, sitting),
        history,
        resets: await councilResets(tx),
        names: await namesOf(tx, [...idsIn(seating), ...officersIn(sitting), ...changes.flatMap(idsOf)]),
        may: { roster: mayPropose('roster', sitting, actor), rules: mayPropose('rules', sitting, actor) },
        officer: isCouncilOfficer(actor),
      };
    });
  }

  /** For whoever may propose; 404 for everybody else. */
  form(actor: Actor, kind: 'roster' | 'rules'): Promise<FormView> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const sitting = await sittingNow(tx, now);
      if (!mayPropose(kind, sitting, actor)) throw notFound();
      const seating = await currentSeating(tx, now);
      const persons = await personsById(tx, idsIn(seating));
      return {
        seating,
        rules: await rulesAt(tx, now),
        route: routeNow(sitting),
        written: new Map(persons.map((person) => [person.id, writtenAs(person)])),
        names: new Map(persons.map(({ id, name }) => [id, name])),
        asked: await identityAsked(tx, now, actor),
      };
    });
  }

  change(actor: Actor, id: string): Promise<ReadChange & { readonly names: Names; readonly asked: IdentityAsked }> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const sitting = await sittingNow(tx, now);
      const change = await findChange(tx, id);
      if (!change) throw notFound();
      const standing = change.outcome === null ? await standingChange(tx, now, sitting) : null;
      const read = readBy(actor, change, sitting);
      return {
        ...read,
        mayConfirm: read.mayConfirm && standing?.id === id,
        names: await namesOf(tx, idsOf(change)),
        asked: await identityAsked(tx, now, actor),
      };
    });
  }
}

const idsIn = (seating: Seating): string[] => [...personsOf(seating), seating.chairId ?? '', seating.secretaryId ?? ''];
const officersIn = ({ chairId, secretaryId }: Sitting): string[] => [chairId ?? '', secretaryId ?? ''];
const idsOf = (change: CouncilChange): string[] => [
  change.proposedBy,
  ...change.confirmedBy,
  change.endedBy ?? '',
  ...personsNamed(change),
];

/** The change that waits and can still take effect. */
const standingChange = async (tx: Tx, now: Date, sitting: Sitting): Promise<CouncilChange | null> => {
  const change = await waitingChange(tx);
  return change && !overtakenBy(change, sitting) && !(await isStale(tx, change, now)) ? change : null;
};

const personIn = (actor: Actor) => ({ personId: actor.personId ?? '', role: actor.role as Role });
const mayPropose = (kind: 'roster' | 'rules', sitting: Sitting, actor: Actor): boolean =>
  keptFromProposing(kind, sitting, personIn(actor)) === null;

const readBy = (actor: Actor, change: CouncilChange, sitting: Sitting): ReadChange => ({
  change,
  needed: stillNeeded(change, sitting),
  own: change.proposedBy === actor.personId,
  confirmedByMe: actor.personId !== null && change.confirmedBy.includes(actor.personId),
  mayConfirm: change.outcome === null && keptFromConfirming(change, sitting, personIn(actor)) === null,
});

/** Whether a change of the council waits for this person to confirm it. */
export const councilChangeWaits = async (tx: Tx, now: Date, actor: Actor): Promise<boolean> => {
  if ((await waitingChange(tx)) === null) return false;
  const sitting = await sittingNow(tx, now);
  const change = await standingChange(tx, now, sitting);
  return change !== null && readBy(actor, change, sitting).mayConfirm;
};
