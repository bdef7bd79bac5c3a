import { ApiKeysService } from '../../src/features/people/keys/api-keys.service.js';
import type { Role } from '../../src/kernel/actor.js';
import type { TestApp } from './app.js';
import { actorOf, type GivenPerson, identityAt } from './given-people.js';

export interface PepAnswer {
  readonly status: number;
  readonly text: string;
  readonly body: {
    readonly decision?: boolean;
    readonly context?: {
      readonly reason?: string;
      readonly missing?: readonly string[];
      readonly reasons?: readonly { readonly code: string }[];
      readonly error?: { readonly status: number };
    };
    readonly evaluations?: readonly PepAnswer['body'][];
    readonly results?: readonly { readonly type?: string; readonly id?: string; readonly name?: string }[];
    readonly page?: { readonly next_token?: string };
    readonly code?: string;
    readonly status?: number;
    readonly reasons?: readonly { readonly code: string; readonly field?: string }[];
  };
  readonly headers: Headers;
}

/** A key with the scope `decisions`, for a person in a role. */
export const givenDecisionKey = (
  app: TestApp,
  person: GivenPerson,
  role: Role = 'it_admin',
  scope: 'decisions' | 'chain:read' = 'decisions',
): Promise<string> => {
  const wishes = { name: `poort ${role} ${scope}`, role, scopes: [scope], days: 30 };
  return app.running.app.get(ApiKeysService, { strict: false }).create(actorOf(person), wishes, identityAt(app.clock.now()));
};

/** A policy enforcement point: whoever asks the decision API before it lets something happen. */
export class Pep {
  constructor(
    private readonly origin: string,
    private readonly key: string | null,
  ) {}

  ask(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<PepAnswer> {
    return this.send(path, typeof body === 'string' ? body : JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  async send(path: string, body: string | undefined, headers: Readonly<Record<string, string>>): Promise<PepAnswer> {
    const authorization: Record<string, string> = this.key ? { authorization: `Bearer ${this.key}` } : {};
    const response = await fetch(`${this.origin}/access/v1/${path}`, { method: 'POST', headers: { ...authorization, ...headers }, body });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as PepAnswer['body'], headers: response.headers };
  }
}
