import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import { Transactions } from '../../platform/database/index.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { DeliveriesService } from './deliveries.service.js';
import { NoticesService } from './notices.service.js';
import { DELIVER_PIECE, DELIVER_TO_JOINERS, REMIND } from './sending-work.js';

const TELL_CLAIM = 'notices.tell-claim';
const INFORM = 'notices.inform';

type TellClaim = { readonly versionId: string; readonly ground: string };
type InformAll = { readonly versionId: string; readonly nl: AnnouncedText; readonly en: AnnouncedText };
type AnnouncedText = { readonly title: string; readonly body: string };
type PieceToDeliver = Parameters<DeliveriesService['deliverPiece']>[0];

@Injectable()
export class NoticesJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    private readonly notices: NoticesService,
    private readonly deliveries: DeliveriesService,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('*/5 * * * *', { name: DELIVER_TO_JOINERS, run: (_payload, now) => this.deliveries.deliverToJoiners(now) });
    this.registry.addRegular('15 * * * *', { name: REMIND, run: (_payload, now) => this.deliveries.remind(now) });
    this.registry.add({ name: DELIVER_PIECE, run: (payload, now) => this.deliveries.deliverPiece(payload as PieceToDeliver, now) });
    this.registry.add({ name: TELL_CLAIM, run: (payload, now) => this.tellClaim(payload, now) });
    this.registry.add({ name: INFORM, run: (payload, now) => this.inform(payload, now) });
  }

  private tellClaim(payload: Json, now: Date): Promise<void> {
    const { versionId, ground } = payload as TellClaim;
    return this.transactions.run(async (tx) => void (await this.notices.tellClaim(tx, SYSTEM, now, versionId, ground)));
  }

  private inform(payload: Json, now: Date): Promise<void> {
    const { versionId, nl, en } = payload as InformAll;
    return this.transactions.run(
      async (tx) => void (await this.notices.inform(tx, SYSTEM, now, { versionId, kind: 'information', texts: { nl, en } })),
    );
  }
}
