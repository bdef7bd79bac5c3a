import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import type { Role } from '../../kernel/actor.js';
import { notFound, Problem } from '../../kernel/problem.js';
import { ActorSource } from './actor-source.js';
import { type AppRequest, isApi } from './request.js';

/** `anyone`: no sign-in. `signed-in`: any role. `agent`: the handler itself proves who asks. Otherwise the chosen role must be listed. */
export type Allowed = Role | 'anyone' | 'signed-in' | 'agent';

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
    request.visitor = await this.actors.visitor(request);
    context.switchToHttp().getResponse<FastifyReply>().header('cache-control', 'no-store');
    if (allowed.includes('anyone')) return true;
    const actor = request.visitor.actor;
    if (!actor)
      throw isApi(request.url) ? new Problem(401, 'session.missing') : new Redirect(`/login?next=${encodeURIComponent(nextOf(request))}`);
    if (allowed.includes('signed-in') || allowed.includes(actor.role as Role)) return true;
    if (actor.roles.some((role) => allowed.includes(role))) {
      throw new Problem(403, 'role.other', [{ code: 'role.other', turn: actor.roles.find((role) => allowed.includes(role)) }]);
    }
    throw notFound();
  }
}

const nextOf = (request: AppRequest): string => (request.method === 'GET' ? request.url.split('?')[0]! : '/');
