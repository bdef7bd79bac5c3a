import type { KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { writeProof } from '../platform/signing/wire.js';
import { newSecret } from '../kernel/ids.js';

/** One measurement. Whose it is, the lease says. */
export interface Measured {
  readonly metric: string;
  readonly unit: string;
  readonly at: Date;
  readonly place: 'home' | 'office';
  readonly value: number;
}

/** What became of a batch: which lines (from 1) were refused, by reason. */
export interface SendAnswer {
  readonly accepted: number;
  readonly refused: number;
  readonly reasons: readonly { readonly code: string; readonly count: number; readonly lines: readonly number[] }[];
}

const MOST_LINES = 10_000;

/** The request for one batch: its lines packed, its proof naming the lease. The same name again is the same batch. */
export const sendingOf = (
  server: string,
  of: { readonly token: string; readonly key: KeyObject; readonly now: Date; readonly named: string },
  lines: readonly Measured[],
): { readonly url: string; readonly init: RequestInit } => {
  if (lines.length > MOST_LINES) throw new RangeError(`Expected: at most ${MOST_LINES} lines in a batch. Found: ${lines.length}.`);
  const url = `${server}/api/v1/measurements`;
  const { token, key, now, named } = of;
  const text = lines.map((line) => JSON.stringify({ ...line, at: line.at.toISOString() })).join('\n');
  const headers = {
    'content-type': 'application/x-ndjson',
    'content-encoding': 'gzip',
    'idempotency-key': `"${named}"`,
    authorization: `DPoP ${token}`,
    dpop: writeProof({ method: 'POST', url, jti: newSecret(12), now, token }, key),
  };
  return { url, init: { method: 'POST', headers, body: new Uint8Array(gzipSync(text)) } };
};
