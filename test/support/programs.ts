import { ApiKeysService } from '../../src/features/people/keys/api-keys.service.js';
import type { Scope } from '../../src/kernel/scopes.js';
import { ApiContract, type OpenApiDocument } from './api-contract.js';
import type { TestApp } from './app.js';
import { actorOf, identityAt, PASSWORD, type Staff, totpAt } from './given-people.js';
import { Program } from './program.js';

/** Programs of the people of a house, each with a key of its own. */
export class Programs {
  private made = 0;

  private constructor(
    private readonly app: TestApp,
    private readonly staff: Staff,
    readonly contract: ApiContract,
  ) {}

  static async of(app: TestApp, staff: Staff): Promise<Programs> {
    const document = (await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as OpenApiDocument;
    return new Programs(app, staff, new ApiContract(document));
  }

  keyOf(who: keyof Staff, scopes: readonly Scope[] = ['chain:read', 'chain:write']): Promise<string> {
    this.app.clock.advance({ minutes: 1 });
    const person = this.staff[who];
    const wishes = { name: `Sleutel ${this.made++}`, role: person.roles[0] ?? 'employee', scopes, days: 365 } as const;
    return this.app.running.app.get(ApiKeysService).create(actorOf(person), wishes, identityAt(this.app.clock.now()));
  }

  async as(who: keyof Staff, scopes?: readonly Scope[]): Promise<Program> {
    return new Program(this.app.url, await this.keyOf(who, scopes), this.contract);
  }

  /** What a confirming act asks; a code counts once, so in a minute of its own. */
  identity(who: keyof Staff): { password: string; totp?: string } {
    this.app.clock.advance({ minutes: 1 });
    return who === 'chair' || who === 'secretary' ? { password: PASSWORD, totp: totpAt(this.app.clock.now()) } : { password: PASSWORD };
  }
}
