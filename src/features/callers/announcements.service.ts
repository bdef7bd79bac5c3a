import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { concernsThirdParties } from '../../policy/index.js';
import { ListService } from '../gate/index.js';
import { dossierFacts } from '../tools/index.js';
import { thirdPartyFacts, type ThirdPartyFacts } from './domain/third-party.js';
import { worksWith } from './public-tools.repository.js';
import { publicTools } from './read-public-tools.js';

export interface ToldFacts {
  readonly toolName: string;
  readonly facts: ThirdPartyFacts;
}

/** What people outside hear of a version, and what staff answer them: both read from that version. */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly dossiers: ListService,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Of a version that this reader may see. 404 where it touches nobody outside. */
  async ofVersion(actor: Actor, toolId: string, number: number): Promise<ToldFacts> {
    const { gate } = await this.dossiers.dossier(actor, toolId, number);
    const dossier = dossierFacts(gate.version);
    if (!concernsThirdParties(dossier)) throw notFound();
    return { toolName: gate.version.toolName, facts: thirdPartyFacts(dossier, gate.version.capabilities) };
  }

  /** Of the running version, to who works with it. */
  ofRunning(actor: Actor, toolId: string): Promise<ToldFacts> {
    return this.transactions.read(async (tx) => {
      const { personId } = actor;
      if (personId === null || !(await worksWith(tx, toolId, personId, dayOf(this.clock.now())))) throw notFound();
      const [tool] = await publicTools(tx, toolId);
      if (!tool?.touchesOutsiders) throw notFound();
      return { toolName: tool.toolName, facts: tool.facts };
    });
  }
}
