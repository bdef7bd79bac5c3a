import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { notFound, refused } from '../../../kernel/problem.js';
import type { Metric } from '../../../policy/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { recordConfidential } from '../../evidence/index.js';
import { declarationsOf } from '../../tools/index.js';
import {
  endKeeping,
  holdOwn,
  keepAsEvidence,
  ownMetrics,
  type OwnMetric,
  ownQuarantines,
  type OwnQuarantine,
  versionsAbout,
} from './mine.repository.js';

export interface OwnMeasurements {
  /** What is kept person by person. */
  readonly kept: readonly (OwnMetric & { readonly declared: Metric | null })[];
  /** What is only added up for a group: of it nothing can be shown or erased per person. */
  readonly addedUp: readonly { readonly toolName: string; readonly metrics: readonly Metric[] }[];
  readonly quarantines: readonly OwnQuarantine[];
  readonly today: Day;
}

const personIn = ({ personId }: Actor): string => {
  if (!personId) throw notFound();
  return personId;
};

/** By tool, whatever versions of it count the same. */
const addedUp = (versions: OwnMeasurements['addedUp']): OwnMeasurements['addedUp'] =>
  [...new Set(versions.map(({ toolName }) => toolName))].flatMap((toolName) => {
    const all = versions
      .filter((one) => one.toolName === toolName)
      .flatMap(({ metrics }) => metrics.filter(({ level }) => level === 'group'));
    const metrics = all.filter(({ code }, at) => all.findIndex((one) => one.code === code) === at);
    return metrics.length > 0 ? [{ toolName, metrics }] : [];
  });

/** What agents sent about one person, to that person alone. */
@Injectable()
export class MineService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  view(actor: Actor): Promise<OwnMeasurements> {
    return this.transactions.read(async (tx) => {
      const today = dayOf(this.clock.now());
      const [kept, about] = [await ownMetrics(tx, personIn(actor), today), await versionsAbout(tx, personIn(actor), today)];
      const declared = await declarationsOf(tx, [...new Set([...kept, ...about].map(({ versionId }) => versionId))]);
      const metricsOf = (versionId: string): readonly Metric[] => declared.get(versionId)?.metrics ?? [];
      return {
        kept: kept.map((one) => ({ ...one, declared: metricsOf(one.versionId).find(({ code }) => code === one.metric) ?? null })),
        addedUp: addedUp(about.map(({ toolName, versionId }) => ({ toolName, metrics: metricsOf(versionId) }))),
        quarantines: await ownQuarantines(tx, personIn(actor)),
        today,
      };
    });
  }

  /** GDPR 18(1)(b) and (c): the data is kept, locked, until the person needs it no more. Who asked shows nowhere. */
  keep(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const own = await this.own(tx, actor, id);
      const now = this.clock.now();
      if (dayOf(now) > own.askUntil) throw refused('quarantine.asked_late');
      if (!own.keeps) await keepAsEvidence(tx, personIn(actor), id, now);
      await recordConfidential(tx, now, { kind: 'evidence.kept', quarantine: id });
    });
  }

  release(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const own = await this.own(tx, actor, id);
      const now = this.clock.now();
      if (own.keeps) await endKeeping(tx, personIn(actor), id, now);
      await recordConfidential(tx, now, { kind: 'evidence.released', quarantine: id });
    });
  }

  private async own(tx: Tx, actor: Actor, id: string): Promise<OwnQuarantine> {
    const own = await holdOwn(tx, personIn(actor), id);
    if (!own) throw notFound();
    if (own.ended) throw refused('quarantine.over');
    return own;
  }
}
