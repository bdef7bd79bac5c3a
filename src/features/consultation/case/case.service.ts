import { Inject, Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { notFound } from '../../../kernel/problem.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { mayIn, phaseOf, turnIn } from '../consultation.views.js';
import { isGroupReader } from '../competence/readers.js';
import { readCaseIn } from '../reading.service.js';
import { runningVotes } from '../voting/running-votes.js';
import { CASE_PARTS } from './case-parts.js';
import type { SeenCase } from './case-part.js';
import type { CaseTab } from './case-tabs.js';

export interface OpenedCase {
  readonly seen: SeenCase;
  readonly parts: readonly VNode[];
}
/** A form that came back. */
export type Returned = Pick<SeenCase, 'errors' | 'typed'>;

/** Opens one page of a case. It writes nothing. */
@Injectable()
export class CaseService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  open(actor: Actor, requestId: string, tab: CaseTab, returned: Returned = {}): Promise<OpenedCase> {
    return this.transactions.read(async (tx) => {
      const read = await readCaseIn(tx, requestId);
      if (!isGroupReader(actor, read.inHand.standing)) throw notFound();
      const now = this.clock.now();
      const vote = (await runningVotes(tx, actor, now)).find((one) => one.requestId === requestId) ?? null;
      const may = mayIn(read, actor);
      const course = { phase: phaseOf(read), turn: turnIn(read), vote, may: { ...may, decide: may.decide && !vote } };
      const seen: SeenCase = { ...read, ...returned, ...course, actor, now };
      const parts: VNode[] = [];
      for (const part of CASE_PARTS[tab]) {
        const shown = await part(tx, seen);
        if (shown) parts.push(shown);
      }
      return { seen, parts };
    });
  }
}
