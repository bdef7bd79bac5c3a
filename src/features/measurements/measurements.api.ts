import { Body, Controller, Header, Headers, Post } from '@nestjs/common';
import { Problem } from '../../kernel/problem.js';
import { Allow } from '../../platform/http/index.js';
import { type BatchAnswer, IngestService } from './ingest.service.js';
import { unpack } from './unpack.js';

const LINES = /^application\/x-ndjson\s*(;|$)/i;
/** A name of the agent's own, as RFC 8941 writes a string or bare. */
const NAME = /^"?([\w-]{8,64})"?$/;

const nameIn = (header: unknown): string => {
  const named = typeof header === 'string' ? NAME.exec(header)?.[1] : undefined;
  if (named === undefined) throw new Problem(400, 'batch.name-missing');
  return named;
};

@Controller('api/v1/measurements')
export class MeasurementsApi {
  constructor(private readonly ingest: IngestService) {}

  /** Lines of JSON under a lease. Answers how many were taken in, and which were not. */
  @Post()
  @Header('cache-control', 'no-store')
  @Allow('agent')
  async receive(@Headers() headers: Readonly<Record<string, unknown>>, @Body() body: unknown): Promise<BatchAnswer> {
    const { 'content-type': type, 'content-encoding': encoding, dpop: proof, authorization } = headers;
    if (typeof type !== 'string' || !LINES.test(type)) throw new Problem(415, 'body.wrong-type');
    if (!Buffer.isBuffer(body)) throw new Problem(400, 'batch.empty');
    const named = nameIn(headers['idempotency-key']);
    return this.ingest.receive({ proof, authorization, named, body: await unpack(body, encoding) });
  }
}
