import { applyDecorators, CallHandler, Controller, ExecutionContext, Injectable, NestInterceptor, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isValidElement, type VNode } from 'preact';
import { from, mergeMap, type Observable } from 'rxjs';
import type { Clock } from '../../kernel/clock.js';
import { renderPage } from '../ui/index.js';
import { ClockToken } from './clock-token.js';
import { Inject } from '@nestjs/common';
import { PageContexts } from './page-contexts.js';
import type { AppRequest } from './request.js';
import { isUntraced, padded } from './untraced.js';

/** What a page handler may return besides an element. */
export type PageResult =
  | { readonly kind: 'page'; readonly status: number; readonly element: VNode }
  | { readonly kind: 'see-other'; readonly location: string; readonly flash?: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array | string; readonly type: string; readonly name: string };

/** After an act: a 303 to its result page. `flash` is a text shown once there (at most 300 characters, no personal data). */
export const seeOther = (location: string, flash?: string): PageResult => ({ kind: 'see-other', location, flash });
/** The same page again with its error summary. */
export const unprocessable = (element: VNode): PageResult => ({ kind: 'page', status: 422, element });
export const withStatus = (status: number, element: VNode): PageResult => ({ kind: 'page', status, element });
export const file = (bytes: Uint8Array | string, type: string, name: string): PageResult => ({ kind: 'file', bytes, type, name });

const FLASH = '__Host-flash';
const FLASH_COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60 } as const;

@Injectable()
export class PageRenderer implements NestInterceptor {
  constructor(
    private readonly contexts: PageContexts,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((result: unknown) => from(this.present(request, reply, result))));
  }

  private async present(request: AppRequest, reply: FastifyReply, result: unknown): Promise<unknown> {
    if (isValidElement(result)) return this.html(request, reply, 200, result as VNode);
    const page = result as PageResult;
    if (page.kind === 'page') return this.html(request, reply, page.status, page.element);
    if (page.kind === 'file') {
      reply.header('content-type', page.type).header('content-disposition', `attachment; filename="${page.name.replace(/[^\w.-]/g, '-')}"`);
      return typeof page.bytes === 'string' ? page.bytes : Buffer.from(page.bytes);
    }
    if (page.flash) reply.setCookie(FLASH, page.flash.slice(0, 300), FLASH_COOKIE);
    reply.status(303).header('location', page.location);
    return '';
  }

  private async html(request: AppRequest, reply: FastifyReply, status: number, element: VNode): Promise<string> {
    reply.status(status).header('content-type', 'text/html; charset=utf-8');
    if (isUntraced(request.url)) return padded(renderPage(element, await this.contexts.ofShown(request, this.clock.now())));
    const flash = request.cookies[FLASH];
    if (flash) reply.clearCookie(FLASH, FLASH_COOKIE);
    return renderPage(element, await this.contexts.ofShown(request, this.clock.now(), flash));
  }
}

/** A controller whose handlers answer with pages. */
export const PageController = (): ClassDecorator => applyDecorators(Controller(), UseInterceptors(PageRenderer));
