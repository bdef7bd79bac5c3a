import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/problem.js';
import { type AppRequest, visitorOf } from './request.js';

/** A form posted in a session carries that session's token. */
@Injectable()
export class CsrfGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const { csrf } = visitorOf(request);
    const type = request.headers['content-type'] ?? '';
    const isForm = type.startsWith('application/x-www-form-urlencoded') || type.startsWith('multipart/form-data');
    if (request.method !== 'POST' || csrf === '' || !isForm) return true;
    const sent = (request.body as Record<string, unknown> | undefined)?._csrf;
    if (sent !== csrf) throw new Problem(403, 'origin.foreign');
    return true;
  }
}
