import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { newReference } from '../../../kernel/ids.js';
import { notFound, Problem, refused } from '../../../kernel/problem.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, type Identity, identityAsked } from '../../people/index.js';
import { lockToolOf } from '../../tools/index.js';
import { caseOf, standingRequest, versionInHand } from '../acting.js';
import { speaksAsStaff } from '../claim.service.js';
import { isInformed } from '../mailing.repository.js';
import './second-person.catalogue.js';
import { insertSecondPerson, readSecondPersons } from './second-person.repository.js';

/** Under ten people, where one person may register, decide and switch on: somebody else confirms what was decided. */
@Injectable()
export class SecondPersonService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Whether this reader may confirm now, and who did. */
  form(actor: Actor, requestId: string) {
    return this.transactions.read(async (tx) => {
      const request = await standingRequest(tx, requestId);
      const inHand = await caseOf(tx, await versionInHand(tx, request));
      const confirmed = await readSecondPersons(tx, request.toolId, inHand.accepted);
      const may = request.body === 'none' && inHand.acts.final !== null && speaksAsStaff(actor) && confirmed.length === 0;
      return { may, confirmed: confirmed.length > 0, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  /** Somebody of the staff, or the adviser, who was told of the plan and holds no role of the employer. */
  confirm(actor: Actor, requestId: string, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const request = await standingRequest(tx, requestId);
      if (!actor.personId || !(await isInformed(tx, request.reference, actor.personId))) throw notFound();
      if (!speaksAsStaff(actor)) throw new Problem(403, 'act.not-yours');
      await lockToolOf(tx, request.versionId);
      const { acts, accepted, version } = await caseOf(tx, await versionInHand(tx, request));
      if (request.body !== 'none') throw refused('second-person.not-here');
      if (!acts.final) throw refused('second-person.before-decision');
      if ((await readSecondPersons(tx, request.toolId, accepted)).includes(actor.personId)) throw refused('second-person.confirmed');
      await confirmIdentity(tx, now, actor, identity);
      const reference = newReference();
      await insertSecondPerson(tx, {
        tool_id: request.toolId,
        version_id: version.id,
        fingerprint: version.fingerprint,
        by_person: actor.personId,
        by_role: actor.role,
        reference,
        at: now,
      });
      return record(tx, actor, now, 'second-person.confirmed', { toolId: request.toolId }, { fingerprint: version.fingerprint, reference });
    });
  }
}
