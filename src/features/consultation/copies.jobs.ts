import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import { newReference } from '../../kernel/ids.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { AttachmentSources } from '../../platform/mail/index.js';
import { onRecord, record } from '../evidence/index.js';
import { OFFICER_CHANGE } from './domain/copies.js';
import { markAnnounced, markMailed, type Outcome } from './mailing.repository.js';
import { paper } from './papers.js';
import { pdfOfMailing } from './papers/mailed-papers.repository.js';
import { ANNOUNCED, COUNCIL_PAPER, MAILED, tellCouncil } from './tell-council.js';

type Reported = { readonly [key: string]: Json | undefined };
const isReported = (value: Json): value is Reported => typeof value === 'object' && value !== null && !Array.isArray(value);
const words = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** A report names many people at once, or the one whose mail had to wait. */
const outcomeOf = (payload: Reported): Outcome => {
  const one = typeof payload['reference'] === 'string' ? [payload['reference']] : [];
  return {
    sent: [...words(payload['sent']), ...(payload['outcome'] === 'sent' ? one : [])],
    refused: [...words(payload['refused']), ...(payload['outcome'] === 'refused' ? one : [])],
  };
};

/** Tells every member of a change to an officer's account, in the transaction of that change. */
const tellOfOfficerChange = async (tx: Tx, now: Date): Promise<void> => {
  const head = { title: 'title.officer.account-changed', toolName: '', reference: newReference() } as const;
  const document = paper(head, (pen) => [
    { kind: 'text', text: pen.t('officer.text') },
    { kind: 'text', text: pen.t('officer.clock') },
    { kind: 'notice', text: pen.t('officer.check') },
  ]);
  await tellCouncil(tx, now, { toolId: null, act: OFFICER_CHANGE, document });
};

@Injectable()
export class CopiesJobs implements OnModuleInit, OnApplicationShutdown {
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly registry: JobRegistry,
    private readonly sources: AttachmentSources,
  ) {}

  onModuleInit(): void {
    this.sources.add(COUNCIL_PAPER, pdfOfMailing);
    this.registry.add({ name: MAILED, run: (payload, now) => this.note(payload, now, 'mailing', markMailed) });
    this.registry.add({ name: ANNOUNCED, run: (payload, now) => this.note(payload, now, 'announcement', markAnnounced) });
    this.stopListening = onRecord((tx, now, { type }) => (type === OFFICER_CHANGE ? tellOfOfficerChange(tx, now) : Promise.resolve()));
  }

  onApplicationShutdown(): void {
    this.stopListening();
  }

  /** Notes which copies left and which bounced. Twice changes nothing. */
  private async note(payload: Json, now: Date, key: 'mailing' | 'announcement', mark: typeof markMailed): Promise<void> {
    if (!isReported(payload) || typeof payload[key] !== 'string') return;
    const id = payload[key];
    const outcome = outcomeOf(payload);
    await this.transactions.run(async (tx) => {
      const marked = await mark(tx, id, outcome, now);
      if (marked > 0)
        await record(
          tx,
          SYSTEM,
          now,
          'copy.handed-over',
          { subjectId: id },
          { sent: outcome.sent.length, refused: outcome.refused.length },
        );
    });
  }
}
