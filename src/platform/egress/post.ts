import { lookup } from 'node:dns/promises';
import { request as plainRequest, type ClientRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { type Network, reachOf } from './networks.js';

/** Why nothing was delivered. `address`: not one that we may connect to; `scheme`: http, to an address on the internet. */
export type PostFault = 'unknown_host' | 'address' | 'scheme' | 'refused' | 'certificate' | 'timeout' | 'broken';

export type Posted = { readonly status: number; readonly retryAfter: number | null } | { readonly fault: PostFault };

export interface Post {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For the name, the connection and the answer's first bytes together. */
  readonly timeoutMs: number;
}

interface Address {
  readonly address: string;
  readonly family: number;
}

const LARGEST_HEAD = 8192;
const LONGEST_WAIT_S = 3600;
const hostIn = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const addressesOf = async (host: string): Promise<readonly Address[]> => {
  const version = isIP(host);
  return version > 0 ? [{ address: host, family: version }] : lookup(host, { all: true });
};

/** The addresses to connect to, looked up once; every address of the name has to be one that we may reach. */
const choose = async (url: URL, permitted: readonly Network[]): Promise<readonly Address[] | PostFault> => {
  const found = await addressesOf(hostIn(url)).catch(() => []);
  if (found.length === 0) return 'unknown_host';
  const reaches = found.map(({ address }) => reachOf(address, permitted));
  if (reaches.includes('refused')) return 'address';
  return url.protocol === 'http:' && reaches.includes('public') ? 'scheme' : found;
};

/** Null: we may send there. */
export const faultOfTarget = async (target: string, permitted: readonly Network[], timeoutMs: number): Promise<PostFault | null> => {
  const chosen = await within(timeoutMs, () => choose(new URL(target), permitted));
  return typeof chosen === 'string' ? chosen : null;
};

const within = async <T>(ms: number, work: () => Promise<T>): Promise<T | 'timeout'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'timeout'>((resolve) => (timer = setTimeout(() => resolve('timeout'), ms)));
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const faultIn = (error: unknown): PostFault => {
  const code = codeOf(error);
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'refused';
  if (code === 'ETIMEDOUT' || code === 'ABORT_ERR') return 'timeout';
  return /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|EPROTO/.test(code) ? 'certificate' : 'broken';
};

const secondsIn = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,9}$/.test(header) ? Math.min(Number(header), LONGEST_WAIT_S) : null;

/** One connection, to an address that was checked and to no other; the name stays what the certificate must be for. */
const optionsFor = ({ headers, body }: Post, checked: readonly Address[]): RequestOptions => ({
  method: 'POST',
  agent: false,
  maxHeaderSize: LARGEST_HEAD,
  headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
  lookup: (_host, { all }, done) => (all ? done(null, [...checked]) : done(null, checked[0]?.address ?? '', checked[0]?.family)),
});

/** Sends the body and reads the status. No redirect is followed, and nothing of the answer's body is read. */
const send = (post: Post, checked: readonly Address[], timeoutMs: number): Promise<Posted> =>
  new Promise((resolve) => {
    const url = new URL(post.url);
    const request: ClientRequest = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, optionsFor(post, checked), (answer) => {
      const retryAfter = secondsIn(answer.headers['retry-after']);
      end({ status: answer.statusCode ?? 0, retryAfter });
    });
    const timer = setTimeout(() => end({ fault: 'timeout' }), timeoutMs);
    const end = (posted: Posted): void => {
      clearTimeout(timer);
      resolve(posted);
      request.destroy();
    };
    request.on('error', (error) => end({ fault: faultIn(error) }));
    request.end(post.body);
  });

/** Posts to an address that people typed. What it may reach is checked where it connects, so that a name that points elsewhere a moment later leads nowhere else. */
export const postTo = async (post: Post, permitted: readonly Network[]): Promise<Posted> => {
  const chosen = await within(post.timeoutMs, () => choose(new URL(post.url), permitted));
  return typeof chosen === 'string' ? { fault: chosen } : send(post, chosen, post.timeoutMs);
};
