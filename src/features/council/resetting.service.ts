import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { confirmIdentity, councilExists, councilMembers, type IdentityAsked, identityAsked, seatCouncil } from '../people/index.js';
import { insertReset } from './changes.repository.js';
import { keptFromReset, type Sitting } from './domain/deciding.js';
import { personsOf, seatOfficers, wrongIn } from './domain/seating.js';
import { type Done, newSeatId, personOf, type Press, readPeople, refuseConflicts, refuseWrong } from './in-hand.js';
import { mailChange } from './mail-members.js';
import { tellReset } from './resets.js';
import { lockRoster, rosterAt } from './rosters.repository.js';
import { currentSeating, insertSeating, officesVacantSince, sittingNow } from './seatings.repository.js';

interface TypedReset {
  readonly chair: string;
  readonly secretary: string;
  readonly reason: string;
}

/** When no officer is left and the members cannot choose new ones: the administrator asks them, with a reason that stays in sight. */
@Injectable()
export class CouncilResettingService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** What the administrator is asked, when the moment is there; 404 before that. */
  view(actor: Actor): Promise<{ readonly asked: IdentityAsked }> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      if (await keptFrom(tx, now, await sittingNow(tx, now))) throw notFound();
      return { asked: await identityAsked(tx, now, actor) };
    });
  }

  reset(actor: Actor, typed: TypedReset, press: Press): Promise<Done> {
    return this.transactions.run(async (tx) => {
      await lockRoster(tx);
      const now = this.clock.now();
      const { personId } = personOf(actor);
      return once(tx, now, { personId, route: 'council.reset', key: press.key, body: { ...typed } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const sitting = await sittingNow(tx, now);
        const kept = await keptFrom(tx, now, sitting);
        if (kept) throw refused(kept);
        const officers = await officersIn(tx, typed, sitting);
        const before = await currentSeating(tx, now);
        const serving = (await rosterAt(tx, now)).seats.flatMap((seat) => [seat.personId, seat.deputyId ?? seat.personId]);
        const after = seatOfficers(before, { ...officers, serving, newSeat: newSeatId });
        refuseWrong(wrongIn(after));
        await refuseConflicts(tx, { ...before, seats: [] }, after);
        const told = await councilMembers(tx);
        const resetId = await insertReset(tx, { route: 'administrator', changeId: null, reason: typed.reason, by: personId, at: now });
        await insertSeating(tx, after, { changeId: null, resetId, at: now });
        await seatCouncil(tx, actor, now, { persons: personsOf(after), ...officers });
        await tellReset(tx, now);
        const said = {
          key: 'reset',
          change: { kind: 'roster', content: { before, after } },
          reason: typed.reason,
          config: this.config,
        } as const;
        await mailChange(tx, told, said);
        return { reference: await record(tx, actor, now, 'council.reset', { subjectId: resetId }), applied: true };
      });
    });
  }
}

/** Whether the administrator is asked to choose new officers now. */
export const councilResetIsOpen = async (tx: Tx, now: Date): Promise<boolean> =>
  (await keptFrom(tx, now, await sittingNow(tx, now))) === null;

/** A council that never began, or was ended by its officers, is invited in the ordinary way. */
const keptFrom = async (tx: Tx, now: Date, sitting: Sitting): Promise<string | null> =>
  (await councilExists(tx)) ? keptFromReset(sitting, await officesVacantSince(tx), now) : 'council.none';

/** Whoever holds an office keeps it. */
const officersIn = async (
  tx: Tx,
  { chair, secretary }: TypedReset,
  sitting: Sitting,
): Promise<{ readonly chairId: string; readonly secretaryId: string }> => {
  const { ids, wrong } = await readPeople(tx, { chair, secretary });
  refuseWrong(wrong);
  const [chairId, secretaryId] = [ids.get('chair') ?? null, ids.get('secretary') ?? null];
  const stays = (held: string | null, typed: string | null): boolean => held !== null && held !== typed;
  refuseWrong([
    ...(stays(sitting.chairId, chairId) ? [{ field: 'chair', code: 'council.officer-stays' }] : []),
    ...(stays(sitting.secretaryId, secretaryId) ? [{ field: 'secretary', code: 'council.officer-stays' }] : []),
    ...(chairId === null ? [{ field: 'chair', code: 'officer.missing' }] : []),
    ...(chairId !== null && chairId === secretaryId ? [{ field: 'secretary', code: 'officer.both' }] : []),
    ...(secretaryId === null ? [{ field: 'secretary', code: 'officer.missing' }] : []),
  ]);
  return { chairId: chairId ?? '', secretaryId: secretaryId ?? '' };
};
