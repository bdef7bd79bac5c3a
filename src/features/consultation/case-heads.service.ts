import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/index.js';
import { knownRequest } from './acting.js';
import type { FoundRequest } from './requests.repository.js';

/** Which case a page is about, and nothing more of it. */
@Injectable()
export class CaseHeads {
  constructor(private readonly transactions: Transactions) {}

  of(requestId: string): Promise<FoundRequest> {
    return this.transactions.read((tx) => knownRequest(tx, requestId));
  }
}
