import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { organisationName, smallestGroup } from '../people/index.js';
import { readYear, yearsWithRequests } from './annual.repository.js';
import { type Annual, annualOf } from './domain/annual.js';

export interface AnnualRead {
  readonly annual: Annual;
  readonly years: readonly number[];
  readonly smallest: number;
  readonly organisation: string;
}

/** A calendar year in figures. It writes nothing. */
@Injectable()
export class AnnualService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** The year that was asked for, or the one that runs; a year without anything is unknown. */
  read(asked: number | null): Promise<AnnualRead> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const running = Number(dayOf(now).slice(0, 4));
      const years = [...new Set([running, ...(await yearsWithRequests(tx))])].sort((a, b) => b - a);
      const year = asked ?? running;
      if (!years.includes(year)) throw notFound();
      const smallest = await smallestGroup(tx);
      return {
        annual: annualOf(await readYear(tx, year), now, smallest),
        years,
        smallest,
        organisation: (await organisationName(tx)) ?? '',
      };
    });
  }
}
