import { Body, Controller, Header, Headers, Post } from '@nestjs/common';
import { Problem } from '../../kernel/problem.js';
import { aCount, Allow, aText, Documented, listOf, record } from '../../platform/http/index.js';
import type { BatchAnswer } from './batch-answer.js';
import { IngestService } from './ingest.service.js';
import { unpack } from './unpack.js';

const LINES = /^application\/x-ndjson\s*(;|$)/i;
/** A name of the agent's own, as RFC 8941 writes a string or bare. */
const NAME = /^"?([\w-]{8,64})"?$/;

const nameIn = (header: unknown): string => {
  const named = typeof header === 'string' ? NAME.exec(header)?.[1] : undefined;
  if (named === undefined) throw new Problem(400, 'batch.name-missing');
  return named;
};

const RECEIVED = record({
  batchId: aText(),
  accepted: aCount(),
  refused: aCount('Lines that were counted by reason, and kept nowhere'),
  reasons: listOf(record({ code: aText(), count: aCount(), lines: listOf(aCount('From 1')) })),
});

@Controller('api/v1/measurements')
export class MeasurementsApi {
  constructor(private readonly ingest: IngestService) {}

  /** Lines of JSON under a lease. Answers how many were taken in, and which were not. */
  @Post()
  @Header('cache-control', 'no-store')
  @Allow('agent')
  @Documented({
    tag: 'measurements',
    summary: 'Hand in a batch of measurements under a lease: lines of JSON, gzip where you like',
    description: 'The lease goes in `Authorization`, the name of the batch in `Idempotency-Key`. Each line is checked against the lease.',
    once: 'service',
    proof: 'DPoP',
    contentType: 'application/x-ndjson',
    gives: RECEIVED,
  })
  async receive(@Headers() headers: Readonly<Record<string, unknown>>, @Body() body: unknown): Promise<BatchAnswer> {
    const { 'content-type': type, 'content-encoding': encoding, dpop: proof, authorization } = headers;
    if (typeof type !== 'string' || !LINES.test(type)) throw new Problem(415, 'body.wrong-type');
    if (!Buffer.isBuffer(body)) throw new Problem(400, 'batch.empty');
    const named = nameIn(headers['idempotency-key']);
    return this.ingest.receive({ proof, authorization, named, body: await unpack(body, encoding) });
  }
}
