import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { notFound, Problem } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken, Throttle } from '../../../platform/http/index.js';
import { ownMetrics } from '../../measurements/index.js';
import { organisationName } from '../../people/index.js';
import { personOf } from '../rights.service.js';
import { exportOf } from './export.js';
import { type KeptLonger, keptLonger } from './longer.js';
import { countOwnData, type OwnCounts, type OwnRow, readOwnData, readOwnPerson } from './own-data.repository.js';

export interface OwnDataView {
  readonly person: OwnRow;
  readonly counts: OwnCounts;
  readonly longer: readonly KeptLonger[];
}

const EXPORTS_A_MINUTE = 5;

/** GDPR 15 for what Countersign itself keeps: to look at, and to take along. Writes nothing. */
@Injectable()
export class OwnDataService {
  private readonly throttle = new Throttle(EXPORTS_A_MINUTE);

  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  view(actor: Actor): Promise<OwnDataView> {
    return this.transactions.read(async (tx) => {
      const person = await readOwnPerson(tx, personOf(actor));
      if (!person) throw notFound();
      return { person, counts: await countOwnData(tx, personOf(actor)), longer: await this.longer(tx, actor) };
    });
  }

  async archive(actor: Actor): Promise<Buffer> {
    const at = this.clock.now();
    if (!this.throttle.lets(personOf(actor), at)) throw new Problem(429, 'rate.exceeded');
    const { data, organisation, longer } = await this.transactions.read(async (tx) => ({
      data: await readOwnData(tx, personOf(actor)),
      organisation: (await organisationName(tx)) ?? '',
      longer: await this.longer(tx, actor),
    }));
    return exportOf({ organisation, data, longer, at, language: actor.language });
  }
  private async longer(tx: Tx, actor: Actor): Promise<readonly KeptLonger[]> {
    return keptLonger(await ownMetrics(tx, personOf(actor), dayOf(this.clock.now())));
  }
}
