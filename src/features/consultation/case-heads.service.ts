import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Transactions } from '../../platform/database/index.js';
import { requestKnownTo } from './acting.js';
import type { FoundRequest } from './requests.repository.js';

/** Which case a page is about, and nothing more of it. */
@Injectable()
export class CaseHeads {
  constructor(private readonly transactions: Transactions) {}

  of(actor: Actor, requestId: string): Promise<FoundRequest> {
    return this.transactions.read((tx) => requestKnownTo(tx, actor, requestId));
  }
}
