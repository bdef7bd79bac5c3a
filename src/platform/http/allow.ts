import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import type { Role } from '../../kernel/actor.js';
import { notFound, Problem } from '../../kernel/problem.js';
import { ActorSource } from './actor-source.js';
import { type AppRequest, isApi } from './request.js';
import { holdsScope, isProgramAllowed, type ProgramAllowed, type Scope, scopeOf } from '../../kernel/scopes.js';

/**
 * `anyone`: no sign-in. `signed-in`: any role. `agent`: the handler itself proves who asks. Otherwise the chosen role must be listed.
 * `program:SCOPE`: also a program whose key has that scope, in a listed role; where nothing else is listed, programs alone, in any role.
 */
export type Allowed = Role | 'anyone' | 'signed-in' | 'agent' | ProgramAllowed;

export const ALLOW_KEY = 'countersign:allow';
export const Allow = (...allowed: [Allowed, ...Allowed[]]): MethodDecorator => SetMetadata(ALLOW_KEY, allowed);

/** Thrown to send somebody to another page from inside a guard or a handler. */
export class Redirect {
  constructor(readonly location: string) {}
}

@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.get<readonly Allowed[] | undefined>(ALLOW_KEY, context.getHandler());
    if (!allowed) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares nobody with @Allow`);
    const request = context.switchToHttp().getRequest<AppRequest>();
    if (allowed.includes('agent')) return true;
    const programs = allowed.filter(isProgramAllowed);
    const programsAlone = programs.length === allowed.length;
    request.visitor = await this.actors.visitor(request, programsAlone);
    const reply = context.switchToHttp().getResponse<FastifyReply>().header('cache-control', 'no-store');
    if (allowed.includes('anyone')) return true;
    const { actor, key } = request.visitor;
    if (!actor || (programsAlone && !key)) throw unknownVisitor(request, reply, programs.length > 0);
    if (key) refuseScope(key.scopes, programs);
    if (programsAlone || allowed.includes('signed-in') || allowed.includes(actor.role as Role)) return true;
    if (actor.roles.some((role) => allowed.includes(role))) {
      throw new Problem(403, 'role.other', [{ code: 'role.other', turn: actor.roles.find((role) => allowed.includes(role)) }]);
    }
    throw notFound();
  }
}

const unknownVisitor = (request: AppRequest, reply: FastifyReply, forPrograms: boolean): Problem | Redirect => {
  if (!isApi(request.url)) return new Redirect(`/login?next=${encodeURIComponent(nextOf(request))}`);
  if (forPrograms) reply.header('www-authenticate', 'Bearer');
  if (request.headers.authorization !== undefined) return new Problem(401, 'key.unknown');
  return new Problem(401, forPrograms ? 'key.missing' : 'session.missing');
};

const refuseScope = (held: readonly Scope[], programs: readonly ProgramAllowed[]): void => {
  const scopes = programs.map(scopeOf);
  if (scopes.length === 0) throw new Problem(403, 'key.in-person', [{ code: 'key.in-person' }]);
  if (!scopes.some((scope) => holdsScope(held, scope))) throw new Problem(403, 'key.scope', [{ code: 'key.scope' }], { scope: scopes[0] });
};

const nextOf = (request: AppRequest): string => (request.method === 'GET' ? request.url.split('?')[0]! : '/');
