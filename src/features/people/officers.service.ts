import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { clearTotp } from './accounts.repository.js';
import { recordFactShifts } from './fact-shifts.js';
import { confirmIdentity, type Identity, identityAsked, type IdentityAsked } from './identity.js';
import { createInvitation } from './invitations.repository.js';
import { recordOfficerChange } from './officer-change.js';
import { confirmOfficerReset, lockOfficerReset, type OfficerReset, openOfficerResets } from './officer-resets.repository.js';
import {
  confirmCouncilEnding,
  type CouncilEnding,
  councilMembers,
  type CouncilMember,
  holdersOf,
  insertCouncilEnding,
  lockRoles,
  openCouncilEnding,
} from './roles.repository.js';
import { readRegister } from './facts.repository.js';
import { revokeKeysOf } from './keys/api-keys.repository.js';
import { endSessionsOf } from './sessions.repository.js';

export interface OfficersView {
  readonly members: readonly CouncilMember[];
  readonly resets: readonly OfficerReset[];
  readonly ending: CouncilEnding | null;
  readonly asked: IdentityAsked;
}

/** What chair and secretary do for each other, and only together. */
@Injectable()
export class OfficersService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  view(actor: Actor): Promise<OfficersView> {
    return this.transactions.read(async (tx) => ({
      members: await councilMembers(tx),
      resets: await openOfficerResets(tx),
      ending: await openCouncilEnding(tx),
      asked: await identityAsked(tx, this.clock.now(), actor),
    }));
  }

  /** A second officer confirms a reset and gets the code, to hand over in person: the employer's mail carries nothing. */
  confirmReset(actor: Actor, resetId: string, identity: Identity): Promise<string> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      await confirmIdentity(tx, now, actor, identity);
      const officer = await officerOr404(tx, actor);
      const reset = await lockOfficerReset(tx, resetId);
      if (!reset) throw refused('reset.gone');
      if (reset.personId === officer || reset.askedBy === officer) throw refused('reset.needs-second');
      await confirmOfficerReset(tx, resetId, officer, now);
      await clearTotp(tx, reset.personId, now);
      await endSessionsOf(tx, reset.personId, now);
      await revokeKeysOf(tx, reset.personId, now);
      const code = await createInvitation(tx, reset.personId, 'reset', officer, now);
      await recordOfficerChange(tx, actor, now, reset.personId, 'reset');
      return code;
    });
  }

  /** Ends the council as a body: one officer asks, the other confirms. Answers whether it has ended. */
  endCouncil(actor: Actor, identity: Identity): Promise<'asked' | 'ended'> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      await confirmIdentity(tx, now, actor, identity);
      await lockRoles(tx);
      const officer = await officerOr404(tx, actor);
      if (!(await readRegister(tx)).council) throw refused('council.none');
      const open = await openCouncilEnding(tx, true);
      if (open?.askedBy === officer) throw refused('council.ending-asked');
      return recordFactShifts(tx, actor, now, async () => {
        if (!open) await insertCouncilEnding(tx, officer, now);
        else await confirmCouncilEnding(tx, open.id, officer, now);
        await record(tx, actor, now, open ? 'council.ended' : 'council.ending-asked', { subjectId: open?.id });
        return open ? 'ended' : 'asked';
      });
    });
  }
}

const officerOr404 = async (tx: Tx, actor: Actor): Promise<string> => {
  const officers = await holdersOf(tx, ['or_chair', 'or_secretary']);
  const found = officers.find(({ personId, role }) => personId === actor.personId && role === actor.role);
  if (!found) throw notFound();
  return found.personId;
};
