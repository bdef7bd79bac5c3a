import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { chance } from '../../kernel/ids.js';
import { coverOf, seatsToDraw } from '../../policy/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { recordConfidential } from '../evidence/index.js';
import { dossierFacts, readVersion, type Version } from '../tools/index.js';
import { drawPeople, endSome, endTurns, holdCover, isByList, scopeAndPaused, turnsBeyond } from './cover.repository.js';
import { redraw, turnEndsAt } from './domain/cover-turns.js';
import { findActivation } from './gate.repository.js';
import { runningTools } from './sweep.repository.js';

const MINUTE_MS = 60_000;
const DEFAULT_LEASE_MINUTES = 15;

/**
 * Fills the seats of the people whom a running tool leaves out by lot, and ends turns that are too many. A seat counts as free a lease before its turn
 * ends. Nothing of it shows: it enters the log with the confidential acts of its day.
 */
export const drawCover = async (tx: Tx, version: Version, now: Date): Promise<void> => {
  const { toolId, id: versionId } = version;
  await holdCover(tx, toolId);
  const today = dayOf(now);
  const dossier = dossierFacts(version);
  const { people, paused } = await scopeAndPaused(tx, toolId, versionId, today);
  const { seats } = coverOf(dossier, people, await isByList(tx, toolId));
  const leaseMinutes = dossier.tool?.leaseMinutes ?? DEFAULT_LEASE_MINUTES;
  const beyond = new Date(now.getTime() + leaseMinutes * MINUTE_MS);
  const { lacking, surplus } = redraw(seats === 0 ? 0 : seatsToDraw(seats, paused), await turnsBeyond(tx, toolId, beyond));
  for (const [turnDays, n] of surplus) await endSome(tx, { toolId, turnDays, n }, { now, beyond });
  const turns = lacking.map((days) => ({ days, untilAt: turnEndsAt(now, days, leaseMinutes, chance()) }));
  const drawn = turns.length > 0 ? await drawPeople(tx, { toolId, versionId }, turns, { now, today }) : 0;
  if (drawn > 0 || surplus.size > 0) await recordConfidential(tx, now, { kind: 'cover.drawn', tool: toolId, turns: drawn });
};

@Injectable()
export class CoverService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Turns that are over end; free seats are drawn anew. */
  async drawAll(): Promise<void> {
    await this.transactions.run((tx) => endTurns(tx, this.clock.now()));
    const running = await this.transactions.read(runningTools);
    for (const { version_id: versionId } of running)
      await this.transactions.run(async (tx) => drawCover(tx, await readVersion(tx, versionId), this.clock.now()));
  }

  /** Somebody was paused or measured again: the number of people without measuring stays what it was. */
  drawFor(toolId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const activation = await findActivation(tx, toolId);
      if (activation) await drawCover(tx, await readVersion(tx, activation.version_id), this.clock.now());
    });
  }
}
