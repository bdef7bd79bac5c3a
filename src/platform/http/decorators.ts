import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Problem } from '../../kernel/problem.js';
import { type AppRequest, visitorOf } from './request.js';

/** The acting person. Only on handlers that are not for `anyone`. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = visitorOf(context.switchToHttp().getRequest<AppRequest>()).actor;
  if (!actor) throw new Problem(401, 'session.missing');
  return actor;
});

/** Whoever visits, signed in or not: language, name, session. */
export const Visit = createParamDecorator((_: unknown, context: ExecutionContext) =>
  visitorOf(context.switchToHttp().getRequest<AppRequest>()),
);

/** The form's fields (or the JSON body) as they came in; parse them before use. */
export const RawBody = createParamDecorator((_: unknown, context: ExecutionContext): Record<string, unknown> => {
  const body = context.switchToHttp().getRequest<AppRequest>().body;
  return body && typeof body === 'object' && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
});
