import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { latestAgreementPaper } from '../council/index.js';
import { onRecord } from '../evidence/index.js';
import { tellCouncil } from './tell-council.js';

const TOLD: readonly string[] = ['agreement.proposed', 'agreement.recorded', 'agreement.declined'];

/** Every member gets the words of the agreement as they were proposed, recorded or declined: the copy that the employer does not hold. */
@Injectable()
export class AgreementTelling implements OnModuleInit, OnApplicationShutdown {
  private stopListening: () => void = () => undefined;

  onModuleInit(): void {
    this.stopListening = onRecord(async (tx, now, { type }) => {
      if (!TOLD.includes(type)) return;
      const document = await latestAgreementPaper(tx);
      if (document) await tellCouncil(tx, now, { toolId: null, act: type, document });
    });
  }

  onApplicationShutdown(): void {
    this.stopListening();
  }
}
