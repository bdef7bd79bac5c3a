import { Body, Controller, Header, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { aCount, Allow, aText, Documented, listOf, record } from '../../platform/http/index.js';
import type { BatchAnswer } from './batch-answer.js';
import { BatchDoor } from './batch-door.js';
import { IngestService } from './ingest.service.js';

const RECEIVED = record({
  batchId: aText(),
  accepted: aCount(),
  refused: aCount('Lines that were counted by reason, and kept nowhere'),
  reasons: listOf(record({ code: aText(), count: aCount(), lines: listOf(aCount('From 1')) })),
});

@Controller('api/v1/measurements')
export class MeasurementsApi {
  constructor(
    private readonly door: BatchDoor,
    private readonly ingest: IngestService,
  ) {}

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
  receive(@Req() request: FastifyRequest, @Body() body: Buffer): Promise<BatchAnswer> {
    return this.ingest.receive(this.door.of(request), body);
  }
}
