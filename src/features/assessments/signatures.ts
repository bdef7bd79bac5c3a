import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { onRecord, type RecordedAct } from '../evidence/index.js';
import { latestVersion } from '../tools/index.js';
import { SIGNATURE, staleSignatures } from './domain/balancing.js';
import { signaturesOf, withdrawSignatures } from './dpia.repository.js';

/** After every change of answers: a signature that is not of this text, or of nobody who signed, is gone. */
export const keepSignaturesTrue = async (tx: Tx, { type, toolId }: RecordedAct): Promise<void> => {
  if (type !== 'answers.given' || toolId === null) return;
  const version = await latestVersion(tx, toolId);
  if (!version.answers.some(({ attribute }) => attribute === SIGNATURE)) return;
  const stale = staleSignatures(version.answers, await signaturesOf(tx, toolId));
  if (stale.length > 0) await withdrawSignatures(tx, version.id, SIGNATURE, stale);
};

@Injectable()
export class Signatures implements OnModuleInit, OnModuleDestroy {
  private stop: () => void = () => undefined;

  onModuleInit(): void {
    this.stop = onRecord((tx, _now, act) => keepSignaturesTrue(tx, act));
  }

  onModuleDestroy(): void {
    this.stop();
  }
}
