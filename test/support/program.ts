import { randomUUID } from 'node:crypto';
import type { ApiContract } from './api-contract.js';

export interface ProgramAnswer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}
/** The smallest PDF, in base64. */
export const EMPTY_PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
).toString('base64');

interface Refusal {
  readonly code: string;
  readonly missing?: readonly string[];
  readonly reasons?: readonly { readonly code: string; readonly field?: string; readonly turn?: string; readonly requirement?: string }[];
}

/** A program with a key. Every answer that it gets is held against the description of the interface. */
export class Program {
  constructor(
    private readonly origin: string,
    private readonly key: string | null,
    private readonly contract: ApiContract,
  ) {}

  /** Sends it, and answers whatever comes. */
  async send<T>(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<ProgramAnswer<T>> {
    const address = `/api/v1${path}`;
    const response = await fetch(this.origin + address, {
      method,
      headers: {
        ...(this.key ? { authorization: `Bearer ${this.key}` } : {}),
        ...(method === 'POST' ? { 'idempotency-key': `"${randomUUID()}"` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    const faults = this.contract.faultsOf(method, address, response.status, response.headers.get('content-type') ?? '', answer);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return { status: response.status, body: answer as T, headers: response.headers };
  }

  /** The answer of what is done; throws what the refusal says. */
  async does<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send<T>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  get<T>(path: string): Promise<T> {
    return this.does<T>('GET', path);
  }
  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.does<T>('POST', path, body);
  }
  put<T>(path: string, body: unknown): Promise<T> {
    return this.does<T>('PUT', path, body);
  }
  patch<T>(path: string, body: unknown): Promise<T> {
    return this.does<T>('PATCH', path, body);
  }

  /** `409 chain.unmet requirement.missing ...`: what a refusal says; throws when it was no refusal. */
  async refused(method: string, path: string, body: unknown = {}): Promise<string> {
    const answer = await this.send<Refusal>(method, path, method === 'GET' ? undefined : body);
    if (answer.status < 400) throw new Error(`Expected: a refusal of ${method} ${path}. Found: ${answer.status}.`);
    const { code, reasons = [] } = answer.body;
    return [answer.status, code, ...reasons.map((reason) => (reason.field ? `${reason.field}: ${reason.code}` : reason.code))].join(' ');
  }
}
