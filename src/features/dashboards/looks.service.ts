import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { allLooks, looksAtUnitsOf, type LooksPage, type ToldView, toldViews } from './looks.repository.js';

@Injectable()
export class LooksService {
  constructor(private readonly transactions: Transactions) {}

  /** Who looked at groups that the reader is in, and who at data about the reader alone, once that was told. */
  own({ personId }: Actor, page: number): Promise<LooksPage & { readonly alone: readonly ToldView[] }> {
    if (personId === null) throw notFound();
    return this.transactions.read(async (tx) => ({
      ...(await looksAtUnitsOf(tx, personId, page)),
      alone: await toldViews(tx, personId),
    }));
  }

  all(page: number): Promise<LooksPage> {
    return this.transactions.read((tx) => allLooks(tx, page));
  }
}
