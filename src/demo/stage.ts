import type { INestApplicationContext, Type, Abstract } from '@nestjs/common';
import type { Actor, Role } from '../kernel/actor.js';
import { newId } from '../kernel/ids.js';
import { Transactions, type Tx } from '../platform/database/index.js';
import { codeAt, type Identity, stepAt } from '../features/people/index.js';
import type { Clock } from '../kernel/clock.js';

export interface StagePerson {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly password: string;
  readonly totpSecret: string | null;
}

/** The application with its people: who acts, and by which service. */
export class Stage {
  private people: ReadonlyMap<string, StagePerson> = new Map();

  constructor(
    private readonly app: INestApplicationContext,
    readonly clock: Clock,
  ) {}

  enter(people: ReadonlyMap<string, StagePerson>): void {
    this.people = people;
  }

  get<T>(service: Type<T> | Abstract<T>): T {
    return this.app.get<T>(service, { strict: false });
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.get(Transactions).read(work);
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.get(Transactions).run(work);
  }

  person(name: string): StagePerson {
    const person = this.people.get(name);
    if (!person) throw new Error(`Expected: somebody in the sample organisation. Found no ${name}.`);
    return person;
  }

  /** The first who holds a role. */
  holder(role: Role): Actor {
    for (const [name, { roles }] of this.people) if (roles.includes(role)) return this.as(name, role);
    throw new Error(`Expected: somebody who is ${role}. Found: nobody.`);
  }

  as(name: string, role: Role): Actor {
    const { id, roles } = this.person(name);
    return { personId: id, role, roles: ['employee', ...roles.filter((held) => held !== 'employee')], language: 'nl' };
  }

  /** Password and code of this minute, as an act that binds asks for them. */
  identity(actor: Actor): Identity {
    const person = [...this.people.values()].find(({ id }) => id === actor.personId);
    if (!person) throw new Error('Expected: somebody with an account. Found: nobody.');
    const { password, totpSecret } = person;
    return totpSecret ? { password, totp: codeAt(totpSecret, stepAt(this.clock.now())) } : { password };
  }

  press(actor: Actor): { identity: Identity; key: string } {
    return { identity: this.identity(actor), key: newId('i') };
  }
}
