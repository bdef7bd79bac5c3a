import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, type Upload } from '../../platform/http/index.js';
import { recordConfidential } from '../evidence/index.js';
import { eraseMeasured } from '../measurements/index.js';
import { caseMail, hasMailAddress, mayHandle, representativeOf } from '../objections/index.js';
import { mailPersons, namesOf } from '../people/index.js';
import { extendedDueOn, liftedAfter, mustTellRecipients, type Outcome, type Recipients, rightState } from './domain/right-state.js';
import { type AnswerFile, cleanFiles, filesOf, keepFiles } from './answer-files.js';
import { rightsPaths } from './rights.paths.js';
import {
  findRequest,
  lockRequest,
  requestsFor,
  type RightsRequest,
  type Telling,
  writeAnswer,
  writeExtension,
  writeLifting,
} from './rights.repository.js';
import { personOf, type RightsView } from './rights.service.js';

/** An answer cannot be given without knowing to whom. */
export type HandledRight = RightsView & {
  readonly personName: string;
  /** Who acts for the person, where somebody does. */
  readonly representative: string | null;
  readonly files: readonly AnswerFile[];
};
export interface RightAnswer {
  readonly outcome: Outcome;
  readonly text: string;
  readonly recipients: Recipients | null;
  /** What answers a request for access, beside the words. */
  readonly files?: readonly Upload[];
}

/** The side of whoever answers requests about data. */
@Injectable()
export class HandledRightsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  list(actor: Actor): Promise<readonly RightsView[]> {
    const now = this.clock.now();
    return this.transactions.read(async (tx) =>
      (await requestsFor(tx, personOf(actor))).map((request) => ({ ...request, state: rightState(request, now) })),
    );
  }

  one(actor: Actor, id: string): Promise<HandledRight> {
    return this.transactions.read(async (tx) => {
      const request = await this.known(tx, actor, await findRequest(tx, id));
      const names = await namesOf(tx, [request.personId]);
      return {
        ...request,
        state: rightState(request, this.clock.now()),
        personName: names.get(request.personId) ?? '',
        representative: await representativeOf(tx, id, this.clock.now()),
        files: await filesOf(tx, id),
      };
    });
  }

  /** The outcome with its reasons. A granted erasure takes what was measured along. Whoever got the data must have heard of a change (GDPR 19). A refused restriction ends later. */
  async answer(actor: Actor, id: string, { outcome, text, recipients, files = [] }: RightAnswer): Promise<void> {
    const clean = await cleanFiles(files);
    return this.transactions.run(async (tx) => {
      const request = await this.known(tx, actor, await lockRequest(tx, id));
      const now = this.clock.now();
      if (!rightState(request, now).isOpen) throw refused('right.answered');
      const tells = mustTellRecipients(request.kind, outcome);
      if (tells && recipients === null) throw unusable('recipients', 'right.recipients_needed');
      if (clean.length > 0 && request.kind !== 'access') throw unusable('files', 'right.files_with_access');
      await writeAnswer(tx, id, { outcome, text, recipients: tells ? recipients : null, by: personOf(actor), at: now });
      await keepFiles(tx, id, clean, now);
      if (request.kind === 'restriction' && outcome === 'refused') await writeLifting(tx, id, '', await this.telling(tx, request, now));
      if (request.kind === 'erasure' && outcome === 'granted') await eraseMeasured(tx, request.personId, request.toolId, dayOf(now));
      await recordConfidential(tx, now, { kind: 'right.answered', request: id, outcome, files: clean.length });
      await this.tell(tx, request);
    });
  }

  /** Two more months for complexity or number, told with the reason within the first (GDPR 12(3)). */
  extend(actor: Actor, id: string, reason: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const request = await this.known(tx, actor, await lockRequest(tx, id));
      const now = this.clock.now();
      const state = rightState(request, now);
      if (!state.isOpen) throw refused('right.answered');
      if (!state.mayExtend) throw refused(state.name === 'extended' ? 'objection.extended' : 'objection.month_over');
      await writeExtension(tx, id, reason, extendedDueOn(request.lodgedAt), now);
      await recordConfidential(tx, now, { kind: 'right.extended', request: id });
      await this.tell(tx, request);
    });
  }

  /** A granted restriction ends: the person is told first, at least seven days before (GDPR 18(3)). */
  lift(actor: Actor, id: string, reason: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const request = await this.known(tx, actor, await lockRequest(tx, id));
      const now = this.clock.now();
      if (!rightState(request, now).mayLift) throw refused('right.not_restricted');
      await writeLifting(tx, id, reason, await this.telling(tx, request, now));
      await recordConfidential(tx, now, { kind: 'right.lifting_decided', request: id });
      await this.tell(tx, request);
    });
  }

  private async known(tx: Tx, actor: Actor, request: RightsRequest | null): Promise<RightsRequest> {
    if (!request || !(await mayHandle(tx, request.kind, actor.personId, request.personId))) throw notFound();
    return request;
  }

  /** A mail tells it now. Whom no mail can reach hears it by reading it. */
  private async telling(tx: Tx, { personId }: RightsRequest, now: Date): Promise<Telling | null> {
    return (await hasMailAddress(tx, personId)) ? { liftsOn: liftedAfter(now), at: now } : null;
  }

  private tell(tx: Tx, { id, personId }: RightsRequest): Promise<void> {
    return mailPersons(tx, [personId], caseMail('news', `${this.config.baseUrl}${rightsPaths.own(id)}`));
  }
}
