import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { idOfStaffNumber, mailPersons, namesOf } from '../people/index.js';
import { type HandOverRecord, lockHandOver, lockUnconfirmed, markDisputed, markSettled, openDisputes } from './hand-overs.repository.js';
import { mailTexts } from './notice-mail.js';
import { noticePaths } from './notices.paths.js';

/** What somebody says they never got on paper: until the DPO has looked it proves nothing. */
@Injectable()
export class DisputesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** Somebody without an account told the DPO that it is not right: the same, for all that nobody but others spoke for. */
  disputeFor(actor: Actor, staffNumber: string, said: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const personId = await idOfStaffNumber(tx, staffNumber);
      const handOvers = personId ? await lockUnconfirmed(tx, personId) : [];
      if (handOvers.length === 0) throw unusable('staffNumber', 'disputes.nothing');
      const now = this.clock.now();
      for (const { id, personId: of } of handOvers) {
        await markDisputed(tx, id, said, now);
        await record(tx, actor, now, 'notice.hand-over-disputed', { subjectId: id, personId: of });
      }
    });
  }

  disputes(): Promise<{ rows: readonly HandOverRecord[]; names: ReadonlyMap<string, string> }> {
    return this.transactions.read(async (tx) => {
      const rows = await openDisputes(tx);
      return {
        rows,
        names: await namesOf(
          tx,
          rows.map(({ personId }) => personId),
        ),
      };
    });
  }

  /** The DPO decides whether the notice was handed over. */
  settle(actor: Actor, handOverId: string, as: 'delivered' | 'not_delivered'): Promise<void> {
    return this.transactions.run(async (tx) => {
      const handOver = await lockHandOver(tx, handOverId);
      if (!handOver?.disputedAt || actor.personId === null) throw notFound();
      if (handOver.settledAs) throw refused('hand-over.settled');
      if (as === 'delivered' && !handOver.witnessedAt) throw refused('hand-over.not_witnessed');
      const now = this.clock.now();
      await markSettled(tx, handOverId, as, actor.personId, now);
      await record(tx, actor, now, 'notice.hand-over-settled', { subjectId: handOverId, personId: handOver.personId }, { as });
      await mailPersons(
        tx,
        [handOver.personId],
        mailTexts('settled', { url: `${this.config.baseUrl}${noticePaths.handOver(handOverId)}` }),
      );
    });
  }
}
