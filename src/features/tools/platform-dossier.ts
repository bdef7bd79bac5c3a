import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { onRecord } from '../evidence/index.js';
import { createTool } from './register-tool.js';
import { COUNTERSIGN } from './starters/index.js';

const NAME = 'Countersign';

/** Makes dossier number 1 in the transaction that makes the organisation: nothing can be activated before it has gone through the chain. */
@Injectable()
export class PlatformDossier implements OnModuleInit, OnModuleDestroy {
  private stopListening: () => void = () => undefined;

  onModuleInit(): void {
    this.stopListening = onRecord(async (tx, now, { type }) => {
      if (type === 'organisation.set-up') await createTool(tx, SYSTEM, now, { name: NAME, starter: COUNTERSIGN.code, isPlatform: true });
    });
  }

  onModuleDestroy(): void {
    this.stopListening();
  }
}
