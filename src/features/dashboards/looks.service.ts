import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { allLooks, type LookLine, looksAtUnitsOf, type ToldView, toldViews } from './looks.repository.js';

export const LOOKS_SHOWN = 100;

@Injectable()
export class LooksService {
  constructor(private readonly transactions: Transactions) {}

  /** Who looked at groups that the reader is in, and who at data about the reader alone, once that was told. */
  own({ personId }: Actor): Promise<{ readonly looks: readonly LookLine[]; readonly alone: readonly ToldView[] }> {
    if (personId === null) throw notFound();
    return this.transactions.read(async (tx) => ({
      looks: await looksAtUnitsOf(tx, personId, LOOKS_SHOWN),
      alone: await toldViews(tx, personId),
    }));
  }

  all(page: number): Promise<{ readonly looks: readonly LookLine[]; readonly pages: number }> {
    return this.transactions.read((tx) => allLooks(tx, page));
  }
}
