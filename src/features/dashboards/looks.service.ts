import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { allLooks, type LookLine, looksAtUnitOf } from './looks.repository.js';

export const LOOKS_SHOWN = 100;

@Injectable()
export class LooksService {
  constructor(private readonly transactions: Transactions) {}

  /** Who looked at groups that the reader is in. */
  own({ personId }: Actor): Promise<readonly LookLine[]> {
    if (personId === null) throw notFound();
    return this.transactions.read((tx) => looksAtUnitOf(tx, personId, LOOKS_SHOWN));
  }

  all(page: number): Promise<{ readonly looks: readonly LookLine[]; readonly pages: number }> {
    return this.transactions.read((tx) => allLooks(tx, page));
  }
}
