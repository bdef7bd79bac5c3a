import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';
const DAY_MS = 86_400_000;
/** For so long after a new secret was made, both sign. */
export const OVERLAP_MS = DAY_MS;

/** A secret as people copy it: `whsec_` and base64. */
export const shownSecret = (secret: Buffer): string => PREFIX + secret.toString('base64');

/**
 * The headers of Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, one signature for each secret that counts. The id is the event's and stays the same at
 * each attempt; the time is the attempt's, so that an old one cannot be sent again by somebody else.
 */
export const signatureHeaders = (id: string, body: string, at: Date, secrets: readonly Buffer[]): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signed = secrets.map((secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signed.join(' ') };
};
