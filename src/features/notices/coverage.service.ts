import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { type LongJob, longJobOn } from '../jobs/index.js';
import { smallestGroup } from '../people/index.js';
import { type Coverage, readCoverage } from './domain/read-coverage.js';
import { findNotice, type Published, unitCounts } from './notices.repository.js';
import { PlatformState } from './platform-state.js';

export interface PublishedView {
  readonly notice: Published;
  /** Null while Countersign's own dossier is not active. */
  readonly coverage: Coverage | null;
  /** While it is still on its way to many. */
  readonly going: LongJob | null;
}

@Injectable()
export class CoverageService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly platform: PlatformState,
  ) {}

  /** A published notice with its read status per unit, as it was this morning. Nobody's name. */
  published(noticeId: string): Promise<PublishedView> {
    return this.transactions.read(async (tx) => {
      const notice = await findNotice(tx, noticeId);
      if (!notice) throw notFound();
      const job = await longJobOn(tx, noticeId);
      const going = job && !job.finishedAt ? job : null;
      if (!(await this.platform.active(tx))) return { notice, coverage: null, going };
      const counts = await unitCounts(tx, noticeId, dayOf(this.clock.now()));
      return { notice, coverage: readCoverage(counts, await smallestGroup(tx)), going };
    });
  }
}
